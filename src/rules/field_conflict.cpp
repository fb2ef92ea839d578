#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

bool is_hexadecimal(std::string_view text) {
  return text.size() > 2 && text.starts_with("0x") &&
         text.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
}

// A whole number of any size in base 16 as its decimal digits, so that 0x1F and 31 are equal.
std::string decimal(std::string_view hexadecimal) {
  std::string digits = "0";  // Least significant first.
  for (const char c : hexadecimal.substr(2)) {
    int carry = c <= '9' ? c - '0' : c - 'a' + 10;
    for (char& digit : digits) {
      carry += (digit - '0') * 16;
      digit = static_cast<char>('0' + carry % 10);
      carry /= 10;
    }
    for (; carry > 0; carry /= 10) digits += static_cast<char>('0' + carry % 10);
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

// A number without what does not change its value: leading zeros, and zeros that end a fraction.
std::string plain_number(std::string number) {
  if (is_hexadecimal(number)) return decimal(number);
  const std::size_t point = number.find('.');
  if (point != std::string::npos && number.find('.', point + 1) == std::string::npos) {
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
  }
  const std::size_t first = std::min(number.find_first_not_of('0'), number.size());
  number.erase(0, first);
  return number.empty() || number.starts_with('.') ? "0" + number : number;
}

// What a value says: letter case, white space and the way to write a number aside.
std::string value_of(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    std::string word = fold_case(token.text);
    while (!word.empty()) {  // "30s" is 30 and s.
      const bool number = is_digit(static_cast<unsigned char>(word[0]));
      std::size_t end = number ? word.find_first_not_of("0123456789.") : std::string::npos;
      if (is_hexadecimal(word)) end = std::string::npos;
      const std::string part = word.substr(0, end);
      out += ' ' + (number ? plain_number(part) : part);
      word.erase(0, std::min(end, word.size()));
    }
  }
  return out;
}

// The values of one field, whatever the letter case of its label.
struct Values {
  std::string label;
  std::vector<const FieldValue*> values;
  std::map<std::string, std::vector<std::size_t>> sources;  // By value.
};

std::vector<Values> values_of(const Record& record) {
  std::vector<Values> all;
  std::map<std::string, std::size_t> place_of;
  for (const FieldUse& field : record.fields) {
    const auto [place, fresh] = place_of.try_emplace(fold_case(field.label), all.size());
    if (fresh) all.push_back({field.label, {}, {}});
    Values& values = all[place->second];
    for (const FieldValue& value : field.values) {
      values.values.push_back(&value);
      auto& sources = values.sources[value_of(value.value)];
      sources.insert(sources.end(), value.sources.begin(), value.sources.end());
    }
  }
  return all;
}

// Whether some source has a value that another does not have; one that has two itself is no
// conflict.
bool conflict(const Values& values) {
  for (const auto& [value, sources] : values.sources) {
    for (const auto& [other, other_sources] : values.sources) {
      if (value == other) continue;
      const bool apart = std::none_of(sources.begin(), sources.end(), [&](std::size_t source) {
        return std::find(other_sources.begin(), other_sources.end(), source) != other_sources.end();
      });
      if (apart) return true;
    }
  }
  return false;
}

Discrepancy discrepancy_of(const RuleInput& input, const Record& record, const Values& values) {
  Discrepancy found;
  found.level = rule_table::field_conflict.level;
  found.keys = {record.key};
  found.field = values.label;
  std::vector<std::string> parts;
  for (const FieldValue* value : values.values) {
    parts.push_back(fmt::format("{} in {}", quoted(value->value),
                                listed_sources(input.registry, value->sources)));
    for (const std::size_t source : value->sources) {
      found.sources.push_back(source);
      found.evidence.quotes.push_back({source, record.key, value->value});
      found.places.push_back(
          phrase_place(input, *record.find(source), value->value,
                       fmt::format("in {}", quoted(input.registry.sources[source].id))));
    }
  }
  std::sort(found.sources.begin(), found.sources.end());
  found.sources.erase(std::unique(found.sources.begin(), found.sources.end()), found.sources.end());
  found.message = fmt::format("{} of {} is {}", quoted(values.label), quoted(record.key),
                              fmt::join(parts, "; "));
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (const Record& record : input.registry.records) {
    for (const Values& values : values_of(record)) {
      if (conflict(values)) all.push_back(discrepancy_of(input, record, values));
    }
  }
  return all;
}

}  // namespace

const Rule rule_table::field_conflict{
    .code = "DC309",
    .name = "field-conflict",
    .level = Level::error,
    .summary = "A further field has another value",
    .what =
        R"(Compares the further fields of an entry, such as a table's other columns or `Default: 30 s`,
between sources that have a field with the same label. Letter case and white space make no
difference, nor does the way in which a number is written: `0x1F` is `31`, `1.50` is `1.5`, `30s` is
`30 s`.

There is one discrepancy for each key and label.)",
    .why = R"(Fields hold facts that people type in: defaults, limits, types, second codes. Of two
values one is wrong.)",
    .example =
        R"(    error[DC309/field-conflict]: `Default` of `timeout` is `30 s` in `manual`; `60 s` in `website`)",
    .mend = R"(Find out from the product which value holds, and correct the other.)",
    .accept =
        R"(Accept it when the documents describe versions that do differ, or when the label means
different things in them.)",
    .check = check};

}  // namespace doccord
