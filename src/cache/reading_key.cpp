#include "cache/reading_key.h"

#include <vector>

#include "text/digest.h"

namespace doccord {
namespace {

// Changed when entries are written another way, or other things go into the key.
constexpr std::string_view kLayout = "doccord reading 1";

// The last parts of the path: a document's own name, which may tell the format, or with its
// directory's, as a directory of `404/index.md` names the key.
std::string_view end_of_path(std::string_view path, int parts) {
  std::size_t begin = path.size();
  for (; parts > 0 && begin != 0; --parts) {
    const std::size_t slash = begin < 2 ? path.npos : path.find_last_of("/\\", begin - 2);
    begin = slash == path.npos ? 0 : slash + 1;
  }
  return path.substr(begin);
}

void add_number(std::string& key, std::size_t number) { add_part(key, std::to_string(number)); }

// Each struct is taken apart as a whole, so that a new member does not compile until it is decided
// whether reading depends on it.
void add_hints(std::string& key, const ExtractionHints& hints) {
  const auto& [shape, pattern, key_pattern, key_prefix, select, exclude, places] = hints;
  static_cast<void>(places);  // For errors, which are not kept.
  const auto& [entry, entry_key, names, description] = select;
  for (const auto* text : {&shape, &pattern, &key_pattern, &key_prefix, &entry, &entry_key}) {
    add_part(key, *text);
  }
  add_parts(key, names);
  add_part(key, description);
  add_parts(key, exclude);
}

void add_files(std::string& key, const std::vector<SourceFile>& files) {
  add_number(key, files.size());
  for (const auto& [path, begin, byte_order_mark] : files) {
    add_part(key, end_of_path(path, 2));
    add_number(key, begin);
    add_number(key, byte_order_mark);
  }
}

}  // namespace

std::string reading_key(std::string_view build_identity, const Source& source) {
  const auto& [id, title, publisher, path, text, byte_order_mark, files, format, hints, scope,
               aliases, authority, date] = source;
  std::string key;
  add_part(key, kLayout);
  add_part(key, build_identity);
  add_part(key, format ? to_string(*format) : "");
  add_part(key, end_of_path(path, 1));
  add_number(key, byte_order_mark);
  add_files(key, files);
  add_hints(key, hints);
  add_number(key, aliases.size());
  for (const auto& [aliased, others] : aliases) {
    add_part(key, aliased);
    add_parts(key, others);
  }
  add_part(key, text);
  return digest(key);
}

}  // namespace doccord
