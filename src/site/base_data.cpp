#include "site/base_data.h"

#include <nlohmann/json.hpp>

#include "site/merged.h"

namespace doccord {

using Json = nlohmann::ordered_json;

std::string base_data(const Model& model) {
  Json data{{"sources", Json::array()}, {"families", Json::array()}, {"states", Json::object()}};
  for (std::size_t i = 0; i < model.source_count(); ++i) {
    data["sources"].push_back(model.results.registry.sources[i].id);
    data["families"].push_back(model.results.comparisons.family_of(i));
  }
  for (const StateWords& words : all_states()) data["states"][std::string(words.id)] = words.word;
  return data.dump(-1, ' ', true, Json::error_handler_t::replace);
}

std::string readings_data(const Model& model, std::size_t record) {
  std::string out;
  for (const Cell& cell : model.cells[record]) {
    if (!out.empty()) out += ' ';
    if (cell.reading) {
      out += std::to_string(*cell.reading);
    } else {
      out += cell.state == State::missing ? '-' : '.';
    }
  }
  return out;
}

std::string kinds_data(const Model& model, std::size_t record) {
  std::string out;
  const std::size_t count = model.record(record).readings.size();
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b) {
      const Comparison* comparison = model.compared(record).find(a, b);
      out += comparison == nullptr
                 ? '?'
                 : static_cast<char>('0' + static_cast<int>(state_of(comparison->kind)));
    }
  }
  return out;
}

std::string merged_data(const Model& model, std::size_t record) {
  const auto merged = merge_record(model.results.registry, model.record(record)).description;
  return merged ? std::to_string(merged->place) : std::string();
}

}  // namespace doccord
