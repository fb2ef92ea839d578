#pragma once

#include <nlohmann/json_fwd.hpp>

namespace doccord {

// JSON Schemas of what the reports print as JSON (report/json.cpp). Members may be added to what is
// printed, so that further ones are allowed everywhere; those that are promised are required.
nlohmann::ordered_json extract_schema();
nlohmann::ordered_json registry_schema();
nlohmann::ordered_json results_schema();

// JSON Schema of one line of doccord-accepted.jsonl. Nothing else may stand in it, as in the file.
nlohmann::ordered_json accepted_schema();

}  // namespace doccord
