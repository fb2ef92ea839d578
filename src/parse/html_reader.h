#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace doccord {

// An element as the HTML parser sees it. All spans are bytes of the HTML text that is read.
struct HtmlElement {
  std::string_view name;  // Lower case; empty for an element that HTML does not know.
  Span start_tag;         // Where the element begins if there is none.
  bool written = true;    // Otherwise the parser made the element up.
  std::size_t end = 0;    // Behind the end tag, or behind the last content; known when it is left.
  // Attributes as decoded; null when there is none.
  const char* id = nullptr;
  const char* anchor_name = nullptr;
  const char* href = nullptr;
  const char* colspan = nullptr;
  const char* rowspan = nullptr;
  bool hidden = false;
};

// Is shown the elements and texts of a page in their order.
class HtmlVisitor {
 public:
  virtual ~HtmlVisitor() = default;

  // What is in the element is passed over when this says no; `leave` is not called then.
  virtual bool enter(const HtmlElement& element) = 0;
  virtual void leave(const HtmlElement& element) = 0;
  // Decoded text, and the bytes that it was made from.
  virtual void text(std::string_view text, Span span) = 0;
};

// Why a page was not read to its end.
struct HtmlFailure {
  std::size_t offset = 0;  // Near the place.
  std::string message;
};

// Reads a page as browsers do: no input is wrong, but some exceed a limit.
std::optional<HtmlFailure> read_html(std::string_view html, HtmlVisitor& visitor);

}  // namespace doccord
