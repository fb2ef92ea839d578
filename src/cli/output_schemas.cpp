#include "cli/output_schemas.h"

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "accept/acceptance_file.h"
#include "load/source.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

// A member of an object; one that need not be there has a name that ends in `?`.
struct MemberSchema {
  std::string name;
  Json schema;
};

Json object_of(std::initializer_list<MemberSchema> members) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const MemberSchema& member : members) {
    std::string name = member.name;
    if (name.ends_with('?')) {
      name.pop_back();
    } else {
      required.push_back(name);
    }
    properties[name] = member.schema;
  }
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

Json text() { return {{"type", "string"}}; }
Json count() { return {{"type", "integer"}, {"minimum", 0}}; }
Json place() { return {{"type", "integer"}, {"minimum", 1}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json map_of(Json values) {
  return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}
Json one_of(std::initializer_list<const char*> names) { return {{"enum", Json(names)}}; }
Json version() { return {{"const", 1}}; }

Json format() { return {{"enum", Json(format_names())}}; }
Json level() { return one_of({"error", "warning", "note"}); }

Json kind() {
  return one_of(
      {"identical", "formatting", "spelling", "notation", "wording", "meaning", "independent"});
}

Json location() {
  return object_of({{"startLine", place()},
                    {"startColumn", place()},
                    {"endLine", place()},
                    {"endColumn", place()}});
}

Json entry() {
  return object_of({{"aliases?", list_of(text())},
                    {"names", list_of(text())},
                    {"description", text()},
                    {"fields", map_of(text())},
                    {"section", text()},
                    {"location", location()}});
}

Json keyed_entry() {
  Json schema = entry();
  schema["properties"]["key"] = text();
  schema["required"].push_back("key");
  return schema;
}

Json edits() {
  return list_of(object_of({{"kind", kind()}, {"a", text()}, {"b", text()}, {"reason?", text()}}));
}

Json coverage() {
  return object_of({{"bytes", count()},
                    {"entries", count()},
                    {"headings", count()},
                    {"other", count()},
                    {"unclaimed", count()}});
}

Json record() {
  const Json ids = list_of(text());
  const Json similarity{{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
  const Json relation = one_of({"same", "inflected", "abbreviated", "partial", "different"});
  return object_of({{"key", text()},
                    {"entries", map_of(entry())},
                    {"missing", ids},
                    {"readings", list_of(object_of({{"text", text()}, {"sources", ids}}))},
                    {"comparisons", list_of(object_of({{"a", count()},
                                                       {"b", count()},
                                                       {"kind", kind()},
                                                       {"similarity", similarity},
                                                       {"edits", edits()}}))},
                    {"limited?", {{"type", "boolean"}}},
                    {"names", list_of(object_of({{"name", text()}, {"sources", ids}}))},
                    {"nameRelations",
                     list_of(object_of({{"a", count()}, {"b", count()}, {"relation", relation}}))},
                    {"fields", map_of(list_of(object_of({{"value", text()}, {"sources", ids}})))}});
}

Json accepted() {
  return {{"oneOf", Json::array({Json{{"type", "null"}}, object_of({{"reason", text()}})})}};
}

Json discrepancy() {
  Json pointed_at = location();
  for (const char* name : {"source", "key", "path"}) {
    pointed_at["properties"][name] = text();
    pointed_at["required"].push_back(name);
  }
  pointed_at["properties"]["label"] = text();
  return object_of({{"id", {{"type", "string"}, {"pattern", "^[0-9a-f]{16}$"}}},
                    {"rule", {{"type", "string"}, {"pattern", "^DC[0-9]{3}$"}}},
                    {"name", text()},
                    {"level", level()},
                    {"keys", list_of(text())},
                    {"field", text()},
                    {"sources", list_of(text())},
                    {"message", text()},
                    {"locations", list_of(pointed_at)},
                    {"evidence", {{"type", "object"}}},
                    {"accepted", accepted()},
                    {"locationsLeftOut?", count()}});
}

}  // namespace

Json extract_schema() {
  return object_of({{"version", version()},
                    {"sources", list_of(object_of({{"id", text()},
                                                   {"path", text()},
                                                   {"format", format()},
                                                   {"shape", text()},
                                                   {"entries", list_of(keyed_entry())},
                                                   {"coverage", coverage()}}))}});
}

Json registry_schema() {
  return object_of({{"version", version()},
                    {"sources", list_of(object_of({{"id", text()},
                                                   {"title", text()},
                                                   {"path", text()},
                                                   {"format", format()},
                                                   {"entries", count()}}))},
                    {"families", list_of(list_of(text()))},
                    {"records", list_of(record())}});
}

Json results_schema() {
  return object_of({{"version", version()},
                    {"summary", object_of({{"sources", count()},
                                           {"entries", count()},
                                           {"keys", count()},
                                           {"error", count()},
                                           {"warning", count()},
                                           {"note", count()},
                                           {"accepted", count()}})},
                    {"discrepancies", list_of(discrepancy())}});
}

Json accepted_schema() {
  const Json digest{{"type", "string"}, {"pattern", "^[0-9a-f]{16}$"}};
  const Json day{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
  Json keys = list_of(text());
  keys["minItems"] = 1;
  Json verdicts = Json::array();
  for (const std::string_view verdict : kVerdicts) verdicts.push_back(std::string(verdict));
  Json decision = object_of({{"id", digest},
                             {"rule", {{"type", "string"}, {"minLength", 1}}},
                             {"keys", std::move(keys)},
                             {"field?", text()},
                             {"sources", list_of(text())},
                             {"evidence", digest},
                             {"said?", text()},
                             {"expected?", text()},
                             {"reason", {{"type", "string"}, {"pattern", "\\S"}}},
                             {"by?", text()},
                             {"on", day},
                             {"until?", day},
                             {"ref?", text()},
                             {"verdict?", {{"enum", std::move(verdicts)}}}});
  decision["additionalProperties"] = false;
  Json header = object_of({{"$schema?", text()}, {"version", version()}});
  header["additionalProperties"] = false;
  return {{"oneOf", Json::array({std::move(header), std::move(decision)})}};
}

}  // namespace doccord
