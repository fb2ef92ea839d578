#pragma once

#include <optional>
#include <string_view>

#include "extract/key.h"

namespace doccord {

// Where the key stands in a label, the text that opens an entry.
enum class LabelForm {
  whole,       // 404
  key_first,   // 404 Not Found; 404 - Not found; 15.5.5. 404 Not Found
  key_second,  // HTTP_STATUS_NOT_FOUND 404 The server has not found anything
  key_last,    // HTTP_STATUS_NOT_FOUND (404); NOT_FOUND: = 404
};

std::string_view to_string(LabelForm form);

// A label taken apart. All parts are trimmed views into it, without what separates them.
struct Label {
  LabelForm form = LabelForm::whole;
  std::string_view before;  // Empty unless key_second or key_last.
  std::string_view key;
  std::string_view alias;      // The same key in another notation: the 0x2 of "2 (0x2)".
  std::string_view after;      // Empty unless key_first or key_second.
  std::string_view argument;   // Of an option: the FILE of "-o, --output FILE".
  std::string_view separator;  // Between key and `before` or `after`, as written and trimmed: "-".
  bool numbered = false;       // A section number stands before it: "15.5.5. 404 Not Found".
  bool closed = false;         // A colon or comma stands behind a key that is last: "NAME (404):".
};

// Which words may be keys where other text follows: any would make a key of every first word.
enum class Words { constants, any };

// Reads `text` in one form; nothing when it is not of that form.
std::optional<Label> read_label(std::string_view text, KeyPattern pattern, LabelForm form,
                                Words words = Words::constants);

// Reads `text` as `whole` or `key_first`, whichever it is.
std::optional<Label> read_opening_key(std::string_view text, KeyPattern pattern,
                                      Words words = Words::constants);

// Sets aside quotes, back-quotes, asterisks and the like around a name, and a colon behind it.
std::string_view strip_decoration(std::string_view text);

}  // namespace doccord
