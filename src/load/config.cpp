#include "load/config.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "text/line_index.h"
#include "text/suggestion.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 2> kTopKeys{"$schema", "sources"};
constexpr std::array<std::string_view, 5> kSourceKeys{"id", "path", "title", "publisher", "format"};

// Reads one configuration; keeps what messages need.
class ConfigReader {
 public:
  ConfigReader(const std::string& path, const std::string& text)
      : path_(path), text_(text), index_(text_) {}

  Result<Config> read() {
    Json json;
    try {
      json = Json::parse(text_, nullptr, true, true);
    } catch (const Json::parse_error& error) {
      return tl::unexpected(syntax_error(error));
    }
    if (!json.is_object()) return tl::unexpected(at("", "expected an object"));
    if (auto error = unknown_key(json, kTopKeys)) return tl::unexpected(*error);
    if (!json.contains("sources") || !json["sources"].is_array() || json["sources"].empty()) {
      return tl::unexpected(at("\"sources\"", "expected `sources`, a list of documents"));
    }
    Config config;
    for (const Json& item : json["sources"]) {
      auto source = read_source(item);
      if (!source) return tl::unexpected(source.error());
      config.sources.push_back(std::move(*source));
    }
    return config;
  }

 private:
  // An error at the first place where `quoted` stands in the text, or at its beginning.
  Error at(const std::string& quoted, std::string message) const {
    const std::size_t found = quoted.empty() ? 0 : text_.find(quoted);
    const Position position = index_.position(found == std::string::npos ? 0 : found);
    return {path_, position.line, position.column, std::move(message)};
  }

  Error syntax_error(const Json::parse_error& error) const {
    const std::size_t offset = error.byte == 0 ? 0 : std::min(error.byte - 1, text_.size());
    const Position position = index_.position(offset);
    return {path_, position.line, position.column, "is not valid JSON"};
  }

  template <std::size_t N>
  std::optional<Error> unknown_key(const Json& object,
                                   const std::array<std::string_view, N>& known) const {
    for (const auto& [key, value] : object.items()) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      const std::string message =
          fmt::format("unknown key `{}`{}", key, suggestion(key, {known.begin(), known.end()}));
      return at("\"" + key + "\"", message);
    }
    return std::nullopt;
  }

  Result<std::string> read_string(const Json& object, const std::string& key) const {
    if (!object.contains(key)) return std::string();
    if (!object[key].is_string()) {
      return tl::unexpected(
          at("\"" + key + "\"", fmt::format("expected `{}` to be a string", key)));
    }
    return object[key].get<std::string>();
  }

  Result<Source> read_source(const Json& item) {
    if (!item.is_object())
      return tl::unexpected(at("\"sources\"", "expected each source to be an object"));
    if (auto error = unknown_key(item, kSourceKeys)) return tl::unexpected(*error);
    std::array<std::string, kSourceKeys.size()> values;
    for (std::size_t i = 0; i < kSourceKeys.size(); ++i) {
      auto value = read_string(item, std::string(kSourceKeys[i]));
      if (!value) return tl::unexpected(value.error());
      values[i] = std::move(*value);
    }
    auto& [id, path, title, publisher, format] = values;
    if (path.empty())
      return tl::unexpected(at("\"sources\"", "expected each source to have a `path`"));
    const std::filesystem::path directory = std::filesystem::path(path_).parent_path();
    Source source;
    source.id = id.empty() ? std::filesystem::path(path).stem().string() : id;
    source.title = title.empty() ? source.id : title;
    source.publisher = publisher;
    source.path = (directory / path).lexically_normal().string();
    if (!format.empty()) {
      source.format = format_from_string(format);
      if (!source.format) {
        return tl::unexpected(at("\"" + format + "\"", fmt::format("unknown format `{}`", format)));
      }
    }
    if (!ids_.insert(source.id).second) {
      return tl::unexpected(
          at("\"" + source.id + "\"", fmt::format("two sources have the id `{}`", source.id)));
    }
    return source;
  }

  std::string path_;
  std::string text_;
  LineIndex index_;
  std::set<std::string> ids_;
};

}  // namespace

Result<Config> parse_config(const std::string& path, const std::string& text) {
  if (const auto bad = find_invalid_utf8(text)) {
    return tl::unexpected(Error{path, 0, 0, "is not UTF-8"});
  }
  return ConfigReader(path, text).read();
}

}  // namespace doccord
