#include "extract/marked_entry.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "extract/option_label.h"
#include "text/hyphenation.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// Terms above one text that have it all, each for itself.
constexpr std::size_t kMostSharing = 64;

// What of the term is an option; what else stands there is its argument: "-b builder".
void cut_argument(GridCell& cell, std::size_t size, std::vector<Field>& fields) {
  const std::string rest(trim(std::string_view(cell.text).substr(size)));
  if (rest.empty()) return;
  cell.text.resize(size);
  const auto known = [](const Field& field) { return field.label == kArgumentLabel; };
  if (std::any_of(fields.begin(), fields.end(), known)) return;  // "-b name" above "--builder name"
  fields.push_back({std::string(kArgumentLabel), rest});
}

// The terms as cells: options joined to one, "-v, --verbose".
std::vector<GridCell> printed_terms(const MarkedEntry& entry,
                                    std::string (*print)(std::string_view),
                                    std::vector<Field>& fields) {
  std::vector<GridCell> options;
  std::vector<GridCell> others;
  std::set<std::string> known;
  for (const GridCell& term : entry.terms) {
    GridCell cell{print(term.text), term.span, term.coded};
    const auto option = read_option_label(cell.text);
    if (!option) {
      // Two ways to call a function are one entry.
      if (known.insert(cell.text).second) others.push_back(std::move(cell));
      continue;
    }
    cut_argument(cell, option->size, fields);
    if (options.empty()) {
      options.push_back(std::move(cell));
    } else {
      options[0].text += ", " + cell.text;
      options[0].span.end = cell.span.end;
    }
  }
  // "-<number>" above "-n <number>" stands for the option below it.
  return options.empty() ? others : options;
}

bool is_rule(std::string_view text) {
  constexpr std::string_view kMarks = "=-~^+\"`#*':.";
  return !text.empty() && kMarks.find(text[0]) != std::string_view::npos &&
         text.find_first_not_of(text[0]) == std::string_view::npos;
}

}  // namespace

void MarkedEntry::add_text(std::string_view text, Span span, bool opens_paragraph) {
  if (paragraphs.empty() || opens_paragraph) paragraphs.push_back({{}, span, false});
  append_wrapped(paragraphs.back().text, text);
  paragraphs.back().span.end = span.end;
}

std::vector<GridRow> rows_of(const MarkedEntry& entry, std::string (*print)(std::string_view)) {
  std::vector<GridCell> paragraphs;
  for (const GridCell& paragraph : entry.paragraphs) {
    GridCell cell{print(paragraph.text), paragraph.span, false};
    if (!cell.text.empty()) paragraphs.push_back(std::move(cell));
  }
  std::vector<Field> fields;
  for (const Field& field : entry.fields) fields.push_back({field.label, print(field.text)});
  std::vector<GridCell> terms = printed_terms(entry, print, fields);
  std::vector<GridRow> rows;
  for (GridCell& term : terms) {
    GridRow row;
    row.span = term.span;
    const bool near = terms.size() - rows.size() <= kMostSharing;
    if (near && !paragraphs.empty())
      row.span.end = std::max(row.span.end, paragraphs.back().span.end);
    row.section = entry.section;
    if (near) row.fields = fields;
    row.cells.push_back(std::move(term));
    if (near) row.cells.insert(row.cells.end(), paragraphs.begin(), paragraphs.end());
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string_view marked_heading(const std::vector<TextLine>& lines, std::size_t at) {
  constexpr std::size_t kFewest = 3;     // Marks of a rule.
  constexpr std::size_t kLeastEven = 2;  // By how much a rule may be too short or too long.
  const TextLine& line = lines[at];
  if (line.blank() || line.indent > 0 || is_rule(line.text)) return {};
  const std::size_t marks = line.text.find_first_not_of('=');
  if (marks >= 1 && marks <= 6 && line.text[marks] == ' ') return trim(line.text.substr(marks));
  if (at + 1 == lines.size() || lines[at + 1].indent > 0) return {};
  const std::string_view below = lines[at + 1].text;
  const std::size_t width = count_code_points(line.text);
  const bool ruled = is_rule(below) && below.size() >= kFewest &&
                     below.size() + kLeastEven >= width && below.size() <= width + kLeastEven;
  return ruled ? line.text : std::string_view();
}

}  // namespace doccord
