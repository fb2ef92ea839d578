#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/read_documents.h"
#include "load/source.h"

namespace doccord {

// What was read of one document, on one line of JSON: enough to go on from on another machine, or
// at another time, as if the document had been read there. It holds the document's text, since
// findings quote it, and every reading that could still be the best one, since that depends on what
// the other documents say.
struct DocumentExtract {
  std::string config_path;  // Of the configuration that named it; empty without one.
  Source source;            // Without hints, which have had their effect.
  ReadDocument read;        // `source` in it is 0.
};

// The line, with its end.
std::string write_extract(const std::string& config_path, const Source& source,
                          const ReadDocument& read);

// Reads a line and checks all of it: it may come from anywhere. The error has no path.
Result<DocumentExtract> read_extract(std::string_view line);

}  // namespace doccord
