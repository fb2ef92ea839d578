#include "support/five_documents.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "text/line_index.h"

namespace doccord::test {
namespace {

// The byte at a line and column, both from 1, the column in code points.
std::size_t offset_of(const LineIndex& index, std::size_t line, std::size_t column) {
  std::size_t offset = index.line_span(line).begin;
  for (std::size_t i = 1; i < column; ++i) {
    ++offset;
    while (offset < index.text().size() &&
           (static_cast<unsigned char>(index.text()[offset]) & 0xC0) == 0x80) {
      ++offset;
    }
  }
  return offset;
}

Entry entry_from(const nlohmann::json& json, const LineIndex& index) {
  const auto& at = json["location"];
  Entry entry;
  entry.key = json["key"];
  entry.names = json["names"].get<std::vector<std::string>>();
  entry.description = json["description"];
  entry.section = json["section"];
  entry.span = {offset_of(index, at["startLine"], at["startColumn"]),
                offset_of(index, at["endLine"], at["endColumn"])};
  return entry;
}

}  // namespace

std::string read_project_file(const std::string& path) {
  std::ifstream in(std::string(DOCCORD_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!in) {
    std::cerr << "cannot read " << path << "\n";
    std::abort();
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

SourceSet five_sources() {
  SourceSet set;
  set.config_path = "sources/doccord.json";
  const auto config = nlohmann::json::parse(read_project_file(set.config_path));
  for (const auto& json : config["sources"]) {
    Source source;
    source.id = json["id"];
    source.title = json["title"];
    source.publisher = json["publisher"];
    source.path = "sources/" + json["path"].get<std::string>();
    source.text = read_project_file(source.path);
    set.sources.push_back(source);
  }
  return set;
}

std::vector<EntrySet> five_entry_sets() {
  const SourceSet sources = five_sources();
  const auto json = nlohmann::json::parse(read_project_file("tests/golden/five_extract.json"));
  std::vector<EntrySet> sets;
  for (std::size_t i = 0; i < sources.sources.size(); ++i) {
    const auto& from = json["sources"][i];
    const LineIndex index(sources.sources[i].text);
    EntrySet set;
    set.source_id = from["id"];
    set.format = *format_from_string(from["format"].get<std::string>());
    for (const auto& entry : from["entries"]) set.entries.push_back(entry_from(entry, index));
    sets.push_back(set);
  }
  return sets;
}

}  // namespace doccord::test
