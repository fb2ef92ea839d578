// `doccord extract`: what each document says, before anything is compared.

#include <fmt/format.h>

#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/output.h"
#include "extract/agreement.h"
#include "extract/extract.h"
#include "extract/extract_line.h"
#include "extract/read_documents.h"
#include "extract/score.h"
#include "library/isolation.h"
#include "report/locations.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

constexpr std::string_view kLines = "jsonl";

// One line for each reading of the document that was considered, best first.
void explain_source(const Source& source, const ReadDocument& read, std::ostream& out) {
  out << fmt::format("{}: {}, {} bytes\n", not_a_command(terminal_safe(source.path)),
                     to_string(read.format), source.text.size());
  const std::vector<Proposal>& proposals = read.proposals;
  if (proposals.empty()) out << "  no list of keys was found\n";
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const Proposal& proposal = proposals[i];
    // The best one may still be too poor to be taken.
    const std::string_view fate = &proposal == best_proposal(proposals) ? "taken " : "beaten";
    out << fmt::format("  {} {:<16} {:>5} entries  score {:>7.2f}  regular {:>3.0f} %  {}\n", fate,
                       proposal.shape, proposal.entries.size(), proposal.score,
                       100 * proposal.regularity, proposal.roles);
  }
}

ExitCode explain_extraction(const Options& options, std::ostream& out, std::ostream& err) {
  const auto sources = load_documents(options.files);
  if (!sources) return print_errors(sources.error(), err);
  std::vector<Error> errors = sources->left_out;
  auto documents = read_all_documents(*sources, errors, Keep::everything);
  weigh_agreement(documents);
  for (const ReadDocument& read : documents) {
    const Source& source = sources->sources[read.source];
    explain_source(source, read, out);
    const auto entries = entries_of(source, read.format, read.proposals);
    if (!entries) errors.push_back(entries.error());
  }
  return errors.empty() ? ExitCode::ok : print_errors(errors, err);
}

// What was read of each document by itself: which reading is right, and whether any is, is told
// when all that belong together are at hand.
ExitCode print_lines(const Options& options, std::ostream& out, std::ostream& err) {
  const auto read = read_sources(inputs_of(options));
  if (!read) return print_errors(read.error(), err);
  const SourceSet& set = read->sources;
  for (const ReadDocument& document : read->documents) {
    out << write_extract(set.config_path, set.sources[document.source], document);
  }
  out.flush();
  return set.left_out.empty() ? ExitCode::ok : print_errors(set.left_out, err);
}

// Tables that no entries were looked for in, as nobody would see that from the entries.
void tell_of_unread_tables(const Results& results, std::ostream& out, std::ostream& err) {
  const Locations locations(results.sources);
  for (std::size_t source = 0; source < results.entry_sets.size(); ++source) {
    for (const Suspect& suspect : results.entry_sets[source].suspects) {
      if (!suspect.key.empty()) continue;
      const Position start = locations.start(source, suspect.span);
      const std::string_view file = locations.file(source, suspect.span);
      const std::string text =
          fmt::format("{}:{}:{}: warning: a table was not looked into: it {}",
                      file.empty() ? results.sources.sources[source].path : std::string(file),
                      start.line, start.column, suspect.reason);
      out.flush();
      err << not_a_command(terminal_safe(text)) << "\n";
    }
  }
}

ExitCode run_extract(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.explain) return explain_extraction(options, out, err);
  if (options.format == kLines) return print_lines(options, out, err);
  auto extracts = extract_documents({options.files}, Unreadable::leave_out);
  if (!extracts) return print_errors(extracts.error(), err);
  const Results results{std::move(extracts->sources), std::move(extracts->entry_sets), {}, {}, {}};
  out << find_report(options.format)->extract(results, text_options(options, out));
  tell_of_unread_tables(results, out, err);
  return told_left_out(results, out, err) ? ExitCode::failed : ExitCode::ok;
}

}  // namespace

const Command commands::extract{
    .name = "extract",
    .summary = "Print what each document says, entry by entry",
    .details =
        "Prints the entries found in each document: key, names, description, section and place. "
        "Format and layout are worked out from the document; --explain shows how. --format jsonl "
        "prints one line of JSON a document, from which `check`, `registry` and `build` go on with "
        "--from-extracts, on another machine or at another time.",
    .example = "doccord extract --explain reference.html",
    .options =
        {.files = true, .format = true, .own_format = kLines, .reading = true, .explain = true},
    .run = run_extract};

}  // namespace doccord
