#include "support/extracted.h"

#include "extract/extract.h"
#include "load/load.h"
#include "parse/parse.h"

namespace doccord::test {
namespace {

std::string show(const Entry& entry) {
  std::string out = entry.key;
  for (const std::string& alias : entry.aliases) out += " =" + alias;
  for (const std::string& name : entry.names) out += " <" + name + ">";
  if (!entry.description.empty()) out += " " + entry.description;
  for (const Field& field : entry.fields) out += " |" + field.label + "=" + field.text;
  if (!entry.section.empty()) out += " {" + entry.section + "}";
  return out + "\n";
}

}  // namespace

std::string extracted(const std::string& file_name, const std::string& text) {
  Source source;
  source.id = "document";
  source.path = file_name;
  const auto set = source_from_bytes(source, text).and_then([](const Source& read) {
    return parse(read).and_then([&](const Document& document) { return extract(read, document); });
  });
  if (!set) return to_string(set.error()) + "\n";
  std::string out;
  for (const Entry& entry : set->entries) out += show(entry);
  for (const Suspect& suspect : set->suspects)
    out += "? " + suspect.key + ": " + suspect.reason + "\n";
  return out;
}

}  // namespace doccord::test
