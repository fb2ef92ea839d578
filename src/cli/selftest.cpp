// `doccord selftest`: plants known faults in copies of the documents and says how many are found.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/selftest_run.h"

namespace doccord {
namespace {

constexpr std::size_t kRounds = 4;
constexpr std::size_t kMostListed = 10;

double percent(std::size_t found, std::size_t planted) {
  return planted == 0 ? 0.0 : 100.0 * static_cast<double>(found) / static_cast<double>(planted);
}

std::string as_text(const SelftestResult& result, std::uint64_t seed) {
  std::string out = fmt::format(
      "Faults planted in a copy of each of {} documents, beside two faithful copies (seed {})\n\n"
      "{:<12}{:>9}{:>8}{:>10}   {:<18}{:>8}\n",
      result.documents, seed, "fault", "planted", "found", "share", "95% interval", "named");
  for (const FaultTally& tally : result.kinds) {
    if (tally.planted == 0) {
      out += fmt::format("{:<12}{:>9}   no place for it in these documents\n",
                         to_string(tally.kind), 0);
      continue;
    }
    const Interval interval = wilson(tally.found, tally.planted);
    out += fmt::format("{:<12}{:>9}{:>8}{:>9.1f}%   {:<18}{:>8}\n", to_string(tally.kind),
                       tally.planted, tally.found, percent(tally.found, tally.planted),
                       fmt::format("{:.1f}% to {:.1f}%", 100 * interval.low, 100 * interval.high),
                       tally.named);
  }
  out += fmt::format(
      "\n`formatting` is no fault: found means that nothing worse than a note was "
      "said of it.\nNamed: a rule for faults of this kind said so.\nFalse alarms, on faithful "
      "copies and away from planted "
      "faults: {}\n",
      result.false_alarms.size());
  for (std::size_t i = 0; i < std::min(kMostListed, result.false_alarms.size()); ++i) {
    out += "  " + result.false_alarms[i] + "\n";
  }
  return out;
}

double rounded(double share) {
  return static_cast<double>(static_cast<int>(share * 1e4 + 0.5)) / 1e4;
}

std::string as_json(const SelftestResult& result, std::uint64_t seed) {
  nlohmann::ordered_json kinds = nlohmann::ordered_json::array();
  for (const FaultTally& tally : result.kinds) {
    const Interval interval = wilson(tally.found, tally.planted);
    kinds.push_back({{"fault", to_string(tally.kind)},
                     {"planted", tally.planted},
                     {"found", tally.found},
                     {"named", tally.named},
                     {"low", rounded(interval.low)},
                     {"high", rounded(interval.high)},
                     {"missed", tally.missed}});
  }
  const nlohmann::ordered_json json{{"version", 1},
                                    {"seed", seed},
                                    {"documents", result.documents},
                                    {"faults", std::move(kinds)},
                                    {"falseAlarms", result.false_alarms}};
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

ExitCode run(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.format != "text" && options.format != "json") {
    return print_errors(
        {{"", 0, 0, fmt::format("selftest prints text or json, not `{}`", options.format)}}, err);
  }
  const auto documents = extract_documents({options.files}, Unreadable::refuse);
  if (!documents) return print_errors(documents.error(), err);
  const SelftestResult result = run_selftest(*documents, kRounds, options.seed);
  out << (options.format == "json" ? as_json(result, options.seed) : as_text(result, options.seed));
  return ExitCode::ok;
}

}  // namespace

const Command commands::selftest{
    .name = "selftest",
    .summary = "Plant known faults in copies of the documents and count those found",
    .details =
        "Plants faults of known kinds in copies of the documents, in their own format, runs the "
        "whole chain on them, and prints for each kind how many were found, with 95% intervals, "
        "and the false alarms. The documents themselves are not touched. The same documents and "
        "seed give the same output.",
    .example = "doccord selftest docs/",
    .options = {.files = true, .format = true, .reading = true, .seed = true},
    .run = run};

}  // namespace doccord
