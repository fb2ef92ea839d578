#include "compare/compare.h"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "compare/facts.h"
#include "compare/families.h"
#include "compare/fields.h"
#include "compare/glosses.h"
#include "compare/grade.h"
#include "compare/habits.h"
#include "compare/names.h"
#include "compare/own_label.h"
#include "compare/pair_choice.h"
#include "compare/statements.h"

namespace doccord {
namespace {

// Compares the texts of all records and remembers the grades until the habits are known.
class Comparer {
 public:
  Comparer(const Registry& registry, const Kinship& kinship,
           const std::vector<std::size_t>& family_of)
      : registry_(registry),
        kinship_(kinship),
        family_of_(family_of),
        evidence_(&registry),
        fact_reader_(registry) {
    for (const Record& record : registry.records) {
      for (const Reading& reading : record.readings) glosses_.learn(reading.text);
    }
  }

  std::vector<RecordComparison> compare() {
    std::vector<RecordComparison> results(registry_.records.size());
    std::vector<std::vector<Graded>> by_record(results.size());
    for_each_in_parallel(results.size(), [&](std::size_t i) {
      by_record[i] = compare_texts(registry_.records[i], results[i]);
      compare_names(registry_.records[i], results[i]);
    });
    for (std::size_t i = 0; i < results.size(); ++i) remember(i, by_record[i]);
    recognize_habits(pairs_, family_of_, registry_);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      Comparison& text = results[pairs_[i].record].texts[places_[i]];
      text.kind = grades_[i].kind;
      for (GradedEdit& graded : grades_[i].edits) text.edits.push_back(std::move(graded.edit));
    }
    return results;
  }

 private:
  // Two related texts of a record, by their places in its readings and in its comparisons.
  struct Graded {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t place = 0;
    Grade grade;
  };

  void remember(std::size_t at, std::vector<Graded>& graded) {
    const std::vector<Reading>& readings = registry_.records[at].readings;
    for (Graded& one : graded) {
      grades_.push_back(std::move(one.grade));
      pairs_.push_back({at, &readings[one.a], &readings[one.b], &grades_.back()});
      places_.push_back(one.place);
    }
  }

  std::vector<Graded> compare_texts(const Record& record, RecordComparison& result) const {
    std::vector<Graded> graded;
    std::vector<UnitText> texts;
    texts.reserve(record.readings.size());
    const OwnLabel label(record);
    for (const Reading& reading : record.readings) {
      texts.push_back(read_units(reading.text, glosses_));
      label.set_aside(texts.back());
    }
    std::vector<std::vector<Statement>> statements;
    for (const UnitText& text : texts) {
      statements.push_back(read_statements(text));
      result.facts.push_back(fact_reader_.read(record, text, statements.back()));
    }
    ReadTexts read;
    const PairChoice choice = choose_pairs(record.readings);
    result.limited = choice.limited;
    for (const auto& [i, j] : choice.pairs) {
      Comparison text{i, j, Kind::independent, similarity(texts[i], texts[j]), {}};
      const Reading& a = record.readings[i];
      const Reading& b = record.readings[j];
      if (are_related(a, b) || are_revisions(texts[i], texts[j])) {
        graded.push_back(
            {i, j, result.texts.size(), grade_texts(texts[i], texts[j], evidence_, read)});
      } else {
        add_contradictions(texts, statements, {i, j}, result);
      }
      result.texts.push_back(std::move(text));
    }
    return graded;
  }

  static void add_contradictions(const std::vector<UnitText>& texts,
                                 const std::vector<std::vector<Statement>>& statements,
                                 PlacePair pair, RecordComparison& result) {
    const auto [i, j] = pair;
    for (Contradiction& found :
         find_contradictions(texts[i], statements[i], texts[j], statements[j])) {
      found.a = i;
      found.b = j;
      result.contradictions.push_back(std::move(found));
    }
  }

  // Whether some two holders say most things in the same words.
  bool are_related(const Reading& a, const Reading& b) const {
    return std::any_of(a.sources.begin(), a.sources.end(), [&](std::size_t s) {
      return std::any_of(b.sources.begin(), b.sources.end(),
                         [&](std::size_t t) { return kinship_.are_close(s, t); });
    });
  }

  static void compare_names(const Record& record, RecordComparison& result) {
    const std::vector<NameUse>& names = record.names;
    const PairChoice choice = choose_pairs(names);
    result.limited = result.limited || choice.limited;
    for (const auto& [i, j] : choice.pairs) {
      result.names.push_back({i, j, relate_names_of(record.key, names[i].bare, names[j].bare)});
    }
  }

  const Registry& registry_;
  const Kinship& kinship_;
  const std::vector<std::size_t>& family_of_;
  WordEvidence evidence_;
  FactReader fact_reader_;
  Glosses glosses_;
  std::deque<Grade> grades_;  // A deque, because the pairs point into it.
  std::vector<GradedPair> pairs_;
  std::vector<std::size_t> places_;  // In the record's texts, parallel to pairs_.
};

}  // namespace

Comparisons compare(const Registry& registry) {
  Comparisons result;
  const Kinship kinship(registry);
  result.families = kinship.families();
  std::vector<std::size_t> family_of(registry.sources.size());
  for (std::size_t i = 0; i < result.families.size(); ++i) {
    for (const std::size_t source : result.families[i]) family_of[source] = i;
  }
  result.records = Comparer(registry, kinship, family_of).compare();
  auto fields = compare_fields(registry);
  for (std::size_t i = 0; i < fields.size(); ++i) result.records[i].fields = std::move(fields[i]);
  return result;
}

}  // namespace doccord
