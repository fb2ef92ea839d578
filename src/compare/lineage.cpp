#include "compare/lineage.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compare/inflection.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestTraces = 4;  // Different traces that a direction needs without dates.
constexpr std::size_t kTimesMore = 4;     // As many times more than speak against it.
constexpr std::size_t kFewestWords = 2;   // Words added that tell; a single one may be dropped.

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (const Token& token : tokenize(text)) {
    if (token.is_word) words.push_back(fold_case(token.text));
  }
  return words;
}

bool has_run(const Words& text, const Words& run) {
  return !run.empty() &&
         std::search(text.begin(), text.end(), run.begin(), run.end()) != text.end();
}

bool has_unknown(const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return !is_known_word(word); });
}

// The miswritten side of a spelling edit, or nothing when that is not plain.
Words miswritten(const Edit& edit) {
  Words a = words_of(edit.a);
  Words b = words_of(edit.b);
  if (edit.reason.ends_with("is doubled")) {
    Words& doubled = a.size() > b.size() ? a : b;
    if (doubled.size() == 1) doubled.push_back(doubled.front());
    return doubled;
  }
  if (has_unknown(a) == has_unknown(b)) return {};
  return has_unknown(a) ? a : b;
}

// What the sources of one record say, and the slips that comparing them has shown.
class RecordTraces {
 public:
  RecordTraces(const Record& record, const RecordComparison& comparison)
      : record_(record), comparison_(comparison) {
    for (const Comparison& pair : comparison.texts) {
      for (const Edit& edit : pair.edits) {
        if (edit.kind != Kind::spelling) continue;
        if (Words words = miswritten(edit); !words.empty()) slips_.insert(std::move(words));
      }
    }
    if (slips_.empty()) return;
    for (const Reading& reading : record.readings) words_.push_back(words_of(reading.text));
  }

  void add(std::size_t s, std::size_t t, std::vector<Trace>& to) const {
    const auto at_s = reading_of(s);
    const auto at_t = reading_of(t);
    if (!at_s || !at_t) return;
    if (!slips_.empty()) add_slips(s, t, words_[*at_s], words_[*at_t], to);
    if (const Comparison* pair = comparison_.find(*at_s, *at_t)) {
      const bool turned = pair->a != *at_s;
      for (const Edit& edit : pair->edits) add_growth(turned ? t : s, turned ? s : t, edit, to);
    }
  }

 private:
  std::optional<std::size_t> reading_of(std::size_t source) const {
    for (std::size_t i = 0; i < record_.readings.size(); ++i) {
      const auto& sources = record_.readings[i].sources;
      if (std::find(sources.begin(), sources.end(), source) != sources.end()) return i;
    }
    return std::nullopt;
  }

  void add_slips(std::size_t s, std::size_t t, const Words& in_s, const Words& in_t,
                 std::vector<Trace>& to) const {
    for (const Words& slip : slips_) {
      const bool s_has = has_run(in_s, slip);
      const bool t_has = has_run(in_t, slip);
      if (!s_has && !t_has) continue;
      std::string words;
      for (const std::string& word : slip) words += (words.empty() ? "" : " ") + word;
      if (s_has && t_has) {
        to.push_back({TraceKind::shared_slip, record_.key, std::move(words), std::nullopt});
      } else {
        to.push_back({TraceKind::slip_mended, record_.key, std::move(words), s_has ? s : t});
      }
    }
  }

  void add_growth(std::size_t a, std::size_t b, const Edit& edit, std::vector<Trace>& to) const {
    const Words in_a = words_of(edit.a);
    const Words in_b = words_of(edit.b);
    if (in_a.empty() == in_b.empty()) return;
    if (std::max(in_a.size(), in_b.size()) < kFewestWords) return;
    to.push_back(
        {TraceKind::text_added, record_.key, in_a.empty() ? edit.b : edit.a, in_a.empty() ? a : b});
  }

  const Record& record_;
  const RecordComparison& comparison_;
  std::set<Words> slips_;
  std::vector<Words> words_;  // By reading; empty without slips.
};

// "1997" and "1997-05-02" are not told apart, one holds the other.
std::optional<std::size_t> earlier_by_date(const Registry& registry, std::size_t s, std::size_t t) {
  const std::string& a = registry.sources[s].date;
  const std::string& b = registry.sources[t].date;
  if (a.empty() || b.empty() || a.starts_with(b) || b.starts_with(a)) return std::nullopt;
  return a < b ? s : t;
}

void conclude(const Registry& registry, Lineage& lineage) {
  if (const auto earlier = earlier_by_date(registry, lineage.a, lineage.b)) {
    lineage.traces.push_back(
        {TraceKind::date, "",
         registry.sources[lineage.a].date + ", " + registry.sources[lineage.b].date, earlier});
    lineage.earlier = earlier;
    return;
  }
  // What recurs at several keys was one decision.
  const auto votes = [&](std::size_t source) {
    std::set<std::pair<TraceKind, std::string>> different;
    for (const Trace& trace : lineage.traces) {
      if (trace.earlier == source) different.emplace(trace.kind, trace.words);
    }
    return different.size();
  };
  const std::size_t for_a = votes(lineage.a);
  const std::size_t for_b = votes(lineage.b);
  if (for_a >= kFewestTraces && for_a >= kTimesMore * for_b) lineage.earlier = lineage.a;
  if (for_b >= kFewestTraces && for_b >= kTimesMore * for_a) lineage.earlier = lineage.b;
}

}  // namespace

std::string_view to_string(TraceKind kind) {
  switch (kind) {
    case TraceKind::shared_slip:
      return "shared-slip";
    case TraceKind::slip_mended:
      return "slip-mended";
    case TraceKind::text_added:
      return "text-added";
    case TraceKind::date:
      return "date";
  }
  return "";
}

std::vector<Lineage> trace_lineage(const Registry& registry, const Comparisons& comparisons) {
  std::vector<Lineage> all;
  for (const auto& family : comparisons.families) {
    for (std::size_t i = 0; i < family.size(); ++i) {
      for (std::size_t j = i + 1; j < family.size(); ++j) {
        all.push_back({family[i], family[j], {}, std::nullopt});
      }
    }
  }
  for (std::size_t r = 0; r < registry.records.size(); ++r) {
    if (registry.records[r].readings.empty()) continue;
    const RecordTraces traces(registry.records[r], comparisons.records[r]);
    for (Lineage& lineage : all) traces.add(lineage.a, lineage.b, lineage.traces);
  }
  for (Lineage& lineage : all) {
    conclude(registry, lineage);
    std::stable_sort(lineage.traces.begin(), lineage.traces.end(),
                     [](const Trace& x, const Trace& y) { return x.kind < y.kind; });
  }
  return all;
}

}  // namespace doccord
