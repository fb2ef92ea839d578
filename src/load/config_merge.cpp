#include "load/config_merge.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "load/load.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

using Errors = std::vector<Error>;
using Merged = tl::expected<ConfigValue, Errors>;

constexpr std::size_t kMostExtends = 16;

void join(ConfigValue& value) {
  value.text = (fs::path(value.place.path).parent_path() / value.text).lexically_normal().string();
}

// Joins each path with the directory of its file.
void join_paths(ConfigValue& config) {
  if (ConfigValue* extends = config.find("extends")) {
    for (ConfigValue& path : extends->items) join(path);
  }
  if (ConfigValue* profile = config.find("profile")) {
    if (is_profile_path(profile->text)) join(*profile);
  }
  if (ConfigValue* sources = config.find("sources")) {
    for (ConfigValue& source : sources->items) {
      if (ConfigValue* path = source.find("path")) join(*path);
    }
  }
}

void merge(ConfigValue& base, ConfigValue more);

void append(std::vector<ConfigValue>& to, std::vector<ConfigValue> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// A source of a known id changes that; others come behind. Two of one id within one file stay two,
// so that they are told.
void merge_sources(ConfigValue& base, ConfigValue more) {
  const std::size_t before = base.items.size();
  for (ConfigValue& source : more.items) {
    const std::string id = config_source_id(source);
    const auto end = base.items.begin() + static_cast<std::ptrdiff_t>(before);
    const auto known = std::find_if(base.items.begin(), end, [&](const ConfigValue& each) {
      return !id.empty() && config_source_id(each) == id;
    });
    if (known != end) {
      merge(*known, std::move(source));
    } else {
      base.items.push_back(std::move(source));
    }
  }
}

void merge_member(ConfigMember& base, ConfigMember more) {
  if (base.name == "sources" && base.value.kind == ConfigValue::Kind::list) {
    // The `sources` of an override are texts, which have no ids.
    const bool objects =
        std::all_of(more.value.items.begin(), more.value.items.end(),
                    [](const ConfigValue& item) { return item.kind == ConfigValue::Kind::object; });
    if (objects) return merge_sources(base.value, std::move(more.value));
  }
  if (base.name == "overrides") return append(base.value.items, std::move(more.value.items));
  if (base.value.kind == ConfigValue::Kind::object) return merge(base.value, std::move(more.value));
  base = std::move(more);
}

// Members that both have are moved behind those of the base alone, since the last one counts.
void merge(ConfigValue& base, ConfigValue more) {
  for (ConfigMember& member : more.members) {
    const auto known =
        std::find_if(base.members.begin(), base.members.end(),
                     [&](const ConfigMember& each) { return each.name == member.name; });
    if (known == base.members.end()) {
      base.members.push_back(std::move(member));
      continue;
    }
    merge_member(*known, std::move(member));
    std::rotate(known, known + 1, base.members.end());
  }
  base.place = more.place;
}

class Merger {
 public:
  explicit Merger(const ConfigNames& names) : names_(names) {}

  Merged read(const std::string& path, const std::string& text) {
    auto tree = parse_config_tree(path, text);
    if (!tree) return tl::unexpected(Errors{tree.error()});
    if (Errors errors = check_config_file(*tree, names_); !errors.empty()) {
      return tl::unexpected(std::move(errors));
    }
    join_paths(*tree);
    const ConfigValue* extends = tree->find("extends");
    if (extends == nullptr) return std::move(*tree);
    open_.push_back(fs::path(path).lexically_normal().string());
    Merged merged = extended(*extends);
    open_.pop_back();
    if (merged) merge(*merged, std::move(*tree));
    return merged;
  }

 private:
  // All that `extends` names, merged.
  Merged extended(const ConfigValue& extends) {
    ConfigValue all;
    all.kind = ConfigValue::Kind::object;
    Errors errors;
    for (const ConfigValue& path : extends.items) {
      Merged one = read_extended(path);
      if (one) {
        merge(all, std::move(*one));
      } else {
        errors.insert(errors.end(), one.error().begin(), one.error().end());
      }
    }
    if (!errors.empty()) return tl::unexpected(std::move(errors));
    return all;
  }

  Merged read_extended(const ConfigValue& path) {
    if (std::find(open_.begin(), open_.end(), path.text) != open_.end()) {
      return tl::unexpected(Errors{config_error(path.place, "extends itself")});
    }
    if (open_.size() > kMostExtends) {
      return tl::unexpected(Errors{config_error(path.place, "extends too many others in a row")});
    }
    const auto text = read_file(path.text, kMostConfigBytes);
    if (!text) {
      return tl::unexpected(
          Errors{config_error(path.place, "`" + path.text + "`: " + text.error().message)});
    }
    return read(path.text, *text);
  }

  const ConfigNames& names_;
  std::vector<std::string> open_;  // The files that are being read, each extending the next.
};

}  // namespace

Merged merged_config(const std::string& path, const std::string& text, const ConfigNames& names) {
  Merged merged = Merger(names).read(path, text);
  if (!merged) return merged;
  std::erase_if(merged->members, [](const ConfigMember& member) {
    return member.name == "extends" || member.name == "$schema";
  });
  if (Errors errors = check_whole_config(*merged); !errors.empty()) {
    return tl::unexpected(std::move(errors));
  }
  return merged;
}

}  // namespace doccord
