#include "compare/citations.h"

#include "text/utf8.h"

namespace doccord {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// The section number that follows, before the next comma that no "Section" comes behind.
std::string section_after(std::string_view rest) {
  for (const std::string_view opening : {"#section-", "#", ", section ", " section ", ", sec. ",
                                         ", \u00a7", " \u00a7", "\u00a7", ", \u00a7 "}) {
    if (!rest.starts_with(opening)) continue;
    std::string section;
    for (const char c : rest.substr(opening.size())) {
      if (!is_figure(c) && c != '.') break;
      section += c;
    }
    while (section.ends_with('.')) section.pop_back();
    if (!section.empty()) return section;
  }
  return "";
}

}  // namespace

std::vector<Citation> read_citations(std::string_view text) {
  const std::string folded = fold_case(text);
  std::vector<Citation> found;
  for (std::size_t at = folded.find("rfc"); at != std::string::npos; at = folded.find("rfc", at)) {
    at += 3;
    if (at < folded.size() && (folded[at] == ' ' || folded[at] == '-')) ++at;
    std::string number;
    while (at < folded.size() && is_figure(folded[at])) number += folded[at++];
    if (number.empty()) continue;
    found.push_back({"RFC" + number, section_after(std::string_view(folded).substr(at))});
  }
  return found;
}

}  // namespace doccord
