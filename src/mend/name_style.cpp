#include "mend/name_style.h"

#include <algorithm>
#include <vector>

#include "reconcile/name_prefix.h"
#include "text/name_words.h"
#include "text/utf8.h"

namespace doccord {
namespace {

enum class Style {
  phrase,          // Not Found
  lower_phrase,    // not found
  sentence,        // Not found
  upper_constant,  // NOT_FOUND
  lower_constant,  // not_found
  hyphenated,      // not-found
  upper_camel,     // NotFound
  lower_camel      // notFound
};

bool has_upper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Style phrase_style(std::string_view name) {
  const std::string_view rest = name.substr(name.find(' ') + 1);
  const bool first = name[0] >= 'A' && name[0] <= 'Z';
  if (has_upper(rest)) return Style::phrase;
  return first ? Style::sentence : Style::lower_phrase;
}

Style style_of(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return phrase_style(name);
  if (name.find('_') != std::string_view::npos) {
    return has_lower(name) ? Style::lower_constant : Style::upper_constant;
  }
  if (!has_lower(name)) return Style::upper_constant;
  if (!has_upper(name)) {
    return name.find('-') != std::string_view::npos ? Style::hyphenated : Style::lower_camel;
  }
  if (!(name[0] >= 'A' && name[0] <= 'Z')) return Style::lower_camel;
  // One word with a capital, or several with hyphens: "Gone", "Non-Authoritative".
  const bool hump = has_upper(name.substr(1)) && name.find('-') == std::string_view::npos;
  return hump ? Style::upper_camel : Style::phrase;
}

bool is_phrase(Style style) {
  return style == Style::phrase || style == Style::lower_phrase || style == Style::sentence;
}

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::string uppercased(std::string word) {
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return word;
}

// A word of a phrase, which other phrases show how to write.
std::string shown(const std::string& word, const NameWords& words, bool capital) {
  if (const auto known = words.find(word); known != words.end()) {
    if (has_upper(known->second.substr(1)) || capital) return capitalised(known->second);
  }
  return capital ? capitalised(word) : word;
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

// An apostrophe joins what a constant writes as one word: "I'm" is IM.
std::vector<std::string> words_of(std::string_view name) {
  std::string plain;
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint c = code_point_at(name, i);
    if (c.value != '\'' && c.value != 0x2019) plain += name.substr(i, c.size);
    i += c.size;
  }
  return name_words(plain);
}

}  // namespace

NameWords written_words(const Registry& registry) {
  NameWords words;
  for (const Record& record : registry.records) {
    for (const NameUse& use : record.names) {
      if (!is_phrase(style_of(use.bare))) continue;
      for (std::size_t at = 0; at < use.bare.size();) {
        const std::size_t end = std::min(use.bare.find_first_of(" -", at), use.bare.size());
        const std::string word = use.bare.substr(at, end - at);
        if (!word.empty()) words.emplace(fold_case(word), word);
        at = end + 1;
      }
    }
  }
  return words;
}

std::string restyled(std::string_view bare, std::string_view like, std::string_view prefix,
                     const NameWords& words) {
  const std::string like_bare = without_prefix(like, prefix);
  const std::string kept(like.substr(0, like.size() - like_bare.size()));
  const Style style = style_of(like_bare);
  if (is_phrase(style) && is_phrase(style_of(bare))) return kept + std::string(bare);
  std::vector<std::string> parts = words_of(bare);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    switch (style) {
      case Style::phrase:
        parts[i] = shown(parts[i], words, true);
        break;
      case Style::lower_phrase:
        parts[i] = shown(parts[i], words, false);
        break;
      case Style::sentence:
        parts[i] = shown(parts[i], words, i == 0);
        break;
      case Style::upper_constant:
        parts[i] = uppercased(parts[i]);
        break;
      case Style::upper_camel:
        parts[i] = capitalised(parts[i]);
        break;
      case Style::lower_camel:
        if (i > 0) parts[i] = capitalised(parts[i]);
        break;
      case Style::lower_constant:
      case Style::hyphenated:
        break;
    }
  }
  const bool camel = style == Style::upper_camel || style == Style::lower_camel;
  const bool constant = style == Style::upper_constant || style == Style::lower_constant;
  const std::string_view between = camel                        ? ""
                                   : constant                   ? "_"
                                   : style == Style::hyphenated ? "-"
                                                                : " ";
  return kept + join(parts, between);
}

}  // namespace doccord
