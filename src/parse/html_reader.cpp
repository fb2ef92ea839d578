#include "parse/html_reader.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

#include "base/limits.h"
#include "parse/arena.h"
#include "parse/parse_error.h"
#include "parse/pool.h"

namespace doccord {
namespace {

// The parser reads a few bytes past the end of its input.
constexpr std::size_t kPadding = 64;

constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

// A character reference above Unicode would wrap around inside the parser and come out as another
// character; it is made one to U+FFFD, as browsers read it, without moving a byte.
void mend_character_references(std::string& html) {
  for (std::size_t i = html.find("&#"); i != std::string::npos; i = html.find("&#", i + 2)) {
    std::size_t begin = i + 2;
    const bool hex = begin < html.size() && (html[begin] == 'x' || html[begin] == 'X');
    if (hex) ++begin;
    const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
    const std::size_t end = std::min(html.find_first_not_of(digits, begin), html.size());
    std::uint32_t value = 0;
    for (std::size_t k = begin; k < end && value <= kLastCodePoint; ++k) {
      const char c = html[k];
      const auto digit = static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
      value = value * (hex ? 16 : 10) + digit;
    }
    if (value <= kLastCodePoint) continue;
    const std::string_view replacement = hex ? "FFFD" : "65533";
    std::fill(html.begin() + static_cast<std::ptrdiff_t>(begin),
              html.begin() + static_cast<std::ptrdiff_t>(end), '0');
    html.replace(end - replacement.size(), replacement.size(), replacement);
  }
}

const char* attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

template <class T>
T read(const std::byte* block, std::size_t offset) noexcept {
  T value;
  std::memcpy(&value, block + offset, sizeof value);
  return value;
}

// Stands between the parser and memory. The parser asserts that memory never ends, copies the
// elements that are open again and again, and works through all of them at each tag; so the guard
// looks at each node that was made when memory for the next one is asked for, and jumps out of the
// parser when a limit is exceeded.
class Guard {
 public:
  explicit Guard(std::string_view text) : text_(text), arena_(parser_budget(text.size())) {}

  // Null when a limit was exceeded. The result lives as long as the guard.
  const GumboOutput* parse();
  HtmlFailure failure() const { return {offset_, message()}; }

 private:
  enum class Stop { none, memory, nodes, depth, attributes };

  static void* allocate(void* self, std::size_t size);
  static void release(void* self, void* block);
  static const GumboOutput* run(Guard* guard, const GumboOptions* options);
  void* take(std::size_t size) noexcept;
  void* take_node() noexcept;
  void look_at_last_node() noexcept;
  std::size_t depth_of_last_node() const noexcept;
  std::string message() const;

  std::string_view text_;
  Arena arena_;
  std::jmp_buf exit_;
  // Behind each node stands how deep it is, once that is known.
  Pool nodes_{arena_, sizeof(GumboNode) + sizeof(std::size_t)};
  Pool attributes_{arena_, sizeof(GumboAttribute)};
  std::byte* last_node_ = nullptr;
  std::size_t old_attributes_ = 0;  // Those that there were before the last node was made.
  std::size_t offset_ = 0;          // Of the last node.
  Stop stop_ = Stop::none;
};

const GumboOutput* Guard::parse() {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Guard::allocate;
  options.deallocator = &Guard::release;
  options.userdata = this;
  // Each error would keep a copy of all open elements.
  options.max_errors = 0;
  return run(this, &options);
}

// Nothing with a destructor may live in here: the jump passes them by.
const GumboOutput* Guard::run(Guard* guard, const GumboOptions* options) {
  if (setjmp(guard->exit_) != 0) return nullptr;
  return gumbo_parse_with_options(options, guard->text_.data(), guard->text_.size());
}

void* Guard::allocate(void* self, std::size_t size) {
  auto* guard = static_cast<Guard*>(self);
  void* memory = guard->take(size);
  if (guard->stop_ != Stop::none) std::longjmp(guard->exit_, 1);
  return memory;
}

void Guard::release(void* self, void* block) {
  auto* guard = static_cast<Guard*>(self);
  if (guard->attributes_.contains(block)) {
    guard->attributes_.give_back(block);
  } else if (!guard->nodes_.contains(block)) {
    guard->arena_.release(block);
  }
}

void* Guard::take(std::size_t size) noexcept {
  void* memory = nullptr;
  if (size == sizeof(GumboNode)) {
    memory = take_node();
  } else if (size == sizeof(GumboAttribute)) {
    memory = attributes_.take();
    old_attributes_ = std::min(old_attributes_, attributes_.taken());
    if (attributes_.taken() - old_attributes_ > limits().attributes) stop_ = Stop::attributes;
  } else {
    memory = arena_.allocate(size);
  }
  if (memory == nullptr && stop_ == Stop::none) stop_ = Stop::memory;
  return memory;
}

void* Guard::take_node() noexcept {
  look_at_last_node();
  old_attributes_ = attributes_.taken();
  if (nodes_.taken() == limits().nodes) stop_ = Stop::nodes;
  if (stop_ != Stop::none) return nullptr;
  last_node_ = static_cast<std::byte*>(nodes_.take());
  return last_node_;
}

// It may be a string that is as long as a node, so nothing in it is trusted.
void Guard::look_at_last_node() noexcept {
  if (last_node_ == nullptr) return;
  const auto type = read<unsigned>(last_node_, offsetof(GumboNode, type));
  const bool element = type == GUMBO_NODE_ELEMENT || type == GUMBO_NODE_TEMPLATE;
  const char* data =
      read<const char*>(last_node_, element ? offsetof(GumboNode, v.element.original_tag.data)
                                            : offsetof(GumboNode, v.text.original_text.data));
  const std::less<const char*> before;
  const char* const begin = text_.data();
  if (data != nullptr && !before(data, begin) && before(data, begin + text_.size())) {
    offset_ = static_cast<std::size_t>(data - begin);
  }
  const std::size_t depth = depth_of_last_node();
  if (depth > limits().depth + 1) stop_ = Stop::depth;
  std::memcpy(last_node_ + sizeof(GumboNode), &depth, sizeof depth);
}

// One more than its parent's, which is kept behind that. The parser may have moved the parent since
// then, so now and then all the way up is counted.
std::size_t Guard::depth_of_last_node() const noexcept {
  constexpr std::size_t kNowAndThen = 64;
  const auto* parent = read<const std::byte*>(last_node_, offsetof(GumboNode, parent));
  std::size_t depth = 0;
  for (; nodes_.contains(parent) && depth <= limits().depth + 1; ++depth) {
    const auto known = read<std::size_t>(parent, sizeof(GumboNode));
    if (known != 0 && nodes_.taken() % kNowAndThen != 0) return depth + known + 1;
    parent = read<const std::byte*>(parent, offsetof(GumboNode, parent));
  }
  return depth;
}

std::string Guard::message() const {
  switch (stop_) {
    case Stop::nodes:
      return limit_message("document", limits().nodes, "nodes", "nodes");
    case Stop::depth:
      return limit_message("nesting", limits().depth, "elements", "depth");
    case Stop::attributes:
      return limit_message("element", limits().attributes, "attributes", "attributes");
    default:
      return limit_message("memory for the document", parser_budget(text_.size()), "bytes",
                           "memory");
  }
}

// Shows a parsed page to a visitor, without recursion.
class Walk {
 public:
  Walk(std::string_view html, HtmlVisitor& visitor) : html_(html), visitor_(visitor) {}

  // False when the page is nested too deeply.
  bool run(const GumboNode& root);
  std::size_t offset() const { return end_; }

 private:
  struct Open {
    const GumboNode* node;
    HtmlElement element;
    unsigned next = 0;    // The child to visit next.
    std::size_t end = 0;  // Of the content so far.
  };

  void enter(const GumboNode& node);
  void leave();
  void text(const GumboNode& node);
  HtmlElement describe(const GumboNode& node) const;
  Span span(GumboStringPiece piece) const;
  std::size_t text_end(std::string_view text, Span span) const;

  std::string_view html_;
  HtmlVisitor& visitor_;
  std::vector<Open> open_;
  std::size_t end_ = 0;  // Of what was visited last.
};

bool Walk::run(const GumboNode& root) {
  enter(root);
  while (!open_.empty()) {
    Open& open = open_.back();
    const GumboVector& children = open.node->v.element.children;
    if (open.next == children.length) {
      leave();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[open.next++]);
    if (is_element(child)) {
      if (open_.size() >= limits().depth) return false;
      enter(child);
    } else if (child.type != GUMBO_NODE_COMMENT) {
      text(child);
    }
  }
  return true;
}

void Walk::enter(const GumboNode& node) {
  HtmlElement element = describe(node);
  if (!element.written) element.start_tag = {end_, end_};
  end_ = element.end = element.start_tag.end;
  if (visitor_.enter(element)) {
    open_.push_back({&node, element, 0, element.start_tag.end});
    return;
  }
  if ((node.parse_flags & GUMBO_INSERTION_IMPLICIT_END_TAG) == 0) {
    end_ = std::max(end_, span(node.v.element.original_end_tag).end);
  }
  if (!open_.empty()) open_.back().end = std::max(open_.back().end, end_);
}

void Walk::leave() {
  Open& open = open_.back();
  const GumboNode& node = *open.node;
  const Span end_tag = span(node.v.element.original_end_tag);
  const bool closed = (node.parse_flags & GUMBO_INSERTION_IMPLICIT_END_TAG) == 0;
  open.element.end = closed && end_tag.end > open.end ? end_tag.end : open.end;
  end_ = open.element.end;
  visitor_.leave(open.element);
  open_.pop_back();
  if (!open_.empty()) open_.back().end = std::max(open_.back().end, end_);
}

void Walk::text(const GumboNode& node) {
  const std::string_view text = node.v.text.text;
  Span span = this->span(node.v.text.original_text);
  span.end = text_end(text, span);
  end_ = span.end;
  open_.back().end = std::max(open_.back().end, end_);
  visitor_.text(text, span);
}

HtmlElement Walk::describe(const GumboNode& node) const {
  const GumboElement& element = node.v.element;
  // The parser repeats an element that is open across the end of another; only the first of them
  // stands in the text.
  constexpr unsigned kRepeated =
      GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
  HtmlElement out;
  if (element.tag != GUMBO_TAG_UNKNOWN) out.name = gumbo_normalized_tagname(element.tag);
  if ((node.parse_flags & kRepeated) == 0) out.start_tag = span(element.original_tag);
  out.written = !out.start_tag.empty();
  if ((node.parse_flags & kRepeated) != 0) return out;
  if (element.attributes.length == 0) return out;
  out.id = attribute(element, "id");
  out.anchor_name = attribute(element, "name");
  out.href = attribute(element, "href");
  out.colspan = attribute(element, "colspan");
  out.rowspan = attribute(element, "rowspan");
  out.hidden = attribute(element, "hidden") != nullptr;
  return out;
}

Span Walk::span(GumboStringPiece piece) const {
  if (piece.length == 0) return {};  // Implied by others.
  const auto begin = static_cast<std::size_t>(piece.data - html_.data());
  if (begin > html_.size()) return {};
  return {begin, std::min(begin + piece.length, html_.size())};
}

// The parser counts to a text what stands behind it and came to nothing: a stray end tag, an
// ignored start tag. Where there is such markup the text is followed through its bytes.
std::size_t Walk::text_end(std::string_view text, Span span) const {
  const std::string_view raw = html_.substr(span.begin, span.size());
  if (raw.find('<') == std::string_view::npos) return span.end;
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size() && at < raw.size();) {
    if (raw[at] == '&' && text.substr(i, 2) != raw.substr(at, 2)) {
      at = std::min(raw.find_first_of("; \t\r\n<&", at + 1), raw.size());
      if (at < raw.size() && raw[at] == ';') ++at;
      do {
        ++i;
      } while (i < text.size() && (text[i] & 0xC0) == 0x80);
    } else if (raw[at] == text[i]) {
      ++at, ++i;
    } else {
      at = raw[at] == '<' ? std::min(raw.find('>', at), raw.size() - 1) + 1 : at + 1;
    }
  }
  return span.begin + at;
}

}  // namespace

std::optional<HtmlFailure> read_html(std::string_view html, HtmlVisitor& visitor) {
  std::string padded;
  padded.reserve(html.size() + kPadding);
  padded = html;
  mend_character_references(padded);
  padded.append(kPadding, '\0');
  const std::string_view text(padded.data(), html.size());

  const auto guard = std::make_unique<Guard>(text);
  const GumboOutput* output = guard->parse();
  if (output == nullptr) return guard->failure();
  Walk walk(text, visitor);
  if (walk.run(*output->root)) return std::nullopt;
  return HtmlFailure{walk.offset(), limit_message("nesting", limits().depth, "elements", "depth")};
}

}  // namespace doccord
