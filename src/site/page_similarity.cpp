#include <array>

#include "site/pages.h"

namespace doccord {
namespace {

constexpr std::size_t kSteps = 4;  // Of colour.
constexpr std::size_t kFew = 6;    // Sources up to which two tables stand side by side.

// A part of a whole, both counted.
struct Share {
  std::size_t part = 0;
  std::size_t whole = 0;
};

// One way to say how alike two sources are.
struct Measure {
  std::string_view id;
  std::string_view title;
  std::string_view words;
  Share (*of)(const PairFigures& pair);
};

Share same_texts(const PairFigures& pair) {
  return {pair.count(State::same), pair.shared - pair.count(State::no_text)};
}

// Hundredths of words in common, summed over the keys that both describe.
Share common_words(const PairFigures& pair) { return {pair.common_words, 100 * pair.with_words}; }

Share same_names(const PairFigures& pair) { return {pair.same_names, pair.shared}; }

Share same_keys(const PairFigures& pair) { return {pair.shared, pair.either}; }

constexpr std::array<Measure, 4> kMeasures{{
    {"texts", "The same text", "Of the keys that both describe, how many have the same text.",
     same_texts},
    {"words", "Words in common",
     "How many words two texts share on average, over the keys that both describe.", common_words},
    {"names", "The same name",
     "Of the keys that both have, how many have a name in common; letter case and the prefixes of "
     "each document set aside.",
     same_names},
    {"keys", "The same keys", "Of the keys that either has, how many both have.", same_keys},
}};

std::size_t hundredths(const Share& share) {
  return share.whole == 0 ? 0 : (share.part * 200 + share.whole) / (share.whole * 2);
}

std::string percent_of(const Share& share) {
  return share.whole == 0 ? "–" : std::to_string(hundredths(share)) + " %";
}

Value cell_value(const Page& page, const Measure& measure, std::size_t a, std::size_t b) {
  if (a == b) return Value().set("self", true);
  const Share share = measure.of(page.model.pairs.of(a, b));
  const bool counted_keys = measure.of != common_words;
  return Value()
      .set("self", false)
      .set("href", page.root + pair_path(page.model, a, b))
      .set("percent", percent_of(share))
      .set("part", counted_keys && share.whole > 0 ? std::to_string(share.part) : std::string())
      .set("whole", share.whole)
      .set("step", hundredths(share) * kSteps / 100);
}

Value measure_value(const Page& page, const Measure& measure) {
  const std::size_t count = page.model.source_count();
  Value::List rows;
  for (std::size_t a = 0; a < count; ++a) {
    Value::List cells;
    for (std::size_t b = 0; b < count; ++b) cells.push_back(cell_value(page, measure, a, b));
    rows.push_back(source_link(page, a).set("cells", std::move(cells)));
  }
  return Value()
      .set("measure", measure.id)
      .set("heading", measure.title)
      .set("words", measure.words)
      .set("grid", std::move(rows));
}

// "The same text 90 %, words in common 97 %"
std::string measured(const PairFigures& pair) {
  std::string out;
  for (const Measure& measure : kMeasures) {
    out += out.empty() ? "" : "; ";
    out += std::string(measure.title) + " " + percent_of(measure.of(pair));
  }
  return out;
}

// Of many documents, each with those that are closest to it.
Value::List closest_value(const Page& page) {
  const Model& model = page.model;
  Value::List list;
  for (std::size_t source = 0; source < model.source_count(); ++source) {
    Value::List others;
    for (const std::size_t other : model.partners.of[source]) {
      others.push_back(Value()
                           .set("href", page.root + pair_path(model, source, other))
                           .set("id", model.results.registry.sources[other].id)
                           .set("measured", measured(model.pairs.of(source, other))));
    }
    list.push_back(source_link(page, source).set("others", std::move(others)));
  }
  return list;
}

}  // namespace

Value similarity_page(const Page& page) {
  const bool everyone = page.model.partners.everyone;
  Value::List measures;
  if (page.model.source_count() > 1 && everyone) {
    for (const Measure& measure : kMeasures) measures.push_back(measure_value(page, measure));
  }
  Value value = page_value(page, "Similarity – " + page.frame.site_title, "similarity");
  value.set("any", page.model.source_count() > 1)
      .set("everyone", everyone)
      .set("closest", everyone ? Value::List{} : closest_value(page))
      .set("few", page.model.source_count() <= kFew)
      .set("measures", std::move(measures));
  return value;
}

}  // namespace doccord
