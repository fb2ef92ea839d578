#include "parse/markdown_blocks.h"

#include <algorithm>
#include <string>

#include "parse/html_vocabulary.h"

namespace doccord {
namespace {

using std::string_view;

constexpr string_view kBlanks = " \t\r\n";

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

string_view without_end_blanks(string_view text) {
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::string lower(string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Where in a block of HTML a tag begins that would swallow what follows, and is not closed.
std::vector<std::size_t> swallowing_tags(string_view literal) {
  std::vector<std::size_t> found;
  const std::string html = lower(literal);
  for (std::size_t i = html.find('<'); i < html.size(); i = html.find('<', i + 1)) {
    std::size_t end = i + 1;
    while (end < html.size() && is_ascii_letter(html[end])) ++end;
    const string_view name = string_view(html).substr(i + 1, end - i - 1);
    if (!swallows_what_follows(name)) continue;
    const std::size_t close = html.find("</" + std::string(name), end);
    if (close == std::string::npos) {
      found.push_back(i);
    } else {
      i = close;
    }
  }
  return found;
}

}  // namespace

MarkdownLines::MarkdownLines(const MarkdownEdits& edits) : edits_(edits), starts_{0} {
  const std::string& text = edits.text;
  for (std::size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 1)) {
    starts_.push_back(i + 1);
  }
}

string_view MarkdownLines::text(Span span) const {
  return string_view(edits_.text).substr(span.begin, span.size());
}

std::size_t MarkdownLines::offset(int line, int column) const {
  const auto index = static_cast<std::size_t>(std::max(line, 1)) - 1;
  if (index >= starts_.size()) return edits_.text.size();
  const std::size_t at = starts_[index] + static_cast<std::size_t>(std::max(column, 1)) - 1;
  return std::min(at, edits_.text.size());
}

Span MarkdownLines::line(std::size_t line) const {
  if (line == 0 || line > starts_.size()) return {edits_.text.size(), edits_.text.size()};
  const std::size_t begin = starts_[line - 1];
  std::size_t end = line < starts_.size() ? starts_[line] - 1 : edits_.text.size();
  if (end > begin && edits_.text[end - 1] == '\r') --end;
  return {begin, end};
}

Span MarkdownLines::block(int line, int column, int end_line, int end_column) const {
  const std::size_t begin = offset(line, column);
  Span span{begin, std::max(begin, offset(end_line, end_column + 1))};
  const std::size_t last = text(span).find_last_not_of(kBlanks);
  span.end = last == string_view::npos ? begin : begin + last + 1;
  return span;
}

Span MarkdownLines::heading_text(Span block) const {
  const string_view heading = text(block);
  if (!heading.starts_with('#')) return block;
  const std::size_t marks = heading.find_first_not_of('#');
  const std::size_t begin = heading.find_first_not_of(" \t", marks);
  return {std::min(begin == string_view::npos ? block.end : block.begin + begin, block.end),
          block.end};
}

std::size_t MarkdownLines::heading_end(Span block, std::size_t text_end) const {
  if (text(block).starts_with('#')) return block.end;
  const std::size_t line_feed = std::min(edits_.text.find('\n', text_end), block.end);
  const std::size_t underline = edits_.text.find_first_of("=-", line_feed);
  if (underline >= block.end) return block.end;
  const std::size_t end = edits_.text.find_first_not_of(edits_.text[underline], underline);
  return std::min(end, block.end);
}

Span MarkdownLines::paragraph_text(Span block, string_view first_text) const {
  while (!first_text.starts_with('[')) {
    const string_view paragraph = text(block);
    const std::size_t close = paragraph.find(']');
    const std::size_t end = paragraph.find('\n');
    if (!paragraph.starts_with('[') || close == string_view::npos || end == string_view::npos ||
        close > end || paragraph.substr(close + 1, 1) != ":") {
      break;
    }
    const std::size_t next = paragraph.find_first_not_of(" \t>", end + 1);
    if (next == string_view::npos) break;
    block.begin += next;
  }
  return block;
}

std::size_t MarkdownLines::ruler_line(std::size_t first_line, std::size_t begin) const {
  for (std::size_t number = first_line + 1; number <= starts_.size(); ++number) {
    string_view row = text(line(number));
    row.remove_prefix(std::min(row.find_first_not_of(" \t>"), row.size()));
    if (row.find('-') != string_view::npos &&
        row.find_first_not_of("|:- \t") == string_view::npos &&
        cells(number, begin).size() == cells(number - 1, begin).size()) {
      return number;
    }
    if (row.empty()) break;
  }
  return first_line + 1;
}

std::vector<Span> MarkdownLines::cells(std::size_t number, std::size_t begin) const {
  std::vector<Span> cells;
  Span row = line(number);
  if (row.begin < begin && begin < row.end) row.begin = begin;
  const string_view all = text(row);
  std::size_t at = std::min(all.find_first_not_of(" \t>"), all.size());
  const std::size_t end = all.find_last_not_of(" \t\r") + 1;
  if (at < end && all[at] == '|') ++at;
  while (at < end) {
    std::size_t bar = at;
    while (bar < end && all[bar] != '|') bar += all[bar] == '\\' && bar + 1 < end ? 2 : 1;
    const std::size_t first = std::min(all.find_first_not_of(" \t", at), bar);
    std::size_t last = bar;
    while (last > first && (all[last - 1] == ' ' || all[last - 1] == '\t')) --last;
    cells.push_back({row.begin + first, row.begin + last});
    at = bar + 1;
  }
  return cells;
}

// The bytes of the line that are a line of a block; those before belong to the containers.
Span MarkdownLines::find_at_end(string_view content, std::size_t number) const {
  const Span whole = line(number);
  if (text(whole).ends_with(content)) return {whole.end - content.size(), whole.end};
  return {whole.end, whole.end};
}

std::size_t MarkdownLines::copy_code(string_view literal, std::size_t number, bool fenced,
                                     MarkdownOutput& out) const {
  std::size_t block_end = line(number - 1).end;
  const std::size_t size = literal.find_last_not_of("\r\n") + 1;
  const string_view blank_lines = literal.substr(std::min(size, literal.size()));
  literal = literal.substr(0, size);
  for (std::size_t begin = 0; begin < literal.size(); ++number) {
    const std::size_t end = std::min(literal.find('\n', begin), literal.size());
    string_view content = literal.substr(begin, end - begin);
    if (content.ends_with('\r')) content.remove_suffix(1);
    const Span span = find_at_end(content, number);
    if (begin > 0) out.text("\n", {block_end, std::max(block_end, span.begin)});
    if (span.size() == content.size()) {
      out.copy_text(span);
    } else {
      out.text(content, line(number));
    }
    block_end = span.end;
    begin = end + 1;
  }
  if (!fenced) return block_end;
  const auto skipped = std::count(blank_lines.begin(), blank_lines.end(), '\n');
  number += static_cast<std::size_t>(skipped) - (literal.empty() || skipped == 0 ? 0 : 1);
  // A fence that its container's end has closed is not there.
  string_view last = text(line(number));
  last.remove_prefix(std::min(last.find_first_not_of(" \t>"), last.size()));
  const bool closed = last.starts_with("```") || last.starts_with("~~~");
  return closed ? line(number).begin + without_end_blanks(text(line(number))).size() : block_end;
}

void MarkdownLines::copy_html(string_view literal, std::size_t number, MarkdownOutput& out) const {
  const std::vector<std::size_t> escaped = swallowing_tags(literal);
  for (std::size_t begin = 0; begin < literal.size(); ++number) {
    const std::size_t end = std::min(literal.find('\n', begin), literal.size());
    string_view content = literal.substr(begin, end - begin);
    if (content.ends_with('\r')) content.remove_suffix(1);
    const Span span = find_at_end(content, number);
    if (span.size() == content.size()) {
      copy_visible(span, escaped, begin, out);
    } else {
      out.html(content, line(number));
    }
    if (const std::size_t next = line(number + 1).begin; next > span.end) {
      out.text("\n", {span.end, next});
    }
    begin = end + 1;
  }
}

void MarkdownLines::copy_visible(Span span, const std::vector<std::size_t>& escaped,
                                 std::size_t literal_offset, MarkdownOutput& out) const {
  const string_view content = text(span);
  auto next = std::lower_bound(escaped.begin(), escaped.end(), literal_offset);
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t tag = next == escaped.end() ? content.size() : *next - literal_offset;
    std::size_t end = std::min({content.find(kHidden, begin), tag, content.size()});
    out.copy_html({span.begin + begin, span.begin + end});
    if (end == tag && tag < content.size()) {
      out.copy_text({span.begin + end, span.begin + end + 1});
      ++next, ++end;
    } else {
      end = std::min(content.find_first_not_of(kHidden, end), content.size());
    }
    begin = end;
  }
}

}  // namespace doccord
