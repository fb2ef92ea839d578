#include "parse/html_tree.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "parse/html_reader.h"
#include "parse/html_vocabulary.h"

namespace doccord {
namespace {

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

class HtmlTree : public HtmlVisitor {
 public:
  HtmlTree(TreeBuilder& tree, const OffsetMap& map) : tree_(tree), map_(map) {}

  bool enter(const HtmlElement& element) override;
  void leave(const HtmlElement& element) override;
  void text(std::string_view text, Span span) override;

 private:
  struct Frame {
    HtmlMeaning meaning;
    bool loose = false;      // Text directly in here becomes a paragraph.
    bool verbatim = false;   // White space counts.
    bool one_block = false;  // No paragraphs are made in here.
    bool opens = true;       // Has an element in the tree.
  };
  struct Text {
    std::string text;
    Span span;
  };

  Frame frame_for(const HtmlElement& element, HtmlMeaning meaning) const;
  void open_element(const HtmlElement& element, std::string_view name);
  void set_attributes(const HtmlElement& element, std::string_view name);
  void begin_inline(std::size_t begin);
  void end_paragraph();
  void keep_id(const HtmlElement& element, HtmlRole role);
  void flush_ids();
  void add_anchor(std::string_view id, Span span);
  void hold_white_space(std::string_view text, Span span);
  void drop_if_empty();

  TreeBuilder& tree_;
  const OffsetMap& map_;
  std::vector<Frame> frames_;
  pugi::xml_node paragraph_;       // Made for loose text, and open.
  std::vector<Text> ids_;          // Of wrappers, for the element that comes next.
  std::vector<Text> white_space_;  // Is written only when text or an inline element follows.
};

bool HtmlTree::enter(const HtmlElement& element) {
  const HtmlMeaning meaning = html_meaning(element.name);
  if (tree_.failed() || element.hidden || meaning.role == HtmlRole::skip) return false;
  Frame frame = frame_for(element, meaning);
  const bool in_text = meaning.role == HtmlRole::inlined || meaning.role == HtmlRole::splice;
  if (!in_text) {
    if (tree_.current() == paragraph_) end_paragraph();
    white_space_.clear();
  }
  if (!frame.opens) {
    keep_id(element, meaning.role);
  } else if (meaning.name == "br" && frames_.back().loose && !paragraph_) {
    return false;
  } else {
    if (in_text) begin_inline(element.start_tag.begin);
    open_element(element, meaning.name);
  }
  frames_.push_back(frame);
  return true;
}

HtmlTree::Frame HtmlTree::frame_for(const HtmlElement& element, HtmlMeaning meaning) const {
  Frame frame{meaning};
  if (!frames_.empty()) {
    frame.verbatim = frames_.back().verbatim;
    frame.one_block = frames_.back().one_block;
  }
  const std::string_view name = meaning.name;
  const bool has_id = element.id != nullptr || element.anchor_name != nullptr;
  frame.opens = meaning.role == HtmlRole::block || meaning.role == HtmlRole::inlined;
  if (name == "a" && element.href == nullptr && !has_id) frame.opens = false;
  if (!frame.opens && meaning.role == HtmlRole::inlined) frame.meaning.role = HtmlRole::splice;
  if (frame.opens && (name == "pre" || (name.size() == 2 && name[0] == 'h'))) {
    frame.one_block = true;
    if (name == "pre") frame.verbatim = true;
  }
  if (meaning.role == HtmlRole::wrapper) frame.loose = !frame.one_block;
  if (frame.meaning.role == HtmlRole::splice && !frames_.empty()) {
    frame.loose = frames_.back().loose;
  }
  return frame;
}

void HtmlTree::leave(const HtmlElement& element) {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.meaning.role == HtmlRole::wrapper || frame.meaning.role == HtmlRole::group) {
    if (tree_.current() == paragraph_) end_paragraph();
    white_space_.clear();
  }
  if (!frame.opens) return;
  if (tree_.current() == paragraph_) end_paragraph();
  flush_ids();
  if (element.written) {
    tree_.close(map_.to_source(Span{element.start_tag.begin, element.end}).end);
  } else {
    tree_.close_around_content();
  }
  if (!frame.verbatim || frame.meaning.name != "pre") drop_if_empty();
  if (frame.meaning.role == HtmlRole::block) white_space_.clear();
}

void HtmlTree::text(std::string_view text, Span span) {
  if (tree_.failed()) return;
  const bool verbatim = !frames_.empty() && frames_.back().verbatim;
  if (!verbatim && is_white(text) && !is_inline_name(tree_.current().name())) {
    return hold_white_space(text, span);
  }
  begin_inline(span.begin);
  tree_.text(text, map_.to_source(span));
}

// White space between blocks says nothing; between words it parts them.
void HtmlTree::hold_white_space(std::string_view text, Span span) {
  const pugi::xml_node last = tree_.current().last_child();
  if (last.type() == pugi::node_pcdata || is_inline_name(last.name())) {
    white_space_.push_back({std::string(text), map_.to_source(span)});
  }
}

// Text or an inline element comes next.
void HtmlTree::begin_inline(std::size_t begin) {
  flush_ids();
  if (frames_.back().loose && !paragraph_) {
    white_space_.clear();
    tree_.open("p", map_.to_source(begin));
    if (!tree_.failed()) paragraph_ = tree_.current();
  }
  for (const Text& held : std::exchange(white_space_, {})) tree_.text(held.text, held.span);
}

void HtmlTree::end_paragraph() {
  if (!paragraph_) return;
  tree_.close_around_content();
  paragraph_ = {};
  drop_if_empty();
}

void HtmlTree::open_element(const HtmlElement& element, std::string_view name) {
  const bool has_id = element.id != nullptr;
  const Text own = !ids_.empty() && !has_id ? ids_.back() : Text{};
  if (!own.text.empty()) ids_.pop_back();
  flush_ids();
  tree_.open(name, map_.to_source(element.start_tag.begin));
  if (!own.text.empty()) tree_.attribute("id", own.text);
  set_attributes(element, name);
}

void HtmlTree::set_attributes(const HtmlElement& element, std::string_view name) {
  const bool link = name == "a";
  const bool cell = name == "td" || name == "th";
  if (element.id != nullptr) {
    tree_.attribute("id", element.id);
  } else if (link && element.anchor_name != nullptr) {
    tree_.attribute("id", element.anchor_name);
  }
  if (link && element.href != nullptr) tree_.attribute("href", element.href);
  if (cell && element.colspan != nullptr) tree_.attribute("colspan", element.colspan);
  if (cell && element.rowspan != nullptr) tree_.attribute("rowspan", element.rowspan);
}

// An element that gives way leaves its id: a wrapper to what it began with, any other in place.
void HtmlTree::keep_id(const HtmlElement& element, HtmlRole role) {
  if (element.id == nullptr || *element.id == '\0') return;
  const Span span = map_.to_source(element.start_tag);
  if (role == HtmlRole::wrapper || role == HtmlRole::group) {
    ids_.push_back({element.id, span});
  } else {
    flush_ids();
    for (const Text& held : std::exchange(white_space_, {})) tree_.text(held.text, held.span);
    add_anchor(element.id, span);
  }
}

void HtmlTree::flush_ids() {
  for (const Text& id : std::exchange(ids_, {})) add_anchor(id.text, id.span);
}

void HtmlTree::add_anchor(std::string_view id, Span span) {
  tree_.open("a", span.begin);
  tree_.attribute("id", id);
  tree_.close(span.end);
}

void HtmlTree::drop_if_empty() {
  const pugi::xml_node node = tree_.current().last_child();
  const std::string_view name = node.name();
  const bool droppable =
      name == "p" || name == "a" || name == "code" || name == "em" || name == "strong";
  if (droppable && !node.first_child() && !node.first_attribute()) tree_.drop_last();
}

}  // namespace

std::unique_ptr<HtmlVisitor> html_tree(TreeBuilder& tree, const OffsetMap& map) {
  return std::make_unique<HtmlTree>(tree, map);
}

void add_html(TreeBuilder& tree, std::string_view html, const OffsetMap& map) {
  HtmlTree visitor(tree, map);
  const auto failure = read_html(html, visitor);
  if (failure) tree.fail_at(map.to_source(failure->offset), failure->message);
}

}  // namespace doccord
