#include "cli/accept_in_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "accept/accept.h"
#include "accept/evidence.h"
#include "cli/acceptances.h"
#include "cli/write_file.h"
#include "rules/rule.h"
#include "text/terminal.h"
#include "text/whitespace.h"
#include "text/workflow.h"

namespace doccord {
namespace {

constexpr std::size_t kShortestPrefix = 4;

Error usage(std::string message) { return {"", 0, 0, std::move(message)}; }

// The one that an id, or the beginning of one, names.
Result<const Discrepancy*> find_by_prefix(const std::vector<Discrepancy>& found,
                                          const std::string& prefix) {
  if (prefix.size() < kShortestPrefix) {
    return tl::unexpected(usage(fmt::format("`{}` is too short; give at least {} digits of an id",
                                            prefix, kShortestPrefix)));
  }
  const Discrepancy* match = nullptr;
  for (const Discrepancy& each : found) {
    if (!each.id.starts_with(prefix)) continue;
    if (match != nullptr) {
      return tl::unexpected(usage(
          fmt::format("`{}` begins more than one id: {} and {}", prefix, match->id, each.id)));
    }
    match = &each;
  }
  if (match == nullptr) {
    return tl::unexpected(
        usage(fmt::format("no discrepancy has an id that begins with `{}`", prefix)));
  }
  if (is_about_acceptance(*match)) {
    return tl::unexpected(usage(
        fmt::format("{} is about an acceptance and cannot be accepted itself; `doccord explain {}` "
                    "says what to do",
                    match->id, match->code)));
  }
  return match;
}

template <class T>
bool none_or_has(const std::vector<std::string>& wanted, const T& is_it) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), is_it);
}

bool is_wanted(const Discrepancy& each, const AcceptOptions& options, const Registry& registry) {
  if (each.accepted || is_about_acceptance(each)) return false;
  return none_or_has(options.rules,
                     [&](const std::string& rule) {
                       const Rule* known = find_rule(rule);
                       return known != nullptr && known->code == each.code;
                     }) &&
         none_or_has(options.keys,
                     [&](const std::string& key) {
                       return std::find(each.keys.begin(), each.keys.end(), key) != each.keys.end();
                     }) &&
         none_or_has(options.sources, [&](const std::string& id) {
           return std::any_of(each.sources.begin(), each.sources.end(), [&](std::size_t source) {
             return registry.sources[source].id == id;
           });
         });
}

Gathered<std::vector<const Discrepancy*>> choose(const Results& results,
                                                 const AcceptOptions& options) {
  std::vector<const Discrepancy*> chosen;
  if (options.all) {
    for (const Discrepancy& each : results.discrepancies) {
      if (is_wanted(each, options, results.registry)) chosen.push_back(&each);
    }
    return chosen;
  }
  std::vector<Error> errors;
  for (const std::string& prefix : options.ids) {
    if (const auto found = find_by_prefix(results.discrepancies, prefix)) {
      chosen.push_back(*found);
    } else {
      errors.push_back(found.error());
    }
  }
  if (!errors.empty()) return tl::unexpected(errors);
  return chosen;
}

void put(std::vector<AcceptedDiscrepancy>& entries, AcceptedDiscrepancy line) {
  const auto old = std::find_if(entries.begin(), entries.end(),
                                [&](const auto& each) { return each.id == line.id; });
  if (old == entries.end()) {
    entries.push_back(std::move(line));
  } else {
    *old = std::move(line);
  }
}

}  // namespace

Gathered<std::size_t> accept_in_file(const AcceptOptions& given, const std::string& today,
                                     Results results, std::ostream& out) {
  const std::string& config = results.sources.config_path;
  if (config.empty()) {
    return tl::unexpected(
        std::vector<Error>{usage("acceptances are kept beside a doccord.json, and there is none; "
                                 "`doccord init` writes one")});
  }
  const std::string path =
      (std::filesystem::path(config).parent_path() / kAcceptanceFileName).string();
  // From reading to writing, so that of two runs at once neither undoes the other.
  const auto lock = FileLock::hold(path);
  if (!lock) return tl::unexpected(std::vector<Error>{lock.error()});
  auto book = read_acceptances(config);
  if (!book) return tl::unexpected(book.error());
  apply_acceptances(results, *book, today);
  const auto chosen = choose(results, given);
  if (!chosen) return tl::unexpected(chosen.error());
  const Acceptance decision{
      collapse(given.reason), decider_of(given), today, given.until, given.ref, given.verdict};
  for (const Discrepancy* each : *chosen) {
    put(book->entries, accepted_line(*each, results.registry, decision));
    out << fmt::format("accepted {} {}: {}\n", each->id, each->code,
                       not_a_command(terminal_safe(each->message)));
  }
  if (chosen->empty()) return std::size_t{0};
  const auto done = write_file(book->path, format_acceptances(book->entries));
  if (!done) return tl::unexpected(std::vector<Error>{done.error()});
  return chosen->size();
}

}  // namespace doccord
