#pragma once

#include <string>
#include <vector>

#include "extract/entry.h"
#include "load/source.h"

namespace doccord::test {

// The five documents of sources/ as load gives them.
SourceSet five_sources();

// What tests/golden/five_extract.json, which was read line by line against the documents, says
// stands in them; suspects and coverage are empty. For tests of the steps after extraction.
std::vector<EntrySet> five_entry_sets();

// A file of the project, by its path from the top.
std::string read_project_file(const std::string& path);

}  // namespace doccord::test
