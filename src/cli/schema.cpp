// `doccord schema`: JSON Schemas (draft-07) of the configuration and of what doccord prints.

#include <fmt/format.h>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/output_schemas.h"
#include "library/analyze.h"
#include "load/config_keys.h"
#include "load/source.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDraft = "http://json-schema.org/draft-07/schema#";

Json one_of(const auto& names) {
  Json values = Json::array();
  for (const auto& name : names) values.push_back(std::string(name));
  return {{"enum", std::move(values)}};
}

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json map_of(Json values) {
  return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}

Json text() { return {{"type", "string"}}; }
Json filled_text() { return {{"type", "string"}, {"minLength", 1}}; }
Json text_like(const char* pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

// Rules by code and name; codes may be written in any letter case, which a schema need not offer.
Json rule_levels() {
  Json properties = Json::object();
  const Json levels = one_of(std::array{"off", "note", "warning", "error"});
  for (const std::string& rule : config_names().rules) properties[rule] = levels;
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"patternProperties", {{"^[Dd][Cc][0-9]{3}$", levels}}},
          {"additionalProperties", false}};
}

Json object_schema(ConfigObject object);

// Of what is a text, whatever it says.
Json text_schema(ConfigType type) {
  switch (type) {
    case ConfigType::text:
      return text();
    case ConfigType::pattern:
    case ConfigType::entry_pattern:
      return {{"type", "string"}, {"minLength", 1}, {"maxLength", 4096}};
    case ConfigType::id:
      return text_like("^(?!\\.*$)[A-Za-z0-9._-]+$");
    case ConfigType::date:
      return text_like("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$");
    case ConfigType::format:
      return one_of(format_names());
    case ConfigType::shape:
      return one_of(config_names().shapes);
    case ConfigType::fail_on:
      return one_of(std::array{"error", "warning", "note", "never"});
    default:
      return filled_text();
  }
}

Json value_schema(ConfigType type) {
  switch (type) {
    case ConfigType::flag:
      return {{"type", "boolean"}};
    case ConfigType::texts:
    case ConfigType::paths:
    case ConfigType::keys:
    case ConfigType::excluded:
    case ConfigType::xpaths:
      return list_of(filled_text());
    case ConfigType::aliases:
      return map_of(list_of(filled_text()));
    case ConfigType::levels:
      return rule_levels();
    case ConfigType::sources:
      return list_of(object_schema(ConfigObject::source));
    case ConfigType::overrides:
      return list_of(object_schema(ConfigObject::override_));
    case ConfigType::select:
      return object_schema(ConfigObject::select);
    case ConfigType::key:
      return object_schema(ConfigObject::key);
    default:
      return text_schema(type);
  }
}

Json object_schema(ConfigObject object) {
  Json properties = Json::object();
  for (const ConfigKey& key : config_keys(object)) {
    Json schema = value_schema(key.type);
    schema["description"] = std::string(key.description);
    properties[std::string(key.name)] = std::move(schema);
  }
  Json schema{
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  const auto needs = [](const char* name) { return Json{{"required", Json::array({name})}}; };
  // What is missing here may stand in a configuration that is extended.
  if (object == ConfigObject::top) {
    schema["anyOf"] = Json::array({needs("sources"), needs("extends")});
  }
  if (object == ConfigObject::source) {
    schema["anyOf"] = Json::array({needs("path"), needs("id")});
  }
  return schema;
}

Json config_schema() {
  Json schema{{"$schema", kDraft}, {"title", "Configuration of doccord: doccord.json"}};
  schema.update(object_schema(ConfigObject::top));
  return schema;
}

Json output_schema(const char* title, Json body) {
  Json schema{{"$schema", kDraft}, {"title", title}};
  schema.update(body);
  return schema;
}

struct NamedSchema {
  std::string_view name;
  Json (*make)();
};

constexpr std::array<NamedSchema, 5> kSchemas{{
    {"accepted",
     [] { return output_schema("A line of doccord-accepted.jsonl", accepted_schema()); }},
    {"config", config_schema},
    {"extract",
     [] { return output_schema("What `doccord extract --format json` prints", extract_schema()); }},
    {"registry",
     [] {
       return output_schema("What `doccord registry --format json` prints", registry_schema());
     }},
    {"results",
     [] { return output_schema("What `doccord check --format json` prints", results_schema()); }},
}};

ExitCode run_schema(const Options& options, std::ostream& out, std::ostream& err) {
  std::vector<std::string_view> names;
  for (const NamedSchema& schema : kSchemas) {
    if (schema.name == options.word) {
      out << schema.make().dump(2) << "\n";
      return ExitCode::ok;
    }
    names.push_back(schema.name);
  }
  const std::string near = suggestion(options.word, names);
  const std::string hint =
      near.empty() ? fmt::format("; there are {}", fmt::join(names, ", ")) : near;
  return print_errors({{"", 0, 0, fmt::format("no schema `{}`{}", options.word, hint)}}, err);
}

}  // namespace

const Command commands::schema{
    .name = "schema",
    .summary = "Print the JSON Schema of the configuration or of an output",
    .details =
        "Prints a JSON Schema (draft-07): of doccord.json, for editors that check and complete "
        "while one writes, of what extract, registry and check (`results`) print as JSON, or of a "
        "line of doccord-accepted.jsonl (`accepted`).",
    .example = "doccord schema config > doccord.schema.json",
    .options = {.word = {"NAME", "Which one: accepted, config, extract, registry or results"}},
    .run = run_schema};

}  // namespace doccord
