// Source code whose constants are documented: #define, enumerators, constants of a block or class,
// with their comment above or behind. A phrase that another part of the file gives a constant (a
// switch, a map) joins it by name. Each block is a grid of its own.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/code_lines.h"
#include "extract/key.h"
#include "extract/shape.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using Kind = CodeToken::Kind;
using Tokens = std::vector<CodeToken>;

// Columns of the grids.
enum Column : std::size_t { kName, kValue, kPhrase, kDescription, kColumns };

struct Constant {
  std::string_view name;
  std::string_view value;
  std::vector<std::string_view> strings;  // That stand beside the value.
};

bool is_mark(const Tokens& tokens, std::size_t at, std::string_view text) {
  return at < tokens.size() && tokens[at].kind == Kind::mark && tokens[at].text == text;
}

bool is_word(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == Kind::word;
}

// Words that may stand before the name of a constant and make clear that it is one.
bool declares_constant(std::string_view word) {
  constexpr std::array<std::string_view, 9> kWords{
      "const", "final", "static", "constexpr", "readonly", "val", "pub", "define", "public"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// A number without the suffix that says its type: 5L, 0x80070005UL.
std::string_view without_suffix(std::string_view number) {
  while (number.size() > 1 && (number.back() == 'L' || number.back() == 'l' ||
                               number.back() == 'U' || number.back() == 'u')) {
    number.remove_suffix(1);
  }
  return number;
}

// The number of a token, with the minus sign right before it.
std::string_view number_at(const Tokens& tokens, std::size_t at) {
  const std::string_view number = without_suffix(tokens[at].text);
  const bool negative =
      at > 0 && is_mark(tokens, at - 1, "-") && tokens[at - 1].text.data() + 1 == number.data();
  return negative ? std::string_view(number.data() - 1, number.size() + 1) : number;
}

// The value and the strings beside it, from token `at` on; nothing when it does not begin with one.
std::optional<Constant> read_value(const Tokens& tokens, std::size_t at, std::string_view name) {
  Constant constant{name, {}, {}};
  for (; at < tokens.size(); ++at) {
    const CodeToken& token = tokens[at];
    if (token.kind == Kind::number && constant.value.empty())
      constant.value = number_at(tokens, at);
    // Where Go begins to count.
    if (token.kind == Kind::word && token.text == "iota") constant.value = "0";
    if (token.kind == Kind::string) constant.strings.push_back(token.text);
  }
  if (constant.value.empty()) return std::nullopt;
  return constant;
}

// NAME = value, with whatever declares it before: "public static final int NAME = 404;".
std::optional<Constant> read_assignment(const Tokens& tokens, bool constants_only) {
  std::size_t equals = 0;
  while (equals < tokens.size() && !is_mark(tokens, equals, "=")) ++equals;
  if (equals == 0 || equals >= tokens.size() || is_mark(tokens, equals + 1, "="))
    return std::nullopt;
  std::size_t name = equals - 1;
  for (std::size_t i = 1; i < equals; ++i) {
    if (is_mark(tokens, i, ":")) name = i - 1;  // NAME: u16 = 404
  }
  // A block that holds nothing but constants: `Ok Code = 0`.
  const bool typed = constants_only && name == 1 && is_word(tokens, 0);
  if (typed) name = 0;
  if (!is_word(tokens, name)) return std::nullopt;
  if (name > 0) {
    const bool declared =
        std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(name),
                    [](const CodeToken& token) { return declares_constant(token.text); });
    if (!declared) return std::nullopt;
  }
  return read_value(tokens, equals + 1, tokens[name].text);
}

std::optional<Constant> read_constant(const Tokens& tokens, bool constants_only) {
  if (tokens.size() < 3) return std::nullopt;
  if (is_mark(tokens, 0, "#") && tokens[1].text == "define" && is_word(tokens, 2)) {
    // Names that begin with an underscore are the implementation's: include guards, feature tests.
    if (tokens[2].text[0] == '_') return std::nullopt;
    return read_value(tokens, 3, tokens[2].text);
  }
  // 404: "Not Found" and 404 => "Not Found", as maps of several languages have it.
  const bool mapped = tokens[0].kind == Kind::number &&
                      ((is_mark(tokens, 1, ":") && tokens[2].kind == Kind::string) ||
                       (is_mark(tokens, 1, "=") && is_mark(tokens, 2, ">")));
  if (mapped) return read_value(tokens, 0, "");
  // NAME(404, "Not Found"), as enumerations of Java have it.
  const bool called = is_word(tokens, 0) && is_constant(tokens[0].text) &&
                      is_mark(tokens, 1, "(") && tokens[2].kind == Kind::number;
  if (called) return read_value(tokens, 2, tokens[0].text);
  return read_assignment(tokens, constants_only);
}

// Phrases by constant: `case NAME: return "Not Found"`, `NAME: "Not Found"`, `{NAME, "Not Found"}`.
std::map<std::string_view, std::string_view> read_phrases(const std::vector<CodeLine>& lines) {
  std::map<std::string_view, std::string_view> phrases;
  std::string_view pending;  // The constant of a case whose string stands on the next line.
  for (const CodeLine& line : lines) {
    const Tokens& tokens = line.tokens;
    if (tokens.empty()) continue;
    std::string_view name = pending;
    pending = {};
    std::optional<std::string_view> phrase;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool names = is_word(tokens, i) && is_constant(tokens[i].text) &&
                         (is_mark(tokens, i + 1, ":") || is_mark(tokens, i + 1, ",") ||
                          is_mark(tokens, i + 1, "]"));
      if (names && !phrase) name = tokens[i].text;
      if (tokens[i].kind == Kind::string && !phrase) phrase = tokens[i].text;
    }
    if (name.empty()) continue;
    if (phrase && !phrase->empty()) {
      phrases.emplace(name, *phrase);
    } else if (tokens[0].text == "case") {
      pending = name;
    }
  }
  return phrases;
}

// Reads the constants of a file, block by block.
class ConstantReader {
 public:
  explicit ConstantReader(const std::vector<CodeLine>& lines)
      : lines_(lines), phrases_(read_phrases(lines)) {}

  std::vector<Grid> read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (auto constant = read_constant(lines_[i].tokens, in_constants_)) {
        take_strings_below(i, *constant);
        next_value_ = value_after(constant->value);
        add_row(i, *constant);
      } else if (const auto implied = read_implied(lines_[i].tokens)) {
        add_row(i, *implied);
      }
      name_section(lines_[i].tokens);
      follow_blocks(lines_[i].tokens, i);
    }
    std::vector<Grid> grids;
    for (auto& [block, grid] : by_block_) {
      choose_descriptions(grid);
      grids.push_back(std::move(grid.grid));
    }
    return grids;
  }

 private:
  struct Block {
    Grid grid;
    std::vector<GridCell> above;   // By row.
    std::vector<GridCell> behind;  // By row.
  };

  // A statement that goes on below, as tuples do: "A = (101, 'Switching'," and a string on the next
  // line.
  void take_strings_below(std::size_t at, Constant& constant) const {
    while (!lines_[at].tokens.empty() && lines_[at].tokens.back().text == "," &&
           at + 1 < lines_.size()) {
      const Tokens& below = lines_[++at].tokens;
      if (below.empty() || below[0].kind != Kind::string) return;
      for (const CodeToken& token : below) {
        if (token.kind == Kind::string) constant.strings.push_back(token.text);
      }
    }
  }

  // What the enumerator behind one with this value has, where the language counts on.
  static std::optional<long> value_after(std::string_view value) {
    long number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
    return number + 1;
  }

  // "NAME," in an enumeration that has said where it counts from.
  std::optional<Constant> read_implied(const Tokens& tokens) {
    const bool alone = is_word(tokens, 0) && (in_constants_ || is_constant(tokens[0].text)) &&
                       (tokens.size() == 1 || (tokens.size() == 2 && is_mark(tokens, 1, ",")));
    if (!alone || !(in_enumeration_ || in_constants_) || !next_value_) return std::nullopt;
    implied_values_.push_back(std::to_string((*next_value_)++));
    return Constant{tokens[0].text, implied_values_.back(), {}};
  }

  // The comment lines right above line `at`.
  GridCell comment_above(std::size_t at) const {
    std::size_t first = at;
    while (first > 0 && lines_[first - 1].only_comment()) --first;
    GridCell cell;
    cell.span = {lines_[first].span.begin, lines_[at].span.begin};
    for (std::size_t i = first; i < at; ++i) cell.text += lines_[i].comment + " ";
    cell.text = collapse(cell.text);
    return cell;
  }

  // The comment behind line `at`, which may go on below.
  GridCell comment_behind(std::size_t at) const {
    GridCell cell{lines_[at].continues_comment ? "" : lines_[at].comment, lines_[at].span};
    for (std::size_t i = at + 1; i < lines_.size() && lines_[i].continues_comment; ++i) {
      cell.text += " " + lines_[i].comment;
      cell.span.end = lines_[i].span.end;
      if (!lines_[i].tokens.empty()) break;
    }
    cell.text = collapse(cell.text);
    return cell;
  }

  void add_row(std::size_t at, const Constant& constant) {
    Block& block = by_block_[open_.empty() ? 0 : open_.back() + 1];
    GridRow row;
    row.cells.resize(kColumns);
    row.span = lines_[at].span;
    row.section = section_;
    // The blank identifier keeps a value without a name.
    if (constant.name != "_" && !constant.name.empty())
      row.cells[kName] = {std::string(constant.name), row.span};
    row.cells[kValue] = {std::string(constant.value), row.span};
    const auto phrase = phrases_.find(constant.name);
    if (phrase != phrases_.end()) row.cells[kPhrase] = {collapse(phrase->second), row.span};
    if (!constant.strings.empty()) row.cells[kPhrase] = {collapse(constant.strings[0]), row.span};
    if (constant.strings.size() > 1)
      row.cells[kDescription] = {collapse(constant.strings[1]), row.span};
    block.grid.rows.push_back(std::move(row));
    block.above.push_back(comment_above(at));
    block.behind.push_back(comment_behind(at));
  }

  // Descriptions are the comments above where most constants have one, otherwise those behind: a
  // comment above a single constant is the heading of a group.
  static void choose_descriptions(Block& block) {
    std::vector<GridRow>& rows = block.grid.rows;
    const auto filled = static_cast<std::size_t>(
        std::count_if(block.above.begin(), block.above.end(),
                      [](const GridCell& cell) { return !cell.text.empty(); }));
    const bool above = 2 * filled >= rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const GridCell& comment = above ? block.above[i] : block.behind[i];
      GridCell& description = rows[i].cells[kDescription];
      if (comment.text.empty() || !description.text.empty()) continue;
      description = comment;
      rows[i].span = {std::min(rows[i].span.begin, comment.span.begin),
                      std::max(rows[i].span.end, comment.span.end)};
    }
    block.grid.shape = shapes::constants.name;
    block.grid.header = {"constant", "value", "phrase", "description"};
  }

  // Keeps track of the blocks that are open, by the line that opened them.
  void follow_blocks(const Tokens& tokens, std::size_t at) {
    for (const CodeToken& token : tokens) {
      if (token.kind != Kind::mark) continue;
      if (token.text == "{" || token.text == "(") {
        open_.push_back(at);
        next_value_.reset();
        in_constants_ = token.text == "(" && tokens[0].text == "const";
      } else if ((token.text == "}" || token.text == ")") && !open_.empty()) {
        open_.pop_back();
        if (token.text == "}") in_enumeration_ = false;
        if (token.text == ")") in_constants_ = false;
      }
    }
  }

  // A section is what the line that opens it calls it: "enum class Code", "class Alarm(IntEnum):".
  void name_section(const Tokens& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const std::string_view word = tokens[i].text;
      if (word == "=" || tokens[i].kind == Kind::string) return;
      if (word != "enum" && word != "class" && word != "interface" && word != "struct") continue;
      if (is_word(tokens, i + 1)) section_ = tokens[i + 1].text;
      in_enumeration_ = in_enumeration_ || word == "enum";
    }
  }

  const std::vector<CodeLine>& lines_;
  std::map<std::string_view, std::string_view> phrases_;
  std::map<std::size_t, Block> by_block_;
  std::vector<std::size_t> open_;
  bool in_enumeration_ = false;
  bool in_constants_ = false;  // A block of Go's: const ( ... ).
  std::optional<long> next_value_;
  std::deque<std::string> implied_values_;  // Texts that constants have views into.
  std::string section_;
};

std::vector<Grid> propose(const Document& document) {
  if (document.format() != Format::source) return {};
  const std::vector<CodeLine> lines = code_lines_of(document);
  return ConstantReader(lines).read();
}

}  // namespace

const Shape shapes::constants{.name = "constants",
                              .summary = "source code whose constants have comments",
                              .propose = propose};

}  // namespace doccord
