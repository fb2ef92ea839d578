#include "mend/stretch.h"

#include <algorithm>

#include "mend/written_char.h"
#include "text/utf8.h"

namespace doccord {
namespace {

bool is_word_part(char32_t c) { return is_letter(c) || is_digit(c) || c == '_'; }

// The code point that ends before `at`; 0 at the beginning.
char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return code_point_at(text, at).value;
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

Span Stretch::bytes_of(Span part) const { return {offsets[part.begin], offsets[part.end]}; }

Stretches::Stretches(const Source& source, const Document& document)
    : text_(source.text), format_(document.format()) {
  collect(document, document.root(), false, false);
}

void Stretches::collect(const Document& document, pugi::xml_node node, bool in_code, bool in_cell) {
  for (const pugi::xml_node child : node.children()) {
    if (is_text(child)) {
      texts_.push_back({document.span(child), in_code, in_cell, !child.previous_sibling(),
                        !child.next_sibling()});
      continue;
    }
    const std::string_view name = child.name();
    collect(document, child, in_code || name == "code" || name == "pre",
            in_cell || name == "td" || name == "th");
  }
}

bool Stretches::is_apart(const Text& text, Span span, std::string_view phrase) const {
  const bool begins = text.opens && span.begin == text.span.begin;
  const bool ends = text.closes && span.end == text.span.end;
  const char32_t first = code_point_at(phrase, 0).value;
  const char32_t last = code_point_before(phrase, phrase.size());
  if (!begins && is_word_part(first) && is_word_part(code_point_before(text_, span.begin))) {
    return false;
  }
  return ends || span.end >= text_.size() || !is_word_part(last) ||
         !is_word_part(code_point_at(text_, span.end).value);
}

std::optional<Stretch> Stretches::match(const Text& text, std::size_t begin, Span within,
                                        std::string_view phrase) const {
  Stretch found{{begin, begin}, {}, text.span, text.in_code, text.in_cell};
  const std::string_view bytes = text_.substr(0, std::min(within.end, text_.size()));
  for (std::size_t i = 0; i < phrase.size();) {
    const std::size_t size = code_point_at(phrase, i).size;
    const std::size_t taken = written_size(bytes, found.span.end, phrase.substr(i, size), format_);
    if (taken == 0) return std::nullopt;
    found.offsets.insert(found.offsets.end(), size, found.span.end);
    found.span.end += taken;
    i += size;
  }
  found.offsets.push_back(found.span.end);
  return found;
}

std::vector<Stretch> Stretches::find_all(Span within, std::string_view phrase) const {
  std::vector<Stretch> all;
  if (phrase.empty()) return all;
  std::size_t from = within.begin;
  for (const Text& text : texts_) {
    if (text.span.end <= within.begin || text.span.begin >= within.end) continue;
    from = std::max(from, text.span.begin);
    const std::size_t end = std::min(text.span.end, within.end);
    while (from < end) {
      auto found = match(text, from, within, phrase);
      if (found && is_apart(text, found->span, phrase)) {
        from = found->span.end;
        all.push_back(std::move(*found));
      } else {
        from += code_point_at(text_, from).size;
      }
    }
  }
  return all;
}

std::optional<Stretch> Stretches::find_at(std::size_t begin, Span within,
                                          std::string_view phrase) const {
  const auto text = std::find_if(texts_.begin(), texts_.end(), [&](const Text& each) {
    return each.span.begin <= begin && begin < each.span.end;
  });
  if (phrase.empty() || text == texts_.end()) return std::nullopt;
  return match(*text, begin, within, phrase);
}

}  // namespace doccord
