#include "text/csv_field.h"

namespace doccord {
namespace {

bool is_formula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r\n").find(text[0]) == std::string_view::npos) {
    return false;
  }
  const std::string_view rest = text.substr(1);
  const bool sign = text[0] == '+' || text[0] == '-';
  return !sign || rest.find_first_not_of("0123456789") != std::string_view::npos;
}

}  // namespace

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

}  // namespace doccord
