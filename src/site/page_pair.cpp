#include <algorithm>
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

// The names of a list's values in the template.
struct Names {
  Name any;
  Name list;
  Name hidden;
};

// What holds both texts of an entry against a base of the reader's choice.
Value held_value(const Model& model, std::size_t record, std::size_t a, std::size_t b) {
  if (model.source_count() > kMostHeld) return false;
  return Value()
      .set("readings_data", readings_data(model, record))
      .set("kinds_a", kinds_from(model, record, a))
      .set("kinds_b", kinds_from(model, record, b))
      .set("merged_data", merged_data(model, record));
}

// How much one page shows. All pages of pairs together are to stay in proportion to the documents,
// so that each has the less the more of them there are.
struct Room {
  std::size_t texts = 0;  // Entries with their texts; the gravest first.
  std::size_t chips = 0;  // Keys in a list of nothing but keys.
};

Room room_of(const Model& model) {
  constexpr Room kAll{10000, 40000};
  constexpr Room kLeast{12, 24};
  const std::size_t pairs = std::max<std::size_t>(1, model.partners.pairs());
  return {std::max(kLeast.texts, kAll.texts / pairs), std::max(kLeast.chips, kAll.chips / pairs)};
}

// Sets a list of keys, and how many of them are not in it for want of room.
void set_chips(Value& value, const Names& names, Value::List chips, const Room& room) {
  const std::size_t hidden = chips.size() - std::min(chips.size(), room.chips);
  chips.resize(chips.size() - hidden);
  value.set(names.any, !chips.empty())
      .set(names.list, std::move(chips))
      .set(names.hidden, hidden == 0 ? std::string() : std::to_string(hidden));
}

// How much of an entry a section shows.
bool shows_diff(State state) { return state > State::same && state < State::own; }

Value entry_value(const Page& page, const Pair& pair, const Pair::Shared& shared, bool in_full) {
  const Model& model = page.model;
  const std::vector<SourceSummary>& sources = model.results.registry.sources;
  const std::vector<Reading>& readings = model.record(shared.record).readings;
  Value value = key_link(page, shared.record);
  if (shared.state == State::no_text) return value.set("held", false);
  const std::size_t a = *model.cells[shared.record][pair.a].reading;
  const std::size_t b = *model.cells[shared.record][pair.b].reading;
  value.set("held", held_value(model, shared.record, a, b));
  if (shared.state == State::same || !in_full) return value;
  if (shows_diff(shared.state)) {
    value.set("runs",
              reading_diff(model, shared.record, a, b, sources[pair.a].id, sources[pair.b].id));
  } else {
    value.set("text_a", readings[a].text).set("text_b", readings[b].text);
  }
  return value;
}

// The entries in one state. `room` is what is left of it on the page.
Value section_value(const Page& page, const Pair& pair, State state, Room& room) {
  const bool listed = state == State::same || state == State::no_text;
  const std::size_t count = pair.count(state);
  // What is the same in very many is told by what is not.
  const bool untold = state == State::same && count > room.chips;
  Value::List entries;
  Value::List chips;
  for (const Pair::Shared& shared : pair.shared) {
    if (shared.state != state || untold) continue;
    const bool in_full = !listed && room.texts > 0;
    room.texts -= in_full;
    (in_full ? entries : chips).push_back(entry_value(page, pair, shared, in_full));
  }
  Value value;
  value.set("heading", section_title(state))
      .set("state", state_value(state))
      .set("count", counted(count, "key", "keys"))
      .set("number", count)
      .set("untold", untold)
      .set("in_full", !entries.empty())
      .set("as_diff", shows_diff(state) && !entries.empty())
      .set("as_texts", state == State::own && !entries.empty())
      .set("entries", std::move(entries));
  set_chips(value, {"chips_any", "chips", "chips_hidden"}, std::move(chips), room);
  return value;
}

Value sections_value(const Page& page, const Pair& pair, Room room) {
  Value::List sections;
  for (const State state : kOrder) {
    if (pair.count(state) > 0) sections.push_back(section_value(page, pair, state, room));
  }
  return sections;
}

}  // namespace

Value pair_page(const Page& page, std::size_t a, std::size_t b) {
  const Model& model = page.model;
  const Pair pair = make_pair_of(model, a, b);
  const Room room = room_of(model);
  const std::vector<SourceSummary>& sources = model.results.registry.sources;
  const std::string title = sources[a].id + " and " + sources[b].id;
  Value value = page_value(page, title + " – " + page.frame.site_title, "");
  value.set("a", source_link(page, a))
      .set("b", source_link(page, b))
      .set("id_a", sources[a].id)
      .set("id_b", sources[b].id)
      .set("number_a", a)
      .set("number_b", b)
      .set("related", model.families[a] == model.families[b])
      .set("shared_count", counted(pair.shared.size(), "key", "keys"))
      .set("same_count", pair.count(State::same))
      .set("differing_count", model.pairs.of(a, b).differing())
      .set("only_a_count", pair.only_a.size())
      .set("only_b_count", pair.only_b.size())
      .set("sections", sections_value(page, pair, room));
  set_chips(value, {"only_a_any", "only_a", "only_a_hidden"}, key_links(page, pair.only_a), room);
  set_chips(value, {"only_b_any", "only_b", "only_b_hidden"}, key_links(page, pair.only_b), room);
  return value;
}

}  // namespace doccord
