#include "site/pages.h"

namespace doccord {
namespace {

// What a spreadsheet would run on opening the file, `=HYPERLINK(...)`. A number with its sign is
// none.
bool is_formula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r\n").find(text[0]) == std::string_view::npos) {
    return false;
  }
  const std::string_view rest = text.substr(1);
  const bool sign = text[0] == '+' || text[0] == '-';
  return !sign || rest.find_first_not_of("0123456789") != std::string_view::npos;
}

// RFC 4180: quoted where needed, quotes doubled. An apostrophe makes a formula text, as in the
// spreadsheet itself; data/registry.json has the key without one.
std::string csv_field(std::string_view given) {
  const std::string text = (is_formula(given) ? "'" : "") + std::string(given);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
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
