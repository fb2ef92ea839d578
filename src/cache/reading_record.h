#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/read_documents.h"
#include "load/source.h"

namespace doccord {

// What was read of the source's document in few bytes that are quickly read again. Readings of one
// document say mostly the same, so every text stands there once, and what the document has as it is
// stands there by its place only.
std::string write_reading(const ReadDocument& read, const Source& source);

// What was written, for a document with the source's text; its place is 0. Nothing when the bytes
// are not as write_reading makes them, or do not fit the text: they may come from anywhere, and
// whatever they hold, what comes out is as good as if a document had said it.
std::optional<ReadDocument> read_reading(std::string_view bytes, const Source& source);

}  // namespace doccord
