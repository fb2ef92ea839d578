#include "compare/lineage.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/parallel.h"
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

// What one text says more than another one at a place.
struct Growth {
  bool in_b = false;
  std::string words;
};

std::vector<Growth> growths_of(const Comparison& pair) {
  std::vector<Growth> all;
  for (const Edit& edit : pair.edits) {
    const Words in_a = words_of(edit.a);
    const Words in_b = words_of(edit.b);
    if (in_a.empty() == in_b.empty()) continue;
    if (std::max(in_a.size(), in_b.size()) < kFewestWords) continue;
    all.push_back({in_a.empty(), in_a.empty() ? edit.b : edit.a});
  }
  return all;
}

// What the texts of one record tell, worked out once for all pairs of sources that have them.
class RecordTraces {
 public:
  RecordTraces(const Record& record, const RecordComparison& comparison)
      : key_(record.key), comparison_(comparison) {
    for (const Comparison& pair : comparison.texts) {
      growths_.push_back(growths_of(pair));
      for (const Edit& edit : pair.edits) {
        if (edit.kind != Kind::spelling) continue;
        if (Words words = miswritten(edit); !words.empty()) slips_.insert(std::move(words));
      }
    }
    find_slips(record);
  }

  // Of the sources that have these two readings.
  void add(std::size_t s, std::size_t reading_s, std::size_t t, std::size_t reading_t,
           std::vector<Trace>& to) const {
    if (!slips_.empty()) add_slips(s, slips_in_[reading_s], t, slips_in_[reading_t], to);
    const Comparison* pair = comparison_.find(reading_s, reading_t);
    if (pair == nullptr) return;
    const bool turned = pair->a != reading_s;
    for (const Growth& growth : growths_[static_cast<std::size_t>(pair - comparison_.texts.data())])
      to.push_back({TraceKind::text_added, key_, growth.words, growth.in_b == turned ? t : s});
  }

 private:
  using Places = std::vector<std::size_t>;  // In written_, ascending.

  void find_slips(const Record& record) {
    if (slips_.empty()) return;
    for (const Words& slip : slips_) {
      std::string& words = written_.emplace_back();
      for (const std::string& word : slip) words += (words.empty() ? "" : " ") + word;
    }
    for (const Reading& reading : record.readings) {
      const Words text = words_of(reading.text);
      Places& has = slips_in_.emplace_back();
      std::size_t place = 0;
      for (const Words& slip : slips_) {
        if (has_run(text, slip)) has.push_back(place);
        ++place;
      }
    }
  }

  void add_slips(std::size_t s, const Places& in_s, std::size_t t, const Places& in_t,
                 std::vector<Trace>& to) const {
    for (auto i = in_s.begin(), j = in_t.begin(); i != in_s.end() || j != in_t.end();) {
      const bool s_has = i != in_s.end() && (j == in_t.end() || *i <= *j);
      const bool t_has = j != in_t.end() && (i == in_s.end() || *j <= *i);
      const std::string& words = written_[s_has ? *i : *j];
      if (s_has && t_has) {
        to.push_back({TraceKind::shared_slip, key_, words, std::nullopt});
      } else {
        to.push_back({TraceKind::slip_mended, key_, words, s_has ? s : t});
      }
      if (s_has) ++i;
      if (t_has) ++j;
    }
  }

  const std::string& key_;
  const RecordComparison& comparison_;
  std::vector<std::vector<Growth>> growths_;  // By comparison of two texts.
  std::set<Words> slips_;
  std::vector<std::string> written_;  // The slips in their order, each in one text.
  std::vector<Places> slips_in_;      // By reading; empty without slips.
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

std::vector<Lineage> trace_lineage(const Registry& registry, const Comparisons& comparisons,
                                   const Partners& partners) {
  std::vector<Lineage> all;
  for (const auto& family : comparisons.families) {
    for (const std::size_t a : family) {
      for (const std::size_t b : partners.of[a]) {
        if (b <= a || !std::binary_search(family.begin(), family.end(), b)) continue;
        all.push_back({a, b, {}, std::nullopt});
      }
    }
  }
  std::vector<std::optional<RecordTraces>> of_record(registry.records.size());
  for_each_in_parallel(of_record.size(), [&](std::size_t r) {
    of_record[r].emplace(registry.records[r], comparisons.records[r]);
  });
  const ReadingTable readings = make_reading_table(registry);
  for_each_in_parallel(all.size(), [&](std::size_t i) {
    Lineage& lineage = all[i];
    for (std::size_t r = 0; r < of_record.size(); ++r) {
      const std::size_t in_a = readings[r][lineage.a];
      const std::size_t in_b = readings[r][lineage.b];
      if (in_a == Claim::no_reading || in_b == Claim::no_reading) continue;
      of_record[r]->add(lineage.a, in_a, lineage.b, in_b, lineage.traces);
    }
    conclude(registry, lineage);
    std::stable_sort(lineage.traces.begin(), lineage.traces.end(),
                     [](const Trace& x, const Trace& y) { return x.kind < y.kind; });
  });
  return all;
}

}  // namespace doccord
