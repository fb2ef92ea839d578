// `doccord extract`: what each document says, before anything is compared.

#include <fmt/format.h>

#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/output.h"
#include "extract/extract.h"
#include "parse/parse.h"
#include "text/terminal.h"

namespace doccord {
namespace {

// One line for each reading of the document that was considered, best first.
void explain_source(const Source& source, const Document& document, std::ostream& out) {
  out << fmt::format("{}: {}, {} bytes\n", terminal_safe(source.path), to_string(document.format()),
                     source.text.size());
  // What keeps hints from being followed is told where the entries are extracted.
  const auto proposals = propose_entries(source, document).value_or(std::vector<Proposal>());
  if (proposals.empty()) out << "  no list of keys was found\n";
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const Proposal& proposal = proposals[i];
    out << fmt::format("  {} {:<16} {:>5} entries  score {:>7.2f}  regular {:>3.0f} %  {}\n",
                       i == 0 ? "taken " : "beaten", proposal.shape, proposal.entries.size(),
                       proposal.score, 100 * proposal.regularity, proposal.roles);
  }
}

ExitCode explain_extraction(const Options& options, std::ostream& out, std::ostream& err) {
  const auto sources = load_documents(options.files);
  if (!sources) return print_errors(sources.error(), err);
  std::vector<Error> errors;
  for (const Source& source : sources->sources) {
    const auto document = parse(source);
    if (!document) {
      errors.push_back(document.error());
      continue;
    }
    explain_source(source, *document, out);
    if (const auto entries = extract(source, *document); !entries)
      errors.push_back(entries.error());
  }
  return errors.empty() ? ExitCode::ok : print_errors(errors, err);
}

ExitCode run_extract(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.explain) return explain_extraction(options, out, err);
  auto extracts = extract_documents(options.files);
  if (!extracts) return print_errors(extracts.error(), err);
  const Results results{std::move(extracts->sources), std::move(extracts->entry_sets), {}, {}, {}};
  out << find_report(options.format)->extract(results, text_options(options, out));
  return ExitCode::ok;
}

}  // namespace

const Command commands::extract{
    .name = "extract",
    .summary = "Print what each document says, entry by entry",
    .details =
        "Prints the entries found in each document: key, names, description, section and place. "
        "Format and layout are worked out from the document; --explain shows how.",
    .example = "doccord extract --explain reference.html",
    .options = {.files = true, .format = true, .explain = true},
    .run = run_extract};

}  // namespace doccord
