#include "parse/html_vocabulary.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace doccord {
namespace {

struct Meanings {
  HtmlRole role;
  std::string_view name;  // Of the tree's element; empty when the tags keep their own names.
  std::string_view tags;  // With blanks between.
};

constexpr std::array<Meanings, 13> kMeanings{
    {{HtmlRole::block, "", "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table tr th td pre nav hr"},
     {HtmlRole::block, "ul", "menu dir"},
     {HtmlRole::block, "pre", "listing xmp plaintext"},
     {HtmlRole::inlined, "", "a br code em strong"},
     {HtmlRole::inlined, "strong", "b"},
     {HtmlRole::inlined, "em", "i"},
     {HtmlRole::inlined, "code", "tt kbd samp var"},
     {HtmlRole::wrapper, "",
      "address article aside blockquote caption center dialog details div fieldset figcaption "
      "figure footer form header hgroup legend main search section summary"},
     {HtmlRole::group, "", "html body tbody thead tfoot"},
     {HtmlRole::skip, "",
      "script style head title template noscript noframes noembed base link meta colgroup col"},
     {HtmlRole::skip, "", "svg canvas iframe object embed audio video map area img image source"},
     {HtmlRole::skip, "", "button select optgroup option textarea input datalist keygen"},
     {HtmlRole::skip, "", "frameset frame applet bgsound param track wbr"}}};

constexpr std::array<std::string_view, 14> kSwallowing{
    "iframe", "noembed", "noframes", "noscript", "plaintext", "script",   "select",
    "style",  "svg",     "template", "textarea", "title",     "frameset", "xmp"};

using Table = std::unordered_map<std::string_view, HtmlMeaning>;

Table make_table() {
  Table table;
  for (const auto& [role, name, tags] : kMeanings) {
    for (std::size_t begin = 0; begin < tags.size();) {
      const std::size_t end = std::min(tags.find(' ', begin), tags.size());
      const std::string_view tag = tags.substr(begin, end - begin);
      table[tag] = {role, name.empty() ? tag : name};
      begin = end + 1;
    }
  }
  return table;
}

}  // namespace

HtmlMeaning html_meaning(std::string_view tag) {
  static const Table table = make_table();
  const auto found = table.find(tag);
  return found == table.end() ? HtmlMeaning{} : found->second;
}

bool is_inline_name(std::string_view name) {
  return name == "a" || name == "br" || name == "code" || name == "em" || name == "strong";
}

bool swallows_what_follows(std::string_view tag) {
  return std::find(kSwallowing.begin(), kSwallowing.end(), tag) != kSwallowing.end();
}

}  // namespace doccord
