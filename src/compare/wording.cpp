#include "compare/wording.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "compare/grammar.h"
#include "compare/inflection.h"
#include "compare/match_kinds.h"
#include "compare/quoting.h"

namespace doccord {
namespace {

constexpr std::size_t kMostJoined = 4;     // Words written as one.
constexpr std::size_t kMostPairs = 10000;  // In a longer place no word answers to another.

// The place between two neighbouring matches.
class Place {
 public:
  Place(Alignment& alignment, UnitRange a, UnitRange b, const WordEvidence& evidence)
      : all_(alignment), a_(a), b_(b), evidence_(evidence) {}

  void explain() {
    explain_doubled(all_.a, a_, all_.open_a, true);
    explain_doubled(all_.b, b_, all_.open_b, false);
    if ((a_.end - a_.begin) * (b_.end - b_.begin) <= kMostPairs) {
      explain_joined();
      explain_abbreviations();
      explain_slips();
      explain_stems();
      explain_counterparts();
    }
    explain_grammar();
  }

 private:
  void note(Kind kind, UnitRange a, UnitRange b, std::string reason) {
    all_.findings.push_back({kind, a, b, std::move(reason), false});
    for (std::size_t i = a.begin; i < a.end; ++i) settle(all_.a, all_.open_a, used_a_, i);
    for (std::size_t j = b.begin; j < b.end; ++j) settle(all_.b, all_.open_b, used_b_, j);
  }

  static bool is_used(const std::vector<std::size_t>& used, std::size_t at) {
    return std::find(used.begin(), used.end(), at) != used.end();
  }

  // `invalid` is two units of one token.
  static bool shares_token(const UnitText& text, std::size_t i, std::size_t j) {
    return text.units[i].token_begin == text.units[j].token_begin &&
           text.units[i].folded == text.units[j].folded;
  }

  // Closes a unit together with those that share its token.
  static void settle(const UnitText& text, std::vector<bool>& open, std::vector<std::size_t>& used,
                     std::size_t at) {
    open[at] = false;
    used.push_back(at);
    if (at > 0 && shares_token(text, at - 1, at)) open[at - 1] = false;
    if (at + 1 < open.size() && shares_token(text, at, at + 1)) open[at + 1] = false;
  }

  // Letters and figures of units [begin, end), joined.
  static std::string joined(const UnitText& text, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && shares_token(text, i - 1, i)) continue;
      for (const char c : text.units[i].folded) {
        if (c != '-' && c != ' ') out += c;
      }
    }
    return out;
  }

  // The same in American spelling: `pre-authorisation` and `preauthorization`.
  static std::string join_plain(const UnitText& text, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) {
      out += american_spelling(text.units[i].folded);
    }
    return out;
  }

  static bool any_open(const std::vector<bool>& open, std::size_t begin, std::size_t end) {
    return std::any_of(open.begin() + static_cast<std::ptrdiff_t>(begin),
                       open.begin() + static_cast<std::ptrdiff_t>(end), [](bool is) { return is; });
  }

  // `time out` and `timeout`, `theContent-Range` and `the Content-Range`.
  void explain_joined() {
    for (std::size_t i = a_.begin; i < a_.end; ++i) {
      for (std::size_t j = b_.begin; j < b_.end; ++j) {
        if (explain_joined_at(i, j)) break;
      }
    }
  }

  // Whether one of the words begins with the other, hyphens aside: what most pairs do not.
  static bool may_be_joined(std::string_view x, std::string_view y) {
    if (x.front() != y.front()) return false;
    const auto is_mark = [](char c) { return c == '-' || c == ' '; };
    for (std::size_t i = 0, j = 0;; ++i, ++j) {
      while (i < x.size() && is_mark(x[i])) ++i;
      while (j < y.size() && is_mark(y[j])) ++j;
      if (i >= x.size() || j >= y.size()) return true;
      if (x[i] != y[j]) return false;
    }
  }

  bool explain_joined_at(std::size_t i, std::size_t j) {
    if (!may_be_joined(all_.a.units[i].folded, all_.b.units[j].folded)) return false;
    for (std::size_t n = 1; n <= kMostJoined && i + n <= a_.end; ++n) {
      const std::string left = joined(all_.a, i, i + n);
      for (std::size_t m = 1; m <= kMostJoined && j + m <= b_.end; ++m) {
        if (n > 1 && m > 1) break;
        if (!may_join({i, i + n}, {j, j + m})) continue;
        const bool same = left == joined(all_.b, j, j + m) ||
                          join_plain(all_.a, i, i + n) == join_plain(all_.b, j, j + m);
        if (left.size() < 4 || !same) continue;
        if (n == 1 && m == 1 && is_exact_name(i, j)) continue;
        note_joined({i, i + n}, {j, j + m});
        return true;
      }
    }
    return false;
  }

  // Words of grammar alone have no weight, but may have run together: `inwhich`.
  bool may_join(UnitRange a, UnitRange b) const {
    const bool open_a = any_open(all_.open_a, a.begin, a.end);
    const bool open_b = any_open(all_.open_b, b.begin, b.end);
    if (open_a && open_b) return true;
    const auto is_unknown = [](const UnitText& text, UnitRange range) {
      return range.end - range.begin == 1 && !is_known_word(text.units[range.begin].folded);
    };
    return (open_a && is_unknown(all_.a, a)) || (open_b && is_unknown(all_.b, b));
  }

  // Options and constants are other ones when a mark in them differs.
  bool is_exact_name(std::size_t i, std::size_t j) const {
    const std::string& a = all_.a.units[i].written;
    const std::string& b = all_.b.units[j].written;
    return a.starts_with('-') || b.starts_with('-') || a.find('_') != std::string::npos ||
           b.find('_') != std::string::npos;
  }

  void note_joined(UnitRange a, UnitRange b) {
    const bool split_a = a.end - a.begin > 1;
    const UnitRange parts = split_a ? a : b;
    const UnitText& text = split_a ? all_.a : all_.b;
    const Unit& whole = split_a ? all_.b.units[b.begin] : all_.a.units[a.begin];
    const bool has_grammar =
        std::any_of(text.units.begin() + static_cast<std::ptrdiff_t>(parts.begin),
                    text.units.begin() + static_cast<std::ptrdiff_t>(parts.end),
                    [](const Unit& unit) { return unit.word_class == WordClass::function; });
    if (has_grammar && !is_known_word(whole.folded)) {
      note(Kind::spelling, a, b, "words run together in " + quote(whole.written));
    } else {
      note(Kind::notation, a, b, "written as one word, with a hyphen or with a blank");
    }
  }

  // `the the`
  void explain_doubled(const UnitText& text, UnitRange range, const std::vector<bool>& open,
                       bool is_a) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Unit& unit = text.units[i];
      if (unit.has_weight() && !open[i]) continue;
      const UnitRange here{i, i + 1};
      const UnitRange none_a{a_.begin, a_.begin};
      const UnitRange none_b{b_.begin, b_.begin};
      if ((i > 0 && explains(text, text.units[i - 1], unit)) ||
          (i + 1 < text.units.size() && explains(text, unit, text.units[i + 1]))) {
        note(Kind::notation, is_a ? here : none_a, is_a ? none_b : here,
             "an abbreviation and its long form");
        continue;
      }
      if (unit.has_weight() && is_gloss(text, i)) {
        note(Kind::notation, is_a ? here : none_a, is_a ? none_b : here,
             "an abbreviation of the words before it");
        continue;
      }
      const bool doubled = (i > 0 && repeats(text.units[i - 1], unit)) ||
                           (i + 1 < text.units.size() && repeats(unit, text.units[i + 1]));
      if (!doubled || is_doubled_elsewhere(is_a ? all_.b : all_.a, unit)) continue;
      note(Kind::spelling, is_a ? here : none_a, is_a ? none_b : here,
           quote(unit.written) + " is doubled");
      if (!unit.has_weight()) ++i;  // The other of the two stays.
    }
  }

  // `database (DB)`: the abbreviation repeats the word before it.
  static bool explains(const UnitText& text, const Unit& first, const Unit& second) {
    return first.has_weight() && first.plain == second.plain &&
           first.token_end + 1 == second.token_begin && text.tokens[first.token_end].text == "(";
  }

  // `Canonical name record (CNAME)`: made of the beginnings of words right before it, in brackets.
  static bool is_gloss(const UnitText& text, std::size_t at) {
    constexpr std::size_t kFarthest = 8;
    const Unit& unit = text.units[at];
    const bool bracketed = unit.token_begin > 0 && unit.token_end < text.tokens.size() &&
                           text.tokens[unit.token_begin - 1].text == "(" &&
                           text.tokens[unit.token_end].text == ")";
    if (!bracketed || !looks_abbreviated(unit.written)) return false;
    for (std::size_t begin = at > kFarthest ? at - kFarthest : 0; begin < at; ++begin) {
      std::vector<std::string> words;
      for (std::size_t end = begin; end < at; ++end) {
        words.push_back(text.units[end].folded);
        if (end + 2 >= at && abbreviates(unit.written, words)) return true;
      }
    }
    return false;
  }

  static bool repeats(const Unit& first, const Unit& second) {
    return first.folded == second.folded && first.kind == UnitKind::word &&
           first.token_end == second.token_begin && first.token_begin < second.token_begin;
  }

  static bool is_doubled_elsewhere(const UnitText& text, const Unit& unit) {
    for (std::size_t i = 1; i < text.units.size(); ++i) {
      if (text.units[i].folded == unit.folded && repeats(text.units[i - 1], text.units[i])) {
        return true;
      }
    }
    return false;
  }

  // An abbreviation whose letters begin the words that the other text has there.
  void explain_abbreviations() {
    for (std::size_t i = a_.begin; i < a_.end; ++i) {
      if (all_.open_a[i]) explain_abbreviation(all_.a.units[i], i, true);
    }
    for (std::size_t j = b_.begin; j < b_.end; ++j) {
      if (all_.open_b[j]) explain_abbreviation(all_.b.units[j], j, false);
    }
  }

  void explain_abbreviation(const Unit& unit, std::size_t at, bool is_a) {
    if (!looks_abbreviated(unit.written)) return;
    const UnitText& text = is_a ? all_.b : all_.a;
    const std::vector<bool>& open = is_a ? all_.open_b : all_.open_a;
    const UnitRange range = is_a ? b_ : a_;
    for (std::size_t begin = range.begin; begin < range.end; ++begin) {
      std::vector<std::string> words;
      for (std::size_t end = begin; end < range.end && words.size() < 8; ++end) {
        if (text.units[end].has_weight() && !open[end]) break;
        words.push_back(text.units[end].folded);
        if (!abbreviates(unit.written, words)) continue;
        const UnitRange here{at, at + 1};
        const UnitRange there{begin, end + 1};
        note(Kind::notation, is_a ? here : there, is_a ? there : here,
             "an abbreviation and its long form");
        return;
      }
    }
  }

  // Pairs of units for which `same` holds; the first of a pair may be a word of grammar when
  // `with_grammar`, since a slip is often one of those: `teh`.
  template <class Same>
  void explain_pairs(Kind kind, const std::string& reason, bool with_grammar, Same same) {
    const auto free = [&](const UnitText& text, const std::vector<bool>& open,
                          const std::vector<std::size_t>& used, std::size_t at) {
      return open[at] || (with_grammar && !text.units[at].has_weight() && !is_used(used, at));
    };
    for (std::size_t i = a_.begin; i < a_.end; ++i) {
      for (std::size_t j = b_.begin; j < b_.end; ++j) {
        if (!free(all_.a, all_.open_a, used_a_, i) || !free(all_.b, all_.open_b, used_b_, j)) {
          continue;
        }
        if (!all_.open_a[i] && !all_.open_b[j]) continue;
        if (!same(i, j)) continue;
        note(kind, {i, i + 1}, {j, j + 1},
             quote_both(all_.a.units[i].written, all_.b.units[j].written) + reason);
      }
    }
  }

  void explain_slips() {
    const auto may_slip = [](const Unit& unit) {
      return unit.kind == UnitKind::word && !looks_abbreviated(unit.written);
    };
    explain_pairs(Kind::spelling, " are one word, miswritten in one text", true,
                  [&](std::size_t i, std::size_t j) {
                    const Unit& a = all_.a.units[i];
                    const Unit& b = all_.b.units[j];
                    return (is_slip(a.folded, b.folded, evidence_) ||
                            is_slip(b.folded, a.folded, evidence_)) &&
                           may_slip(a) && may_slip(b);
                  });
  }

  static std::vector<InflectedWord> inflected_words(const UnitText& text, UnitRange range) {
    std::vector<InflectedWord> words;
    for (std::size_t i = range.begin; i < range.end; ++i) words.emplace_back(text.units[i].plain);
    return words;
  }

  void explain_stems() {
    if (!any_open(all_.open_a, a_.begin, a_.end) || !any_open(all_.open_b, b_.begin, b_.end))
      return;
    const std::vector<InflectedWord> words_a = inflected_words(all_.a, a_);
    const std::vector<InflectedWord> words_b = inflected_words(all_.b, b_);
    explain_pairs(Kind::wording, " are of one stem", false, [&](std::size_t i, std::size_t j) {
      const Unit& a = all_.a.units[i];
      const Unit& b = all_.b.units[j];
      const bool open_words = a.word_class == WordClass::content &&
                              b.word_class == WordClass::content && a.kind == UnitKind::word &&
                              b.kind == UnitKind::word;
      return open_words &&
             (are_of_one_stem(a.base, b.base) ||
              words_a[i - a_.begin].is_form_like(words_b[j - b_.begin])) &&
             !are_opposites(a.base, b.base);
    });
  }

  // Words that state something by themselves and yet stand for a mere word of grammar where the
  // other text has that: `since` for `because`, `some` for `a`.
  void explain_counterparts() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPairs = {
        {{"if", "whether"}, {"since", "because"}, {"since", "as"}, {"some", "a"}, {"some", "an"}}};
    const auto are_counterparts = [&](const Unit& x, const Unit& y) {
      return std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
        return x.folded == pair.first && y.folded == pair.second;
      });
    };
    explain_pairs(Kind::wording, " link and point alike here", true,
                  [&](std::size_t i, std::size_t j) {
                    const Unit& a = all_.a.units[i];
                    const Unit& b = all_.b.units[j];
                    return are_counterparts(a, b) || are_counterparts(b, a);
                  });
  }

  std::vector<std::size_t> grammar_units(const UnitText& text, UnitRange range,
                                         const std::vector<std::size_t>& used) const {
    std::vector<std::size_t> places;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (!text.units[i].has_weight() && !is_used(used, i)) places.push_back(i);
    }
    return places;
  }

  void explain_grammar() {
    const auto places_a = grammar_units(all_.a, a_, used_a_);
    const auto places_b = grammar_units(all_.b, b_, used_b_);
    GrammarChange change = compare_grammar(all_.a, places_a, all_.b, places_b, all_.is_moved);
    if (change.kind == Kind::identical) return;
    if (all_.voice_differs && !change.is_link) {
      change = {Kind::wording, "active and passive voice", false};
    }
    const auto range = [](const std::vector<std::size_t>& places, UnitRange all) {
      if (places.empty()) return UnitRange{all.begin, all.begin};
      return UnitRange{places.front(), places.back() + 1};
    };
    all_.findings.push_back(
        {change.kind, range(places_a, a_), range(places_b, b_), change.reason, false});
  }

  Alignment& all_;
  UnitRange a_;
  UnitRange b_;
  const WordEvidence& evidence_;
  std::vector<std::size_t> used_a_;
  std::vector<std::size_t> used_b_;
};

}  // namespace

void explain_places(Alignment& alignment, const WordEvidence& evidence) {
  for (const Match& match : alignment.matches) {
    if (auto finding = explain_match(alignment, match)) {
      alignment.findings.push_back(std::move(*finding));
    }
  }
  UnitRange a;
  UnitRange b;
  for (std::size_t k = 0; k <= alignment.matches.size(); ++k) {
    const bool last = k == alignment.matches.size();
    a.end = last ? alignment.a.units.size() : alignment.matches[k].a;
    b.end = last ? alignment.b.units.size() : alignment.matches[k].b;
    if (!a.empty() || !b.empty()) Place(alignment, a, b, evidence).explain();
    if (last) break;
    a.begin = alignment.matches[k].a + 1;
    b.begin = alignment.matches[k].b + 1;
  }
}

}  // namespace doccord
