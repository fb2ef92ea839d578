#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "site/base_data.h"
#include "site/diff_value.h"
#include "site/finding.h"
#include "site/key_parts.h"
#include "site/markup.h"
#include "site/pages.h"

namespace doccord {
namespace {

constexpr const char* kAllClaims = "#claims";
constexpr std::size_t kMostPlaces = 6;      // Of one reading; the claims have all of them.
constexpr std::size_t kMostAllAgainst = 4;  // Readings of a family that are compared all with all.

Value text_list(const std::vector<std::string>& texts) {
  Value::List list;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    list.push_back(Value().set("sep", i == 0 ? "" : ", ").set("text", texts[i]));
  }
  return list;
}

// Which reading a claim has: its own text's, as a source may have the key twice.
std::optional<std::size_t> reading_of_claim(const Model& model, std::size_t record,
                                            const Claim& claim) {
  const std::vector<Reading>& readings = model.record(record).readings;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (readings[i].text == claim.entry.description) return i;
  }
  return model.cells[record][claim.source].reading;
}

Value claim_value(const Page& page, std::size_t record, const Claim& claim) {
  const Model& model = page.model;
  const auto reading = reading_of_claim(model, record, claim);
  const Place at{claim.source, claim.entry.key, claim.entry.span, ""};
  return source_link(page, claim.source)
      .set("source_number", std::to_string(claim.source))
      .set("names", text_list(claim.entry.names))
      .set("aliases", text_list(claim.entry.aliases))
      .set("has_aliases", !claim.entry.aliases.empty())
      .set("letter", reading ? letter_of(*reading) : "")
      .set("state", state_value(model.cells[record][claim.source].state))
      .set("section", claim.entry.section)
      .set("place", place_value(page, at));
}

// Where the sources that share a reading have it.
Value reading_places(const Page& page, std::size_t record, std::size_t reading) {
  Value::List list;
  for (const Claim& claim : page.model.record(record).claims) {
    if (reading_of_claim(page.model, record, claim) != reading) continue;
    if (list.size() == kMostPlaces) break;
    list.push_back(place_value(page, {claim.source, claim.entry.key, claim.entry.span, ""}));
  }
  return list;
}

Value reading_value(const Page& page, std::size_t record, std::size_t reading) {
  const Reading& text = page.model.record(record).readings[reading];
  return Value()
      .set("letter", letter_of(reading))
      .set("number", std::to_string(reading))
      .set("text", text.text)
      .set("joined", source_links(page, text.sources, kAllClaims))
      .set("places", reading_places(page, record, reading));
}

// Of a long part its first words: the diff above has all of it.
std::string beginning_of(const std::string& text) {
  constexpr std::size_t kLongest = 100;
  constexpr std::size_t kShown = 60;
  if (text.size() <= kLongest) return text;
  const std::size_t end = text.rfind(' ', kShown);
  return end == std::string::npos || end == 0 ? text : text.substr(0, end) + " …";
}

Value edits_value(const Comparison& comparison) {
  Value::List list;
  for (const Edit& edit : comparison.edits) {
    list.push_back(Value()
                       .set("a", beginning_of(edit.a))
                       .set("b", beginning_of(edit.b))
                       .set("reason", inline_runs(edit.reason))
                       .set("state", state_value(state_of(edit.kind))));
  }
  return list;
}

Value comparison_value(const Page& page, std::size_t record, const Comparison& comparison,
                       bool beside) {
  const std::vector<Reading>& readings = page.model.record(record).readings;
  const std::string from = letter_of(comparison.a);
  const std::string to = letter_of(comparison.b);
  return Value()
      .set("from", from)
      .set("to", to)
      .set("number_a", std::to_string(comparison.a))
      .set("number_b", std::to_string(comparison.b))
      .set("from_ids", id_list(page.model, readings[comparison.a].sources))
      .set("to_ids", id_list(page.model, readings[comparison.b].sources))
      .set("state", state_value(state_of(comparison.kind)))
      .set("beside", beside)
      .set("edits_any", !comparison.edits.empty())
      .set("edits", edits_value(comparison))
      .set("runs", reading_diff(page.model, record, comparison.a, comparison.b, from, to));
}

std::size_t family_of_reading(const Model& model, std::size_t record, std::size_t reading) {
  return model.families[model.record(record).readings[reading].sources.front()];
}

// One family's readings of a record.
struct FamilyTexts {
  std::size_t family = 0;
  std::vector<std::size_t> readings;
  // Of many, the one that most documents have, with which alone the others are compared: nobody
  // reads the differences of every two.
  std::optional<std::size_t> common;
};

// In the order of their first readings.
std::vector<FamilyTexts> family_texts(const Model& model, std::size_t record) {
  std::vector<FamilyTexts> all;
  const std::vector<Reading>& readings = model.record(record).readings;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const std::size_t family = family_of_reading(model, record, i);
    auto known = std::find_if(all.begin(), all.end(),
                              [&](const FamilyTexts& each) { return each.family == family; });
    if (known == all.end()) known = all.insert(all.end(), {family, {}, std::nullopt});
    known->readings.push_back(i);
  }
  for (FamilyTexts& texts : all) {
    if (texts.readings.size() <= kMostAllAgainst) continue;
    texts.common = *std::max_element(
        texts.readings.begin(), texts.readings.end(), [&](std::size_t a, std::size_t b) {
          return readings[a].sources.size() < readings[b].sources.size();
        });
  }
  return all;
}

// The diffs between the readings of a family.
Value::List comparisons_value(const Page& page, std::size_t record, const FamilyTexts& texts) {
  const auto has = [&](std::size_t reading) {
    return std::binary_search(texts.readings.begin(), texts.readings.end(), reading);
  };
  Value::List list;
  for (const Comparison& comparison : page.model.compared(record).texts) {
    if (!has(comparison.a) || !has(comparison.b)) continue;
    const bool shown =
        !texts.common || comparison.a == *texts.common || comparison.b == *texts.common;
    if (shown) list.push_back(comparison_value(page, record, comparison, !texts.common));
  }
  return list;
}

// The readings of each family with the diffs between them.
Value families_value(const Page& page, std::size_t record) {
  const Model& model = page.model;
  Value::List families;
  for (const FamilyTexts& texts : family_texts(model, record)) {
    std::vector<std::size_t> members;  // Those that have a text for the key.
    for (const std::size_t member : model.results.comparisons.families[texts.family]) {
      if (model.cells[record][member].reading) members.push_back(member);
    }
    Value::List readings;
    for (const std::size_t i : texts.readings) readings.push_back(reading_value(page, record, i));
    Value::List comparisons = comparisons_value(page, record, texts);
    families.push_back(Value()
                           .set("related", members.size() > 1)
                           .set("one_text", members.size() > 1 && readings.size() == 1)
                           .set("joined", source_links(page, members, kAllClaims))
                           .set("readings", std::move(readings))
                           .set("common", texts.common ? letter_of(*texts.common) : "")
                           .set("comparisons_any", !comparisons.empty())
                           .set("comparisons", std::move(comparisons)));
  }
  return families;
}

// Texts of different families that are close nevertheless.
Value::List crossings_value(const Page& page, std::size_t record) {
  Value::List list;
  for (const Comparison& comparison : page.model.compared(record).texts) {
    const bool related = family_of_reading(page.model, record, comparison.a) ==
                         family_of_reading(page.model, record, comparison.b);
    if (related || comparison.kind == Kind::independent) continue;
    list.push_back(comparison_value(page, record, comparison, true));
  }
  return list;
}

std::string_view relation_words(NameRelation relation) {
  switch (relation) {
    case NameRelation::same:
      return "the same name, written another way";
    case NameRelation::inflected:
      return "another form of the first name";
    case NameRelation::abbreviated:
      return "a longer or shorter spelling of the first name";
    case NameRelation::partial:
      return "shares words with the first name";
    case NameRelation::different:
      break;
  }
  return "another name";
}

Value names_value(const Page& page, std::size_t record) {
  const std::vector<NameUse>& names = page.model.record(record).names;
  Value::List list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string_view relation;
    for (const NameComparison& comparison : page.model.compared(record).names) {
      if (comparison.a == 0 && comparison.b == i) relation = relation_words(comparison.relation);
    }
    list.push_back(Value()
                       .set("name", names[i].name)
                       .set("relation", relation)
                       .set("joined", source_links(page, names[i].sources, kAllClaims)));
  }
  return list;
}

Value fields_value(const Page& page, std::size_t record) {
  Value::List list;
  for (const FieldUse& field : page.model.record(record).fields) {
    Value::List values;
    for (const FieldValue& value : field.values) {
      values.push_back(
          Value()
              .set("text", value.value)
              .set("joined", source_links(page, value.sources, page.root + "data/registry.json")));
    }
    list.push_back(Value().set("field", field.label).set("values", std::move(values)));
  }
  return list;
}

struct Phrase {
  State state;
  std::string_view one;
  std::string_view many;
  std::string_view mutual;  // Of several where nobody has the common text.
};

constexpr std::array<Phrase, 9> kPhrases{{
    {State::same, "has the text of the others", "have the same text", "have the same text"},
    {State::formatting, "differs in formatting only", "differ in formatting only",
     "differ from each other in formatting only"},
    {State::spelling, "has a miswritten word", "have a miswritten word",
     "differ by a miswritten word"},
    {State::notation, "writes the same thing another way", "write the same thing another way",
     "write the same thing in different ways"},
    {State::wording, "says the same in other words", "say the same in other words",
     "say the same in different words"},
    {State::meaning, "says something else", "say something else", "do not say the same"},
    {State::replaced, "has another text altogether", "have another text altogether",
     "have different texts altogether"},
    {State::own, "describes it in words of its own", "describe it in words of their own",
     "describe it in words of their own"},
    {State::no_text, "names it without a description", "name it without a description",
     "name it without a description"},
}};

// Who says what, as one sentence.
Value clauses_value(const Page& page, std::size_t record) {
  std::vector<std::pair<const Phrase*, std::vector<std::size_t>>> clauses;
  const std::vector<Cell>& cells = page.model.cells[record];
  for (const Phrase& phrase : kPhrases) {
    std::vector<std::size_t> sources;
    for (std::size_t source = 0; source < cells.size(); ++source) {
      if (cells[source].state == phrase.state) sources.push_back(source);
    }
    if (!sources.empty()) clauses.emplace_back(&phrase, std::move(sources));
  }
  const bool common = !clauses.empty() && clauses.front().first->state == State::same;
  Value::List list;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const auto& [phrase, sources] = clauses[i];
    const std::string_view several = common ? phrase->many : phrase->mutual;
    list.push_back(Value()
                       .set("joined", source_links(page, sources, kAllClaims))
                       .set("phrase", sources.size() == 1 ? phrase->one : several)
                       .set("end", i + 1 == clauses.size() ? "." : "; "));
  }
  return list;
}

Value neighbour(const Page& page, std::size_t record, bool exists) {
  if (!exists) return false;
  return key_link(page, record);
}

std::vector<std::size_t> sources_having(const Model& model, const Record& record) {
  std::vector<std::size_t> having;
  for (std::size_t source = 0; source < model.source_count(); ++source) {
    if (record.has(source)) having.push_back(source);
  }
  return having;
}

}  // namespace

Value key_page(const Page& page, std::size_t record) {
  const Model& model = page.model;
  const Record& of = model.record(record);
  Value::List claims;
  for (const Claim& claim : of.claims) claims.push_back(claim_value(page, record, claim));
  const std::vector<std::size_t> having = sources_having(model, of);
  Value::List crossings = crossings_value(page, record);
  const std::string& label = model.labels[record];
  const std::string title = label.empty() ? of.key : of.key + " " + label;
  Value value = page_value(page, title + " – " + page.frame.site_title, "");
  value.set("key", of.key)
      .set("label", label)
      .set("everywhere", of.missing.empty())
      .set("only_here", having.size() == 1 && model.source_count() > 1)
      .set("source_count", model.source_count())
      .set("having", Value().set("joined", source_links(page, having, kAllClaims)))
      .set("missing", of.missing.empty()
                          ? Value(false)
                          : Value().set("joined", source_links(page, of.missing,
                                                               page.root + "matrix/index.html#k-" +
                                                                   model.key_slugs[record])))
      .set("having_count", having.size())
      .set("clauses", clauses_value(page, record))
      .set("claims", std::move(claims))
      .set("limited", model.compared(record).limited)
      .set("families", families_value(page, record))
      .set("crossings_any", !crossings.empty())
      .set("crossings", std::move(crossings))
      .set("names_many", of.names.size() > 1)
      .set("names", names_value(page, record))
      .set("fields_any", !of.fields.empty())
      .set("fields", fields_value(page, record))
      .set("findings_any", !model.of_record[record].empty())
      .set("finding_lines", finding_lines(page, model.of_record[record]))
      .set("readings_data", readings_data(model, record))
      .set("kinds_data", kinds_data(model, record))
      .set("merged_data", merged_data(model, record))
      .set("previous", neighbour(page, record - 1, record > 0))
      .set("next", neighbour(page, record + 1, record + 1 < model.cells.size()));
  set_merged(page, record, value);
  set_facts(page, record, value);
  return value;
}

}  // namespace doccord
