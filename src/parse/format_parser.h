#pragma once

#include "base/result.h"
#include "load/source.h"
#include "parse/document.h"

namespace doccord {

// One way to read a source; parse/formats.def lists them all.
struct FormatParser {
  Format format;
  Result<Document> (*parse)(const Source& source);
};

namespace format_parsers {
#define FORMAT(name) extern const FormatParser name;
#include "parse/formats.def"
#undef FORMAT
}  // namespace format_parsers

}  // namespace doccord
