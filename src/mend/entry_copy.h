#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mend/workshop.h"

namespace doccord {

// An entry made from another one's bytes.
struct EntryCopy {
  std::string text;
  Entry entry;  // What it says: key, names, description and fields.
};

// The bytes that the entries of a source take, which the document has them in order of: those of
// their spans, and the tags around them on their lines, such as anchors.
std::vector<Span> entry_blocks(std::string_view text, Format format,
                               const std::vector<Entry>& entries);

// The bytes `block` of `model`, which is an entry of `source`, with key, names and description
// exchanged for those that `given` has, in the convention of the source. `why_not` says why it
// cannot be: the model's own do not stand there as plain text, or it has more to say than was
// given.
std::optional<EntryCopy> copy_entry(const Workshop& workshop, std::size_t source,
                                    const Entry& model, Span block, const Claim& given,
                                    std::string& why_not);

}  // namespace doccord
