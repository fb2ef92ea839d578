#include "report/json_list.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

// With each of its lines moved to the right. Texts in JSON have no line ends of their own.
std::string with_indent(std::string_view json, std::string_view indent) {
  std::string out(indent);
  for (const char c : json) {
    out += c;
    if (c == '\n') out += indent;
  }
  return out;
}

// As printable_json, which nearly all texts are already.
void append_printable(std::string& out, std::string_view json) {
  const bool plain =
      json.find("##[") == std::string_view::npos &&
      std::all_of(json.begin(), json.end(), [](char c) { return c >= 0 && c < 0x7F; });
  if (plain) {
    out += json;
  } else {
    out += printable_json(json);
  }
}

std::string dumped(const Json& json, JsonLayout layout) {
  return json.dump(layout == JsonLayout::indented ? 2 : -1, ' ', false,
                   Json::error_handler_t::replace);
}

}  // namespace

std::string json_with_list(const Json& head, std::string_view list, std::size_t count,
                           const std::function<Json(std::size_t)>& item_at, JsonLayout layout) {
  const bool indented = layout == JsonLayout::indented;
  std::string begin = dumped(head, layout);
  begin.resize(begin.size() - (indented ? 2 : 1));  // Without its end.
  std::string out;
  append_printable(out, begin);
  out += indented ? ",\n  \"" : ",\"";
  out += list;
  out += indented ? "\": [" : "\":[";
  for (std::size_t i = 0; i < count; ++i) {
    // The first items tell how much room all need, so that the text is not copied as it grows; the
    // gravest come first, and may be far longer than the others.
    constexpr std::size_t kSample = 64;
    constexpr std::size_t kMostReserved = std::size_t{64} << 20;
    if (i == kSample)
      out.reserve(std::min(out.size() / kSample * (count + kSample), kMostReserved));
    out += i == 0 ? "\n" : ",\n";
    std::string item = dumped(item_at(i), layout);
    if (indented) item = with_indent(item, "    ");
    append_printable(out, item);
  }
  if (count > 0) out += indented ? "\n  " : "\n";
  return out + (indented ? "]\n}\n" : "]}\n");
}

}  // namespace doccord
