#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "site/model.h"
#include "site/template.h"

namespace doccord {

// What all pages of a site carry.
struct Frame {
  std::string site_title;
  std::string style;  // Path of the style sheet from the site's top.
  std::string icon;
  std::string script;
  std::string search;   // The search index, a script.
  std::string address;  // Where the site will stand, with a slash at its end; may be empty.
};

// A page that is being made: what it shows and the way from it to the site's top.
struct Page {
  const Model& model;
  const Frame& frame;
  std::string root;  // "" for a page at the top, "../../" for one two folders down.
  std::string path;  // Of the page itself, from the site's top.
};

// The values that the partials `head` and `foot` show. `area` is the link of the navigation that
// the page belongs to: "overview", "matrix", "discrepancies", "changes", "similarity", "lineage",
// "rules", "about" or none.
Value page_value(const Page& page, const std::string& title, std::string_view area);

// Paths of pages, from the site's top.
std::string key_path(const Model& model, std::size_t record);
std::string source_path(const Model& model, std::size_t source);
std::string pair_path(const Model& model, std::size_t a, std::size_t b);  // In either order.
std::string rule_path(std::string_view code);
std::string rule_list_path(std::string_view code, std::size_t part);  // 1 is the rule's own page.
std::string finding_path(const Discrepancy& discrepancy);

// {id, title, href}
Value source_link(const Page& page, std::size_t source);
// For the partial `joined`: a list of {text, href, sep} that reads as "a, b and c". Of many sources
// it names a few and says how many more there are, with a link to where all of them stand.
Value source_links(const Page& page, const std::vector<std::size_t>& sources,
                   const std::string& all_href);
// The same with each source named, however many there are.
Value all_source_links(const Page& page, const std::vector<std::size_t>& sources);
// {key, label, href}
Value key_link(const Page& page, std::size_t record);
Value::List key_links(const Page& page, const std::vector<std::size_t>& records);
// The same for keys that may not be in the registry; then `href` is empty.
Value key_links(const Page& page, const std::vector<std::string>& keys);
// {where, href, label}: "path:line", and where the source's own page lists the entry; no href in
// the file of the acceptances, which has no page.
Value place_value(const Page& page, const Place& place);
// {id, word, meaning}: for the partial `state`.
Value state_value(State state);

// A name in parts, between which a narrow column may break it.
Value name_parts(const std::string& name);

// The ids of the sources as "a, b and c"; of many, "a, b, c and 15 more".
std::string id_list(const Model& model, const std::vector<std::size_t>& sources);
// "1 key", "2 keys"
std::string counted(std::size_t count, std::string_view one, std::string_view many);
// What stands before the item at `place` of `count` in such a list: "", ", " or " and ".
std::string_view separator(std::size_t place, std::size_t count);

}  // namespace doccord
