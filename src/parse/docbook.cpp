#include "parse/docbook.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace doccord {
namespace {

constexpr std::array<std::string_view, 17> kSections{
    "article",    "appendix",  "book",     "bibliography", "chapter",  "part",
    "preface",    "reference", "refentry", "refsect1",     "refsect2", "refsect3",
    "refsection", "sect1",     "sect2",    "sect3",        "section"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 41> kElements{{
    {"para", "p"},         {"simpara", "p"},
    {"refpurpose", "p"},   {"itemizedlist", "ul"},
    {"simplelist", "ul"},  {"orderedlist", "ol"},
    {"member", "li"},      {"variablelist", "dl"},
    {"glosslist", "dl"},   {"term", "dt"},
    {"glossterm", "dt"},   {"glossdef", "dd"},
    {"table", "table"},    {"informaltable", "table"},
    {"row", "tr"},         {"programlisting", "pre"},
    {"screen", "pre"},     {"literallayout", "pre"},
    {"emphasis", "em"},    {"link", "a"},
    {"ulink", "a"},        {"literal", "code"},
    {"constant", "code"},  {"code", "code"},
    {"errorcode", "code"}, {"errorname", "code"},
    {"errortype", "code"}, {"varname", "code"},
    {"option", "code"},    {"function", "code"},
    {"type", "code"},      {"filename", "code"},
    {"command", "code"},   {"envar", "code"},
    {"parameter", "code"}, {"returnvalue", "code"},
    {"symbol", "code"},    {"systemitem", "code"},
    {"property", "code"},  {"token", "code"},
    {"tag", "code"},
}};

bool is_section(std::string_view name) {
  return std::find(kSections.begin(), kSections.end(), name) != kSections.end();
}

// How many sections the element stands in.
std::size_t depth_of(pugi::xml_node element) {
  std::size_t depth = 0;
  for (pugi::xml_node above = element.parent(); above; above = above.parent()) {
    depth += is_section(above.name());
  }
  return depth;
}

std::string heading_or_paragraph(pugi::xml_node title) {
  const std::string_view parent = title.parent().name();
  if (!is_section(parent) && parent != "info" && !parent.ends_with("info")) return "p";
  return "h" + std::to_string(std::clamp<std::size_t>(depth_of(title), 1, 6));
}

}  // namespace

bool is_docbook(pugi::xml_node root) {
  const std::string_view space = root.attribute("xmlns").value();
  const std::string_view name = root.name();
  return space == "http://docbook.org/ns/docbook" || is_section(name) || name == "variablelist" ||
         name == "set";
}

std::string docbook_element(pugi::xml_node element) {
  const std::string_view name = element.name();
  if (name == "title") return heading_or_paragraph(element);
  if (name == "listitem") {
    return std::string_view(element.parent().name()) == "varlistentry" ? "dd" : "li";
  }
  if (name == "entry") {
    return std::string_view(element.parent().parent().name()) == "thead" ? "th" : "td";
  }
  for (const auto& [docbook, html] : kElements) {
    if (docbook == name) return std::string(html);
  }
  return "";
}

bool is_docbook_aside(pugi::xml_node element) {
  const std::string_view name = element.name();
  return name == "indexterm" || name == "remark" || name == "anchor" || name == "refmeta";
}

}  // namespace doccord
