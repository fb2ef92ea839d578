#pragma once

#include <cstddef>
#include <string>

#include "base/span.h"
#include "text/line_index.h"

namespace doccord {

// The line of a document that a span starts on, ready to be printed with a mark below: tabs are
// blanks, controls are visible, and a line that is too long is cut down to a window round the span,
// with `…` where something was left out.
struct Excerpt {
  std::size_t line = 0;  // From 1.
  std::string text;
  std::size_t mark_column = 0;  // Terminal cells to the left of the mark.
  std::size_t mark_width = 1;   // To the end of the line when the span goes on.
};

Excerpt excerpt(const LineIndex& lines, Span span, std::size_t width);

}  // namespace doccord
