#include "site/pages.h"
#include "text/csv_field.h"

namespace doccord {
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
