#include "compare/habits.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

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
};

using Habits = std::unordered_map<std::string, Uses>;

// Whether nothing but replacements keeps the two texts from saying the same.
bool otherwise_agree(const Grade& grade) {
  return std::all_of(grade.edits.begin(), grade.edits.end(), [](const GradedEdit& graded) {
    return graded.edit.kind < Kind::meaning || graded.is_replacement;
  });
}

std::string habit_of(std::size_t s, std::size_t t, const GradedEdit& graded) {
  const bool swapped = t < s;
  std::string habit = std::to_string(std::min(s, t)) + ' ' + std::to_string(std::max(s, t)) + '\n';
  habit += swapped ? graded.words_b : graded.words_a;
  habit += '\n';
  habit += swapped ? graded.words_a : graded.words_b;
  return habit;
}

// Calls `use` with every habit that the edit may be part of.
template <class Use>
void for_each_habit(const GradedPair& pair, const GradedEdit& graded,
                    const std::vector<std::size_t>& family_of, Use use) {
  for (const std::size_t s : pair.a->sources) {
    for (const std::size_t t : pair.b->sources) {
      if (s != t && family_of[s] == family_of[t]) use(habit_of(s, t, graded));
    }
  }
}

// The words that each source uses in its texts, in base form.
class Vocabularies {
 public:
  explicit Vocabularies(const Registry& registry) : words_(registry.sources.size()) {
    for (const Record& record : registry.records) {
      for (const Reading& reading : record.readings) {
        for (const Token& token : tokenize(reading.text)) {
          if (!token.is_word) continue;
          const std::string base = base_form(fold_case(token.text));
          for (const std::size_t source : reading.sources) words_[source].insert(base);
        }
      }
    }
  }

  // Whether the source has every one of the words, joined by blanks.
  bool has(std::size_t source, std::string_view words) const {
    for (const Token& token : tokenize(words)) {
      if (!words_[source].contains(std::string(token.text))) return false;
    }
    return true;
  }

 private:
  std::vector<std::unordered_set<std::string>> words_;
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

bool is_candidate(const GradedEdit& graded) {
  return graded.edit.kind == Kind::meaning && graded.is_replacement;
}

}  // namespace

void recognize_habits(const std::vector<GradedPair>& pairs,
                      const std::vector<std::size_t>& family_of, const Registry& registry) {
  std::optional<Vocabularies> vocabularies;  // Only where something recurs.
  Habits habits;
  for (const GradedPair& pair : pairs) {
    if (!otherwise_agree(*pair.grade)) continue;
    for (const GradedEdit& graded : pair.grade->edits) {
      if (!is_candidate(graded)) continue;
      for_each_habit(pair, graded, family_of, [&](const std::string& habit) {
        Uses& uses = habits[habit];
        if (uses.records > 0 && uses.last == pair.record) return;
        ++uses.records;
        uses.last = pair.record;
      });
    }
  }
  for (const GradedPair& pair : pairs) {
    for (GradedEdit& graded : pair.grade->edits) {
      if (!is_candidate(graded)) continue;
      std::size_t keys = 0;
      for_each_habit(pair, graded, family_of, [&](const std::string& habit) {
        const auto found = habits.find(habit);
        if (found != habits.end()) keys = std::max(keys, found->second.records);
      });
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
