#pragma once

#include <vector>

#include "base/result.h"
#include "load/load.h"
#include "load/source.h"

namespace doccord {

// Reads the directory at `source.path` as one document: every file below it that is text, by path.
// Hidden files and those of binary data are none of it. All errors are told, one for each file that
// cannot be read. `unsaved` as in LoadOptions.
tl::expected<Source, std::vector<Error>> source_from_directory(
    Source source, const UnsavedTexts* unsaved = nullptr);

}  // namespace doccord
