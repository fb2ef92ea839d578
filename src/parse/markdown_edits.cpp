#include "parse/markdown_edits.h"

#include <algorithm>
#include <optional>

#include "base/span.h"
#include "text/line_index.h"

namespace doccord {
namespace {

using std::string_view;

bool is_blank_line(string_view line) {
  return line.find_first_not_of(" \t\r") == string_view::npos;
}

string_view without_end_blanks(string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

std::size_t skip_blanks(string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

// A macro is short; what is not closed within so many bytes is none.
constexpr std::size_t kMaxMacro = 300;

// An argument of a macro, without its quotes.
struct Argument {
  Span span;
  bool quoted = false;
};

// `{{name}}` or `{{name(argument, ...)}}` on one line.
struct Macro {
  Span span;
  std::vector<Argument> arguments;
};

// Reads one argument and the comma or parenthesis behind it.
std::optional<Argument> read_argument(string_view line, std::size_t& at) {
  at = skip_blanks(line, at);
  if (at == line.size()) return std::nullopt;
  Argument argument;
  const char quote = line[at];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = line.find(quote, at + 1);
    if (end == string_view::npos) return std::nullopt;
    argument = {{at + 1, end}, true};
    at = skip_blanks(line, end + 1);
  } else {
    const std::size_t end = line.find_first_of(",)", at);
    if (end == string_view::npos) return std::nullopt;
    const string_view bare = without_end_blanks(line.substr(at, end - at));
    argument = {{at, at + bare.size()}, false};
    at = end;
  }
  if (at == line.size() || (line[at] != ',' && line[at] != ')')) return std::nullopt;
  ++at;
  return argument;
}

std::optional<Macro> read_macro(string_view line, std::size_t begin) {
  Macro macro;
  std::size_t at = skip_blanks(line, begin + 2);
  const std::size_t name = at;
  while (at < line.size() && is_name_char(line[at])) ++at;
  if (at == name) return std::nullopt;
  at = skip_blanks(line, at);
  if (at < line.size() && line[at] == '(') {
    ++at;
    while (line[at - 1] != ')') {
      const auto argument = read_argument(line, at);
      if (!argument) return std::nullopt;
      macro.arguments.push_back(*argument);
    }
    at = skip_blanks(line, at);
  }
  if (line.substr(at, 2) != "}}") return std::nullopt;
  macro.span = {begin, at + 2};
  return macro;
}

// The text given for showing is the second argument or, when that is a fragment, the third; without
// one the first argument is shown.
Span shown(const Macro& macro, string_view line) {
  for (std::size_t i = 1; i < std::min<std::size_t>(macro.arguments.size(), 3); ++i) {
    const auto& [span, quoted] = macro.arguments[i];
    if (!quoted || span.empty()) break;
    if (line[span.begin] != '#') return span;
  }
  return macro.arguments.empty() ? Span{macro.span.end, macro.span.end}
                                 : macro.arguments.front().span;
}

class Editor {
 public:
  explicit Editor(string_view source) : source_(source) {
    edits_.text = source;
    // A carriage return alone ends a line too.
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\r' && source.substr(i + 1, 1) != "\n") edits_.text[i] = '\n';
    }
  }

  MarkdownEdits run();

 private:
  void edit_line(string_view line, std::size_t begin);
  void edit_macros(string_view line, std::size_t begin);
  void edit_definition(string_view line, std::size_t begin);
  void edit_heading(string_view line, std::size_t begin);
  void hide(std::size_t begin, std::size_t end);

  string_view source_;
  MarkdownEdits edits_;
  bool term_before_ = false;  // The last line that is not blank could be a term.
  int blank_lines_ = 0;       // Since then.
};

MarkdownEdits Editor::run() {
  for (std::size_t begin = 0; begin < source_.size();) {
    const string_view line = line_from(source_, begin);
    edit_line(line, begin);
    begin += line.size() + 1;
  }
  return std::move(edits_);
}

void Editor::edit_line(string_view line, std::size_t begin) {
  if (is_blank_line(line)) {
    ++blank_lines_;
    return;
  }
  edit_macros(line, begin);
  edit_definition(line, begin);
  edit_heading(line, begin);
  const std::size_t first = line.find_first_not_of(" \t>");
  term_before_ = first != string_view::npos && line[first] != '#' && line[first] != '|';
  blank_lines_ = 0;
}

void Editor::edit_macros(string_view line, std::size_t begin) {
  for (std::size_t at = line.find("{{"); at < line.size(); at = line.find("{{", at)) {
    const auto macro = read_macro(line.substr(0, at + kMaxMacro), at);
    if (!macro) {
      at += 2;
      continue;
    }
    const Span text = shown(*macro, line);
    hide(begin + macro->span.begin, begin + std::min(text.begin, macro->span.end));
    hide(begin + text.end, begin + macro->span.end);
    at = macro->span.end;
  }
}

// `: text` below a term becomes a list item with a bullet of its own, so that what is indented
// below it becomes its content. `- : text`, an item already, only loses the colon.
void Editor::edit_definition(string_view line, std::size_t begin) {
  std::size_t at = std::min(line.find_first_not_of(" \t>"), line.size());
  const std::size_t bullet = at;
  if (at + 1 < line.size() && (line[at] == '-' || line[at] == '*' || line[at] == '+') &&
      line[at + 1] == ' ') {
    at = skip_blanks(line, at + 1);
  }
  const std::size_t text = skip_blanks(line, at + 1);
  if (at >= line.size() || line[at] != ':' || text == at + 1 ||
      is_blank_line(line.substr(std::min(text, line.size())))) {
    return;
  }
  if (at == bullet) {
    if (!term_before_ || blank_lines_ > 1) return;
    edits_.text[begin + at] = '+';
  } else {
    hide(begin + at, begin + text);
  }
  edits_.definitions.insert(begin + at);
}

// `## Not Found {#not-found .class}`
void Editor::edit_heading(string_view line, std::size_t begin) {
  const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
  if (first > 3 || line.substr(first, 1) != "#") return;
  const std::size_t open = line.rfind('{');
  const string_view bare = without_end_blanks(line);
  if (open == string_view::npos || bare.back() != '}' || line.find('}', open) + 1 != bare.size()) {
    return;
  }
  const string_view attributes = line.substr(open + 1, bare.size() - open - 2);
  const std::size_t hash = attributes.find_first_not_of(": \t");
  if (hash == string_view::npos || (attributes[hash] != '#' && attributes[hash] != '.')) return;
  if (attributes[hash] == '#') {
    const std::size_t end = std::min(attributes.find_first_of(" \t", hash), attributes.size());
    edits_.heading_ids.emplace_back(begin + first, attributes.substr(hash + 1, end - hash - 1));
  }
  hide(begin + without_end_blanks(line.substr(0, open)).size(), begin + bare.size());
}

void Editor::hide(std::size_t begin, std::size_t end) {
  std::fill(edits_.text.begin() + static_cast<std::ptrdiff_t>(begin),
            edits_.text.begin() + static_cast<std::ptrdiff_t>(end), kHidden);
}

}  // namespace

MarkdownEdits edit_markdown(string_view source) { return Editor(source).run(); }

}  // namespace doccord
