#pragma once

#include <vector>

#include "base/result.h"
#include "extract/read_documents.h"
#include "load/source.h"

namespace doccord {

// Whether documents are read in processes of their own; not, unless set. To be set before work
// begins.
bool isolation();
void set_isolation(bool isolated);

// As read_documents, and with the same result, here or in other processes as `isolation` says. In
// those, a document whose reader crashes, does not end or takes memory without end is left out with
// an error that says so, and the others are read all the same.
std::vector<ReadDocument> read_all_documents(const SourceSet& sources, std::vector<Error>& errors,
                                             Keep keep = Keep::what_may_be_taken);

}  // namespace doccord
