// Sources of reStructuredText: a directive that comes again and again, each time with what it is
// about as its argument and an indented text below, opens entries (".. option:: --verbose, -v").
// Directives that stand inside these texts are notes and code, and open none.

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/directive.h"
#include "extract/inline_markup.h"
#include "extract/key.h"
#include "extract/marked_entry.h"
#include "extract/prose.h"
#include "extract/shape.h"
#include "text/hyphenation.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kMostly = 0.7;
constexpr std::size_t kNone = std::string_view::npos;

using Lines = std::vector<TextLine>;

// A directive with the lines below that belong to it, as indentation tells.
struct Block {
  Directive directive;
  std::size_t line = 0;
  std::size_t parent = kNone;  // The block that it stands in.
  bool has_text = false;       // Of its own.
};

// ":type: int", no role as in ":exc:`KeyError` is raised".
std::optional<Field> read_field(std::string_view text) {
  constexpr std::size_t kLongestLabel = 64;
  if (!text.starts_with(':')) return std::nullopt;
  const std::size_t colon = text.substr(0, kLongestLabel).find(':', 1);
  if (colon == std::string_view::npos || colon < 2) return std::nullopt;
  const bool parted = colon + 1 == text.size() || space_size(text, colon + 1) > 0;
  const bool named = space_size(text, 1) == 0 && text[1] != '`';
  if (!parted || !named) return std::nullopt;
  return Field{std::string(text.substr(1, colon - 1)), std::string(trim(text.substr(colon + 1)))};
}

// What an argument is about: "connect" of "connect(host, port)", "FOO" of C's "int FOO".
std::string_view subject_of(const Directive& directive, std::string_view argument) {
  const std::size_t bracket = argument.find('(');
  const bool call = bracket != std::string_view::npos && bracket > 0 && argument[0] != '-' &&
                    argument[bracket - 1] != ' ';
  const bool typed = directive.domain == "c" || directive.domain == "cpp";
  if (!call && !(typed && argument.find('=') == std::string_view::npos)) return argument;
  std::string_view subject = call ? argument.substr(0, bracket) : argument;
  subject.remove_prefix(subject.rfind(' ') + 1);
  while (subject.starts_with('*') || subject.starts_with('&')) subject.remove_prefix(1);
  return subject.empty() ? argument : subject;
}

// "Linux", "Warning": a word as titles have it, and no name that a program reads.
bool is_title_word(std::string_view text) {
  return !text.empty() && is_upper(code_point_at(text, 0).value) && !is_constant(text);
}

// The blocks of a document, and the block that each line belongs to.
class Blocks {
 public:
  explicit Blocks(const Lines& lines) : owners_(lines.size(), kNone) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].blank()) continue;
      while (!open.empty() && lines[all_[open.back()].line].indent >= lines[i].indent)
        open.pop_back();
      const std::size_t parent = open.empty() ? kNone : open.back();
      if (const auto directive = read_directive(lines[i].text)) {
        open.push_back(all_.size());
        all_.push_back({*directive, i, parent, false});
      } else if (parent != kNone && !lines[i].text.starts_with(".. ")) {
        const bool below_head = i == all_[parent].line + 1;
        all_[parent].has_text |= !below_head && !read_field(lines[i].text);
      }
      owners_[i] = open.empty() ? kNone : open.back();
    }
  }

  const std::vector<Block>& all() const { return all_; }
  std::size_t owner(std::size_t line) const { return owners_[line]; }

 private:
  std::vector<Block> all_;
  std::vector<std::size_t> owners_;
};

// What all directives of one name come to.
struct Kind {
  std::size_t count = 0;
  std::size_t with_text = 0;
  std::size_t titles = 0;
  std::set<std::string_view> arguments;
  std::set<std::size_t> parents;

  // Whether they open entries: each is about something else and has its text, and several stand
  // side by side. A note on a version stands by itself in the text of an entry.
  bool opens_entries() const {
    constexpr std::size_t kFewest = 2;
    const auto of = [this](std::size_t part) {
      return static_cast<double>(part) >= kMostly * static_cast<double>(count);
    };
    return count >= kFewest && of(with_text) && of(arguments.size()) && 2 * titles <= count &&
           2 * parents.size() <= count;
  }
};

std::map<std::string_view, Kind> kinds_of(const std::vector<Block>& blocks) {
  std::map<std::string_view, Kind> kinds;
  for (const Block& block : blocks) {
    Kind& kind = kinds[block.directive.name];
    const std::string_view argument = block.directive.argument;
    ++kind.count;
    kind.with_text += block.has_text && !argument.empty();
    kind.titles += is_title_word(argument);
    kind.arguments.insert(argument);
    kind.parents.insert(block.parent);
  }
  return kinds;
}

// Reads the entries that the directives of some names open.
class DirectiveReader {
 public:
  DirectiveReader(const Lines& lines, const Blocks& blocks,
                  const std::map<std::string_view, Kind>& kinds)
      : lines_(lines), blocks_(blocks), entries_(blocks.all().size()) {
    for (const Block& block : blocks.all()) {
      const bool opens = kinds.at(block.directive.name).opens_entries();
      entry_of_.push_back(opens ? entry_of_.size() : reader_of(block));
    }
  }

  std::vector<Grid> read() {
    std::vector<Span> headings;
    std::string section;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view heading = marked_heading(lines_, i);
      if (!heading.empty()) {
        section = printed_restructured_text(heading);
        headings.push_back(lines_[i].span);
      }
      read_line(i, section);
    }
    std::map<std::string_view, Grid> grids;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entry_of_[i] != i) continue;
      Grid& grid = grids[blocks_.all()[i].directive.name];
      for (GridRow& row : rows_of(entries_[i], printed_restructured_text))
        grid.rows.push_back(std::move(row));
    }
    std::vector<Grid> found;
    for (auto& [name, grid] : grids) {
      grid.shape = shapes::directives.name;
      grid.kind = name;
      grid.sequential = true;
      grid.keyed = true;
      grid.headings = headings;
      found.push_back(std::move(grid));
    }
    return found;
  }

 private:
  // The entry to whose text that of a block belongs: notes are part of it. What has a word for an
  // argument and opens no entry is code or a note on a version; `index` is not printed.
  std::size_t reader_of(const Block& block) const {
    const auto& [domain, name, argument] = block.directive;
    const bool one_line =
        argument.find(' ') != std::string_view::npos && (block.has_text || ends_sentence(argument));
    const bool note = (argument.empty() || one_line) && name != "index";
    return note && block.parent != kNone ? entry_of_[block.parent] : kNone;
  }

  void read_line(std::size_t at, const std::string& section) {
    const TextLine& line = lines_[at];
    const std::size_t owner = blocks_.owner(at);
    if (line.blank() || owner == kNone || entry_of_[owner] == kNone) return;
    const Block& block = blocks_.all()[owner];
    MarkedEntry& entry = entries_[entry_of_[owner]];
    const bool own = entry_of_[owner] == owner;
    if (block.line == at && own) {
      entry.section = section;
      add_term(entry, block.directive, block.directive.argument, line.span);
    } else if (block.line == at) {
      entry.add_text(block.directive.argument, line.span, true);
    } else if (!line.text.starts_with(".. ")) {  // A comment, or a target of links.
      read_text(at, block, entry, own);
    }
  }

  // A line below the head of a block, its own of an entry or one of a note in it.
  void read_text(std::size_t at, const Block& block, MarkedEntry& entry, bool own) {
    const TextLine& line = lines_[at];
    const bool below_line = !lines_[at - 1].blank();
    auto field = read_field(line.text);
    if (field) {
      field_line_ = at;
      field_indent_ = line.indent;
      if (own) entry.fields.push_back(std::move(*field));
    } else if (field_line_ + 1 == at && line.indent > field_indent_) {
      field_line_ = at;
      if (own) append_wrapped(entry.fields.back().text, line.text);
    } else if (own && below_line && entry.paragraphs.empty() && entry.fields.empty()) {
      add_term(entry, block.directive, line.text, line.span);
    } else {
      entry.add_text(without_literal_mark(line.text), line.span, !below_line);
    }
  }

  static void add_term(MarkedEntry& entry, const Directive& directive, std::string_view text,
                       Span line) {
    entry.terms.push_back({std::string(subject_of(directive, text)), line, true});
  }

  // "For example::" announces what stands below literally, and is printed with one colon.
  static std::string_view without_literal_mark(std::string_view text) {
    return text.ends_with("::") ? text.substr(0, text.size() - 1) : text;
  }

  const Lines& lines_;
  const Blocks& blocks_;
  std::vector<std::size_t> entry_of_;  // By block, the entry to whose text it belongs.
  std::vector<MarkedEntry> entries_;   // By block.
  std::size_t field_line_ = 0;         // The last line of a field.
  std::size_t field_indent_ = 0;
};

std::vector<Grid> propose(const DocumentTexts& texts) {
  if (texts.document().format() != Format::text) return {};
  const Blocks blocks(texts.lines());
  if (blocks.all().empty()) return {};
  return DirectiveReader(texts.lines(), blocks, kinds_of(blocks.all())).read();
}

}  // namespace

const Shape shapes::directives{
    .name = "directives",
    .summary = "sources of reStructuredText, with a directive for each entry",
    .propose = propose};

}  // namespace doccord
