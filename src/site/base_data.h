#pragma once

#include <cstddef>
#include <string>

#include "site/model.h"

namespace doccord {

// What the site's script needs to hold every text against a base that the reader chooses. What is
// the same on all pages is a part of the script; the rest stands in attributes of the pages. So it
// can be read from disk and under any policy.

// A part of the script that sets doccord.documents: {"sources": ids, "families": the family of
// each, "states": words by id}
std::string documents_script(const Model& model);

// The reading that each source has: places in Record::readings, "." for an entry without a text and
// "-" for none, parted by blanks.
std::string readings_data(const Model& model, std::size_t record);

// How every two readings differ, one character a pair, in the order 0-1, 0-2, ..., 1-2, ...: the
// place of the state among all states, or "?" where they were not compared.
std::string kinds_data(const Model& model, std::size_t record);

// How every reading differs from the one at `reading`, likewise; for pages that show few of them.
std::string kinds_from(const Model& model, std::size_t record, std::size_t reading);

// The reading that the merged entry has; empty when there is none.
std::string merged_data(const Model& model, std::size_t record);

}  // namespace doccord
