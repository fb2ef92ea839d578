#include "compare/values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/citations.h"
#include "compare/plain_number.h"
#include "compare/quantities.h"
#include "extract/entry.h"
#include "text/utf8.h"
#include "text/whitespace.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kProseWords = 6;  // A text of that many words is a sentence, not a value.

using Synonyms = std::unordered_map<std::string_view, std::string_view>;

void add_group(Synonyms& to, std::initializer_list<std::string_view> group) {
  for (const std::string_view word : group) to.emplace(word, *group.begin());
}

std::string_view plain_word(std::string_view word) {
  static const Synonyms all = [] {
    Synonyms made;
#define VALUE_WORDS(...) add_group(made, {__VA_ARGS__});
#include "compare/lexicon/value_words.def"
#undef VALUE_WORDS
    return made;
  }();
  const auto found = all.find(word);
  return found == all.end() ? word : found->second;
}

std::string_view label_group(std::string_view label) {
  static const Synonyms all = [] {
    Synonyms made;
#define LABELS(...) add_group(made, {__VA_ARGS__});
#include "compare/lexicon/labels.def"
#undef LABELS
    return made;
  }();
  const auto found = all.find(label);
  return found == all.end() ? label : found->second;
}

// Quotes, backticks, brackets around the whole value, and a full stop behind it, say nothing.
std::string_view without_wrapping(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kPairs = {
      {{"\"", "\""},
       {"`", "`"},
       {"'", "'"},
       {"\u201c", "\u201d"},
       {"\u2018", "\u2019"},
       {"[", "]"}}};
  for (bool again = true; again;) {
    again = false;
    if (text.size() > 1 && text.ends_with('.')) text.remove_suffix(1);
    for (const auto& [open, close] : kPairs) {
      if (text.size() <= open.size() + close.size() || !text.starts_with(open) ||
          !text.ends_with(close)) {
        continue;
      }
      const auto inner = text.substr(open.size(), text.size() - open.size() - close.size());
      if (inner.find(open) != std::string_view::npos) continue;
      text = inner;
      again = true;
    }
  }
  return text;
}

// "30 s (default)" says 30 s.
std::string without_aside(std::string_view text) {
  std::string out(text);
  const std::size_t open = out.find(" (");
  if (open != std::string::npos && open > 0 && out.ends_with(')')) out.resize(open);
  return out;
}

std::vector<std::string> read_list(std::string_view text) {
  std::vector<std::string> items;
  std::string item;
  const std::string flat = collapse(text);
  for (std::size_t i = 0; i <= flat.size();) {
    const std::string_view rest = std::string_view(flat).substr(i);
    std::size_t cut = 0;
    const bool figures =
        i > 0 && i + 1 < flat.size() && is_digit(flat[i - 1]) && is_digit(flat[i + 1]);  // 1,000
    if (rest.empty()) {
      cut = 1;
    } else if (rest.starts_with(';') || rest.starts_with('|') ||
               (rest.starts_with(',') && !figures)) {
      cut = 1;
    } else if (rest.starts_with(" or ") || rest.starts_with(" and ")) {
      cut = rest.starts_with(" or ") ? 4 : 5;
    }
    if (cut == 0) {
      item += flat[i++];
      continue;
    }
    i += cut;
    std::string plain(without_wrapping(collapse(item)));
    if (!plain.empty()) items.push_back(std::move(plain));
    item.clear();
  }
  for (std::string& each : items) {
    if (each.starts_with("or ")) each.erase(0, 3);
    if (each.starts_with("and ")) each.erase(0, 4);
  }
  return items;
}

// The parts of 1.2.0 or v1.2, without zeros that end it; nothing when it is no version.
std::vector<std::string> read_version(std::string_view text) {
  std::string folded = fold_case(collapse(text));
  for (const std::string_view opening : {"version ", "release ", "v"}) {
    if (folded.starts_with(opening)) folded.erase(0, opening.size());
  }
  if (folded.empty() || !is_digit(static_cast<unsigned char>(folded[0]))) return {};
  std::vector<std::string> parts(1);
  for (const char c : folded) {
    if (c == '.') {
      parts.emplace_back();
    } else if (is_digit(static_cast<unsigned char>(c))) {
      parts.back() += c;
    } else {
      return {};
    }
  }
  while (parts.size() > 1 && parts.back().find_first_not_of('0') == std::string::npos) {
    parts.pop_back();
  }
  return parts;
}

bool names_version(std::string_view text, std::string_view label) {
  const std::string group = plain_label(label);
  const std::string folded = fold_case(text);
  return group.find("version") != std::string::npos || group == "since" ||
         group == "deprecated since" || group == "removed in" || folded.starts_with("version ") ||
         (folded.size() > 1 && folded[0] == 'v' && is_digit(static_cast<unsigned char>(folded[1])));
}

// `RFC7231` for `RFC 7231`, `time-out` for `timeout`.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '-' && c != '_') out += c;
  }
  return out;
}

struct Words {
  std::vector<std::string> all;  // Figures aside, when `without_numbers`.
  std::vector<std::string> numbers;
};

Words words_of(std::string_view text) {
  Words out;
  for (const Token& token : tokenize(text)) {
    if (!token.is_word) continue;
    std::string folded = fold_case(token.text);
    if (number_size(folded) == folded.size()) {
      out.numbers.push_back(plain_number(folded));
      folded = "#";
    }
    out.all.push_back(std::move(folded));
  }
  return out;
}

bool is_denial(const std::string& word) { return word == "not" || word == "no" || word == "non"; }

// Texts that are no quantity, range, version or list.
ValueRelation relate_words(std::string_view a, std::string_view b) {
  if (squeezed(a) == squeezed(b)) return ValueRelation::same;
  const Words words_a = words_of(a);
  const Words words_b = words_of(b);
  if (words_a.all.empty() || words_b.all.empty()) {  // Marks alone: `/` and `*` are values, too.
    return a == b ? ValueRelation::same : ValueRelation::different;
  }
  if (words_a.all == words_b.all) {
    return words_a.numbers == words_b.numbers ? ValueRelation::same : ValueRelation::different;
  }
  if (std::max(words_a.all.size(), words_b.all.size()) >= kProseWords) {
    return ValueRelation::unclear;
  }
  const auto& few = words_a.all.size() < words_b.all.size() ? words_a.all : words_b.all;
  const auto& many = words_a.all.size() < words_b.all.size() ? words_b.all : words_a.all;
  const bool within = std::all_of(few.begin(), few.end(), [&](const std::string& word) {
    return word != "#" && std::find(many.begin(), many.end(), word) != many.end();
  });
  const bool denied = std::any_of(many.begin(), many.end(), is_denial) &&
                      std::none_of(few.begin(), few.end(), is_denial);
  return within && !denied && few.size() < many.size() ? ValueRelation::unclear
                                                       : ValueRelation::different;
}

ValueRelation relate_single(std::string_view a, std::string_view b, std::string_view label);

ValueRelation relate_lists(const std::vector<std::string>& a, const std::vector<std::string>& b,
                           std::string_view label) {
  if (a.size() != b.size()) return ValueRelation::different;
  std::vector<bool> used(b.size(), false);
  for (const std::string& item : a) {
    std::size_t j = 0;
    while (j < b.size() && (used[j] || relate_single(item, b[j], label) != ValueRelation::same)) {
      ++j;
    }
    if (j == b.size()) return ValueRelation::different;
    used[j] = true;
  }
  return ValueRelation::same;
}

ValueRelation relate_single(std::string_view a, std::string_view b, std::string_view label) {
  const std::string folded_a = fold_case(a);
  const std::string folded_b = fold_case(b);
  const std::string_view plain_a = plain_word(folded_a);
  const std::string_view plain_b = plain_word(folded_b);
  if (plain_a == plain_b) return ValueRelation::same;
  if (names_version(a, label) || names_version(b, label)) {
    const auto version_a = read_version(a);
    const auto version_b = read_version(b);
    if (!version_a.empty() && !version_b.empty()) {
      return version_a == version_b ? ValueRelation::same : ValueRelation::different;
    }
  }
  if ((plain_a == "true" && b == "1") || (plain_b == "true" && a == "1") ||
      (plain_a == "false" && b == "0") || (plain_b == "false" && a == "0")) {
    return ValueRelation::same;
  }
  auto number_a = read_quantity(a);
  auto number_b = read_quantity(b);
  if (number_a && number_b) {
    const std::string unit = unit_of(label);
    if (number_a->unit.empty()) number_a->unit = unit;
    if (number_b->unit.empty()) number_b->unit = unit;
    return relate_quantities(*number_a, *number_b);
  }
  const auto count_a = read_count(a);
  const auto count_b = read_count(b);
  if (count_a && count_b && (count_a->things.empty() || count_b->things.empty())) {
    return count_a->figures == count_b->figures ? ValueRelation::same : ValueRelation::different;
  }
  const auto range_a = read_range(a);
  const auto range_b = read_range(b);
  if (range_a && range_b) {
    return relate_ranges(*range_a, *range_b);
  }
  return relate_words(folded_a, folded_b);
}

// Two lists of documents: newer ones may stand beside older ones, so one in common is enough,
// unless the section is another one there.
std::optional<ValueRelation> relate_citations(std::string_view a, std::string_view b) {
  const std::vector<Citation> all_a = read_citations(a);
  const std::vector<Citation> all_b = read_citations(b);
  if (all_a.empty() || all_b.empty()) return std::nullopt;
  bool common = false;
  for (const Citation& x : all_a) {
    for (const Citation& y : all_b) {
      if (x.document != y.document) continue;
      if (x.section.empty() || y.section.empty() || x.section == y.section) {
        return ValueRelation::same;
      }
      common = true;
    }
  }
  const bool alone = all_a.size() == 1 || all_b.size() == 1;
  return common || alone ? ValueRelation::different : ValueRelation::unclear;
}

// N, FILE, <count>, "integer": a word for what is to be put there, and no choice of values.
bool is_placeholder(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  if (text.starts_with('<') && text.ends_with('>')) return text.find('|') == std::string_view::npos;
  return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) {
    return c == '|' || c == ',' || c == '{' || is_digit(static_cast<unsigned char>(c));
  });
}

bool is_prose(std::string_view text) { return words_of(text).all.size() >= kProseWords; }

}  // namespace

bool gives_no_value(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kNothing = {
      "", "-", "--", "\u2013", "\u2014", "n/a", "?", "unknown", "tbd", "unspecified"};
  const std::string folded = fold_case(collapse(text));
  return std::find(kNothing.begin(), kNothing.end(), folded) != kNothing.end();
}

std::string plain_label(std::string_view label) {
  std::string plain = fold_case(collapse(label));
  if (!unit_of(plain).empty()) plain = collapse(plain.substr(0, plain.find_last_of("([")));
  while (plain.ends_with(':') || plain.ends_with(' ')) plain.pop_back();
  return std::string(label_group(plain));
}

ValueRelation relate_values(std::string_view a, std::string_view b, std::string_view label) {
  const std::string flat_a = collapse(a);
  const std::string flat_b = collapse(b);
  if (flat_a == flat_b) return ValueRelation::same;
  // What stands for an option's argument is a name of the writer's choice.
  if (label == kArgumentLabel && (is_placeholder(flat_a) || is_placeholder(flat_b))) {
    return is_placeholder(flat_a) && is_placeholder(flat_b) ? ValueRelation::same
                                                            : ValueRelation::unclear;
  }
  const std::string_view bare_a = without_wrapping(flat_a);
  const std::string_view bare_b = without_wrapping(flat_b);
  if (const auto cited = relate_citations(flat_a, flat_b)) return *cited;
  if (plain_label(label) == "reference") return ValueRelation::unclear;  // A draft, a web page.
  const ValueRelation as_given = relate_single(bare_a, bare_b, label);
  if (as_given == ValueRelation::same) return as_given;
  const std::string short_a = without_aside(bare_a);
  const std::string short_b = without_aside(bare_b);
  if (short_a != bare_a || short_b != bare_b) {
    if (relate_single(without_wrapping(short_a), without_wrapping(short_b), label) ==
        ValueRelation::same) {
      return ValueRelation::same;
    }
  }
  const auto list_a = read_list(bare_a);
  const auto list_b = read_list(bare_b);
  if ((list_a.size() > 1 || list_b.size() > 1) && !is_prose(bare_a) && !is_prose(bare_b)) {
    return relate_lists(list_a, list_b, label);
  }
  if (list_a.size() > 1 && relate_lists(list_a, list_b, label) == ValueRelation::same) {
    return ValueRelation::same;
  }
  return as_given;
}

}  // namespace doccord
