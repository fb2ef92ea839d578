// `doccord fix`: proposes changes to the documents, in their own bytes and format.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "cli/acceptances.h"
#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/fix_output.h"
#include "cli/output.h"
#include "cli/states.h"
#include "cli/write_file.h"
#include "mend/mend.h"
#include "report/locations.h"
#include "rules/rule.h"
#include "text/suggestion.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

constexpr std::size_t kShortestId = 4;

Error usage(std::string message) { return {"", 0, 0, std::move(message)}; }

bool is_named_by(const Discrepancy& found, const std::string& name) {
  if (const Rule* rule = find_rule(name)) return rule->code == found.code;
  return found.id.starts_with(name);
}

// The source that an option names.
Result<std::optional<std::size_t>> find_source(const Registry& registry, std::string_view option,
                                               const std::string& id) {
  if (id.empty()) return std::optional<std::size_t>();
  if (const auto place = registry.find_source(id)) return place;
  std::vector<std::string_view> known;
  for (const SourceSummary& source : registry.sources) known.push_back(source.id);
  std::string near = suggestion(id, known);
  if (near.empty()) near = fmt::format("; there are {}", fmt::join(known, ", "));
  return tl::unexpected(usage(fmt::format("{}: no source `{}`{}", option, id, near)));
}

Result<MendSources> sources_to_go_by(const Registry& registry, const FixOptions& options) {
  const auto names = find_source(registry, "--names-from", options.names_from);
  if (!names) return tl::unexpected(names.error());
  const auto wording = find_source(registry, "--wording-of", options.wording_of);
  if (!wording) return tl::unexpected(wording.error());
  const auto missing = find_source(registry, "--add-missing-from", options.add_missing_from);
  if (!missing) return tl::unexpected(missing.error());
  return MendSources{*names, *wording, *missing};
}

// What is wrong with what --only names.
std::vector<Error> wrong_names(const Results& results, const std::vector<std::string>& names,
                               const std::vector<AcceptedDiscrepancy>& accepted) {
  std::vector<Error> errors;
  for (const std::string& name : names) {
    if (find_rule(name) != nullptr) continue;
    const auto named = [&](const auto& each) { return each.id.starts_with(name); };
    if (name.size() < kShortestId ||
        std::none_of(results.discrepancies.begin(), results.discrepancies.end(), named)) {
      errors.push_back(usage(fmt::format(
          "--only: `{}` is no rule, and no id of a discrepancy or its first {} digits or more",
          name, kShortestId)));
    } else if (std::any_of(accepted.begin(), accepted.end(), named)) {
      errors.push_back(usage(
          fmt::format("--only: `{}` was accepted, and what was accepted is left alone", name)));
    }
  }
  return errors;
}

std::string one_line(const Discrepancy& found, const std::string& key) {
  return found.keys.size() > 1 ? fmt::format("{} at `{}`", found.code, key) : found.code;
}

// The first place, or, of what concerns several keys, the first at this one.
const Place& place_of(const Discrepancy& found, const std::string& key) {
  const auto here = std::find_if(found.places.begin(), found.places.end(),
                                 [&](const Place& place) { return place.key == key; });
  const bool first = found.keys.size() == 1 || here == found.places.end();
  return first ? found.places.front() : *here;
}

// Where it was found and why it stays. What other changes brought to light stands in the documents
// as they are to be.
void print_left(const Results& results, const Mended& mended, std::ostream& err) {
  const Locations before(results.sources);
  const Locations after(mended.sources);
  for (const MendSubject& each : mended.left) {
    const Discrepancy& found = each.finding;
    const Place& place = place_of(found, each.key);
    const bool was_there =
        std::any_of(results.discrepancies.begin(), results.discrepancies.end(),
                    [&](const Discrepancy& known) { return known.id == found.id; });
    const Position at = (was_there ? before : after).start(place.source, place.span);
    const Source& source = (was_there ? results.sources : mended.sources).sources[place.source];
    err << not_a_command(terminal_safe(fmt::format("{}:{}:{}: not mended: {}: {}; {} [id {}]",
                                                   file_at(source, place.span.begin).path, at.line,
                                                   at.column, one_line(found, each.key),
                                                   found.message, each.why_not, found.id)))
        << "\n";
  }
}

Result<void> write_all(const std::vector<ChangedFile>& files) {
  for (const ChangedFile& file : files) {
    if (auto written = write_file(file.path, file.after); !written) return written;
  }
  return {};
}

void print_done(const std::vector<MendSubject>& done, std::ostream& out) {
  for (const MendSubject& each : done) {
    out << not_a_command(
               terminal_safe(fmt::format("mended {} {}: {}", each.finding.id,
                                         one_line(each.finding, each.key), each.finding.message)))
        << "\n";
  }
}

// What --only names; nothing when it names nothing.
std::function<bool(const Discrepancy&)> asked_by_name(const std::vector<std::string>& names) {
  if (names.empty()) return nullptr;
  return [&names](const Discrepancy& found) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return is_named_by(found, name); });
  };
}

ExitCode run_fix(const Options& options, std::ostream& out, std::ostream& err) {
  const FixOptions& fix = options.fix;
  const auto today = today_of(options.gate);
  if (!today) return print_errors({today.error()}, err);
  auto results = analyze_documents(inputs_of(options), Unreadable::refuse);
  if (!results) return print_errors(results.error(), err);
  const auto book = read_acceptances(results->sources.config_path);
  if (!book) return print_errors(book.error(), err);
  const auto from = sources_to_go_by(results->registry, fix);
  if (!from) return print_errors({from.error()}, err);
  if (const auto wrong = wrong_names(*results, fix.only, book->entries); !wrong.empty()) {
    return print_errors(wrong, err);
  }
  const Mended mended =
      mend(results->sources, {book->entries, book->text, *today}, {*from, asked_by_name(fix.only)});
  const auto files = changed_files(results->sources, mended.sources);
  if (!files) return print_errors({files.error()}, err);
  if (!fix.write) {
    out << diff_of(*files);
  } else if (const auto written = write_all(*files); !written) {
    return print_errors({written.error()}, err);
  } else {
    print_done(mended.done, out);
  }
  out.flush();
  print_left(*results, mended, err);
  return mended.left.empty() ? ExitCode::ok : ExitCode::discrepancies;
}

}  // namespace

const Command commands::fix{
    .name = "fix",
    .summary = "Propose changes to the documents that mend what was found",
    .details =
        "Prints, as a diff, the smallest changes to the documents that mend discrepancies: slips "
        "and miswritten words where it is certain what is meant, and, where an option says which "
        "document to go by, names, descriptions and missing entries. Every change is tested by "
        "reading the changed documents again: no other entry may say anything else, the "
        "discrepancy must be gone, and no new one be there. What was accepted is left alone. The "
        "exit code is 1 when something could not be mended, which is told with the reason.",
    .example = "doccord fix | git apply",
    .options = {.files = true, .reading = true, .fix = true},
    .run = run_fix};

}  // namespace doccord
