#include <algorithm>
#include <array>

#include "site/pages.h"
#include "site/pair.h"

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
  Share (*of)(const Model& model, const Pair& pair);
};

Share same_texts(const Model& model, const Pair& pair) {
  (void)model;
  return {pair.count(State::same), pair.shared.size() - pair.count(State::no_text)};
}

// Hundredths of words in common, summed over the keys that both describe.
Share common_words(const Model& model, const Pair& pair) {
  Share share;
  for (const Pair::Shared& shared : pair.shared) {
    const auto a = model.cells[shared.record][pair.a].reading;
    const auto b = model.cells[shared.record][pair.b].reading;
    if (!a || !b) continue;
    const Comparison* comparison = model.compared(shared.record).find(*a, *b);
    if (*a != *b && comparison == nullptr) continue;
    const double similarity = *a == *b ? 1.0 : comparison->similarity;
    share.part += static_cast<std::size_t>(similarity * 100 + 0.5);
    share.whole += 100;
  }
  return share;
}

bool share_name(const Record& record, const RecordComparison& compared, const Pair& pair) {
  std::vector<std::size_t> of_a;
  std::vector<std::size_t> of_b;
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const auto& sources = record.names[i].sources;
    if (std::binary_search(sources.begin(), sources.end(), pair.a)) of_a.push_back(i);
    if (std::binary_search(sources.begin(), sources.end(), pair.b)) of_b.push_back(i);
  }
  for (const std::size_t a : of_a) {
    for (const std::size_t b : of_b) {
      if (a == b || record.names[a].bare == record.names[b].bare) return true;
      for (const NameComparison& names : compared.names) {
        const bool this_pair = names.a == std::min(a, b) && names.b == std::max(a, b);
        if (this_pair && names.relation == NameRelation::same) return true;
      }
    }
  }
  return false;
}

Share same_names(const Model& model, const Pair& pair) {
  Share share{0, pair.shared.size()};
  for (const Pair::Shared& shared : pair.shared) {
    share.part += share_name(model.record(shared.record), model.compared(shared.record), pair);
  }
  return share;
}

Share same_keys(const Model& model, const Pair& pair) {
  (void)model;
  return {pair.shared.size(), pair.shared.size() + pair.only_a.size() + pair.only_b.size()};
}

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
  const Pair pair = make_pair_of(page.model, std::min(a, b), std::max(a, b));
  const Share share = measure.of(page.model, pair);
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
std::string measured(const Model& model, const Pair& pair) {
  std::string out;
  for (const Measure& measure : kMeasures) {
    out += out.empty() ? "" : "; ";
    out += std::string(measure.title) + " " + percent_of(measure.of(model, pair));
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
      const Pair pair = make_pair_of(model, std::min(source, other), std::max(source, other));
      others.push_back(Value()
                           .set("href", page.root + pair_path(model, source, other))
                           .set("id", model.results.registry.sources[other].id)
                           .set("measured", measured(model, pair)));
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
