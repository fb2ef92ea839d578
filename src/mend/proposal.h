#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/span.h"
#include "extract/entry.h"
#include "mend/byte_edit.h"

namespace doccord {

// What an entry is to say once the bytes were changed, so that the changed document can be held
// against it.
struct IntendedChange {
  struct Part {  // Of the description.
    Span span;
    std::string text;
  };
  std::size_t source = 0;  // Places in MendState: of the source, and of the entry in its set.
  std::size_t entry = 0;
  std::vector<Part> parts;
  std::vector<std::pair<std::string, std::string>> names;  // From, to.
};

// An entry that is to stand before another one, or behind all.
struct IntendedAddition {
  std::size_t source = 0;
  std::size_t before = 0;
  Entry entry;  // Without section and span.
};

// One way to mend something.
struct MendWay {
  std::vector<ByteEdit> edits;
  std::vector<IntendedChange> changes;
  std::vector<IntendedAddition> additions;
};

// What could be done about a discrepancy at one of its keys.
struct MendProposal {
  std::size_t finding = 0;  // Place in MendState::discrepancies.
  std::string key;
  std::vector<MendWay> ways;  // The first that stands the test is taken.
  std::string why_not;        // Why there is none, as a clause.
  bool ends_finding = true;   // False when only a part of what it is about is mended.
};

}  // namespace doccord
