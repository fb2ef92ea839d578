#pragma once

#include <string>

#include "base/result.h"
#include "load/load.h"

namespace doccord {

// The bytes of a document, or of an unsaved text of it: as read_file, with as many as the limits
// allow.
Result<std::string> read_document_file(const std::string& path, const UnsavedTexts* unsaved);

}  // namespace doccord
