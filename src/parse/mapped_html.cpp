#include "parse/mapped_html.h"

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

}  // namespace

void MappedHtml::do_open(std::string_view element, Span source, MarkdownAttribute attribute) {
  std::string tag = "<" + std::string(element);
  if (!attribute.name.empty()) {
    tag += " " + std::string(attribute.name) + "=\"" + html_source_of(attribute.value) + "\"";
  }
  add(tag + ">", source);
}

void MappedHtml::do_close(std::string_view element, Span source) {
  add("</" + std::string(element) + ">", source);
}

void MappedHtml::do_empty(std::string_view element, Span source) {
  add("<" + std::string(element) + ">", source);
}

void MappedHtml::do_text(std::string_view text, Span source) { add(html_source_of(text), source); }

void MappedHtml::do_copy_text(Span source) {
  const std::string_view text = source_.substr(source.begin, source.size());
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t special = begin;
    while (special < text.size() && reference(text[special]).empty()) ++special;
    do_copy_html({source.begin + begin, source.begin + special});
    if (special < text.size()) {
      const std::size_t at = source.begin + special;
      add(reference(text[special]), {at, at + 1});
    }
    begin = special + 1;
  }
}

void MappedHtml::do_html(std::string_view html, Span source) { add(html, source); }

void MappedHtml::do_copy_html(Span source) {
  html_ += source_.substr(source.begin, source.size());
  map_.add_copy(source.size(), source.begin);
}

void MappedHtml::do_comment(Span source) { add("<!---->", source); }

void MappedHtml::add(std::string_view html, Span source) {
  html_ += html;
  map_.add(html.size(), source);
}

}  // namespace doccord
