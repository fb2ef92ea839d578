#pragma once

#include <doccord/discrepancy.h>
#include <doccord/entry.h>
#include <doccord/registry.h>
#include <doccord/result.h>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "report/locations.h"
#include "report/results.h"

namespace doccord {

// What a run found, as the types of include/doccord/. These are apart from our own, so that our own
// may change: ids in place of places, lines and columns in place of bytes.
std::vector<api::EntrySet> api_entries(const Results& results);
api::Registry api_registry(const Results& results);
std::vector<api::Discrepancy> api_discrepancies(const Results& results);
std::vector<api::Error> api_errors(const std::vector<Error>& errors);

// Parts of these.
api::Location api_location(const Results& results, const Locations& locations, std::size_t source,
                           Span span);
api::Entry api_entry(const Results& results, const Locations& locations, std::size_t source,
                     const Entry& entry);
api::Level api_level(Level level);
std::vector<api::Edit> api_edits(const std::vector<Edit>& edits);
std::vector<std::string> ids_of(const Results& results, const std::vector<std::size_t>& sources);

}  // namespace doccord
