#include "extract/inline_markup.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// What is no longer than this is looked for only so far, lest a text without an end take long.
constexpr std::size_t kLongestName = 64;
constexpr std::size_t kLongestReference = 400;

constexpr std::array<std::string_view, 7> kMarks{"``", "**", "`", "*", "_", "+", "'"};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return kAsciiAlnum[byte] || byte >= 0x80;
}

bool is_blank_byte(char c) { return c == ' ' || c == '\t'; }

// Whether a mark of emphasis may open at `at`: behind no word, before a text.
bool may_open(std::string_view text, std::size_t at, std::size_t size) {
  return (at == 0 || !is_word_byte(text[at - 1])) && at + size < text.size() &&
         !is_blank_byte(text[at + size]);
}

// Where the mark that opened before `from` closes: behind a text, before no word.
std::size_t closing_mark(std::string_view text, std::string_view mark, std::size_t from) {
  for (std::size_t at = text.find(mark, from); at != std::string_view::npos;
       at = text.find(mark, at + 1)) {
    const std::size_t end = at + mark.size();
    const bool closes = at > from && !is_blank_byte(text[at - 1]) &&
                        (end == text.size() || !is_word_byte(text[end]));
    if (closes) return at;
  }
  return std::string_view::npos;
}

// What a reader prints piece by piece. Each of the functions takes what stands at `at_` when it is
// what it looks for, and says whether it did.
class Printer {
 public:
  explicit Printer(std::string_view text) : text_(text) {}

  // "**x**": what stands between two marks, which are not printed.
  bool take_marked(std::string_view mark) {
    if (!rest().starts_with(mark) || !may_open(text_, at_, mark.size())) return false;
    const std::size_t first = at_ + mark.size();
    const std::size_t close = find_close(mark, first);
    if (close == std::string_view::npos) return false;
    out_ += text_.substr(first, close - first);
    at_ = close + mark.size();
    return true;
  }

  // "\*": a mark that marks nothing.
  bool take_escaped() {
    if (text_[at_] != '\\' || at_ + 1 >= text_.size() || is_word_byte(text_[at_ + 1])) return false;
    if (!is_blank_byte(text_[at_ + 1])) out_ += text_[at_ + 1];
    at_ += 2;
    return true;
  }

  // ":role:`text`", "`text <target>`_".
  bool take_interpreted() {
    std::size_t tick = at_;
    if (text_[at_] == ':') {
      const std::size_t size = rest().substr(0, kLongestName).find_first_of(" `");
      const bool role = size != std::string_view::npos && size > 2 && rest()[size] == '`' &&
                        rest()[size - 1] == ':' && (at_ == 0 || !is_word_byte(text_[at_ - 1]));
      if (!role) return false;
      tick = at_ + size;
    } else if (text_[at_] != '`') {
      return false;
    }
    const std::size_t close = find_close("`", tick + 1);
    if (close == std::string_view::npos) return false;
    out_ += title_of(text_.substr(tick + 1, close - tick - 1));
    at_ = close + 1;
    while (at_ < text_.size() && text_[at_] == '_') ++at_;
    return true;
  }

  // "man:git[1]", "link:url[page]", "https://x.example[page]".
  bool take_macro() {
    if (!is_word_byte(text_[at_]) || (at_ > 0 && is_word_byte(text_[at_ - 1]))) return false;
    const std::string_view near = rest().substr(0, kLongestReference);
    const std::size_t open = near.find_first_of(" [`<>");
    if (open == std::string_view::npos || near[open] != '[') return false;
    const std::string_view head = near.substr(0, open);
    const std::size_t colon = head.find(':');
    const std::size_t close = near.find(']', open);
    if (colon >= head.size() - 1 || close == std::string_view::npos) return false;
    const std::string_view target = head.substr(colon + 1);
    const std::string_view inside = near.substr(open + 1, close - open - 1);
    const bool page = inside.size() == 1 && inside[0] >= '1' && inside[0] <= '9';
    if (page) {
      out_.append(target).append("(").append(inside).append(")");
    } else {
      out_ += !inside.empty() ? inside : target.starts_with("//") ? head : target;
    }
    at_ += close + 1;
    return true;
  }

  // "<<anchor,text>>".
  bool take_reference() {
    const std::string_view near = rest().substr(0, kLongestReference);
    const std::size_t close = near.find(">>");
    if (!near.starts_with("<<") || close == std::string_view::npos) return false;
    const std::string_view inside = near.substr(2, close - 2);
    const std::size_t comma = inside.find(',');
    out_ += comma == std::string_view::npos ? inside : trim(inside.substr(comma + 1));
    at_ += close + 2;
    return true;
  }

  void take_byte() { out_ += text_[at_++]; }
  bool done() const { return at_ >= text_.size(); }
  std::string take() { return collapse(out_); }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  // The same as closing_mark; what was not found further on is not looked for again.
  std::size_t find_close(std::string_view mark, std::size_t from) {
    const auto place = std::find(kMarks.begin(), kMarks.end(), mark) - kMarks.begin();
    bool& unclosed = unclosed_[static_cast<std::size_t>(place)];
    if (unclosed) return std::string_view::npos;
    const std::size_t close = closing_mark(text_, mark, from);
    unclosed = close == std::string_view::npos;
    return close;
  }

  // What is shown of "text <target>", and of "~module.name", which leads to module.name.
  static std::string_view title_of(std::string_view text) {
    const std::size_t target = text.rfind(" <");
    if (text.ends_with('>') && target != std::string_view::npos)
      return trim(text.substr(0, target));
    if (text.starts_with('~')) {
      const std::size_t dot = text.rfind('.');
      return text.substr(dot == std::string_view::npos ? 1 : dot + 1);
    }
    return text.starts_with('!') ? text.substr(1) : text;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::array<bool, kMarks.size()> unclosed_{};  // No such mark closes behind here.
};

}  // namespace

std::string printed_restructured_text(std::string_view text) {
  Printer printer(text);
  while (!printer.done()) {
    const bool taken = printer.take_escaped() || printer.take_marked("``") ||
                       printer.take_marked("**") || printer.take_marked("*") ||
                       printer.take_interpreted();
    if (!taken) printer.take_byte();
  }
  return printer.take();
}

std::string printed_asciidoc(std::string_view text) {
  Printer printer(text);
  while (!printer.done()) {
    const bool taken = printer.take_escaped() || printer.take_marked("``") ||
                       printer.take_marked("**") || printer.take_marked("`") ||
                       printer.take_marked("*") || printer.take_marked("_") ||
                       printer.take_marked("+") || printer.take_marked("'") ||
                       printer.take_reference() || printer.take_macro();
    if (!taken) printer.take_byte();
  }
  return printer.take();
}

}  // namespace doccord
