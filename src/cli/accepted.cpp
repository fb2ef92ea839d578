// `doccord accepted`: keeps the file of the acceptances in order.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "accept/accept.h"
#include "accept/evidence.h"
#include "cli/acceptances.h"
#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/write_file.h"
#include "load/load.h"
#include "report/paint.h"
#include "report/short_diff.h"
#include "text/date.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

// The documents, the acceptances and what became of each.
struct Review {
  Results results;
  AcceptanceBook book;
  std::vector<AcceptanceState> states;
  std::string today;
};

std::vector<std::string> files_of(const Options& options) {
  if (options.accept.in.empty()) return {};
  return {options.accept.in};
}

Gathered<Review> review(const Options& options) {
  const auto today = today_of(options.gate);
  if (!today) return tl::unexpected(std::vector<Error>{today.error()});
  auto results = analyze_documents({files_of(options)}, Unreadable::refuse);
  if (!results) return tl::unexpected(results.error());
  auto book = read_acceptances(results->sources.config_path);
  if (!book) return tl::unexpected(book.error());
  Review found{std::move(*results), std::move(*book), {}, *today};
  found.states = states_of(found.results.discrepancies,
                           {found.results.registry, found.book.entries, *today, 0, ""});
  return found;
}

ExitCode list(const Options& options, std::ostream& out, std::ostream& err) {
  const auto found = review(options);
  if (!found) return print_errors(found.error(), err);
  const auto& expiring = options.accept.expiring;
  const std::string limit = expiring ? days_after(found->today, *expiring) : "";
  for (std::size_t i = 0; i < found->states.size(); ++i) {
    const AcceptedDiscrepancy& line = found->book.entries[i];
    const Acceptance& decision = line.decision;
    if (expiring && (decision.until.empty() || decision.until > limit)) continue;
    std::string text =
        fmt::format("{}  {:<8}  {} at {}: {} (", line.id, to_string(found->states[i]), line.rule,
                    fmt::join(line.keys, ", "), decision.reason);
    if (!decision.by.empty()) text += decision.by + ", ";
    text += decision.on;
    if (!decision.until.empty()) text += " until " + decision.until;
    if (!decision.ref.empty()) text += ", " + decision.ref;
    out << not_a_command(terminal_safe(text)) << ")\n";
  }
  return ExitCode::ok;
}

// Writes the entries when they are others than those that the file holds.
Result<void> keep(const AcceptanceBook& book, const std::vector<AcceptedDiscrepancy>& entries) {
  if (book.path.empty() || (book.entries.empty() && book.text.empty())) return {};
  const std::string text = format_acceptances(entries);
  if (text == book.text) return {};
  return write_file(book.path, text);
}

ExitCode prune(Review& found, std::ostream& out, std::ostream& err) {
  std::vector<AcceptedDiscrepancy> kept;
  for (std::size_t i = 0; i < found.states.size(); ++i) {
    const AcceptedDiscrepancy& line = found.book.entries[i];
    const AcceptanceState state = found.states[i];
    if (state != AcceptanceState::stale && state != AcceptanceState::unknown) {
      kept.push_back(line);
      continue;
    }
    const std::string text =
        fmt::format("pruned {} ({}): {} at {}: {}", line.id, to_string(state), line.rule,
                    fmt::join(line.keys, ", "), line.decision.reason);
    out << not_a_command(terminal_safe(text)) << "\n";
  }
  if (kept.size() == found.states.size()) return ExitCode::ok;
  const auto written = keep(found.book, kept);
  return written ? ExitCode::ok : print_errors({written.error()}, err);
}

Result<std::size_t> find_line(const AcceptanceBook& book, const std::string& prefix) {
  std::vector<std::size_t> matches;
  for (std::size_t i = 0; i < book.entries.size(); ++i) {
    if (book.entries[i].id.starts_with(prefix)) matches.push_back(i);
  }
  if (matches.size() == 1 && !prefix.empty()) return matches[0];
  return tl::unexpected(Error{book.path, 0, 0,
                              fmt::format("{} acceptance has an id that begins with `{}`",
                                          matches.empty() ? "no" : "more than one", prefix)});
}

// Takes what the documents say now for what was accepted.
std::optional<Error> refresh_one(Review& found, const AcceptOptions& options,
                                 const std::string& prefix, std::ostream& out) {
  const auto place = find_line(found.book, prefix);
  if (!place) return place.error();
  AcceptedDiscrepancy& line = found.book.entries[*place];
  const auto& all = found.results.discrepancies;
  const auto of =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == line.id; });
  if (of == all.end()) {
    return Error{found.book.path, line.line, 0,
                 fmt::format("{} is {}; `doccord accepted prune` takes it out", line.id,
                             to_string(found.states[*place]))};
  }
  Acceptance decision = line.decision;
  decision.on = found.today;
  if (const std::string by = decider_of(options); !by.empty()) decision.by = by;
  const AcceptedDiscrepancy now = accepted_line(*of, found.results.registry, decision);
  const Paint plain(false);
  const std::string text = fmt::format("refreshed {} {} at {}: {}", line.id, line.rule,
                                       fmt::join(line.keys, ", "), decision.reason);
  out << without_commands(terminal_safe(text) +
                          "\n  said: " + short_diff(line.said, now.said, plain) +
                          "\n  expected: " + short_diff(line.expected, now.expected, plain) + "\n");
  line = now;
  return std::nullopt;
}

ExitCode refresh(const Options& options, Review& found, std::ostream& out, std::ostream& err) {
  if (options.accept.ids.empty()) {
    return print_errors({{"", 0, 0, "expected the ids of the acceptances to refresh"}}, err);
  }
  std::vector<Error> errors;
  for (const std::string& prefix : options.accept.ids) {
    if (auto error = refresh_one(found, options.accept, prefix, out)) errors.push_back(*error);
  }
  if (!errors.empty()) return print_errors(errors, err);
  const auto written = keep(found.book, found.book.entries);
  return written ? ExitCode::ok : print_errors({written.error()}, err);
}

// Only the file is read here: the hook that calls it need not be able to read the documents.
ExitCode format(const Options& options, bool only_check, std::ostream& out, std::ostream& err) {
  const auto config = find_configuration(options.accept.in);
  if (!config) return print_errors({config.error()}, err);
  const std::string path =
      (std::filesystem::path(*config).parent_path() / kAcceptanceFileName).string();
  std::optional<FileLock> lock;
  if (!only_check) {
    auto held = FileLock::hold(path);
    if (!held) return print_errors({held.error()}, err);
    lock.emplace(std::move(*held));
  }
  const auto book = read_acceptances(*config);
  if (!book) return print_errors(book.error(), err);
  if (book->text.empty() || format_acceptances(book->entries) == book->text) return ExitCode::ok;
  if (!only_check) {
    const auto written = keep(*book, book->entries);
    return written ? ExitCode::ok : print_errors({written.error()}, err);
  }
  out << not_a_command(terminal_safe(path))
      << ": not in order; `doccord accepted fmt` puts it in order\n";
  return ExitCode::discrepancies;
}

ExitCode run_accepted(const Options& options, std::ostream& out, std::ostream& err) {
  const std::string& action = options.accept.action;
  if (action == "list") return list(options, out, err);
  if (action == "fmt") return format(options, options.accept.check, out, err);
  if (action == "check") return format(options, true, out, err);
  const auto config = find_configuration(options.accept.in);
  if (!config) return print_errors({config.error()}, err);
  const auto lock =
      FileLock::hold((std::filesystem::path(*config).parent_path() / kAcceptanceFileName).string());
  if (!lock) return print_errors({lock.error()}, err);
  auto found = review(options);
  if (!found) return print_errors(found.error(), err);
  return action == "prune" ? prune(*found, out, err) : refresh(options, *found, out, err);
}

}  // namespace

const Command commands::accepted{
    .name = "accepted",
    .summary = "List and keep in order what was accepted",
    .details =
        "list shows each acceptance and what became of it; prune takes out those whose "
        "discrepancy, rule or source is gone, and never adds one; refresh takes what the documents "
        "say now for what was accepted, and shows the difference; fmt puts the file in order; "
        "check "
        "fails when it is not in order or cannot be read.",
    .example = "doccord accepted list --expiring 30",
    .options = {.reading = true, .accepted = true},
    .run = run_accepted};

}  // namespace doccord
