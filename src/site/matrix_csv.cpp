#include "site/pages.h"

namespace doccord {
namespace {

// RFC 4180: quoted where needed, quotes doubled.
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string matrix_csv(const Model& model) {
  std::string out = "key,name";
  for (const SourceSummary& source : model.results.registry.sources) {
    out += "," + csv_field(source.id);
  }
  out += "\r\n";
  for (std::size_t record = 0; record < model.cells.size(); ++record) {
    out += csv_field(model.record(record).key) + "," + csv_field(model.labels[record]);
    for (const Cell& cell : model.cells[record]) {
      out += ",";
      out += words_of(cell.state).id;
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace doccord
