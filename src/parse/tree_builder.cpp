#include "parse/tree_builder.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "parse/parse_error.h"

namespace doccord {

TreeBuilder::TreeBuilder(const Source& source, Format format)
    : source_(source), document_(format, source.text) {
  pugi::xml_node root = document_.tree().append_child("document");
  document_.set_span(root, {0, source.text.size()});
  open_.push_back(root);
}

void TreeBuilder::open(std::string_view name, std::size_t begin) {
  if (!may_add(begin)) return;
  if (open_.size() > limits().depth) {
    return fail_at(begin, limit_message("nesting", limits().depth, "elements", "depth"));
  }
  shorten_last(begin);
  pugi::xml_node node = open_.back().append_child(std::string(name).c_str());
  document_.set_span(node, {begin, begin});
  open_.push_back(node);
}

void TreeBuilder::close(std::size_t end) {
  if (failed()) return;
  const Span content = content_span(open_.back());
  Span span = document_.span(open_.back());
  span.begin = std::min(span.begin, content.begin);
  span.end = std::max({end, span.begin, content.end});
  document_.set_span(open_.back(), span);
  open_.pop_back();
}

void TreeBuilder::close_around_content() {
  if (failed()) return;
  document_.set_span(open_.back(), content_span(open_.back()));
  open_.pop_back();
}

// From the first to the last byte of the children, which markup can have brought out of their
// order; where there are none, where the element begins.
Span TreeBuilder::content_span(pugi::xml_node element) const {
  const pugi::xml_node first = element.first_child();
  const std::size_t begin = document_.span(element).begin;
  Span span = first ? document_.span(first) : Span{begin, begin};
  for (const pugi::xml_node child : element.children()) {
    const Span own = document_.span(child);
    span = {std::min(span.begin, own.begin), std::max(span.end, own.end)};
  }
  return span;
}

void TreeBuilder::drop_last() {
  if (!failed()) open_.back().remove_child(open_.back().last_child());
}

void TreeBuilder::attribute(std::string_view name, std::string_view value) {
  if (failed()) return;
  open_.back().append_attribute(std::string(name).c_str()).set_value(value.data(), value.size());
}

void TreeBuilder::text(std::string_view text, Span span) {
  if (!may_add(span.begin)) return;
  shorten_last(span.begin);
  pugi::xml_node node = open_.back().append_child(pugi::node_pcdata);
  node.set_value(text.data(), text.size());
  document_.set_span(node, span);
}

void TreeBuilder::element(std::string_view name, std::string_view text, Span span) {
  open(name, span.begin);
  this->text(text, span);
  close(span.end);
}

void TreeBuilder::value(std::string_view text, Span content, Span whole) {
  const bool wrapped = current().name() != std::string_view("member");
  if (wrapped) open("item", whole.begin);
  if (!text.empty()) this->text(text, content);
  if (wrapped) close(whole.end);
}

void TreeBuilder::fail_at(std::size_t offset, std::string message) {
  if (!error_) error_ = error_at(source_, offset, std::move(message));
}

Result<Document> TreeBuilder::finish() {
  if (error_) return tl::unexpected(*error_);
  return std::move(document_);
}

bool TreeBuilder::may_add(std::size_t offset) {
  if (failed()) return false;
  if (++nodes_ <= limits().nodes) return true;
  fail_at(offset, limit_message("document", limits().nodes, "nodes", "nodes"));
  return false;
}

// Markup that is wrongly nested can close an element behind the next one's beginning. It gives way,
// unless its text lies there too.
void TreeBuilder::shorten_last(std::size_t end) {
  const pugi::xml_node last = open_.back().last_child();
  if (last.type() != pugi::node_element) return;
  Span span = document_.span(last);
  if (span.end <= end) return;
  span.end = std::max({end, span.begin, content_span(last).end});
  document_.set_span(last, span);
}

}  // namespace doccord
