#pragma once

#include "base/result.h"
#include "load/source.h"
#include "parse/document.h"

namespace doccord {

// Takes out of the tree what the XPath expressions of the source's `exclude` name. An error points
// into the configuration: an expression is wrong, or finds nothing.
Result<Document> without_excluded(const Source& source, Document document);

}  // namespace doccord
