#include "site/base_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace doccord {
namespace {

char kind_mark(const Model& model, std::size_t record, std::size_t a, std::size_t b) {
  const Comparison* comparison = model.compared(record).find(std::min(a, b), std::max(a, b));
  if (comparison == nullptr) return '?';
  return static_cast<char>('0' + static_cast<int>(state_of(comparison->kind)));
}

}  // namespace

using Json = nlohmann::ordered_json;

std::string documents_script(const Model& model) {
  Json data{{"sources", Json::array()}, {"families", Json::array()}, {"states", Json::object()}};
  for (std::size_t i = 0; i < model.source_count(); ++i) {
    data["sources"].push_back(model.results.registry.sources[i].id);
    data["families"].push_back(model.families[i]);
  }
  for (const StateWords& words : all_states()) data["states"][std::string(words.id)] = words.word;
  return "// What is known of all documents.\ndoccord.documents = " +
         data.dump(-1, ' ', true, Json::error_handler_t::replace) + ";\n";
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
    for (std::size_t b = a + 1; b < count; ++b) out += kind_mark(model, record, a, b);
  }
  return out;
}

std::string kinds_from(const Model& model, std::size_t record, std::size_t reading) {
  std::string out;
  for (std::size_t other = 0; other < model.record(record).readings.size(); ++other) {
    out += other == reading ? '0' : kind_mark(model, record, reading, other);
  }
  return out;
}

std::string merged_data(const Model& model, std::size_t record) {
  const auto& merged = model.merged_readings[record];
  return merged ? std::to_string(*merged) : std::string();
}

}  // namespace doccord
