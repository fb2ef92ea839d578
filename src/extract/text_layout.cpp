#include "extract/text_layout.h"

#include "extract/directive.h"
#include "extract/prose.h"
#include "text/line_index.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kMostHeadingWords = 16;
constexpr std::size_t kMostTightHeadingWords = 8;  // Without a blank line above.
constexpr std::size_t kTabStop = 8;

bool starts_like_heading(std::string_view text) {
  const char32_t c = code_point_at(text, 0).value;
  return is_upper(c) || is_digit(c);
}

// Marks of list items and of definitions; a line that begins with one is text.
bool starts_with_marker(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with(": ") ||
         text.starts_with("\u2022") || text.starts_with("\u00B7");
}

// Whether the line closes a printed page: "Author    Standards Track    [Page 52]".
bool is_page_footer(std::string_view text) {
  if (!text.ends_with(']')) return false;
  const std::size_t at = text.rfind("[Page ");
  return at != std::string_view::npos && count_words(text.substr(at)) == 2;
}

// Blanks what belongs to printed pages and not to the text: each footer, and the running head that
// follows it on the next page.
void remove_page_furniture(std::vector<TextLine>& lines) {
  bool head_follows = false;
  for (TextLine& line : lines) {
    if (line.blank()) continue;
    const bool footer = is_page_footer(line.text);
    if (footer || (head_follows && line.indent == 0)) line.text = {};
    head_follows = footer;
  }
}

}  // namespace

std::vector<TextLine> raw_lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  const LineIndex index(text);
  for (std::size_t number = 1; number <= index.line_count(); ++number) {
    const Span span = index.line_span(number);
    const std::string_view raw = index.line(number);
    TextLine line;
    std::size_t at = 0;
    while (const std::size_t space = space_size(raw, at)) {
      line.indent = raw[at] == '\t' ? (line.indent / kTabStop + 1) * kTabStop : line.indent + 1;
      at += space;
    }
    line.text = trim_right(raw.substr(at));
    line.span = {span.begin + at, span.begin + at + line.text.size()};
    lines.push_back(line);
  }
  return lines;
}

std::vector<TextLine> text_lines_of(const Document& document) {
  std::vector<TextLine> lines = raw_lines_of(document.text());
  remove_page_furniture(lines);
  for (TextLine& line : lines) line.inner = read_directive(line.text).has_value();
  return lines;
}

bool is_heading_line(const std::vector<TextLine>& lines, std::size_t at) {
  if (lines[at].heading) return true;
  const std::string_view text = heading_text(lines[at].text);
  if (text.empty() || !starts_like_heading(text) || starts_with_marker(lines[at].text))
    return false;
  const char last = text.back();
  if (ends_sentence(text) || last == ',' || last == ';') return false;
  if (count_words(text) > kMostHeadingWords) return false;
  if (at + 1 >= lines.size()) return false;
  const bool blank_above = at == 0 || lines[at - 1].blank();
  // Two headings may stand one on the other: "Constants", "// 1xx: Informational".
  const bool below_heading = at == 1 || (at >= 2 && lines[at - 2].blank());
  if (blank_above || (below_heading && is_heading_line(lines, at - 1))) return true;
  // Tight against other text: the text above must have ended, and a paragraph must begin below.
  const std::string_view below = lines[at + 1].text;
  const bool something_begins = below.empty() || starts_like_heading(below);
  const bool words = text.find('_') == std::string_view::npos;
  return ends_sentence(lines[at - 1].text) && something_begins && words && is_title_case(text) &&
         count_words(text) <= kMostTightHeadingWords;
}

std::string_view heading_text(std::string_view line) {
  for (;;) {
    const std::string_view before = line;
    for (const std::string_view mark : {"//", "# ", "##", "==", "--", "**", "/*", ";;"}) {
      if (line.starts_with(mark)) line = trim_left(line.substr(mark.size()));
    }
    for (const std::string_view mark : {"==", "--", "**", "*/", "##"}) {
      if (line.ends_with(mark)) line = trim_right(line.substr(0, line.size() - mark.size()));
    }
    if (line == before) return line;
  }
}

std::size_t item_mark_size(std::string_view text) {
  for (const std::string_view mark : {"-", "*", "+", "\u2022", "\u00B7", "o"}) {
    if (!text.starts_with(mark)) continue;
    std::size_t at = mark.size();
    while (const std::size_t space = space_size(text, at)) at += space;
    return at > mark.size() && at < text.size() ? at : 0;
  }
  return 0;
}

std::size_t next_text(const std::vector<TextLine>& lines, std::size_t line) {
  std::size_t at = line + 1;
  while (at < lines.size() && lines[at].blank()) ++at;
  return at;
}

std::size_t text_above(const std::vector<TextLine>& lines, std::size_t line) {
  while (line > 0 && lines[line - 1].blank()) --line;
  return line > 0 ? line - 1 : lines.size();
}

}  // namespace doccord
