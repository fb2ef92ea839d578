#pragma once

#include <string>
#include <vector>

#include "library/analyze.h"

namespace doccord {

// Reads files of lines that `extract --format jsonl` wrote, in any number and order: the same
// documents, in the same order, as if they had been read together. All must come from one
// configuration, or from none; a document that the configuration names and no line holds is an
// error of SourceSet::left_out.
Gathered<ReadSources> load_extracts(const std::vector<std::string>& files);

}  // namespace doccord
