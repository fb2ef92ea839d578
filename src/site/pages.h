#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule.h"
#include "site/links.h"

namespace doccord {

// Discrepancies up to which one page lists all of them; of more, the pages of their rules do.
inline constexpr std::size_t kMostOnOnePage = 1000;
// How many of one rule are listed on a page then, and always on the rule's own.
inline constexpr std::size_t kFoundOnPage = 100;

// What each kind of page shows, for the template of the same name.
Value index_page(const Page& page);
Value key_page(const Page& page, std::size_t record);
Value source_page(const Page& page, std::size_t source);
Value pair_page(const Page& page, std::size_t a, std::size_t b);
Value discrepancies_page(const Page& page);
Value changes_page(const Page& page);  // For results that were compared with another state.
Value finding_page(const Page& page, std::size_t number);  // Place in Results::discrepancies.
Value rule_page(const Page& page, const Rule& rule);
// The pages of what a rule found, of which its own page is the first; one when there are not too
// many discrepancies for the page that lists all of them.
std::size_t rule_list_pages(const Model& model, const Rule& rule);
Value rule_list_page(const Page& page, const Rule& rule, std::size_t part);  // From 2.
Value rules_page(const Page& page);
Value matrix_page(const Page& page);
Value similarity_page(const Page& page);
Value about_page(const Page& page);
Value lineage_page(const Page& page);
Value not_found_page(const Page& page);

// Whether the discrepancies are there as SARIF: of more than one page lists, code scanning and the
// reader are better served by what `check` prints for it.
bool has_sarif(const Model& model);

// The matrix of states as comma-separated values: one row a key, one column a source.
std::string matrix_csv(const Model& model);

}  // namespace doccord
