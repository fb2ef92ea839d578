#include "rules/differences.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/parallel.h"
#include "compare/inflection.h"
#include "compare/lexicon.h"
#include "rules/reading_forest.h"
#include "rules/replacements.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

using Sources = std::vector<std::size_t>;

// Edits between the two sides of one link.
struct LinkChanges {
  std::vector<TextChange> changes;
  bool replaced = false;
};

using Tokens = std::vector<Token>;

bool has_words(const Tokens& all, std::string_view phrase) {
  const Tokens wanted = tokenize(phrase);
  return std::search(all.begin(), all.end(), wanted.begin(), wanted.end(),
                     [](const Token& a, const Token& b) { return a.text == b.text; }) != all.end();
}

// The tokens of a record's readings, numbered: each edit is looked for in all of them.
class NumberedReadings {
 public:
  explicit NumberedReadings(const Record& record) : record_(record) {
    for (const Reading& reading : record.readings) {
      auto& text = texts_.emplace_back();
      for (const Token& token : tokenize(reading.text)) {
        const int fresh = static_cast<int>(numbers_.size());
        text.push_back(numbers_.try_emplace(token.text, fresh).first->second);
      }
    }
  }

  // The sources on one side of a link whose text has the words of that side of the edit.
  Sources sources_with(const std::vector<std::size_t>& side, std::size_t reading,
                       const std::string& words) const {
    const std::vector<int> wanted = numbers_of(words);
    Sources sources;
    for (const std::size_t i : side) {
      const std::vector<int>& text = texts_[i];
      const auto has_words = [&] {
        return std::search(text.begin(), text.end(), wanted.begin(), wanted.end()) != text.end();
      };
      if (i != reading && !has_words()) continue;
      const Sources& more = record_.readings[i].sources;
      sources.insert(sources.end(), more.begin(), more.end());
    }
    std::sort(sources.begin(), sources.end());
    return sources;
  }

 private:
  std::vector<int> numbers_of(const std::string& words) const {
    std::vector<int> numbers;
    for (const Token& token : tokenize(words)) {
      const auto known = numbers_.find(token.text);
      numbers.push_back(known == numbers_.end() ? -1 : known->second);  // -1: in none of them.
    }
    return numbers;
  }

  const Record& record_;
  std::vector<std::vector<int>> texts_;
  std::unordered_map<std::string_view, int> numbers_;
};

std::vector<std::string> ids_of(const Registry& registry, const Sources& sources) {
  std::vector<std::string> ids;
  for (const std::size_t source : sources) ids.push_back(registry.sources[source].id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

void swap_sides(TextChange& change) {
  std::swap(change.a_reading, change.b_reading);
  std::swap(change.edit.a, change.edit.b);
  std::swap(change.spans.a, change.spans.b);
  std::swap(change.spans.a_gap, change.spans.b_gap);
  std::swap(change.a_sources, change.b_sources);
}

// Fewer sources first; of as many, those whose ids come first.
bool is_smaller(const Registry& registry, const Sources& a, const Sources& b) {
  if (a.size() != b.size()) return a.size() < b.size();
  return ids_of(registry, a) < ids_of(registry, b);
}

LinkChanges changes_of(const Record& record, std::size_t place, const NumberedReadings& readings,
                       const ReadingLink& link) {
  const Comparison& pair = *link.comparison;
  LinkChanges out;
  std::vector<Edit> edits = pair.edits;
  const std::string& a = record.readings[pair.a].text;
  const std::string& b = record.readings[pair.b].text;
  out.replaced = is_replaced(record, pair);
  if (edits.empty()) edits = {{pair.kind, a, b, ""}};
  const auto spans = find_edits(a, b, edits);
  for (std::size_t i = 0; i < edits.size(); ++i) {
    out.changes.push_back({place, pair.a, pair.b, edits[i], spans[i],
                           readings.sources_with(link.a_side, pair.a, edits[i].a),
                           readings.sources_with(link.b_side, pair.b, edits[i].b)});
  }
  return out;
}

std::vector<LinkChanges> changes_at(const RuleInput& input, std::size_t place,
                                    const std::vector<Misfiled>& misfiled) {
  // An entry in the wrong place is one finding already.
  const std::vector<ReadingLink> links = link_readings(input, place, misfiled);
  if (links.empty()) return {};
  const Record& record = input.registry.records[place];
  const NumberedReadings readings(record);
  std::vector<LinkChanges> all;
  for (const ReadingLink& link : links) all.push_back(changes_of(record, place, readings, link));
  return all;
}

bool meet(const Sources& a, const Sources& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end(); *i < *j ? ++i : ++j) {
    if (*i == *j) return true;
  }
  return false;
}

void add_all(Sources& to, const Sources& from) {
  Sources all;
  all.reserve(to.size() + from.size());
  std::set_union(to.begin(), to.end(), from.begin(), from.end(), std::back_inserter(all));
  all.erase(std::unique(all.begin(), all.end()), all.end());
  to = std::move(all);
}

// Changes that make one replacement between the same sides.
struct Series {
  struct Member {
    const TextChange* change = nullptr;
    bool turned = false;  // The other way round than the rest.
  };

  std::string replacement;  // The same at all keys.
  Sources first;
  Sources second;
  std::vector<Member> members;

  bool takes(const Member& member) const {
    const auto& [a, b] = sides_of(member);
    return meet(first, a) && meet(second, b) && !meet(first, b) && !meet(second, a);
  }
  void add(const Member& member) {
    const auto& [a, b] = sides_of(member);
    add_all(first, a);
    add_all(second, b);
    members.push_back(member);
  }
  bool at_several_keys() const {
    return members.front().change->record != members.back().change->record;
  }
  // All turned the same way round.
  std::vector<TextChange> changes() const {
    std::vector<TextChange> all;
    for (const auto& [change, turned] : members) {
      all.push_back(*change);
      if (turned) swap_sides(all.back());
    }
    return all;
  }

 private:
  static std::pair<const Sources&, const Sources&> sides_of(const Member& member) {
    const TextChange& change = *member.change;
    if (member.turned) return {change.b_sources, change.a_sources};
    return {change.a_sources, change.b_sources};
  }
};

// A negation that one side adds. Each turns its own statement round, whatever it does elsewhere: to
// decide about one is not to decide about another, so they are not one difference.
bool is_lone_negation(const Edit& edit) {
  if (edit.kind != Kind::meaning || edit.a.empty() == edit.b.empty()) return false;
  const auto phrase = find_phrase(normal_words(edit.a.empty() ? edit.b : edit.a));
  return phrase && phrase->word_class == WordClass::negation;
}

std::vector<Series> find_series(const Registry& registry, const std::vector<LinkChanges>& links) {
  Replacements replacements(registry);
  std::map<Replacement, std::vector<Series>> found;
  for (const LinkChanges& link : links) {
    if (link.replaced) continue;
    for (const TextChange& change : link.changes) {
      if (is_lone_negation(change.edit)) continue;
      Replacement replacement = replacements.of(change.record, change.edit);
      auto& [kind, from, to] = replacement;
      Series::Member member{&change, to < from};
      if (member.turned) std::swap(from, to);
      auto& all = found[replacement];
      const auto takes = [&](const Series& series) { return series.takes(member); };
      auto fits = std::find_if(all.begin(), all.end(), takes);
      if (fits == all.end() && is_letter_case(change.edit)) {  // Which has no order of its own.
        member.turned = !member.turned;
        fits = std::find_if(all.begin(), all.end(), takes);
      }
      if (fits == all.end()) fits = all.insert(all.end(), Series{});
      fits->add(member);
    }
  }
  std::vector<Series> several;
  for (auto& [replacement, all] : found) {
    const auto& [kind, from, to] = replacement;
    for (Series& series : all) {
      if (!series.at_several_keys()) continue;
      series.replacement = from + "\n" + to;
      several.push_back(std::move(series));
    }
  }
  return several;
}

// How often the rarest of the words that only this side has occurs.
std::size_t rarest(const WordCounts& counts, const std::string& side, const std::string& other) {
  std::size_t least = static_cast<std::size_t>(-1);
  const Tokens others = tokenize(other);
  for (const Token& token : tokenize(side)) {
    if (token.is_word && !has_words(others, token.text)) {
      least = std::min(least, counts[token.text]);
    }
  }
  return least;
}

// Whether all of the words that only this side has are known ones.
bool is_of_known_words(const std::string& side, const std::string& other) {
  const Tokens tokens = tokenize(side);
  const Tokens others = tokenize(other);
  return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return !token.is_word || has_words(others, token.text) ||
           is_listed_word(american_spelling(fold_case(token.text)));
  });
}

enum class Fault { a, b, unknown };

// Puts the smaller side first, or the one that is at fault, and gives the difference its kind.
class Finisher {
 public:
  Finisher(const Registry& registry, const WordCounts& counts)
      : registry_(registry), counts_(counts) {}

  // Which side of a miswritten word is the wrong one: that whose word is rarer in all the sources;
  // where they are as rare, that whose word nobody knows.
  Fault fault_of(const Edit& edit) const {
    const std::size_t in_a = rarest(counts_, edit.a, edit.b);
    const std::size_t in_b = rarest(counts_, edit.b, edit.a);
    if (in_a != in_b) return in_a < in_b ? Fault::a : Fault::b;
    const bool a_known = is_of_known_words(edit.a, edit.b);
    if (a_known == is_of_known_words(edit.b, edit.a)) return Fault::unknown;
    return a_known ? Fault::b : Fault::a;
  }

  Difference finish(std::vector<TextChange> changes, bool systematic, bool replaced) const {
    Difference out;
    out.systematic = systematic;
    out.replaced = replaced;
    out.kind = Kind::formatting;
    Sources a;
    Sources b;
    for (const TextChange& change : changes) {
      out.kind = std::max(out.kind, change.edit.kind);
      add_all(a, change.a_sources);
      add_all(b, change.b_sources);
    }
    bool swapped = is_smaller(registry_, b, a);
    if (out.kind == Kind::spelling) {
      const Fault fault = fault_of(changes.front().edit);
      out.a_at_fault = fault != Fault::unknown;
      if (out.a_at_fault) swapped = fault == Fault::b;
    }
    if (swapped) std::for_each(changes.begin(), changes.end(), swap_sides);
    if (!systematic) {  // What is gravest comes first.
      std::stable_sort(
          changes.begin(), changes.end(),
          [](const TextChange& x, const TextChange& y) { return x.edit.kind > y.edit.kind; });
    }
    out.changes = std::move(changes);
    return out;
  }

 private:
  const Registry& registry_;
  const WordCounts& counts_;
};

// What is left of a link once series are taken out: the miswritten words by the side at fault, and
// all else as one difference.
void add_rest(const Finisher& finisher, LinkChanges& link,
              const std::unordered_set<const TextChange*>& taken, std::vector<Difference>& out) {
  std::vector<TextChange> rest;
  std::map<Fault, std::vector<TextChange>> miswritten;
  for (TextChange& change : link.changes) {
    if (taken.contains(&change)) continue;
    if (change.edit.kind == Kind::spelling) {
      miswritten[finisher.fault_of(change.edit)].push_back(std::move(change));
    } else {
      rest.push_back(std::move(change));
    }
  }
  for (auto& [fault, changes] : miswritten) {
    out.push_back(finisher.finish(std::move(changes), false, false));
  }
  if (!rest.empty()) out.push_back(finisher.finish(std::move(rest), false, link.replaced));
}

}  // namespace

std::vector<Difference> find_differences(const RuleInput& input,
                                         const std::vector<Misfiled>& misfiled,
                                         const WordCounts& words) {
  std::vector<std::vector<LinkChanges>> by_record(input.registry.records.size());
  for_each_in_parallel(by_record.size(), [&](std::size_t place) {
    by_record[place] = changes_at(input, place, misfiled);
  });
  std::vector<LinkChanges> links;
  for (auto& some : by_record) std::move(some.begin(), some.end(), std::back_inserter(links));
  const Finisher finisher(input.registry, words);
  std::vector<Difference> out;
  std::unordered_set<const TextChange*> taken;
  for (Series& series : find_series(input.registry, links)) {
    for (const Series::Member& member : series.members) taken.insert(member.change);
    out.push_back(finisher.finish(series.changes(), true, false));
    out.back().letter_case = is_letter_case(series.members.front().change->edit);
    out.back().replacement = std::move(series.replacement);
  }
  for (LinkChanges& link : links) add_rest(finisher, link, taken, out);
  return out;
}

}  // namespace doccord
