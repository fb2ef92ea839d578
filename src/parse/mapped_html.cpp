#include "parse/mapped_html.h"

#include <algorithm>

namespace doccord {
namespace {

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "";
  }
}

}  // namespace

void MappedHtml::markup(std::string_view html, Span source) {
  html_ += html;
  map_.add(html.size(), source);
}

void MappedHtml::text(std::string_view text, Span source) { markup(html_source_of(text), source); }

void MappedHtml::copy_text(Span source) {
  const std::string_view text = source_.substr(source.begin, source.size());
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t special = begin;
    while (special < text.size() && reference(text[special]).empty()) ++special;
    copy_html({source.begin + begin, source.begin + special});
    if (special < text.size()) {
      const std::size_t at = source.begin + special;
      markup(reference(text[special]), {at, at + 1});
    }
    begin = special + 1;
  }
}

void MappedHtml::copy_html(Span source) {
  html_ += source_.substr(source.begin, source.size());
  map_.add_copy(source.size(), source.begin);
}

std::string html_source_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const std::string_view special = reference(c);
    if (special.empty()) {
      out += c;
    } else {
      out += special;
    }
  }
  return out;
}

}  // namespace doccord
