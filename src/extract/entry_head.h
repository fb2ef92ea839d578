#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/label.h"
#include "extract/text_layout.h"

namespace doccord {

// A place where an entry may open: in a line, mostly at its start.
struct EntryHead {
  std::size_t line = 0;
  std::size_t at = 0;      // Byte in the line's text at which the label begins.
  std::string_view label;  // From there to the end of the line.
  std::string key;
  std::string_view name;     // What stands beside the key, to know a heading that repeats it.
  bool inline_text = false;  // The description begins on the same line.
  // The short form of an option on the line above its long one: "-o FILE" above "--output=FILE".
  std::string_view short_form;
  // What stands behind a short label where the text of the others begins on the line below; `label`
  // ends before it then.
  std::string_view beside;

  std::size_t first_line() const { return short_form.empty() ? line : line - 1; }
};

// The head that a label in this line makes, `mark` bytes behind its beginning.
EntryHead make_head(const std::vector<TextLine>& lines, std::size_t line, std::size_t mark,
                    const Label& label);
// One whose label ends before the text beside it.
EntryHead head_beside(const std::vector<TextLine>& lines, std::size_t at, const Label& label);

// The column at which the text beside a label begins.
std::size_t text_column(const TextLine& line, const Label& label);
// Whether two blanks or more part the text from its label, as columns are parted.
bool has_gap(const TextLine& line, const Label& label);

}  // namespace doccord
