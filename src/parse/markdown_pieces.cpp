#include "parse/markdown_pieces.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <string>

#include "parse/markdown_writer.h"
#include "parse/parse_error.h"

namespace doccord {
namespace {

using std::string_view;

// Closes what can be closed where it stands behind a blank line, and is a block of its own then.
constexpr string_view kProbe = "#\n";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Whether the line that begins at `at` is a heading below a blank line.
bool is_cut(string_view text, std::size_t at) {
  const std::size_t text_of_heading = text.find_first_not_of('#', at);
  const std::size_t marks = std::min(text_of_heading, text.size()) - at;
  if (marks == 0 || marks > 6) return false;
  if (text_of_heading < text.size() && text[text_of_heading] != '\n' &&
      !is_blank(text[text_of_heading])) {
    return false;
  }
  std::size_t above = at - 1;  // The end of the line above.
  while (above > 0 && is_blank(text[above - 1])) --above;
  return above > 0 && text[above - 1] == '\n';
}

// Whether there may be definitions in the text that other places of it refer to: of footnotes
// (`[^1]: ...`) and of links (`[name]: ...`).
bool may_refer(string_view text) {
  if (text.find("[^") != string_view::npos) return true;
  for (std::size_t at = text.find("]:"); at < text.size(); at = text.find("]:", at + 2)) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at) + 1;
    const std::size_t first = text.find_first_not_of(" \t>-+*:.)0123456789", line);
    // A label may have begun on a line above.
    const bool begins_here = text.substr(line, at - line).find('[') != string_view::npos;
    if (!begins_here || text[first] == '[') return true;
  }
  return false;
}

// Takes the probe out of the tree; false where something was open that it did not close.
bool take_probe(cmark_node* root, std::size_t line) {
  cmark_node* last = cmark_node_last_child(root);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_HEADING ||
      cmark_node_get_start_line(last) != static_cast<int>(line)) {
    return false;
  }
  cmark_node_unlink(last);
  return true;
}

}  // namespace

MarkdownPieces::MarkdownPieces(string_view text, std::size_t begin, std::size_t least)
    : text_(text),
      first_(begin),
      least_(text.size() - begin <= least || may_refer(text.substr(begin)) ? text.size() : least),
      end_(begin) {}

std::optional<MarkdownFailure> MarkdownPieces::next() {
  begin_ = end_;
  // Where a cut turns out to be none, it is tried again with twice as much.
  for (std::size_t size = least_;; size = 2 * (end_ - begin_)) {
    end_ = next_cut(size < text_.size() - begin_ ? begin_ + size : text_.size());
    if (auto failure = parse()) return failure;
    if (root_ != nullptr) return std::nullopt;
  }
}

// Leaves no tree when the piece must not end there.
std::optional<MarkdownFailure> MarkdownPieces::parse() {
  edits_ = edit_markdown(text_.substr(begin_, end_ - begin_));
  if (auto excess = find_excess(edits_.text, steps_)) {
    return MarkdownFailure{begin_ + excess->offset, excess->message};
  }
  parser_.reset();
  parser_.emplace(edits_.text.size());
  root_ = parser_->parse(edits_.text, at_end() ? string_view() : kProbe);
  if (root_ == nullptr) {
    return MarkdownFailure{
        begin_, limit_message("memory for the document", parser_->budget(), "bytes", "memory")};
  }
  const auto lines = std::count(edits_.text.begin(), edits_.text.end(), '\n');
  if (!at_end() && !take_probe(root_, static_cast<std::size_t>(lines) + 1)) root_ = nullptr;
  return std::nullopt;
}

// The place of the next line, from there on, at which the text may be cut; its end if there is
// none.
std::size_t MarkdownPieces::next_cut(std::size_t from) const {
  for (std::size_t at = text_.find("\n#", from); at < text_.size();
       at = text_.find("\n#", at + 1)) {
    if (is_cut(text_, at + 1)) return at + 1;
  }
  return text_.size();
}

void MarkdownPieces::write(MarkdownOutput& out) const {
  out.begin_piece(begin_);
  write_markdown(root_, edits_, out);
}

}  // namespace doccord
