// Sources of AsciiDoc: labels that end with "::" or ";;" open entries, the text stands behind them
// or below, and what "+" joins to it.

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/directive.h"
#include "extract/inline_markup.h"
#include "extract/marked_entry.h"
#include "extract/prose.h"
#include "extract/shape.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kMostNested = 4;  // Entries within entries.

using Lines = std::vector<TextLine>;

// "404 Not Found:: There is no such page.": views into the line.
struct TermLine {
  std::string_view term;
  std::string_view mark;  // "::", ":::", "::::" or ";;".
  std::string_view text;  // May be empty.
};

std::optional<TermLine> read_term(std::string_view line) {
  constexpr std::size_t kLongestTerm = 120;
  for (std::size_t at = 1; at + 1 < line.size() && at < kLongestTerm; ++at) {
    const bool mark = line[at] == line[at + 1] && (line[at] == ':' || line[at] == ';');
    if (!mark) continue;
    std::size_t end = line.find_first_not_of(line[at], at);
    if (end == std::string_view::npos) end = line.size();
    const bool parted = end == line.size() || space_size(line, end) > 0;
    const bool known = end - at == 2 || (line[at] == ':' && end - at <= 4);
    const std::string_view term = line.substr(0, at);
    if (parted && known && space_size(line, at - 1) == 0 && !is_prose(term))
      return TermLine{term, line.substr(at, end - at), trim(line.substr(end))};
    at = end - 1;
  }
  return std::nullopt;
}

// Whether the term is one word, with what stands for values behind it: "add <path>". Of other words
// any could begin a sentence, which in reStructuredText announces a literal text by "::".
bool is_coded(std::string_view term) {
  constexpr std::string_view kNoValue = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::size_t blank = term.find(' ');
  return blank == std::string_view::npos ||
         kNoValue.find(term[blank + 1]) == std::string_view::npos;
}

// A line that is for the program only: "[[anchor]]", "include::options.txt[]", "// comment".
bool is_silent(std::string_view line) {
  if (line.starts_with("//")) return true;
  if (!line.ends_with(']')) return false;
  const std::size_t mark = line.find("::");
  return line.starts_with('[') || (mark != std::string_view::npos && mark > 0 &&
                                   line.substr(0, mark).find(' ') == std::string_view::npos);
}

// The rules above and below a block: "--", "----", "====".
bool is_delimiter(std::string_view line) {
  constexpr std::string_view kMarks = "-=.*_+";
  const bool even = line.size() >= 2 && kMarks.find(line[0]) != std::string_view::npos &&
                    line.find_first_not_of(line[0]) == std::string_view::npos;
  return even && (line == "--" || line.size() >= 4);
}

class AsciiDocReader {
 public:
  explicit AsciiDocReader(const Lines& lines) : lines_(lines) {}

  std::vector<Grid> read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
    while (!open_.empty()) close_last();
    std::vector<Grid> found;
    for (auto& [mark, grid] : grids_) {
      grid.shape = shapes::asciidoc.name;
      grid.kind = mark;
      grid.sequential = true;
      grid.keyed = true;
      grid.headings = headings_;
      std::sort(grid.rows.begin(), grid.rows.end(),
                [](const GridRow& a, const GridRow& b) { return a.span.begin < b.span.begin; });
      found.push_back(std::move(grid));
    }
    return found;
  }

 private:
  // An entry whose text has not ended, with the mark of its label and the blocks that it stands in.
  struct OpenEntry {
    MarkedEntry entry;
    std::string mark;
    std::size_t depth = 0;
  };

  void read_line(std::size_t at) {
    const TextLine& line = lines_[at];
    const bool after_blank = at == 0 || lines_[at - 1].blank();
    if (line.blank()) return;
    const std::string_view heading = blocks_.empty() ? marked_heading(lines_, at) : "";
    if (!heading.empty()) {
      while (!open_.empty()) close_last();
      section_ = printed_asciidoc(heading);
      headings_.push_back(line.span);
      under_heading_ = true;
      return;
    }
    // The rule below a heading opens no block.
    if (std::exchange(under_heading_, false) && is_delimiter(line.text)) return;
    if (line.text == "+") {
      joined_ = true;
    } else if (is_delimiter(line.text)) {
      read_delimiter(line.text);
    } else if (!is_silent(line.text)) {
      const auto term = in_literal_block() ? std::nullopt : read_term(line.text);
      if (term) {
        read_term_line(*term, line);
      } else {
        read_text(line, after_blank);
      }
      joined_ = false;
    }
  }

  // A block is closed by what opened it.
  void read_delimiter(std::string_view text) {
    const auto known = std::find(blocks_.begin(), blocks_.end(), text);
    if (known != blocks_.end()) {
      blocks_.erase(known, blocks_.end());
      // A block that was joined to an entry has ended; entries in it have, too.
      while (!open_.empty() && open_.back().depth > blocks_.size()) close_last();
    } else {
      if (!joined_) {
        while (!open_.empty() && open_.back().depth == blocks_.size()) close_last();
      }
      blocks_.push_back(text);
    }
    joined_ = false;
  }

  // Whether the text stands in a block whose lines mean nothing but themselves.
  bool in_literal_block() const {
    return !blocks_.empty() && (blocks_.back()[0] == '.' || blocks_.back()[0] == '+' ||
                                (blocks_.back()[0] == '-' && blocks_.back().size() > 2));
  }

  void read_term_line(const TermLine& found, const TextLine& line) {
    const std::string mark(found.mark);
    const auto same = std::find_if(open_.begin(), open_.end(), [&](const OpenEntry& each) {
      return each.mark == mark && each.depth == blocks_.size();
    });
    const auto place = static_cast<std::size_t>(same - open_.begin());
    const bool stacked = place + 1 == open_.size() && open_.back().entry.paragraphs.empty();
    if (!stacked) {
      while (open_.size() > std::min(place, kMostNested)) close_last();
      for (OpenEntry& each : open_) each.entry.add_text(found.term, line.span, true);
      open_.push_back({{}, mark, blocks_.size()});
      open_.back().entry.section = section_;
    }
    MarkedEntry& entry = open_.back().entry;
    const std::size_t term_end = line.span.begin + found.term.size() + found.mark.size();
    entry.terms.push_back(
        {std::string(found.term), {line.span.begin, term_end}, is_coded(found.term)});
    if (found.text.empty()) return;
    const auto text = static_cast<std::size_t>(found.text.data() - line.text.data());
    entry.add_text(found.text, {line.span.begin + text, line.span.end}, true);
  }

  // Behind a blank line only what is joined, indented, an item or inside a block belongs to an
  // entry.
  void read_text(const TextLine& line, bool after_blank) {
    if (open_.empty()) return;
    const std::size_t item = item_mark_size(line.text);
    const bool begun = !open_.back().entry.paragraphs.empty();
    const bool inside = open_.back().depth < blocks_.size();
    if (after_blank && begun && !joined_ && !inside && line.indent == 0 && item == 0 &&
        !line.text.starts_with('.')) {
      while (!open_.empty() && open_.back().depth == blocks_.size()) close_last();
      return;
    }
    const bool opens = after_blank || joined_ || item > 0;
    for (OpenEntry& each : open_) each.entry.add_text(line.text.substr(item), line.span, opens);
  }

  // Moves the innermost entry into the grid of its mark.
  void close_last() {
    OpenEntry& last = open_.back();
    const std::string kind = last.mark + (last.depth > 0 && open_.size() > 1 ? " within" : "");
    for (GridRow& row : rows_of(last.entry, printed_asciidoc))
      grids_[kind].rows.push_back(std::move(row));
    open_.pop_back();
  }

  const Lines& lines_;
  std::vector<OpenEntry> open_;           // From the outermost.
  std::vector<std::string_view> blocks_;  // The rules of the open blocks, from the outermost.
  std::map<std::string, Grid> grids_;     // By mark.
  std::vector<Span> headings_;
  std::string section_;
  bool joined_ = false;  // The last line was "+".
  bool under_heading_ = false;
};

std::vector<Grid> propose(const DocumentTexts& texts) {
  constexpr std::ptrdiff_t kFewestTerms = 2;
  if (texts.document().format() != Format::text) return {};
  const Lines& lines = texts.lines();
  const auto terms = std::count_if(lines.begin(), lines.end(), [](const TextLine& line) {
    return read_term(line.text).has_value();
  });
  const bool directives = std::any_of(lines.begin(), lines.end(), [](const TextLine& line) {
    return read_directive(line.text).has_value();
  });
  // In reStructuredText "::" announces a literal text.
  if (terms < kFewestTerms || directives) return {};
  return AsciiDocReader(lines).read();
}

}  // namespace

const Shape shapes::asciidoc{
    .name = "asciidoc",
    .summary = "sources of AsciiDoc, with `::` behind what each entry is about",
    .propose = propose};

}  // namespace doccord
