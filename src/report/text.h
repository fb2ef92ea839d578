#pragma once

#include <string>

#include "report/report.h"
#include "report/results.h"
#include "rules/rule.h"

namespace doccord {

// The results for people, at a terminal or in a log. Text of documents is made harmless first, so
// that nothing in it can move the cursor or hide words.

// What each source says: one line for each entry.
std::string extract_text(const Results& results, const TextOptions& options);

// The registry: for each key its names and readings with the sources that have them.
std::string registry_text(const Results& results, const TextOptions& options);

// The discrepancies that are not accepted, the gravest kinds first.
std::string check_text(const Results& results, const TextOptions& options);

// What has changed: entries, then discrepancies, then acceptances. Needs changes.
std::string diff_text(const Results& results, const TextOptions& options);

// The closing line: "5 documents, 49 keys, 198 entries: 0 errors, 9 warnings, 12 notes".
std::string check_summary(const Results& results);

// The documentation of a rule, as Markdown.
std::string explain_text(const Rule& rule);

}  // namespace doccord
