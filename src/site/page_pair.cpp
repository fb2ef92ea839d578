#include <array>

#include "site/base_data.h"
#include "site/diff_value.h"
#include "site/pages.h"
#include "site/pair.h"

namespace doccord {
namespace {

// Gravest first; what needs no reading comes last.
constexpr std::array<State, 9> kOrder = {State::replaced, State::meaning,  State::wording,
                                         State::notation, State::spelling, State::formatting,
                                         State::own,      State::no_text,  State::same};

std::string_view section_title(State state) {
  switch (state) {
    case State::same:
      return "The same text";
    case State::formatting:
      return "Formatting";
    case State::spelling:
      return "Spelling";
    case State::notation:
      return "Notation";
    case State::wording:
      return "Wording";
    case State::meaning:
      return "Meaning";
    case State::replaced:
      return "Text replaced";
    case State::own:
      return "Written independently";
    default:
      return "Not described by both";
  }
}

// Sources up to which an entry says how it stands to those that the page is not about.
constexpr std::size_t kMostHeld = 16;

// What holds both texts of an entry against a base of the reader's choice.
Value held_value(const Model& model, std::size_t record, std::size_t a, std::size_t b) {
  if (model.source_count() > kMostHeld) return false;
  return Value()
      .set("readings_data", readings_data(model, record))
      .set("kinds_a", kinds_from(model, record, a))
      .set("kinds_b", kinds_from(model, record, b))
      .set("merged_data", merged_data(model, record));
}

// How much of an entry a section shows.
bool shows_diff(State state) { return state > State::same && state < State::own; }

Value entry_value(const Page& page, const Pair& pair, const Pair::Shared& shared) {
  const Model& model = page.model;
  const std::vector<SourceSummary>& sources = model.results.registry.sources;
  const std::vector<Reading>& readings = model.record(shared.record).readings;
  Value value = key_link(page, shared.record);
  if (shared.state == State::no_text) return value.set("held", false);
  const std::size_t a = *model.cells[shared.record][pair.a].reading;
  const std::size_t b = *model.cells[shared.record][pair.b].reading;
  value.set("held", held_value(model, shared.record, a, b));
  if (shared.state == State::same) return value;
  if (shows_diff(shared.state)) {
    value.set("runs",
              reading_diff(model, shared.record, a, b, sources[pair.a].id, sources[pair.b].id));
  } else {
    value.set("text_a", readings[a].text).set("text_b", readings[b].text);
  }
  return value;
}

Value sections_value(const Page& page, const Pair& pair) {
  Value::List sections;
  for (const State state : kOrder) {
    Value::List entries;
    for (const Pair::Shared& shared : pair.shared) {
      if (shared.state == state) entries.push_back(entry_value(page, pair, shared));
    }
    if (entries.empty()) continue;
    const bool listed = state == State::same || state == State::no_text;
    sections.push_back(Value()
                           .set("heading", section_title(state))
                           .set("state", state_value(state))
                           .set("count", counted(entries.size(), "key", "keys"))
                           .set("number", entries.size())
                           .set("as_diff", shows_diff(state))
                           .set("as_texts", state == State::own)
                           .set("as_list", listed)
                           .set("entries", std::move(entries)));
  }
  return sections;
}

}  // namespace

Value pair_page(const Page& page, std::size_t a, std::size_t b) {
  const Model& model = page.model;
  const Pair pair = make_pair_of(model, a, b);
  const std::vector<SourceSummary>& sources = model.results.registry.sources;
  const Comparisons& comparisons = model.results.comparisons;
  const std::string title = sources[a].id + " and " + sources[b].id;
  Value value = page_value(page, title + " – " + page.frame.site_title, "");
  value.set("a", source_link(page, a))
      .set("b", source_link(page, b))
      .set("id_a", sources[a].id)
      .set("id_b", sources[b].id)
      .set("number_a", a)
      .set("number_b", b)
      .set("base_data", base_data(model))
      .set("related", comparisons.family_of(a) == comparisons.family_of(b))
      .set("shared_count", counted(pair.shared.size(), "key", "keys"))
      .set("same_count", pair.count(State::same))
      .set("differing_count", pair.differing())
      .set("only_a_count", pair.only_a.size())
      .set("only_b_count", pair.only_b.size())
      .set("only_a_any", !pair.only_a.empty())
      .set("only_b_any", !pair.only_b.empty())
      .set("only_a", key_links(page, pair.only_a))
      .set("only_b", key_links(page, pair.only_b))
      .set("sections", sections_value(page, pair));
  return value;
}

}  // namespace doccord
