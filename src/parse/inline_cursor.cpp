#include "parse/inline_cursor.h"

#include <algorithm>
#include <array>

#include "parse/markdown_output.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using std::string_view;

// How far text is looked for that does not stand where it should.
constexpr std::size_t kSeekDistance = 4096;
constexpr std::size_t kSeekLength = 8;

// By byte: whether it may stand for something else than itself.
constexpr auto kStanding = [] {
  std::array<bool, 256> standing{};
  for (const char c : {'\\', '&', '\n', kHidden}) standing[static_cast<unsigned char>(c)] = true;
  return standing;
}();

std::string visible(string_view text) {
  std::string out(text);
  std::erase(out, kHidden);
  return out;
}

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

InlineCursor::InlineCursor(const MarkdownEdits& edits, Span block, bool in_table)
    : text_(string_view(edits.text).substr(0, block.end)),
      at_(block.begin),
      end_(block.end),
      in_table_(in_table) {}

char InlineCursor::now(std::size_t ahead) const {
  return at_ + ahead < end_ ? text_[at_ + ahead] : '\0';
}

void InlineCursor::text(string_view decoded, MarkdownOutput& out) {
  for (std::size_t i = 0; i < decoded.size();) {
    if (copy_same(decoded, i, out) || match_code_point(decoded, i, out)) continue;
    if (!seek(decoded.substr(i))) return out.text(visible(decoded.substr(i)), {at_, at_});
  }
}

// Copies what stands in the text as it was decoded, up to what might stand for something else.
bool InlineCursor::copy_same(string_view decoded, std::size_t& i, MarkdownOutput& out) {
  const std::size_t begin = at_;
  const std::size_t end = std::min(end_, at_ + decoded.size() - i);
  while (at_ < end && text_[at_] == decoded[i] &&
         !kStanding[static_cast<unsigned char>(text_[at_])])
    ++at_, ++i;
  if (at_ > begin) out.copy_text({begin, at_});
  return at_ > begin;
}

// Matches one or more bytes of the text, and leaves `i` behind them.
bool InlineCursor::match_code_point(string_view decoded, std::size_t& i, MarkdownOutput& out) {
  const char next = decoded[i];
  if (now() == '\\' && is_punctuation(now(1)) && now(1) == next) {
    out.text(decoded.substr(i++, 1), {at_, at_ + 2});
    at_ += 2;
    return true;
  }
  if (const std::size_t size = entity_size(); size > 0) {
    const string_view entity = text_.substr(at_, size);
    if (entity == "&amp;" || !decoded.substr(i).starts_with(entity)) {
      const std::size_t length = code_point_at(decoded, i).size;
      out.text(decoded.substr(i, length), {at_, at_ + size});
      at_ += size;
      i += length;
      return true;
    }
  }
  if (next == '\n') {
    out.text("\n", line_break());
    ++i;
    return true;
  }
  if (at_ >= end_ || text_[at_] != next) return false;
  if (next != kHidden) out.copy_text({at_, at_ + 1});
  ++at_;
  ++i;
  return true;
}

// Of the character reference that begins here, as far as its form goes.
std::size_t InlineCursor::entity_size() const {
  if (now() != '&') return 0;
  std::size_t size = now(1) == '#' ? 2 : 1;
  const std::size_t name = size;
  while (is_alphanumeric(now(size))) ++size;
  return size > name && now(size) == ';' ? size + 1 : 0;
}

bool InlineCursor::seek(string_view decoded) {
  const string_view probe = decoded.substr(0, kSeekLength);
  const string_view range = text_.substr(0, std::min(end_, at_ + kSeekDistance));
  const std::size_t found = range.find(probe, at_);
  if (found == string_view::npos || found == at_) return false;
  at_ = found;
  return true;
}

void InlineCursor::code(string_view content, MarkdownOutput& out) {
  if (now() != '`' && !seek("`")) return out.text(content, {at_, at_});
  std::size_t ticks = 0;
  while (now(ticks) == '`') ++ticks;
  at_ += ticks;
  for (std::size_t i = 0; i < content.size();) {
    if (now() == content[i]) {
      const std::size_t begin = at_;
      while (i < content.size() && now() == content[i]) ++at_, ++i;
      out.copy_text({begin, at_});
    } else if (in_table_ && content[i] == '|' && now() == '\\' && now(1) == '|') {
      out.text("|", {at_, at_ + 2});
      at_ += 2, ++i;
    } else if (now() == '\n' || now() == '\r') {
      const Span span = line_break();
      if (content[i] == ' ') out.text(content.substr(i++, 1), span);
    } else if (now() == ' ') {
      ++at_;
    } else {
      out.text(content.substr(i), {at_, at_});
      break;
    }
  }
  while (now() == ' ' || now() == '\n' || now() == '\r') ++at_;
  while (ticks > 0 && now() == '`') ++at_, --ticks;
}

void InlineCursor::raw_html(string_view literal, bool as_text, MarkdownOutput& out) {
  if (text_.substr(at_, 2) != literal.substr(0, 2)) seek(literal);
  for (std::size_t i = 0; i < literal.size(); ++i) {
    if (literal[i] == '\n') {
      out.text("\n", line_break());
    } else if (at_ < end_ && now() == literal[i]) {
      const Span span{at_, at_ + 1};
      ++at_;
      if (literal[i] == kHidden) continue;
      as_text ? out.copy_text(span) : out.copy_html(span);
    } else if (literal[i] != '\r') {
      const std::string rest = visible(literal.substr(i));
      as_text ? out.text(rest, {at_, at_}) : out.html(rest, {at_, at_});
      return;
    }
  }
}

Span InlineCursor::line_break() {
  const std::size_t begin = at_;
  const std::size_t line_feed = text_.find('\n', at_);
  if (line_feed >= end_) return {begin, begin};
  const bool near = text_.find_first_not_of(" \t\r\\", at_) == line_feed;
  at_ = line_feed + 1;
  skip_line_prefix();
  return {near ? begin : line_feed, at_};
}

// A line of text cannot begin with these: they belong to the containers that it stands in.
void InlineCursor::skip_line_prefix() {
  while (now() == ' ' || now() == '\t' || now() == '>') ++at_;
}

Span InlineCursor::delimiters(std::size_t count) {
  const std::size_t begin = at_;
  const char delimiter = now();
  if (delimiter != '*' && delimiter != '_') return {begin, begin};
  while (at_ < begin + count && now() == delimiter) ++at_;
  return {begin, at_};
}

Span InlineCursor::link_begin() {
  const std::size_t begin = at_;
  if (now() == '[' || now() == '<') ++at_;
  return {begin, at_};
}

Span InlineCursor::link_end() {
  const std::size_t begin = at_;
  if (now() == '>') {
    ++at_;
  } else if (now() == ']') {
    ++at_;
    const std::size_t end = now() == '(' ? destination_end(at_) : bracket_end(at_);
    if (end != string_view::npos) at_ = end;
  }
  return {begin, at_};
}

Span InlineCursor::image() {
  const std::size_t begin = at_;
  if (now() != '!' && !seek("![")) return {begin, begin};
  int depth = 0;
  for (++at_; at_ < end_; ++at_) {
    if (now() == '\\') {
      ++at_;
    } else if (now() == '[') {
      ++depth;
    } else if (now() == ']' && --depth == 0) {
      break;
    }
  }
  at_ = std::min(at_, end_);
  link_end();
  return {begin, at_};
}

Span InlineCursor::footnote_reference() {
  const std::size_t begin = at_;
  const std::size_t end = bracket_end(at_);
  if (end != string_view::npos) at_ = end;
  return {begin, at_};
}

// Behind `[label]`, if one opens there.
std::size_t InlineCursor::bracket_end(std::size_t open) const {
  if (open >= end_ || text_[open] != '[') return string_view::npos;
  const std::size_t end = std::min(end_, open + kSeekDistance);
  for (std::size_t i = open + 1; i < end; ++i) {
    if (text_[i] == '\\') {
      ++i;
    } else if (text_[i] == '[') {
      return string_view::npos;
    } else if (text_[i] == ']') {
      return i + 1;
    }
  }
  return string_view::npos;
}

// Behind `(destination "title")`, if it is one.
std::size_t InlineCursor::destination_end(std::size_t open) const {
  const string_view blanks = " \t\r\n";
  const string_view text = text_.substr(0, std::min(end_, open + kSeekDistance));
  const std::size_t end = text.size();
  std::size_t i = std::min(text.find_first_not_of(blanks, open + 1), end);
  if (i < end && text[i] == '<') {
    i = std::min(text.find('>', i), end - 1) + 1;
  } else {
    for (int depth = 0; i < end && blanks.find(text[i]) == string_view::npos; ++i) {
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && --depth < 0) break;
      i += text[i] == '\\';
    }
  }
  i = std::min(text.find_first_not_of(blanks, i), end);
  if (i < end && (text[i] == '"' || text[i] == '\'' || text[i] == '(')) {
    const char close = text[i] == '(' ? ')' : text[i];
    for (++i; i < end && text[i] != close; ++i) i += text[i] == '\\';
    i = std::min(text.find_first_not_of(blanks, i + 1), end);
  }
  return i < end && text[i] == ')' ? i + 1 : string_view::npos;
}

}  // namespace doccord
