#include "rules/further_name.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "compare/lexicon.h"
#include "compare/names.h"
#include "rules/squeezed_name.h"
#include "text/utf8.h"
#include "text/whitespace.h"
#include "text/words.h"

namespace doccord {
namespace {

bool states_it(std::string_view text) {
  const std::string folded = fold_case(text);
  std::string before;
  for (const Token& token : tokenize(folded)) {
    const std::string word(token.text);
    if (states_further_name(word) || states_further_name(before + " " + word)) return true;
    before = word;
  }
  return false;
}

bool states_it(const Entry& entry) {
  return states_it(entry.description) ||
         std::any_of(entry.names.begin(), entry.names.end(),
                     [](const std::string& name) { return states_it(name); });
}

// Without the prefix that all names of its source have.
std::string_view bare_name(const Record& record, const std::string& name) {
  const auto use = std::find_if(record.names.begin(), record.names.end(),
                                [&](const NameUse& each) { return each.name == name; });
  return use == record.names.end() ? std::string_view(name) : std::string_view(use->bare);
}

// Whether some other source gives the key the name, in whatever writing.
bool others_have(const Record& record, std::size_t source, const std::string& name) {
  const std::string_view own = bare_name(record, name);
  return std::any_of(record.names.begin(), record.names.end(), [&](const NameUse& use) {
    const bool others = use.sources.size() > 1 || use.sources.front() != source;
    return others && relate_names(own, use.bare) == NameRelation::same;
  });
}

// Whether another source has two entries for the key as well, with the same two names or texts.
bool another_has_both(const Record& record, const Claim& a, const Claim& b) {
  const auto like = [&](const Claim& claim, const Claim& own) {
    if (claim.source == own.source) return false;
    if (claim.entry.names.empty() && own.entry.names.empty()) {
      return own.reading != Claim::no_reading && claim.reading == own.reading;
    }
    return !claim.entry.names.empty() && !own.entry.names.empty() &&
           relate_names(bare_name(record, claim.entry.names.front()),
                        bare_name(record, own.entry.names.front())) == NameRelation::same;
  };
  return std::any_of(record.claims.begin(), record.claims.end(), [&](const Claim& one) {
    return like(one, a) &&
           std::any_of(record.claims.begin(), record.claims.end(), [&](const Claim& other) {
             return &other != &one && other.source == one.source && like(other, b);
           });
  });
}

bool names_fit(const Record& record, const Claim& a, const Claim& b) {
  if (a.entry.names.empty() || b.entry.names.empty()) return false;
  const std::string& one = a.entry.names.front();
  const std::string& other = b.entry.names.front();
  return squeezed_name(one) == squeezed_name(other) ||
         (others_have(record, a.source, one) && others_have(record, b.source, other));
}

}  // namespace

bool is_further_name(const RuleInput& input, const Record& record, const Claim& a, const Claim& b) {
  const std::string one = collapse(a.entry.description);
  const std::string other = collapse(b.entry.description);
  if (states_it(a.entry) != states_it(b.entry) || another_has_both(record, a, b)) return true;
  if (!one.empty() && !other.empty() && one != other) return false;
  return input.entry_sets[a.source].format == Format::source && names_fit(record, a, b);
}

}  // namespace doccord
