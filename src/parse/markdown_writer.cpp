#include "parse/markdown_writer.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <vector>

#include "parse/markdown_blocks.h"
#include "parse/markdown_inlines.h"

namespace doccord {
namespace {

using std::string_view;

bool has_type(cmark_node* node, cmark_node_type type) {
  return node != nullptr && cmark_node_get_type(node) == type;
}

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? string_view() : string_view(text);
}

std::size_t start_line(cmark_node* node) {
  return static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
}

// Literals, so that they outlive the tree.
string_view heading_name(cmark_node* heading) {
  constexpr std::array<string_view, 6> kNames{"h1", "h2", "h3", "h4", "h5", "h6"};
  return kNames[static_cast<std::size_t>(std::clamp(cmark_node_get_heading_level(heading), 1, 6)) -
                1];
}

// Whether a block of HTML is a comment and nothing else, to browsers, too.
bool is_comment(string_view html) {
  constexpr string_view kBlanks = " \t\r\n";
  html = html.substr(0, html.find_last_not_of(kBlanks) + 1);
  html.remove_prefix(std::min(html.find_first_not_of(kBlanks), html.size()));
  if (!html.starts_with("<!--") || html.find("-->", 4) + 3 != html.size()) return false;
  const string_view inside = html.substr(4);
  return !inside.starts_with(">") && !inside.starts_with("->") &&
         inside.find("--!>") == string_view::npos;
}

// The parser cuts a paragraph off whose last line turned out to be a table's head, gives the table
// its position and leaves it without one.
bool is_cut_off(cmark_node* node) {
  return cmark_node_get_start_line(node) == 0 && has_type(node, CMARK_NODE_PARAGRAPH) &&
         cmark_node_next(node) != nullptr;
}

// A list is a definition list in one of three parts: terms whose items end with their descriptions,
// such descriptions, or definitions below a paragraph that is the term.
enum class ListKind { bullets, numbers, terms, descriptions, definitions };

// Writes a parsed text, without recursion.
class Writer {
 public:
  Writer(const MarkdownEdits& edits, MarkdownOutput& out)
      : edits_(edits), out_(out), lines_(edits), inlines_(edits, out) {}

  void run(cmark_node* root);

 private:
  void walk(cmark_node* top);
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  bool enter_table_part(cmark_node* node);
  void leave_table_part(cmark_node* node);
  void enter_list(cmark_node* list);
  void leave_list(cmark_node* list);
  void leave_paragraph(cmark_node* paragraph);
  void enter_item(cmark_node* item);
  void leave_item(cmark_node* item);
  void enter_paragraph(cmark_node* paragraph);
  void enter_heading(cmark_node* heading);
  void write_code_block(cmark_node* block);
  void write_html_block(cmark_node* block);
  void enter_cell();

  std::size_t begin_of(cmark_node* node) const;
  Span block_of(cmark_node* node) const;
  bool is_definition(cmark_node* node) const;
  bool is_definition_list(cmark_node* list) const;
  bool is_description_list(cmark_node* list) const;
  ListKind kind_of(cmark_node* list) const;
  bool is_term(cmark_node* paragraph) const;
  bool is_bare(cmark_node* paragraph) const;

  const MarkdownEdits& edits_;
  MarkdownOutput& out_;
  MarkdownLines lines_;
  InlineWriter inlines_;
  std::vector<ListKind> lists_;  // Those that are open.
  std::size_t end_ = 0;          // Of the block that was written last.
  std::size_t table_begin_ = 0;
  std::size_t row_line_ = 0;  // The line of the table's row.
  bool head_ = false;         // The row is the table's head.
  std::vector<Span> cells_;   // Those of the row.
  std::size_t cell_ = 0;
};

// Footnotes stand behind everything else in the tree; here each goes where it was written.
void Writer::run(cmark_node* root) {
  std::vector<cmark_node*> blocks;
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr;
       node = cmark_node_next(node)) {
    blocks.push_back(node);
  }
  std::stable_sort(blocks.begin(), blocks.end(),
                   [this](cmark_node* a, cmark_node* b) { return begin_of(a) < begin_of(b); });
  end_ = 0;
  for (cmark_node* block : blocks) {
    if (out_.has_enough()) return;
    walk(block);
  }
}

void Writer::walk(cmark_node* top) {
  for (cmark_node* node = top;;) {
    if (enter(node) && cmark_node_first_child(node) != nullptr) {
      node = cmark_node_first_child(node);
      continue;
    }
    leave(node);
    while (node != top && cmark_node_next(node) == nullptr) {
      node = cmark_node_parent(node);
      leave(node);
    }
    if (node == top) return;
    node = cmark_node_next(node);
  }
}

bool Writer::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      out_.open("blockquote", begin_of(node));
      return true;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      out_.open("div", begin_of(node));
      return true;
    case CMARK_NODE_LIST:
      enter_list(node);
      return true;
    case CMARK_NODE_ITEM:
      enter_item(node);
      return true;
    case CMARK_NODE_PARAGRAPH:
      enter_paragraph(node);
      return true;
    case CMARK_NODE_HEADING:
      enter_heading(node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      write_code_block(node);
      return false;
    case CMARK_NODE_HTML_BLOCK:
      write_html_block(node);
      return false;
    case CMARK_NODE_THEMATIC_BREAK:
      out_.empty("hr", block_of(node));
      end_ = block_of(node).end;
      return false;
    default:
      return is_block(node) ? enter_table_part(node) : inlines_.enter(node);
  }
}

void Writer::leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      return out_.close("blockquote", end_);
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return out_.close("div", end_);
    case CMARK_NODE_LIST:
      return leave_list(node);
    case CMARK_NODE_ITEM:
      return leave_item(node);
    case CMARK_NODE_PARAGRAPH:
      return leave_paragraph(node);
    case CMARK_NODE_HEADING:
      end_ = lines_.heading_end(block_of(node), inlines_.position());
      return out_.close(heading_name(node), end_);
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
      return;
    default:
      return is_block(node) ? leave_table_part(node) : inlines_.leave(node);
  }
}

void Writer::enter_list(cmark_node* list) {
  const ListKind kind = kind_of(list);
  lists_.push_back(kind);
  const std::size_t begin = begin_of(list);
  if (kind == ListKind::descriptions) return out_.close("dt", end_);
  if (kind == ListKind::numbers) return out_.open("ol", begin);
  if (kind == ListKind::bullets) return out_.open("ul", begin);
  const bool goes_on =
      kind == ListKind::definitions && has_type(cmark_node_previous(list), CMARK_NODE_PARAGRAPH);
  if (!goes_on) out_.open("dl", begin);
}

void Writer::leave_list(cmark_node* list) {
  const ListKind kind = lists_.back();
  lists_.pop_back();
  if (kind == ListKind::descriptions) return;
  if (kind == ListKind::numbers) return out_.close("ol", end_);
  if (kind == ListKind::bullets) return out_.close("ul", end_);
  const bool goes_on = kind == ListKind::definitions && is_term(cmark_node_next(list));
  if (!goes_on) out_.close("dl", end_);
}

void Writer::enter_item(cmark_node* item) {
  const ListKind kind = lists_.back();
  const bool term = kind == ListKind::terms;
  const bool description = kind == ListKind::descriptions || kind == ListKind::definitions;
  out_.open(term ? "dt" : description ? "dd" : "li", begin_of(item));
}

// The descriptions of a term, last in its item, have closed it.
void Writer::leave_item(cmark_node* item) {
  const ListKind kind = lists_.back();
  const bool term = kind == ListKind::terms;
  const bool description = kind == ListKind::descriptions || kind == ListKind::definitions;
  if (term && is_description_list(cmark_node_last_child(item))) return;
  out_.close(term ? "dt" : description ? "dd" : "li", end_);
}

void Writer::enter_paragraph(cmark_node* paragraph) {
  Span block = block_of(paragraph);
  cmark_node* first = cmark_node_first_child(paragraph);
  block = lines_.paragraph_text(block, has_type(first, CMARK_NODE_TEXT) ? literal(first) : "");
  const bool term = is_term(paragraph);
  inlines_.begin(block, term ? LineBreaks::part_terms : LineBreaks::kept);
  if (term) {
    cmark_node* before = cmark_node_previous(paragraph);
    if (before == nullptr || !is_definition_list(before)) out_.open("dl", block.begin);
    out_.open("dt", block.begin);
  } else if (!is_bare(paragraph)) {
    out_.open("p", block.begin);
  }
}

void Writer::leave_paragraph(cmark_node* paragraph) {
  end_ = std::max(inlines_.end(), block_of(paragraph).end);
  if (is_term(paragraph)) {
    out_.close("dt", end_);
  } else if (!is_bare(paragraph)) {
    out_.close("p", end_);
  }
}

void Writer::enter_heading(cmark_node* heading) {
  const Span block = block_of(heading);
  const auto& ids = edits_.heading_ids;
  const auto id = std::lower_bound(ids.begin(), ids.end(), std::pair(block.begin, std::string()));
  const bool found = id != ids.end() && id->first == block.begin;
  out_.open(heading_name(heading), {block.begin, block.begin},
            found ? MarkdownAttribute{"id", id->second} : MarkdownAttribute{});
  inlines_.begin(lines_.heading_text(block), LineBreaks::kept);
}

void Writer::write_code_block(cmark_node* block) {
  const Span span = block_of(block);
  int length = 0;
  int offset = 0;
  char fence = 0;
  const bool fenced = cmark_node_get_fenced(block, &length, &offset, &fence) != 0;
  out_.open("pre", span.begin);
  out_.open("code", span.begin);
  const std::size_t first_line = start_line(block) + (fenced ? 1 : 0);
  end_ = std::max(span.begin, lines_.copy_code(literal(block), first_line, fenced, out_));
  out_.close("code", end_);
  out_.close("pre", end_);
}

void Writer::write_html_block(cmark_node* block) {
  const Span span = block_of(block);
  if (is_comment(literal(block))) {
    out_.comment(span);
    const std::size_t line_feed = edits_.text.find('\n', span.end);
    if (line_feed != std::string::npos) out_.text("\n", {span.end, line_feed + 1});
  } else {
    lines_.copy_html(literal(block), start_line(block), out_);
  }
  end_ = std::max(end_, span.end);
}

bool Writer::enter_table_part(cmark_node* node) {
  const string_view type = cmark_node_get_type_string(node);
  if (type == "table") {
    table_begin_ = begin_of(node);
    row_line_ = lines_.ruler_line(start_line(node), table_begin_) - 1;
    out_.open("table", std::max(table_begin_, lines_.line(row_line_).begin));
  } else if (type == "table_header" || type == "table_row") {
    cells_ = lines_.cells(row_line_, table_begin_);
    cell_ = 0;
    head_ = type == "table_header";
    out_.open("tr", lines_.line(row_line_).begin);
  } else if (type == "table_cell") {
    enter_cell();
  }
  return true;
}

void Writer::leave_table_part(cmark_node* node) {
  const string_view type = cmark_node_get_type_string(node);
  if (type == "table") {
    out_.close("table", end_);
  } else if (type == "table_header" || type == "table_row") {
    end_ = lines_.line(row_line_).end;
    out_.close("tr", end_);
    row_line_ += head_ ? 2 : 1;
  } else if (type == "table_cell") {
    out_.close(head_ ? "th" : "td", inlines_.end());
  }
}

// A row that is shorter than the head is filled up with empty cells at its end.
void Writer::enter_cell() {
  const std::size_t row_end = lines_.line(row_line_).end;
  const Span cell = cell_ < cells_.size() ? cells_[cell_] : Span{row_end, row_end};
  ++cell_;
  out_.open(head_ ? "th" : "td", cell.begin);
  inlines_.begin_cell(cell);
}

std::size_t Writer::begin_of(cmark_node* node) const {
  if (is_cut_off(node)) node = cmark_node_next(node);
  return lines_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
}

Span Writer::block_of(cmark_node* node) const {
  if (is_cut_off(node)) {
    cmark_node* table = cmark_node_next(node);
    const int ruler = static_cast<int>(lines_.ruler_line(start_line(table), begin_of(table)));
    return lines_.block(cmark_node_get_start_line(table), cmark_node_get_start_column(table),
                        ruler - 1, 0);
  }
  return lines_.block(cmark_node_get_start_line(node), cmark_node_get_start_column(node),
                      cmark_node_get_end_line(node), cmark_node_get_end_column(node));
}

bool Writer::is_definition(cmark_node* node) const {
  return node != nullptr && edits_.definitions.count(begin_of(node)) != 0;
}

bool Writer::is_definition_list(cmark_node* list) const {
  if (!has_type(list, CMARK_NODE_LIST)) return false;
  if (is_definition(cmark_node_first_child(list))) return true;
  return is_description_list(list) && !has_type(cmark_node_parent(list), CMARK_NODE_ITEM);
}

bool Writer::is_description_list(cmark_node* list) const {
  if (!has_type(list, CMARK_NODE_LIST)) return false;
  cmark_node* item = cmark_node_first_child(list);
  return item != nullptr && has_type(cmark_node_first_child(item), CMARK_NODE_PARAGRAPH) &&
         is_definition(cmark_node_first_child(item)) && !is_definition(item);
}

ListKind Writer::kind_of(cmark_node* list) const {
  if (is_definition_list(list)) return ListKind::definitions;
  const bool in_term = !lists_.empty() && lists_.back() == ListKind::terms;
  if (in_term && cmark_node_next(list) == nullptr && is_description_list(list)) {
    return ListKind::descriptions;
  }
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
       item = cmark_node_next(item)) {
    if (is_description_list(cmark_node_last_child(item))) return ListKind::terms;
  }
  const bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
  return ordered ? ListKind::numbers : ListKind::bullets;
}

bool Writer::is_term(cmark_node* paragraph) const {
  return has_type(paragraph, CMARK_NODE_PARAGRAPH) &&
         is_definition_list(cmark_node_next(paragraph));
}

// A tight list's paragraphs are shown without space around them; a term is one line.
bool Writer::is_bare(cmark_node* paragraph) const {
  cmark_node* item = cmark_node_parent(paragraph);
  if (!has_type(item, CMARK_NODE_ITEM)) return false;
  return cmark_node_get_list_tight(cmark_node_parent(item)) != 0 ||
         (lists_.back() == ListKind::terms && cmark_node_previous(paragraph) == nullptr);
}

}  // namespace

void write_markdown(cmark_node* root, const MarkdownEdits& edits, MarkdownOutput& out) {
  Writer(edits, out).run(root);
}

}  // namespace doccord
