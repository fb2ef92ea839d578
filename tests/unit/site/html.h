#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace doccord::test {

// What tests ask of a page without a parser for HTML: our pages write attributes in one way only,
// ` name="value"`.

// The values of an attribute, in page order, entities undone.
std::vector<std::string> attribute_values(std::string_view html, std::string_view name);

// What a reader sees: tags and what stands in <head> left out, entities undone, blanks collapsed.
std::string visible_text(std::string_view html);

// Elements that are opened and not closed in order, as messages; empty for a page that nests well.
std::vector<std::string> nesting_faults(std::string_view html);

// The path that `href` means on the page at `path`, without fragment; "" for the page itself.
std::string resolve(const std::string& path, const std::string& href);

}  // namespace doccord::test
