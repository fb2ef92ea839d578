#include "extract/doc_comment.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "extract/column_words.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string_view name_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_name_byte(text[size])) ++size;
  return text.substr(0, size);
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Block tags whose text belongs to the description. All others end it.
constexpr std::array<std::string_view, 7> kTextTags{"brief",   "details", "note",   "remark",
                                                    "remarks", "summary", "apiNote"};

// Elements of HTML and of C#'s comments that may stand in a comment; any other "<...>" is text.
constexpr std::array<std::string_view, 43> kElements{
    "p",       "br",  "a",     "b",    "i",       "em",       "strong",    "code", "pre",
    "tt",      "ul",  "ol",    "li",   "dl",      "dt",       "dd",        "sup",  "sub",
    "span",    "div", "table", "tr",   "td",      "th",       "tbody",     "h1",   "h2",
    "h3",      "h4",  "u",     "kbd",  "summary", "remarks",  "para",      "see",  "seealso",
    "returns", "c",   "value", "list", "item",    "paramref", "blockquote"};

constexpr std::array<std::string_view, 10> kInlineElements{"a",    "b",  "i",    "em", "strong",
                                                           "code", "tt", "span", "c",  "u"};

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 6> kEntities{{{"&lt;", "<"},
                                           {"&gt;", ">"},
                                           {"&amp;", "&"},
                                           {"&quot;", "\""},
                                           {"&nbsp;", " "},
                                           {"&#39;", "'"}}};

// What a reference shows: its label, or the last part of what it refers to.
std::string_view reference_text(std::string_view reference) {
  reference = trim(reference);
  const std::size_t blank = reference.find(' ');
  if (blank != std::string_view::npos) return trim(reference.substr(blank));
  const std::size_t part = reference.find_last_of("#:");
  return part == std::string_view::npos ? reference : reference.substr(part + 1);
}

// Replaces markup by what it shows, from left to right.
class MarkupReader {
 public:
  explicit MarkupReader(std::string_view text) : text_(text) {}

  std::string read() {
    while (at_ < text_.size()) {
      if (read_inline_tag() || read_element() || read_link() || read_role() || read_entity())
        continue;
      // Back-quotes are markup in comments of every language that has them.
      if (text_[at_] != '`') out_ += text_[at_];
      ++at_;
    }
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  // {@code X}, {@link X label}, {@value}
  bool read_inline_tag() {
    if (!rest().starts_with("{@")) return false;
    const std::size_t close = rest().find('}');
    if (close == std::string_view::npos) return false;
    const std::string_view name = name_at(rest().substr(2));
    const std::string_view inside = rest().substr(2 + name.size(), close - 2 - name.size());
    const bool refers = name.starts_with("link");
    out_ += refers ? reference_text(inside) : trim(inside);
    at_ += close + 1;
    return true;
  }

  bool read_element() {
    if (!rest().starts_with("<")) return false;
    const bool closes = rest().starts_with("</");
    const std::string_view name = name_at(rest().substr(closes ? 2 : 1));
    const std::size_t close = rest().find('>');
    if (close == std::string_view::npos || !is_one_of(fold_case(name), kElements)) return false;
    const std::string_view inside = rest().substr(0, close);
    if (!is_one_of(fold_case(name), kInlineElements)) out_ += ' ';
    for (const std::string_view attribute : {"cref=\"", "langword=\"", "name=\""}) {
      const std::size_t begin = inside.find(attribute);
      if (begin == std::string_view::npos || !inside.ends_with("/")) continue;
      const std::string_view value = inside.substr(begin + attribute.size());
      out_ += reference_text(value.substr(0, value.find('"')));
      out_ += text_.size() > at_ + close + 1 && is_name_byte(text_[at_ + close + 1]) ? " " : "";
    }
    at_ += close + 1;
    return true;
  }

  // [RFC 9110](https://...)
  bool read_link() {
    if (!rest().starts_with("[")) return false;
    const std::size_t middle = rest().find("](");
    if (middle == std::string_view::npos || rest().substr(1, middle).find('[') < middle - 1)
      return false;
    const std::size_t close = rest().find(')', middle);
    const std::string_view target = rest().substr(middle + 2, close - middle - 2);
    if (close == std::string_view::npos || target.find(' ') != std::string_view::npos) return false;
    out_ += rest().substr(1, middle - 1);
    at_ += close + 1;
    return true;
  }

  // :c:type:`ssize_t`, :ref:`the title <target>`, as reStructuredText has it.
  bool read_role() {
    std::string_view behind = rest();
    std::size_t names = 0;
    while (behind.starts_with(':')) {
      const std::size_t size = name_at(behind.substr(1)).size();
      if (size == 0 || !behind.substr(1 + size).starts_with(':')) break;
      behind.remove_prefix(1 + size);
      ++names;
    }
    if (names == 0 || !behind.starts_with(":`")) return false;
    const std::size_t close = behind.find('`', 2);
    if (close == std::string_view::npos) return false;
    std::string_view shown = behind.substr(2, close - 2);
    if (shown.starts_with('~')) shown.remove_prefix(std::max<std::size_t>(shown.rfind('.') + 1, 1));
    out_ += trim(shown.substr(0, shown.find('<')));
    at_ = text_.size() - behind.size() + close + 1;
    return true;
  }

  bool read_entity() {
    for (const Entity& entity : kEntities) {
      if (!rest().starts_with(entity.name)) continue;
      out_ += entity.text;
      at_ += entity.name.size();
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

// The block tag that a line begins with: "see" of "@see ..."; a sentence that mentions one does
// not.
std::optional<std::string_view> block_tag(std::string_view line) {
  line = trim_left(line);
  if (line.size() < 2 || (line[0] != '@' && line[0] != '\\')) return std::nullopt;
  const std::string_view name = name_at(line.substr(1));
  const bool ends = name.size() + 1 == line.size() || space_size(line, name.size() + 1) > 0;
  return name.empty() || !ends ? std::nullopt : std::optional(name);
}

// "MessageText" as "Message Text".
std::string spaced_out(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c >= 'A' && c <= 'Z' && !out.empty()) out += ' ';
    out += c;
  }
  return out;
}

// "MessageId: NAME" and "MessageText:".
bool only_labels(std::string_view line, std::string_view name) {
  line = trim(line);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view value = trim(line.substr(colon + 1));
  if (!name.empty() && value == name) return true;
  return value.empty() && column_hint(spaced_out(line.substr(0, colon))) == ColumnHint::description;
}

}  // namespace

std::string doc_comment_text(std::string_view comment, std::string_view name) {
  std::string said;
  while (!comment.empty()) {
    const std::size_t end = std::min(comment.find('\n'), comment.size());
    std::string_view line = comment.substr(0, end);
    comment.remove_prefix(std::min(end + 1, comment.size()));
    if (only_labels(line, name)) continue;
    if (const auto tag = block_tag(line)) {
      if (!is_one_of(*tag, kTextTags)) break;
      if (*tag == "brief" || *tag == "summary" || *tag == "details") {
        line = trim_left(line).substr(tag->size() + 1);
      }
    }
    said += line;
    said += '\n';
  }
  return collapse(MarkupReader(said).read());
}

std::string without_value(std::string comment, std::string_view value) {
  if (value.empty() || !comment.starts_with(value)) return comment;
  std::string_view rest = std::string_view(comment).substr(value.size());
  if (rest.empty()) return {};
  for (const std::string_view mark : {" - ", ": ", " -- ", " = ", ", "}) {
    if (rest.starts_with(mark)) return std::string(trim(rest.substr(mark.size())));
  }
  return comment;
}

}  // namespace doccord
