#include "site/search_index.h"

#include <nlohmann/json.hpp>

namespace doccord {

std::string search_index(const Model& model) {
  using Json = nlohmann::ordered_json;
  std::string out = "doccord.index([\n";
  for (std::size_t record = 0; record < model.cells.size(); ++record) {
    const Record& of = model.record(record);
    Json names = Json::array({model.labels[record]});
    for (const NameUse& use : of.names) {
      if (use.name != model.labels[record]) names.push_back(use.name);
    }
    Json texts = Json::array();
    for (const Reading& reading : of.readings) texts.push_back(reading.text);
    const Json line = Json::array({of.key, model.key_slugs[record], names, texts});
    out += line.dump(-1, ' ', false, Json::error_handler_t::replace) + ",\n";
  }
  return out + "]);\n";
}

}  // namespace doccord
