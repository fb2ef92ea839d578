#include "text/words.h"

#include <algorithm>
#include <unordered_set>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr char32_t kEnd = 0;

bool is_alnum(char32_t c) { return is_letter(c) || is_digit(c); }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

// Scripts that write no blanks between words: each character stands alone, or a whole sentence
// would be one word.
bool is_unspaced(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// Splits one text; `at_` is always at the beginning of a code point.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Token> split() {
    std::vector<Token> tokens;
    tokens.reserve(std::min<std::size_t>(text_.size() / 6 + 1, 256));
    bool space = false;
    while (at_ < text_.size()) {
      if (const std::size_t size = space_size(text_, at_)) {
        at_ += size;
        space = true;
        continue;
      }
      const std::size_t begin = at_;
      const bool is_word = take_token(begin == 0 || space);
      tokens.push_back({text_.substr(begin, at_ - begin), begin, is_word, space && begin > 0});
      space = false;
    }
    if (!tokens.empty()) tokens.front().space_before = false;
    return tokens;
  }

 private:
  char32_t peek(std::size_t offset) const {
    return offset < text_.size() ? code_point_at(text_, offset).value : kEnd;
  }
  std::size_t size_at(std::size_t offset) const { return code_point_at(text_, offset).size; }

  // A mark that belongs to the letter before it, such as a combining accent.
  bool is_mark(std::size_t offset) const {
    const char32_t c = peek(offset);
    return c >= 0x300 && !is_letter(c) && !is_space(c) &&
           display_width(text_.substr(offset, size_at(offset))) == 0;
  }

  // Moves past one token; tells whether it is a word.
  bool take_token(bool after_space) {
    if (take_plain_word()) return true;
    if (take_url() || take_path(after_space || is_quoted())) return true;
    const char32_t c = peek(at_);
    if (is_unspaced(c)) {
      at_ += size_at(at_);
      while (at_ < text_.size() && is_mark(at_)) at_ += size_at(at_);
      return true;
    }
    const std::size_t sigil = sigil_size(after_space);
    if (sigil == 0 && !is_alnum(c) && c != '_') {
      at_ += size_at(at_);
      return false;
    }
    at_ += sigil;
    take_word();
    return true;
  }

  // Most words are letters and digits of ASCII with a blank behind, or a mark and a blank: nothing
  // of what else a word may be needs to be asked then.
  bool take_plain_word() {
    std::size_t end = at_;
    while (end < text_.size() && kAsciiAlnum[static_cast<unsigned char>(text_[end])]) ++end;
    const auto is_end = [&](std::size_t at) { return at >= text_.size() || text_[at] == ' '; };
    const bool marked = end < text_.size() && (text_[end] == '.' || text_[end] == ',');
    if (end == at_ || !(is_end(end) || (marked && is_end(end + 1)))) return false;
    at_ = end;
    return true;
  }

  // Whether an opening quote or bracket stands before.
  bool is_quoted() const {
    const std::string_view before = text_.substr(0, at_);
    return before.ends_with("\u201c") || before.ends_with("\u2018") ||
           (at_ > 0 && is_opening(text_[at_ - 1]) && text_[at_ - 1] != '=' &&
            text_[at_ - 1] != '<');
  }

  // Bytes before a word that are part of it: the dashes of `--option`, the sign of -1, $HOME, %s.
  std::size_t sigil_size(bool after_space) const {
    const char32_t c = peek(at_);
    const bool opened = after_space || at_ == 0 || is_opening(text_[at_ - 1]) || is_quoted();
    if (!opened) return 0;
    std::size_t size = 0;
    if (c == '-') {
      size = peek(at_ + 1) == '-' ? 2 : 1;
    } else if (c == 0x2212 || c == '$' || c == '%' || c == '#' || c == '@' || c == '.') {
      size = size_at(at_);
    }
    if (size == 0) return 0;
    const char32_t next = peek(at_ + size);
    return is_alnum(next) && (c != 0x2212 || is_digit(next)) ? size : 0;
  }

  static bool is_opening(char c) {
    return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == '`' || c == '=' ||
           c == '<';
  }

  void take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      while (at_ < text_.size() && kAsciiAlnum[static_cast<unsigned char>(text_[at_])]) ++at_;
      if (at_ == text_.size()) break;
      const char32_t c = peek(at_);
      if (is_unspaced(c)) break;
      if (is_alnum(c) || c == '_' || is_mark(at_)) {
        at_ += size_at(at_);
        continue;
      }
      const std::size_t joint = joint_size(begin);
      if (joint == 0) break;
      at_ += joint;
    }
    take_tail(begin);
  }

  // Bytes at `at_` that join the word before them to what follows: 0 when the word ends here.
  std::size_t joint_size(std::size_t begin) const {
    const char32_t c = peek(at_);
    const std::size_t size = size_at(at_);
    const char32_t next = peek(at_ + size);
    const char32_t last = static_cast<unsigned char>(text_[at_ - 1]);
    if (is_apostrophe(c)) return is_letter(next) && !is_digit(last) ? size : 0;
    if (is_hyphen(c)) return is_alnum(next) && !is_unspaced(next) ? size : 0;
    if (c == '@') return is_alnum(next) ? size : 0;
    if (c == '/') return is_digit(next) && !is_digit(last) ? size : 0;
    if (c == ',') return is_digit(last) && is_thousand(at_ + 1) ? size : 0;
    if (c == ':' && next == ':') return is_alnum(peek(at_ + 2)) ? 2 : 0;
    if (c == ':') return is_digit(last) && is_digit(next) ? size : 0;
    if (c != '.') return 0;
    if (is_digit(next) || is_lower(next)) return size;
    return is_upper(next) && is_upper(peek(begin)) ? size : 0;  // Not the `.` of "end.Next".
  }

  bool is_thousand(std::size_t offset) const {
    return is_digit(peek(offset)) && is_digit(peek(offset + 1)) && is_digit(peek(offset + 2)) &&
           !is_digit(peek(offset + 3));
  }

  // Marks behind a word that are part of it: C++, C#, the last dot of "e.g.".
  void take_tail(std::size_t begin) {
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word.size() == 1 && is_upper(peek(begin))) {
      if (text_.substr(at_).starts_with("++")) at_ += 2;
      if (at_ == begin + 1 && peek(at_) == '#') ++at_;
    }
    const bool initials = word.size() >= 3 && word.size() % 2 == 1 && peek(at_) == '.' &&
                          is_letter(peek(begin)) && every_second_is_dot(word);
    if (initials) ++at_;
  }

  static bool every_second_is_dot(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); i += 2) {
      if (word[i] != '.') return false;
    }
    return true;
  }

  bool take_url() {
    std::size_t scheme = at_;
    while (scheme < text_.size() && scheme < at_ + 12 && is_letter(peek(scheme))) ++scheme;
    const std::string_view rest = text_.substr(at_);
    const bool url = (scheme > at_ && text_.substr(scheme).starts_with("://")) ||
                     rest.starts_with("www.") || rest.starts_with("mailto:");
    if (!url) return false;
    take_until_space();
    return true;
  }

  bool take_path(bool after_space) {
    if (!after_space || peek(at_) != '/' || !is_alnum(peek(at_ + 1))) return false;
    take_until_space();
    return true;
  }

  // Takes what can stand in an address, without the punctuation that closes the sentence.
  void take_until_space() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && space_size(text_, at_) == 0 &&
           std::string_view("<>\"`|{}").find(text_[at_]) == std::string_view::npos) {
      at_ += size_at(at_);
    }
    while (at_ > begin + 1 &&
           std::string_view(".,;:!?)'*]").find(text_[at_ - 1]) != std::string_view::npos) {
      --at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Splitter(text).split(); }

bool is_function_word(std::string_view folded) {
  static const std::unordered_set<std::string_view> words = {
#define WORD(word) word,
#include "text/function_words.def"
#undef WORD
  };
  return words.contains(folded);
}

}  // namespace doccord
