#include "library/extract_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/parallel.h"
#include "extract/extract_line.h"
#include "load/load.h"

namespace doccord {
namespace {

tl::unexpected<std::vector<Error>> failure(Error error) {
  return tl::unexpected(std::vector<Error>{std::move(error)});
}

Result<std::string> read_extracts(const std::string& path) {
  std::error_code ignored;
  const std::size_t most = limits().extract_bytes;
  const std::uintmax_t size = std::filesystem::file_size(path, ignored);
  if (!ignored && size > most) {
    return tl::unexpected(Error{path, 0, 0,
                                fmt::format("of {} bytes exceeds the limit of {} bytes a file{}",
                                            size, most, how_to_raise("extract-bytes"))});
  }
  return read_file(path, most);
}

struct Line {
  std::size_t file = 0;
  std::size_t number = 0;
  std::string_view text;
};

void split_lines(std::size_t file, std::string_view rest, std::vector<Line>& lines) {
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t size = std::min(rest.find('\n'), rest.size());
    lines.push_back({file, number, rest.substr(0, size)});
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
}

// The extracts of all files, as they come.
Gathered<std::vector<DocumentExtract>> read_lines(const std::vector<std::string>& files) {
  std::vector<std::string> texts;
  for (const std::string& path : files) {
    auto bytes = read_extracts(path);
    if (!bytes) return failure(bytes.error());
    texts.push_back(std::move(*bytes));
  }
  std::vector<Line> lines;
  for (std::size_t file = 0; file < texts.size(); ++file) split_lines(file, texts[file], lines);
  std::vector<DocumentExtract> all(lines.size());
  std::vector<std::string> faults(lines.size());
  for_each_in_parallel(lines.size(), [&](std::size_t i) {
    auto extract = read_extract(lines[i].text);
    if (extract) {
      all[i] = std::move(*extract);
    } else {
      faults[i] = extract.error().message;
    }
  });
  const auto faulty =
      std::find_if_not(faults.begin(), faults.end(), std::mem_fn(&std::string::empty));
  if (faulty == faults.end()) return all;
  const Line& line = lines[static_cast<std::size_t>(faulty - faults.begin())];
  return failure({files[line.file], line.number, 0, *faulty});
}

// Puts the sources into the configuration's order and tells which of them no extract holds.
void arrange_as_configured(SourceSet& set, std::vector<Source> configured) {
  std::map<std::string, std::size_t> places;
  for (Source& source : configured) {
    const auto held = [&](const Source& each) { return each.id == source.id; };
    if (std::none_of(set.sources.begin(), set.sources.end(), held)) {
      set.left_out.push_back(
          {source.path, 0, 0,
           fmt::format("no extract holds `{}`, which the configuration names", source.id)});
    }
    places.emplace(source.id, places.size());
  }
  const auto place_of = [&](const Source& source) {
    const auto place = places.find(source.id);
    return place == places.end() ? places.size() : place->second;
  };
  std::stable_sort(set.sources.begin(), set.sources.end(),
                   [&](const Source& a, const Source& b) { return place_of(a) < place_of(b); });
}

// Settings and order of the sources, as their configuration has them.
Gathered<void> configure(SourceSet& set, const std::string& config_path) {
  sort_by_id(set);
  if (const auto error = find_double_id(set)) return failure(*error);
  if (config_path.empty()) return {};
  auto config = load_config(config_path, config_names());
  if (!config) return tl::unexpected(config.error());
  set.config_path = config_path;
  set.settings = std::move(config->settings);
  arrange_as_configured(set, std::move(config->sources));
  return {};
}

}  // namespace

Gathered<ReadSources> load_extracts(const std::vector<std::string>& files) {
  if (files.empty()) return failure({"", 0, 0, "--from-extracts needs a FILE"});
  auto extracts = read_lines(files);
  if (!extracts) return tl::unexpected(extracts.error());
  if (extracts->empty()) return failure({files[0], 0, 0, "holds no extract"});
  ReadSources all;
  std::map<std::string, ReadDocument> by_id;
  const std::string config_path = extracts->front().config_path;
  for (DocumentExtract& extract : *extracts) {
    if (extract.config_path != config_path) {
      return failure({extract.source.path, 0, 0,
                      fmt::format("was read with another configuration than {}",
                                  extracts->front().source.path)});
    }
    by_id.emplace(extract.source.id, std::move(extract.read));
    all.sources.sources.push_back(std::move(extract.source));
  }
  if (const auto configured = configure(all.sources, config_path); !configured) {
    return tl::unexpected(configured.error());
  }
  for (std::size_t i = 0; i < all.sources.sources.size(); ++i) {
    ReadDocument& read = by_id[all.sources.sources[i].id];
    read.source = i;
    all.documents.push_back(std::move(read));
  }
  return all;
}

}  // namespace doccord
