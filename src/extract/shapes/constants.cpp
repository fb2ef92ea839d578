// Source code whose constants are documented: #define, enumerators, constants of a block or class,
// with their comment above or behind. A phrase that another part of the file gives a constant (a
// switch, a map) joins it by name; a switch about numbers, or about constants that the file does
// not define, is a list itself. Each block is a grid of its own.

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/case_texts.h"
#include "extract/code_lines.h"
#include "extract/constant_block.h"
#include "extract/constant_statement.h"
#include "extract/doc_comment.h"
#include "extract/key.h"
#include "extract/key_spaces.h"
#include "extract/shape.h"
#include "text/name_words.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using Kind = CodeToken::Kind;
using Tokens = std::vector<CodeToken>;

// Phrases by constant: `case NAME: return "Not Found"`, `NAME: "Not Found"`, `{NAME, "Not Found"}`.
std::map<std::string_view, std::string_view> read_phrases(const std::vector<CodeLine>& lines,
                                                          const std::vector<CaseText>& cases) {
  std::map<std::string_view, std::string_view> phrases;
  for (const CaseText& each : cases) {
    if (!each.name.empty()) phrases.emplace(each.name, each.text);
  }
  for (const CodeLine& line : lines) {
    const Tokens& tokens = line.tokens;
    std::string_view name;
    std::string_view phrase;
    for (std::size_t i = 0; i < tokens.size() && phrase.empty(); ++i) {
      const bool names = is_word(tokens, i) && is_constant(tokens[i].text) &&
                         (is_mark(tokens, i + 1, ":") || is_mark(tokens, i + 1, ",") ||
                          is_mark(tokens, i + 1, "]"));
      if (names) name = tokens[i].text;
      if (tokens[i].kind == Kind::string) phrase = tokens[i].text;
    }
    if (!name.empty() && !phrase.empty()) phrases.emplace(name, phrase);
  }
  return phrases;
}

// Reads the constants of a file, block by block.
class ConstantReader {
 public:
  explicit ConstantReader(const std::vector<CodeLine>& lines)
      : lines_(lines),
        cases_(case_texts(lines)),
        phrases_(read_phrases(lines, cases_)),
        row_macros_(find_row_macros(lines)) {}

  std::vector<Grid> read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (auto constant = read_constant(lines_[i].tokens, context())) {
        const std::size_t last = take_strings_below(i, *constant);
        count_on(*constant);
        add_row(i, last, *constant);
      } else if (const auto implied = read_implied(lines_[i].tokens)) {
        add_row(i, i, *implied);
      } else if (!lines_[i].tokens.empty() && !is_mark(lines_[i].tokens, 0, "#")) {
        code_since_row_ = true;
      }
      note_section(lines_[i].tokens, i);
      follow_macros(lines_[i].tokens, i);
      follow_blocks(lines_[i].tokens, i);
    }
    std::vector<Grid> grids = grids_of_cases();
    for (auto& [place, block] : by_block_) {
      finish(block);
      block.grid.shape = shapes::constants.name;
      for (Grid& grid : split_key_spaces(std::move(block.grid), ConstantBlock::kName,
                                         ConstantBlock::kValue, block.opens)) {
        grid.kind = kind_of(grid);
        grids.push_back(std::move(grid));
      }
    }
    return grids;
  }

 private:
  // What all names of a list begin with, up to an underscore; otherwise what its block is called.
  static std::string kind_of(const Grid& grid) {
    if (grid.rows.empty()) return {};
    std::vector<std::string_view> names;
    for (const GridRow& row : grid.rows) names.push_back(row.cells[ConstantBlock::kName].text);
    const std::string_view shared = constant_prefix(names);
    return shared.empty() ? grid.rows[0].section : std::string(shared);
  }

  // One for each switch. The texts of constants that the file defines have joined these.
  std::vector<Grid> grids_of_cases() const {
    std::set<std::string_view> defined;
    for (const auto& [place, block] : by_block_) {
      for (const GridRow& row : block.grid.rows) {
        defined.insert(row.cells[ConstantBlock::kName].text);
      }
    }
    std::map<std::size_t, Grid> by_choice;
    for (const CaseText& each : cases_) {
      if (!each.name.empty() && defined.contains(each.name)) continue;
      Grid& grid = by_choice[each.choice];
      grid.shape = shapes::constants.name;
      grid.kind = "case " + std::to_string(each.choice);
      GridRow row;
      row.cells.resize(ConstantBlock::kColumns);
      row.span = {lines_[each.line].span.begin, lines_[each.last].span.end};
      row.cells[ConstantBlock::kName] = {std::string(each.name), row.span};
      row.cells[ConstantBlock::kValue] = {std::string(each.number), row.span};
      row.cells[ConstantBlock::kPhrase] = {collapse(each.text), row.span};
      grid.rows.push_back(std::move(row));
    }
    std::vector<Grid> grids;
    for (auto& [choice, grid] : by_choice) grids.push_back(std::move(grid));
    return grids;
  }

  // A bracket that is open.
  struct Open {
    std::size_t line = 0;
    bool enumeration = false;  // The braces of an enumeration.
    bool constants = false;    // A block of Go's: const ( ... ).
    std::string section;
  };

  // What the line that opens a block calls it, until the block opens.
  struct Heading {
    std::string section;
    bool enumeration = false;
  };

  // A macro of several lines, which may hold a table: #define STATUS_MAP(ROW) ROW(100, ...) ...
  struct Macro {
    std::size_t line = 0;
    std::string section;
  };

  bool in_constants() const { return !open_.empty() && open_.back().constants; }
  bool in_enumeration() const { return !open_.empty() && open_.back().enumeration; }
  bool in_macro() const { return macro_ && (open_.empty() || open_.back().line < macro_->line); }

  const std::string& section() const {
    if (in_macro()) return macro_->section;
    return open_.empty() ? section_ : open_.back().section;
  }

  // Where the block begins that the line belongs to.
  std::size_t block_place() const {
    if (in_macro()) return macro_->line + 1;
    return open_.empty() ? section_line_ : open_.back().line + 1;
  }

  StatementContext context() const {
    return {.constants_only = in_constants(),
            .enumerators = in_enumeration() && !next_value_,
            .values = &values_,
            .row_macros = &row_macros_};
  }

  // A statement that goes on below, as tuples do: "A = (101, 'Switching'," and a string on the next
  // line, or "101: (". Returns its last line.
  std::size_t take_strings_below(std::size_t at, Constant& constant) const {
    const auto goes_on = [](const Tokens& tokens) {
      const std::size_t last = tokens.size() - 1;
      return !tokens.empty() && (is_mark(tokens, last, ",") || is_mark(tokens, last, "(") ||
                                 is_mark(tokens, last, "["));
    };
    while (goes_on(lines_[at].tokens) && at + 1 < lines_.size()) {
      const Tokens& below = lines_[at + 1].tokens;
      if (below.empty() || below[0].kind != Kind::string || is_mark(below, 1, ":")) break;
      ++at;
      for (const CodeToken& token : below) {
        if (token.kind == Kind::string) constant.strings.push_back(token.text);
      }
    }
    return at;
  }

  // Remembers the value, and which one the enumerator behind it has where the language counts on.
  void count_on(const Constant& constant) {
    next_value_.reset();
    if (constant.value.empty()) return;
    values_.emplace(constant.name, constant.value);
    long number = 0;
    const char* end = constant.value.data() + constant.value.size();
    const auto [stop, error] = std::from_chars(constant.value.data(), end, number);
    if (error == std::errc() && stop == end) next_value_ = number + 1;
  }

  // "NAME," in an enumeration that has said where it counts from.
  std::optional<Constant> read_implied(const Tokens& tokens) {
    const bool alone = is_word(tokens, 0) && (in_constants() || is_constant(tokens[0].text)) &&
                       (tokens.size() == 1 || (tokens.size() == 2 && is_mark(tokens, 1, ",")));
    if (!alone || !(in_enumeration() || in_constants()) || !next_value_) return std::nullopt;
    return Constant{tokens[0].text, std::to_string((*next_value_)++), {}, false};
  }

  // Whether the line only says something of the constant below it: "@Deprecated", "[Obsolete]".
  static bool is_annotation(const CodeLine& line) {
    const Tokens& tokens = line.tokens;
    return is_mark(tokens, 0, "@") || (is_mark(tokens, 0, "#") && is_mark(tokens, 1, "[")) ||
           (is_mark(tokens, 0, "[") && is_word(tokens, 1) && tokens.back().text == "]");
  }

  // The comment lines right above line `at`.
  GridCell comment_above(std::size_t at, std::string_view name) const {
    std::size_t last = at;
    while (last > 0 && is_annotation(lines_[last - 1])) --last;
    std::size_t first = last;
    while (first > 0 && lines_[first - 1].only_comment()) --first;
    GridCell cell;
    cell.span = {lines_[first].span.begin, lines_[at].span.begin};
    for (std::size_t i = first; i < last; ++i) cell.text += lines_[i].comment + "\n";
    cell.text = doc_comment_text(cell.text, name);
    return cell;
  }

  // The comment behind line `at`, which may go on below.
  GridCell comment_behind(std::size_t at, std::string_view name) const {
    GridCell cell{lines_[at].continues_comment ? "" : lines_[at].comment, lines_[at].span};
    for (std::size_t i = at + 1; i < lines_.size() && lines_[i].continues_comment; ++i) {
      cell.text += "\n" + lines_[i].comment;
      cell.span.end = lines_[i].span.end;
      if (!lines_[i].tokens.empty()) break;
    }
    cell.text = doc_comment_text(cell.text, name);
    return cell;
  }

  // The strings beside a value, or what another part of the file calls it. Of a value without a
  // name, two words are two names: `413: ("too_large", "entity_too_large")`.
  void add_strings(const Constant& constant, GridRow& row) const {
    const auto cell = [&](std::string_view text) { return GridCell{collapse(text), row.span}; };
    const auto& strings = constant.strings;
    const auto phrase = phrases_.find(constant.name);
    if (phrase != phrases_.end()) row.cells[ConstantBlock::kPhrase] = cell(phrase->second);
    if (!strings.empty()) row.cells[ConstantBlock::kPhrase] = cell(strings[0]);
    if (strings.size() < 2) return;
    const bool names = constant.name.empty() && strings[0].find(' ') == std::string_view::npos &&
                       strings[1].find(' ') == std::string_view::npos;
    if (names) row.cells[ConstantBlock::kName] = cell(strings[0]);
    row.cells[names ? ConstantBlock::kPhrase : ConstantBlock::kDescription] = cell(strings[1]);
  }

  void add_row(std::size_t at, std::size_t last, const Constant& constant) {
    // A name that begins with an underscore is the program's own and ends a list; the underscore
    // alone keeps a value for which there is no name.
    if (constant.name.size() > 1 && constant.name[0] == '_') return;
    ConstantBlock& block = by_block_[{block_place(), constant.tabled}];
    GridRow row;
    row.cells.resize(ConstantBlock::kColumns);
    row.span = {lines_[at].span.begin, lines_[last].span.end};
    row.section = section();
    if (constant.name != "_" && !constant.name.empty())
      row.cells[ConstantBlock::kName] = {std::string(constant.name), row.span};
    if (!constant.value.empty()) row.cells[ConstantBlock::kValue] = {constant.value, row.span};
    add_strings(constant, row);
    block.grid.rows.push_back(std::move(row));
    block.above.push_back(comment_above(at, constant.name));
    block.behind.push_back(comment_behind(last, constant.name));
    block.opens.push_back(code_since_row_);
    code_since_row_ = false;
    for (GridCell* comment : {&block.above.back(), &block.behind.back()}) {
      comment->text = without_value(std::move(comment->text), constant.value);
    }
  }

  // Keeps track of the blocks that are open, by the line that opened them.
  void follow_blocks(const Tokens& tokens, std::size_t at) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != Kind::mark) continue;
      const std::string_view mark = tokens[i].text;
      if (mark == "{") {
        open_.push_back({at, heading_.enumeration, false,
                         heading_.section.empty() ? section() : heading_.section});
        heading_ = {};
        next_value_.reset();
      } else if (mark == "(") {
        open_.push_back({at, false, tokens[0].text == "const", section()});
        if (in_constants()) next_value_.reset();
      } else if ((mark == "}" || mark == ")") && !open_.empty()) {
        if (mark == "}" && in_enumeration() && is_word(tokens, i + 1)) {
          name_block(open_.back().line + 1, tokens[i + 1].text);
        }
        open_.pop_back();
      } else if (mark == ";") {
        heading_ = {};
      }
    }
  }

  // Keeps track of the macro whose lines are joined by backslashes.
  void follow_macros(const Tokens& tokens, std::size_t at) {
    const bool goes_on = !tokens.empty() && is_mark(tokens, tokens.size() - 1, "\\");
    if (!goes_on) {
      macro_.reset();
    } else if (is_mark(tokens, 0, "#") && tokens[1].text == "define" && is_word(tokens, 2)) {
      macro_ = Macro{at, std::string(tokens[2].text)};
    }
  }

  // "} name;" says behind the block what it is called, if nothing has before it.
  void name_block(std::size_t place, std::string_view name) {
    const auto block = by_block_.find({place, false});
    if (block == by_block_.end()) return;
    for (GridRow& row : block->second.grid.rows) {
      if (row.section.empty()) row.section = name;
    }
  }

  // A section is what the line that opens it calls it: "enum class Code", "class Alarm(IntEnum):".
  void note_section(const Tokens& tokens, std::size_t at) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string_view word = tokens[i].text;
      if (word == "=" || tokens[i].kind == Kind::string) return;
      if (word != "enum" && word != "class" && word != "interface" && word != "struct") continue;
      heading_.enumeration = heading_.enumeration || word == "enum";
      if (is_word(tokens, i + 1)) heading_.section = tokens[i + 1].text;
    }
    // Where indentation makes the blocks, no bracket opens them.
    if (!tokens.empty() && tokens.back().text == ":" && !heading_.section.empty()) {
      section_ = heading_.section;
      section_line_ = at + 1;
      heading_ = {};
    }
  }

  const std::vector<CodeLine>& lines_;
  std::vector<CaseText> cases_;
  std::map<std::string_view, std::string_view> phrases_;
  std::set<std::string_view> row_macros_;
  ConstantValues values_;
  std::map<std::pair<std::size_t, bool>, ConstantBlock>
      by_block_;  // And whether its rows are a table's.
  std::vector<Open> open_;
  std::optional<Macro> macro_;
  Heading heading_;
  std::optional<long> next_value_;
  bool code_since_row_ = false;   // Other code than constants, since the last one.
  std::string section_;           // Of what stands in no brackets.
  std::size_t section_line_ = 0;  // Behind the line that says it.
};

std::vector<Grid> propose(const DocumentTexts& texts) {
  const Document& document = texts.document();
  if (document.format() != Format::source) return {};
  const std::vector<CodeLine> lines = code_lines_of(document);
  return ConstantReader(lines).read();
}

}  // namespace

const Shape shapes::constants{.name = "constants",
                              .summary = "source code whose constants have comments",
                              .propose = propose};

}  // namespace doccord
