#include "extract/code_lines.h"

#include <array>

#include "text/whitespace.h"

namespace doccord {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

// Whether a `#` at the start of a line belongs to the C preprocessor.
bool is_directive(std::string_view after_hash) {
  after_hash = trim_left(after_hash);
  for (const std::string_view word : {"define", "include", "if", "else", "elif", "endif", "undef",
                                      "pragma", "error", "line", "["}) {
    if (after_hash.starts_with(word)) return true;
  }
  return false;
}

// Sets aside what marks comment lines: slashes, asterisks, "///<", "@brief".
std::string_view comment_text(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text[0] == '/' || text[0] == '*' || text[0] == '!' || text[0] == '#')) {
    text.remove_prefix(1);
  }
  if (text.starts_with("<") || text.starts_with(": ")) text.remove_prefix(1);
  text = trim(text);
  for (const std::string_view tag : {"@brief", "\\brief", "<summary>"}) {
    if (text.starts_with(tag)) text = trim_left(text.substr(tag.size()));
  }
  if (text.ends_with("</summary>")) text = trim(text.substr(0, text.size() - 10));
  return text;
}

// Splits one line; `in_comment` says whether a block comment is open and is moved on.
class LineScanner {
 public:
  LineScanner(std::string_view line, CodeLine& out, bool& in_comment)
      : line_(line), out_(out), in_comment_(in_comment) {}

  void scan() {
    out_.continues_comment = in_comment_;
    if (in_comment_) take_block_comment(0);
    if (trim_left(line_.substr(at_)).starts_with('#') && !out_.continues_comment) {
      const std::string_view rest = trim_left(line_.substr(at_));
      if (!is_directive(rest.substr(1))) return add_comment(rest);
    }
    while (at_ < line_.size()) take_token();
  }

 private:
  void add_comment(std::string_view text) {
    out_.has_comment = true;
    text = comment_text(text);
    if (!out_.comment.empty() && !text.empty()) out_.comment += ' ';
    out_.comment += text;
    at_ = line_.size();
  }

  // Takes the comment that began `opening` bytes before, up to its end or the line's.
  void take_block_comment(std::size_t opening) {
    const std::size_t begin = at_ + opening;
    const std::size_t end = line_.find("*/", begin);
    in_comment_ = end == std::string_view::npos;
    const std::string_view inside = line_.substr(begin, in_comment_ ? end : end - begin);
    add_comment(inside);
    at_ = in_comment_ ? line_.size() : end + 2;
  }

  void take_token() {
    const std::string_view rest = line_.substr(at_);
    if (const std::size_t space = space_size(rest, 0)) {
      at_ += space;
    } else if (rest.starts_with("//")) {
      add_comment(rest);
    } else if (rest.starts_with("/*")) {
      take_block_comment(2);
    } else if (rest[0] == '"' || rest[0] == '\'' || rest[0] == '`') {
      take_string(rest[0]);
    } else if (rest[0] == '#' && at_ > 0 && space_size(line_, at_ - 1) > 0 &&
               !out_.tokens.empty() && space_size(rest, 1) > 0) {
      add_comment(rest);  // Behind code, as in Python.
    } else if (is_word_byte(rest[0])) {
      take_word(rest);
    } else {
      out_.tokens.push_back({CodeToken::Kind::mark, rest.substr(0, 1)});
      ++at_;
    }
  }

  void take_string(char quote) {
    std::size_t end = at_ + 1;
    while (end < line_.size() && line_[end] != quote) end += line_[end] == '\\' ? 2 : 1;
    end = std::min(end, line_.size());
    out_.tokens.push_back({CodeToken::Kind::string, line_.substr(at_ + 1, end - at_ - 1)});
    at_ = std::min(end + 1, line_.size());
  }

  void take_word(std::string_view rest) {
    std::size_t size = 0;
    while (size < rest.size() && is_word_byte(rest[size])) ++size;
    const auto kind = is_digit_byte(rest[0]) ? CodeToken::Kind::number : CodeToken::Kind::word;
    out_.tokens.push_back({kind, rest.substr(0, size)});
    at_ += size;
  }

  std::string_view line_;
  CodeLine& out_;
  bool& in_comment_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_kind(const std::vector<CodeToken>& tokens, std::size_t at, CodeToken::Kind kind) {
  return at < tokens.size() && tokens[at].kind == kind;
}

bool is_mark(const std::vector<CodeToken>& tokens, std::size_t at, std::string_view text) {
  return is_kind(tokens, at, CodeToken::Kind::mark) && tokens[at].text == text;
}

bool is_word(const std::vector<CodeToken>& tokens, std::size_t at) {
  return is_kind(tokens, at, CodeToken::Kind::word);
}

std::vector<CodeLine> code_lines_of(const Document& document) {
  std::vector<CodeLine> lines;
  bool in_comment = false;
  for (const pugi::xml_node node : document.root().children("line")) {
    CodeLine line;
    line.span = document.span(node);
    const std::string_view text = document.text().substr(line.span.begin, line.span.size());
    const bool was_behind_code = in_comment && !lines.empty() && lines.back().comment_behind_code;
    LineScanner(text, line, in_comment).scan();
    const bool begins_here = line.has_comment && !line.continues_comment;
    line.comment_behind_code = was_behind_code || (begins_here && !line.tokens.empty());
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace doccord
