#pragma once

#include "base/result.h"
#include "load/source.h"
#include "parse/document.h"

namespace doccord {

// Reads a source in its format: the one it is configured with, or the one that its name and text
// tell. An error names the source's path and the place.
Result<Document> parse(const Source& source);

// The format of a source that is not configured with one: by the file name's extension, and by the
// text where that says nothing.
Format detect_format(const Source& source);

}  // namespace doccord
