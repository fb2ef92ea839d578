// Sources of Texinfo: @item, @itemx and the @def commands open entries, the lines below are their
// text.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/shape.h"
#include "extract/text_layout.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// The word behind the `@` that a line begins with; empty when it begins otherwise.
std::string_view command_of(std::string_view line) {
  if (!line.starts_with('@')) return {};
  std::size_t size = 1;
  while (size < line.size() && ((line[size] >= 'a' && line[size] <= 'z') || line[size] == 'x'))
    ++size;
  return line.substr(1, size - 1);
}

// A text as it is printed: `@code{x}` is x, `@@` is @, commands without braces show nothing.
std::string printed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '{' || c == '}') continue;
    if (c != '@') {
      out += c;
      continue;
    }
    const std::size_t size = command_of(text.substr(i)).size();
    if (size == 0 && i + 1 < text.size()) out += text[i + 1];
    i += std::max<std::size_t>(size, 1);
  }
  return collapse(out);
}

// What a @def line defines: its last word, "EPERM" of "@deftypevr Macro int EPERM".
std::string defined_name(std::string_view line) {
  const std::string_view text = trim(line);
  const std::size_t blank = text.rfind(' ');
  return printed(blank == std::string_view::npos ? text : text.substr(blank + 1));
}

// Commands whose lines say nothing to a reader.
bool is_silent(std::string_view command) {
  constexpr std::array<std::string_view, 13> kSilent{
      "c",      "comment",   "node", "cindex", "pindex",   "vindex", "kindex",
      "findex", "standards", "end",  "need",   "noindent", "anchor"};
  return std::find(kSilent.begin(), kSilent.end(), command) != kSilent.end();
}

class TexinfoReader {
 public:
  Grid read(const std::vector<TextLine>& lines) {
    grid_.sequential = true;
    grid_.keyed = true;
    for (const TextLine& line : lines) read_line(line);
    std::erase_if(grid_.rows, [](const GridRow& row) { return row.cells[0].text.empty(); });
    return std::move(grid_);
  }

 private:
  void read_line(const TextLine& line) {
    const std::string_view command = command_of(line.text);
    const std::string_view rest =
        trim(line.text.substr(std::min(line.text.size(), command.size() + 1)));
    if (command == "chapter" || command.ends_with("section") || command == "appendix") {
      section_ = printed(rest);
      grid_.headings.push_back(line.span);
      open_ = false;
    } else if (command == "item" || (command.starts_with("def") && !command.ends_with("x"))) {
      const std::string name = command == "item" ? printed(rest) : defined_name(rest);
      grid_.rows.push_back({{{name, line.span, false}}, section_, line.span});
      open_ = true;
    } else if (command == "end") {
      open_ = open_ && rest != "table" && rest != "itemize" && !rest.starts_with("def");
    } else if (open_ && !line.blank() && !is_silent(command) && !command.ends_with("x")) {
      add_text(command == "errno" ? last_argument(rest) : printed(line.text), line.span);
    }
    paragraph_ends_ = line.blank() || command == "errno";
  }

  // The text of "@errno{EPERM, 1, Operation not permitted}".
  static std::string last_argument(std::string_view arguments) {
    const std::size_t comma = arguments.rfind(',');
    return printed(comma == std::string_view::npos ? arguments : arguments.substr(comma + 1));
  }

  void add_text(const std::string& text, Span span) {
    GridRow& row = grid_.rows.back();
    if (row.cells.size() == 1 || paragraph_ends_) row.cells.push_back({{}, span, false});
    GridCell& cell = row.cells.back();
    if (!cell.text.empty()) cell.text += ' ';
    cell.text += text;
    cell.span.end = span.end;
    row.span.end = span.end;
  }

  Grid grid_;
  std::string section_;
  bool open_ = false;
  bool paragraph_ends_ = false;
};

std::vector<Grid> propose(const DocumentTexts& texts) {
  if (texts.document().format() != Format::text) return {};
  const std::vector<TextLine>& lines = texts.lines();
  const bool texinfo = std::any_of(lines.begin(), lines.end(), [](const TextLine& line) {
    const std::string_view command = command_of(line.text);
    return command == "item" || command == "node" || command.starts_with("deftype");
  });
  if (!texinfo) return {};
  Grid grid = TexinfoReader().read(lines);
  grid.shape = shapes::texinfo.name;
  return {std::move(grid)};
}

}  // namespace

const Shape shapes::texinfo{.name = "texinfo",
                            .summary = "sources of Texinfo, with @item or @def for each entry",
                            .propose = propose};

}  // namespace doccord
