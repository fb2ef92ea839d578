// `doccord config`: the configuration as it counts, or what is wrong with it.

#include <fmt/format.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "library/analyze.h"
#include "load/config_keys.h"
#include "load/config_merge.h"
#include "load/load.h"
#include "rules/phrasing.h"
#include "rules/profile.h"
#include "text/json_text.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;
using Kind = ConfigValue::Kind;

constexpr const char* kDefault = "default";

// The configuration that FILE names, or the nearest one; empty when there is none.
std::string config_path(const Options& options) {
  if (options.files.empty()) return find_config(".");
  std::error_code ignored;
  const std::filesystem::path path = options.files.front();
  const bool directory = std::filesystem::is_directory(path, ignored);
  return (directory ? path / "doccord.json" : path).lexically_normal().string();
}

Gathered<ConfigValue> read_tree(const Options& options) {
  if (options.files.size() > 1) {
    return tl::unexpected(std::vector<Error>{{"", 0, 0, "`config` takes one configuration"}});
  }
  const std::string path = config_path(options);
  if (path.empty()) {
    return tl::unexpected(
        std::vector<Error>{{"", 0, 0, "no doccord.json here or above; `doccord init` writes one"}});
  }
  const auto text = read_file(path, kMostConfigBytes);
  if (!text) return tl::unexpected(std::vector<Error>{text.error()});
  return merged_config(path, *text, config_names());
}

// A configuration as JSON, and where each of its values comes from, by JSON pointer.
class Shown {
 public:
  explicit Shown(const ConfigValue& config) {
    put(config, Pointer());
    put_default(Pointer("/failOn"), "warning");
    const std::size_t count = configuration_["sources"].size();
    for (std::size_t i = 0; i < count; ++i) {
      const Pointer source = Pointer("/sources") / i;
      const std::string id = config_source_id(config.find("sources")->items[i]);
      put_default(source / "id", id);
      put_default(source / "title", configuration_.at(source / "id"));
    }
  }

  std::string written() const {
    const Json json{{"version", 1}, {"configuration", configuration_}, {"origins", origins_}};
    return printable_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
  }

 private:
  void put(const ConfigValue& value, const Pointer& at) {
    switch (value.kind) {
      case Kind::object:
        configuration_[at] = Json::object();
        for (const ConfigMember& member : value.members) put(member.value, at / member.name);
        return;
      case Kind::list:
        configuration_[at] = Json::array();
        for (std::size_t i = 0; i < value.items.size(); ++i) put(value.items[i], at / i);
        return;
      case Kind::flag:
        configuration_[at] = value.flag;
        break;
      default:  // A checked configuration has neither numbers nor nulls.
        configuration_[at] = value.text;
    }
    origins_[at.to_string()] =
        fmt::format("{}:{}:{}", value.place.path, value.place.line, value.place.column);
  }

  void put_default(const Pointer& at, const Json& value) {
    if (configuration_.contains(at)) return;
    configuration_[at] = value;
    origins_[at.to_string()] = kDefault;
  }

  Json configuration_ = Json::object();
  Json origins_ = Json::object();
};

// Every document of the configuration that cannot be read, told where it is named.
std::vector<Error> unreadable_documents(const ConfigValue& config) {
  std::vector<Error> errors;
  for (const ConfigValue& source : config.find("sources")->items) {
    const ConfigValue& path = *source.find("path");
    const auto bytes = read_file(path.text, kMostDocumentBytes);
    if (bytes) continue;
    errors.push_back(
        config_error(path.place, fmt::format("`{}`: {}", path.text, bytes.error().message)));
  }
  return errors;
}

// The same of a profile that it names by its path.
std::vector<Error> profile_errors(const ConfigValue& config) {
  const ConfigValue* profile = config.find("profile");
  if (profile == nullptr || !is_profile_path(profile->text)) return {};
  const auto bytes = read_file(profile->text, kMostConfigBytes);
  const auto parsed = bytes.and_then([](const std::string& text) { return parse_profile(text); });
  if (parsed) return {};
  return {
      config_error(profile->place, fmt::format("`{}`: {}", profile->text, parsed.error().message))};
}

ExitCode check_config(const Options& options, std::ostream& out, std::ostream& err) {
  const auto config = read_tree(options);
  if (!config) return print_errors(config.error(), err);
  std::vector<Error> errors = profile_errors(*config);
  const std::vector<Error> unreadable = unreadable_documents(*config);
  errors.insert(errors.end(), unreadable.begin(), unreadable.end());
  if (!errors.empty()) return print_errors(errors, err);
  out << fmt::format("{}: {}, nothing wrong\n", config_path(options),
                     counted(config->find("sources")->items.size(), "source"));
  return ExitCode::ok;
}

ExitCode show_config(const Options& options, std::ostream& out, std::ostream& err) {
  const auto config = read_tree(options);
  if (!config) return print_errors(config.error(), err);
  out << Shown(*config).written();
  return ExitCode::ok;
}

ExitCode run_config(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.word == "show") return show_config(options, out, err);
  if (options.word == "check") return check_config(options, out, err);
  if (options.word == "keys") {
    out << config_documentation();
    return ExitCode::ok;
  }
  const std::string near = suggestion(options.word, {"show", "check", "keys"});
  return print_errors({{"", 0, 0,
                        fmt::format("`config` cannot `{}`{}", options.word,
                                    near.empty() ? "; it can show, check and keys" : near)}},
                      err);
}

}  // namespace

const Command commands::config{
    .name = "config",
    .summary = "Show or check the configuration",
    .details =
        "`config show` prints the configuration as it counts, as JSON: with what it extends, with "
        "defaults, and with the place that each value comes from. `config check` tells all that is "
        "wrong with it, documents that cannot be read included. `config keys` lists what may stand "
        "in it.",
    .example = "doccord config check docs/doccord.json",
    .options = {.files = true,
                .files_help = "A doccord.json, or its directory; without it, the nearest one from "
                              "here upward",
                .word = {"ACTION", "What to do: show, check or keys"}},
    .run = run_config};

}  // namespace doccord
