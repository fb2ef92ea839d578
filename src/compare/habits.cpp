#include "compare/habits.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "compare/inflection.h"
#include "compare/quoting.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestKeys = 2;

struct Uses {
  std::size_t records = 0;
  std::size_t last = 0;  // Record counted last; pairs come record by record.

  void add(std::size_t record) {
    if (records > 0 && last == record) return;
    ++records;
    last = record;
  }
};

// A replacement with the words in one order, whichever text has which.
std::string replacement_of(const GradedEdit& graded) {
  const auto [first, second] = std::minmax(graded.words_a, graded.words_b);
  return first + '\n' + second;
}

// Whether nothing but replacements keeps the two texts from saying the same.
bool otherwise_agree(const Grade& grade) {
  return std::all_of(grade.edits.begin(), grade.edits.end(), [](const GradedEdit& graded) {
    return graded.edit.kind < Kind::meaning || graded.is_replacement;
  });
}

bool is_candidate(const GradedEdit& graded) {
  return graded.edit.kind == Kind::meaning && graded.is_replacement;
}

// Calls `use` with every pair of sources of one family of which the one has the one's words, in the
// order of replacement_of.
template <class Use>
void for_each_side(const GradedPair& pair, const GradedEdit& graded,
                   const std::vector<std::size_t>& family_of, Use use) {
  const int order = graded.words_a.compare(graded.words_b);
  for (const std::size_t s : pair.a->sources) {
    for (const std::size_t t : pair.b->sources) {
      if (s == t || family_of[s] != family_of[t]) continue;
      const bool turned = order > 0 || (order == 0 && t < s);
      use(turned ? std::pair(t, s) : std::pair(s, t));
    }
  }
}

// At how many keys each replacement is made, and those of several keys by who makes it.
class Habits {
 public:
  Habits(const std::vector<GradedPair>& pairs, const std::vector<std::size_t>& family_of)
      : family_of_(family_of) {
    for_each_candidate(pairs, [&](const GradedPair& pair, const GradedEdit& graded) {
      replacements_[replacement_of(graded)].uses.add(pair.record);
    });
    for_each_candidate(pairs, [&](const GradedPair& pair, const GradedEdit& graded) {
      Replacement& replacement = replacements_[replacement_of(graded)];
      if (replacement.uses.records < kFewestKeys) return;
      for_each_side(pair, graded, family_of_,
                    [&](Sides sides) { replacement.by_sides[sides].add(pair.record); });
    });
  }

  // The most keys at which two of the pair's sources part in this way.
  std::size_t keys_of(const GradedPair& pair, const GradedEdit& graded) const {
    std::size_t keys = 0;
    const auto known = replacements_.find(replacement_of(graded));
    if (known == replacements_.end() || known->second.by_sides.empty()) return keys;
    for_each_side(pair, graded, family_of_, [&](Sides sides) {
      const auto found = known->second.by_sides.find(sides);
      if (found != known->second.by_sides.end()) keys = std::max(keys, found->second.records);
    });
    return keys;
  }

 private:
  using Sides = std::pair<std::size_t, std::size_t>;
  struct Replacement {
    Uses uses;
    std::map<Sides, Uses> by_sides;  // Who has which words; of replacements at several keys only.
  };

  template <class Use>
  static void for_each_candidate(const std::vector<GradedPair>& pairs, Use use) {
    for (const GradedPair& pair : pairs) {
      if (!otherwise_agree(*pair.grade)) continue;
      for (const GradedEdit& graded : pair.grade->edits) {
        if (is_candidate(graded)) use(pair, graded);
      }
    }
  }

  const std::vector<std::size_t>& family_of_;
  std::unordered_map<std::string, Replacement> replacements_;
};

// The words that each source uses in its texts, in base form.
class Vocabularies {
 public:
  explicit Vocabularies(const Registry& registry) {
    std::unordered_map<std::string, Users*> known;  // By the word as it is written.
    for (const Record& record : registry.records) {
      for (const Reading& reading : record.readings) {
        for (const Token& token : tokenize(reading.text)) {
          if (!token.is_word) continue;
          const auto [place, fresh] = known.try_emplace(fold_case(token.text), nullptr);
          if (fresh) place->second = &users_[base_form(place->first)];
          place->second->resize(registry.sources.size());
          for (const std::size_t source : reading.sources) (*place->second)[source] = true;
        }
      }
    }
  }

  // Whether the source has every one of the words, joined by blanks.
  bool has(std::size_t source, std::string_view words) const {
    for (const Token& token : tokenize(words)) {
      const auto found = users_.find(std::string(token.text));
      if (found == users_.end() || !found->second[source]) return false;
    }
    return true;
  }

 private:
  using Users = std::vector<bool>;  // By source.
  std::unordered_map<std::string, Users> users_;
};

// Whether some two holders have one of the two words each and never the other's. A source that uses
// both, `request` and `response`, means different things by them.
bool is_exclusive(const GradedPair& pair, const GradedEdit& graded,
                  const Vocabularies& vocabularies) {
  return std::any_of(pair.a->sources.begin(), pair.a->sources.end(), [&](std::size_t s) {
    return !vocabularies.has(s, graded.words_b) &&
           std::any_of(pair.b->sources.begin(), pair.b->sources.end(),
                       [&](std::size_t t) { return !vocabularies.has(t, graded.words_a); });
  });
}

}  // namespace

void recognize_habits(const std::vector<GradedPair>& pairs,
                      const std::vector<std::size_t>& family_of, const Registry& registry) {
  std::optional<Vocabularies> vocabularies;  // Only where something recurs.
  const Habits habits(pairs, family_of);
  for (const GradedPair& pair : pairs) {
    for (GradedEdit& graded : pair.grade->edits) {
      if (!is_candidate(graded)) continue;
      const std::size_t keys = habits.keys_of(pair, graded);
      if (keys < kFewestKeys) continue;
      if (!vocabularies) vocabularies.emplace(registry);
      if (!is_exclusive(pair, graded, *vocabularies)) continue;
      graded.edit.kind = Kind::wording;
      graded.edit.reason = quote_both(graded.words_a, graded.words_b) +
                           " stand for each other at " + std::to_string(keys) + " keys";
    }
    pair.grade->kind = strongest(pair.grade->edits);
  }
}

}  // namespace doccord
