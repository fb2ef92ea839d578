// Records written as labelled values: "Code: 10", "Name: PUMP_STOPPED", "Description: ...", each on
// a line of its own or parted by semicolons. A record begins wherever the label that opens the
// first one comes again; the labels head the columns.

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/labelled_value.h"
#include "extract/shape.h"
#include "extract/text_layout.h"
#include "extract/tree_text.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestRecords = 2;
constexpr double kMostly = 0.7;

// A labelled value with its place.
struct PlacedValue {
  std::string_view label;
  std::string_view value;
  Span span;
};

// All labelled values of a line: one, or several that semicolons part.
std::vector<PlacedValue> read_line(const TextLine& line) {
  std::vector<PlacedValue> values;
  for (std::size_t begin = 0; begin < line.text.size();) {
    const std::size_t semicolon = std::min(line.text.find("; ", begin), line.text.size());
    const std::string_view part = trim(line.text.substr(begin, semicolon - begin));
    const auto value = read_labelled_value(part);
    if (!value && values.empty()) return {};
    if (value) {
      values.push_back({value->label, value->value, line.span});
    } else {
      // It stands inside the last value and parts nothing.
      const char* end = part.data() + part.size();
      values.back().value = {values.back().value.data(),
                             static_cast<std::size_t>(end - values.back().value.data())};
    }
    begin = semicolon + 2;
  }
  return values;
}

// The lines of any format, blocks being lines of their own.
std::vector<TextLine> lines_of(const DocumentTexts& texts) {
  if (texts.document().format() == Format::text) return texts.lines();
  std::vector<TextLine> lines;
  for (const GridCell& part : texts.parts().cells)
    lines.push_back({part.text, part.span, 0, false, false, false});
  return lines;
}

class RecordReader {
 public:
  explicit RecordReader(std::string_view opening) : opening_(opening) {}

  void add(const PlacedValue& value, const std::string& section) {
    if (value.label == opening_) grid_.rows.push_back({{}, section, value.span});
    if (grid_.rows.empty()) return;
    const auto found = std::find(grid_.header.begin(), grid_.header.end(), value.label);
    const auto column = static_cast<std::size_t>(found - grid_.header.begin());
    if (found == grid_.header.end()) grid_.header.emplace_back(value.label);
    GridRow& row = grid_.rows.back();
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column] = {collapse(value.value), value.span, false};
    row.span.end = std::max(row.span.end, value.span.end);
    last_column_ = column;
  }

  // Text below a labelled value goes on with it.
  void go_on(const TextLine& line) {
    if (grid_.rows.empty() || last_column_ >= grid_.rows.back().cells.size()) return;
    GridCell& cell = grid_.rows.back().cells[last_column_];
    cell.text += " " + collapse(line.text);
    cell.span.end = line.span.end;
    grid_.rows.back().span.end = line.span.end;
  }

  Grid take() {
    grid_.shape = shapes::labelled_lines.name;
    return std::move(grid_);
  }

 private:
  std::string opening_;
  Grid grid_;
  std::size_t last_column_ = 0;
};

// The label that opens a record: of those that come again and again, the one that comes first.
std::string_view opening_label(const std::vector<TextLine>& lines) {
  std::map<std::string_view, std::size_t> counts;
  std::size_t most = 0;
  for (const TextLine& line : lines) {
    for (const PlacedValue& value : read_line(line)) most = std::max(most, ++counts[value.label]);
  }
  if (most < kFewestRecords || counts.size() < 2) return {};
  for (const TextLine& line : lines) {
    for (const PlacedValue& value : read_line(line)) {
      if (static_cast<double>(counts[value.label]) >= kMostly * static_cast<double>(most))
        return value.label;
    }
  }
  return {};
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  const Document& document = texts.document();
  if (document.format() == Format::source) return {};
  const std::vector<TextLine> lines = lines_of(texts);
  const std::string_view opening = opening_label(lines);
  if (opening.empty()) return {};
  RecordReader reader(opening);
  std::string section;
  bool open = false;  // A value may go on on the next line.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    const std::vector<PlacedValue> values = read_line(line);
    for (const PlacedValue& value : values) reader.add(value, section);
    const bool goes_on =
        values.empty() && open && !line.blank() && document.format() == Format::text;
    if (goes_on) reader.go_on(line);
    open = !line.blank() && (goes_on || !values.empty());
  }
  Grid grid = reader.take();
  if (grid.rows.size() < kFewestRecords) return {};
  return {std::move(grid)};
}

}  // namespace

const Shape shapes::labelled_lines{.name = "labelled-lines",
                                   .summary = "labelled values, one record after the other",
                                   .propose = propose};

}  // namespace doccord
