#include "site/links.h"

#include <algorithm>
#include <array>

#include "report/reported.h"

namespace doccord {
namespace {

// What the navigation at the top of every page leads to.
struct Area {
  std::string_view id;
  std::string_view path;
  std::string_view title;
};

constexpr std::array<Area, 8> kAreas{{
    {"overview", "index.html", "Overview"},
    {"matrix", "matrix/index.html", "Matrix"},
    {"discrepancies", "discrepancies/index.html", "Discrepancies"},
    {"changes", "changes/index.html", "Changes"},
    {"similarity", "similarity/index.html", "Similarity"},
    {"lineage", "lineage/index.html", "Lineage"},
    {"rules", "rules/index.html", "Rules"},
    {"about", "about/index.html", "About"},
}};

// How many sources of a list are named. Long lists say no more than their number, and there are
// several on every page.
std::size_t named_of(std::size_t sources) {
  constexpr std::size_t kMostNamed = 6;
  constexpr std::size_t kNamedOfMany = 3;
  return sources <= kMostNamed ? sources : kNamedOfMany;
}

}  // namespace

std::string key_path(const Model& model, std::size_t record) {
  return "key/" + model.key_slugs[record] + "/index.html";
}

std::string source_path(const Model& model, std::size_t source) {
  return "source/" + model.source_slugs[source] + "/index.html";
}

std::string pair_path(const Model& model, std::size_t a, std::size_t b) {
  return "compare/" + model.source_slugs[std::min(a, b)] + "/" +
         model.source_slugs[std::max(a, b)] + "/index.html";
}

std::string rule_path(std::string_view code) {
  return "rules/" + std::string(code) + "/index.html";
}

std::string rule_list_path(std::string_view code, std::size_t part) {
  if (part == 1) return rule_path(code);
  return "rules/" + std::string(code) + "/" + std::to_string(part) + "/index.html";
}

std::string finding_path(const Discrepancy& discrepancy) {
  return "discrepancies/" + discrepancy.id + "/index.html";
}

Value page_value(const Page& page, const std::string& title, std::string_view area) {
  Value value = Value()
                    .set("root", page.root)
                    .set("title", title)
                    .set("site_title", page.frame.site_title)
                    .set("style", page.frame.style)
                    .set("icon", page.frame.icon)
                    .set("script", page.frame.script)
                    .set("search", page.frame.search)
                    .set("version", DOCCORD_VERSION)
                    .set("canonical", page.frame.address.empty() ? std::string()
                                                                 : page.frame.address + page.path);
  Value::List areas;
  for (const Area& each : kAreas) {
    if (each.id == "changes" && !page.model.results.changes) continue;
    areas.push_back(Value()
                        .set("here", each.id == area)
                        .set("to", page.root + std::string(each.path))
                        .set("called", each.title));
  }
  value.set("areas", std::move(areas));
  return value;
}

Value source_link(const Page& page, std::size_t source) {
  const SourceSummary& summary = page.model.results.registry.sources[source];
  return Value()
      .set("id", summary.id)
      .set("title", summary.title)
      .set("href", page.root + source_path(page.model, source));
}

std::string_view separator(std::size_t place, std::size_t count) {
  if (place == 0) return "";
  return place + 1 == count ? " and " : ", ";
}

Value source_links(const Page& page, const std::vector<std::size_t>& sources,
                   const std::string& all_href) {
  const std::size_t named = named_of(sources.size());
  const std::size_t items = named + (named < sources.size());
  Value::List list;
  for (std::size_t i = 0; i < named; ++i) {
    list.push_back(Value()
                       .set("sep", separator(i, items))
                       .set("text", page.model.results.registry.sources[sources[i]].id)
                       .set("href", page.root + source_path(page.model, sources[i])));
  }
  if (named < sources.size()) {
    list.push_back(Value()
                       .set("sep", separator(named, items))
                       .set("text", std::to_string(sources.size() - named) + " more")
                       .set("href", all_href));
  }
  return list;
}

Value all_source_links(const Page& page, const std::vector<std::size_t>& sources) {
  Value::List list;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    list.push_back(Value()
                       .set("sep", separator(i, sources.size()))
                       .set("text", page.model.results.registry.sources[sources[i]].id)
                       .set("href", page.root + source_path(page.model, sources[i])));
  }
  return list;
}

Value key_link(const Page& page, std::size_t record) {
  return Value()
      .set("key", page.model.record(record).key)
      .set("label", page.model.labels[record])
      .set("href", page.root + key_path(page.model, record));
}

Value::List key_links(const Page& page, const std::vector<std::size_t>& records) {
  Value::List list;
  for (const std::size_t record : records) list.push_back(key_link(page, record));
  return list;
}

Value key_links(const Page& page, const std::vector<std::string>& keys) {
  Value::List list;
  for (const std::string& key : keys) {
    const auto record = page.model.record_of(key);
    list.push_back(record ? key_link(page, *record)
                          : Value().set("key", key).set("label", "").set("href", ""));
  }
  return list;
}

Value place_value(const Page& page, const Place& place) {
  const Model& model = page.model;
  const std::size_t line = model.lines[place.source].position(place.span.begin).line;
  Value value;
  value.set("where", path_of(model.results, place) + ":" + std::to_string(line))
      .set("label", place.label);
  if (place.source >= model.source_count()) return value.set("href", "");  // No document.
  std::string href = page.root + source_path(model, place.source);
  const auto record = model.record_of(place.key);
  if (record && model.record(*record).has(place.source)) href += "#k-" + model.key_slugs[*record];
  return value.set("href", href);
}

Value state_value(State state) {
  const StateWords& words = words_of(state);
  return Value().set("id", words.id).set("word", words.word).set("meaning", words.meaning);
}

Value name_parts(const std::string& name) {
  Value::List parts;
  std::size_t begin = 0;
  while (begin < name.size()) {
    const std::size_t mark = name.find('_', begin);
    const std::size_t end = mark == std::string::npos ? name.size() : mark + 1;
    parts.push_back(name.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

std::string id_list(const Model& model, const std::vector<std::size_t>& sources) {
  const std::size_t named = named_of(sources.size());
  const std::size_t items = named + (named < sources.size());
  std::string list;
  for (std::size_t i = 0; i < named; ++i) {
    list += separator(i, items);
    list += model.results.registry.sources[sources[i]].id;
  }
  if (named < sources.size()) list += " and " + std::to_string(sources.size() - named) + " more";
  return list;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace doccord
