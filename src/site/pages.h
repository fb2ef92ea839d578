#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule.h"
#include "site/links.h"

namespace doccord {

// What each kind of page shows, for the template of the same name.
Value index_page(const Page& page);
Value key_page(const Page& page, std::size_t record);
Value source_page(const Page& page, std::size_t source);
Value pair_page(const Page& page, std::size_t a, std::size_t b);
Value discrepancies_page(const Page& page);
Value finding_page(const Page& page, std::size_t number);  // Place in Results::discrepancies.
Value rule_page(const Page& page, const Rule& rule);
Value rules_page(const Page& page);
Value matrix_page(const Page& page);
Value similarity_page(const Page& page);
Value about_page(const Page& page);
Value lineage_page(const Page& page);
Value not_found_page(const Page& page);

// The matrix of states as comma-separated values: one row a key, one column a source.
std::string matrix_csv(const Model& model);

}  // namespace doccord
