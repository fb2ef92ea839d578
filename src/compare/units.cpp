#include "compare/units.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "compare/counted_units.h"
#include "compare/frames.h"
#include "compare/inflection.h"
#include "compare/pieces.h"
#include "text/name_words.h"
#include "text/utf8.h"

namespace doccord {
namespace {

// Forms units from the pieces of one text, the longest phrase first.
class Reader {
 public:
  Reader(UnitText& text, const Glosses& glosses)
      : out_(text), glosses_(glosses), pieces_(cut_pieces(text.tokens)) {
    out_.units.reserve(pieces_.size());
  }

  void read() {
    while (at_ < pieces_.size()) {
      if (take_gloss() || take_that_is() || take_frame() || take_phrase() || take_bound()) continue;
      take_piece();
    }
  }

 private:
  // How many pieces from `at_` on stand in one run of words, at most `limit`.
  std::size_t run_length(std::size_t limit) const {
    std::size_t n = 1;
    while (n < limit && at_ + n < pieces_.size() && !pieces_[at_ + n].after_mark &&
           pieces_[at_ + n].kind == UnitKind::word) {
      ++n;
    }
    return pieces_[at_].kind == UnitKind::word ? n : 1;
  }

  // The n pieces from `at_` on, joined by blanks.
  struct Joined {
    std::string text;
    std::vector<std::size_t> ends;  // Of each piece in it.

    std::string_view first(std::size_t n) const {
      return std::string_view(text).substr(0, ends[n - 1]);
    }
  };
  Joined join(std::string Piece::*level, std::size_t n) const {
    Joined joined;
    joined.ends.reserve(n);
    for (std::size_t i = at_; i < at_ + n; ++i) {
      const bool same_token = i > at_ && pieces_[i].token == pieces_[i - 1].token;
      if (!same_token || pieces_[i].*level != pieces_[i - 1].*level) {  // `cannot`
        if (i > at_) joined.text += ' ';
        joined.text += pieces_[i].*level;
      }
      joined.ends.push_back(joined.text.size());
    }
    return joined;
  }

  // Appends a unit made of the next n pieces and moves past them.
  Unit& append(std::size_t n) {
    Unit unit;
    unit.kind = pieces_[at_].kind;
    unit.form = pieces_[at_].form;
    unit.token_begin = pieces_[at_].token;
    unit.token_end = pieces_[at_ + n - 1].token + 1;
    const auto written = [&](std::string Piece::*level) {
      return n == 1 ? pieces_[at_].*level : join(level, n).text;
    };
    unit.written = written(&Piece::written);
    unit.folded = written(&Piece::folded);
    unit.plain = written(&Piece::plain);
    unit.base = written(&Piece::base);
    for (std::size_t i = at_; i < at_ + n; ++i) {
      if (pieces_[i].form == UnitForm::contracted) unit.form = UnitForm::contracted;
    }
    out_.units.push_back(std::move(unit));
    at_ += n;
    return out_.units.back();
  }

  static void set_phrase(Unit& unit, const Phrase& phrase) {
    unit.word_class = phrase.word_class;
    unit.key = std::string(to_string(phrase.word_class)) + ":" + std::string(phrase.group);
  }

  // Gives the unit the key of its base form.
  static void set_key(Unit& unit) {
    if (const auto phrase = find_phrase(unit.base)) {
      set_phrase(unit, *phrase);
    } else {
      unit.key = "word:" + unit.base;
    }
  }

  bool token_is(std::size_t token, std::string_view text) const {
    return token < out_.tokens.size() && out_.tokens[token].text == text;
  }

  // `Uniform Resource Identifier`, with or without `(URI)`, and `URI (Uniform Resource
  // Identifier)`.
  bool take_gloss() {
    if (glosses_.empty() || pieces_[at_].kind != UnitKind::word) return false;
    if (glosses_.begin_with(pieces_[at_].base)) {
      std::size_t n = run_length(glosses_.longest());
      const Joined bases = join(&Piece::base, n);
      for (; n >= 2; --n) {
        const std::string_view found = glosses_.find(bases.first(n));
        if (found.empty()) continue;
        append_abbreviation(n, std::string(found));
        return true;
      }
    }
    return take_explained();
  }

  void append_abbreviation(std::size_t n, const std::string& abbreviation) {
    const Piece& last = pieces_[at_ + n - 1];
    const bool plural = last.plain != last.base && last.plain.ends_with('s');
    Unit& unit = append(n);
    unit.is_abbreviation = true;
    unit.base = abbreviation;
    unit.plain = abbreviation + (plural ? "s" : "");
    const std::size_t open = unit.token_end;
    if (token_is(open, "(") && token_is(open + 2, ")") &&
        fold_abbreviation(out_.tokens[open + 1].text) == abbreviation) {
      unit.token_end = open + 3;
      unit.is_glossed = true;
      while (at_ < pieces_.size() && pieces_[at_].token < unit.token_end) ++at_;
    }
    set_key(unit);
  }

  bool take_explained() {
    const Piece& first = pieces_[at_];
    if (!looks_abbreviated(first.written) || !token_is(first.token + 1, "(")) return false;
    const std::size_t begin = at_;
    if (++at_ >= pieces_.size()) {
      at_ = begin;
      return false;
    }
    const std::size_t n = run_length(glosses_.longest());
    const std::string_view found = glosses_.find(join(&Piece::base, n).text);
    const std::size_t close = pieces_[at_ + n - 1].token + 1;
    at_ = begin;
    if (n < 2 || found != fold_abbreviation(first.written) || !token_is(close, ")")) return false;
    Unit& unit = append(n + 1);
    unit.token_end = close + 1;
    unit.is_abbreviation = true;
    unit.is_glossed = true;
    unit.base = found;
    unit.plain = first.plain;
    set_key(unit);
    return true;
  }

  // "This status code indicates that": says nothing about the thing itself.
  bool take_frame() {
    const std::size_t end = end_of_frame(pieces_, at_, out_.tokens);
    if (end == at_) return false;
    while (at_ < end) {
      Unit& unit = append(1);
      unit.word_class = WordClass::function;
      unit.key = "frame";
    }
    return true;
  }

  // "that is, ...": i.e.
  bool take_that_is() {
    if (pieces_[at_].folded != "that" || at_ + 2 >= pieces_.size()) return false;
    const bool aside = pieces_[at_ + 1].folded == "is" && token_is(pieces_[at_ + 1].token + 1, ",");
    if (!aside) return false;
    Unit& unit = append(2);
    unit.plain = unit.base = "i.e.";
    set_key(unit);
    return true;
  }

  // "attempted to a host": where to, and not what was attempted.
  bool governs_noun(const Phrase& phrase, std::string_view plain, std::size_t n) const {
    if (phrase.word_class != WordClass::modality || !plain.ends_with(" to")) return false;
    if (at_ + n >= pieces_.size()) return false;
    const std::string& next = pieces_[at_ + n].folded;
    return next == "the" || next == "a" || next == "an" || next == "this" || next == "that";
  }

  // Whether a phrase that begins with the next piece reaches beyond the n pieces from here:
  // "is (greater than or equal to)".
  bool is_outreached(std::size_t n) {
    ++at_;
    bool longer = false;
    std::size_t m = run_length(longest_phrase_from(pieces_[at_].plain));
    if (m >= n) {
      const Joined plain = join(&Piece::plain, m);
      for (; m >= n && !longer; --m) {
        longer = find_notation(plain.first(m)) || find_phrase(plain.first(m));
      }
    }
    --at_;
    return longer;
  }

  bool take_phrase() {
    const Piece& first = pieces_[at_];
    std::size_t longest = longest_phrase_from(first.plain);
    if (first.base != first.plain) longest = std::max(longest, longest_phrase_from(first.base));
    if (longest < 2) return false;
    std::size_t n = run_length(longest);
    const Joined all_plain = join(&Piece::plain, n);
    const Joined all_base = join(&Piece::base, n);
    for (; n >= 2; --n) {
      const std::string_view plain = all_plain.first(n);
      const std::string_view base = all_base.first(n);
      if (const auto notation = find_notation(plain)) {
        Unit& unit = append(n);
        unit.plain = *notation;
        unit.base = *notation;
        set_key(unit);
        return true;
      }
      auto phrase = find_phrase(plain);
      if (!phrase) phrase = find_phrase(base);
      if (phrase && governs_noun(*phrase, plain, n)) continue;
      if (phrase && !(at_ + 1 < pieces_.size() && is_outreached(n))) {
        set_phrase(append(n), *phrase);
        return true;
      }
    }
    return false;
  }

  bool is_amount(std::size_t at) const {
    return at < pieces_.size() && !pieces_[at].after_mark &&
           (pieces_[at].kind == UnitKind::number || pieces_[at].folded == "half");
  }

  // `over 5`, `above 5` and `longer than 5` say `more than 5`.
  bool take_bound() {
    static constexpr std::array<std::string_view, 6> kMore = {"over",   "above",  "longer",
                                                              "larger", "higher", "bigger"};
    static constexpr std::array<std::string_view, 5> kLess = {"under", "below", "shorter",
                                                              "smaller", "lower"};
    const std::string& word = pieces_[at_].folded;
    const bool more = std::find(kMore.begin(), kMore.end(), word) != kMore.end();
    const bool less = std::find(kLess.begin(), kLess.end(), word) != kLess.end();
    if (!more && !less) return false;
    const bool compares = word.ends_with("er") && word != "over" && word != "under";
    if (compares && !(at_ + 1 < pieces_.size() && pieces_[at_ + 1].folded == "than")) return false;
    const std::size_t n = compares ? 2 : 1;
    if (!is_amount(at_ + n)) return false;
    set_phrase(append(n), *find_phrase(more ? "more than" : "less than"));
    return true;
  }

  // What FAILED_PRECONDITION and FailedPrecondition have in common; empty for what is no such name.
  static std::string joined_words(std::string_view name) {
    const bool letters = std::all_of(name.begin(), name.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return c == '_' || (byte < 0x80 && (is_letter(byte) || is_digit(byte)));
    });
    std::string joined;
    if (!letters) return joined;
    for (const std::string& word : name_words(name)) joined += word;
    return joined;
  }

  void take_piece() {
    Unit& unit = append(1);
    switch (unit.kind) {
      case UnitKind::number:
        unit.key = "number:" + unit.plain;
        return;
      case UnitKind::name:
        if (looks_abbreviated(unit.written) && glosses_.explain(unit.folded)) {  // QoS
          unit.kind = UnitKind::word;
          unit.is_abbreviation = true;
          break;
        }
        if (const std::string words = joined_words(unit.written); !words.empty()) {
          unit.plain = unit.base = words;
        }
        unit.key = "name:" + (unit.folded.size() == 2 ? unit.written : unit.base);
        return;
      case UnitKind::symbol:
        unit.key = "symbol:" + unit.plain;
        return;
      case UnitKind::word:
        break;
    }
    if (unit.plain == "using" && out_.units.size() > 1 &&
        out_.units[out_.units.size() - 2].base == "be") {
      set_phrase(unit, *find_phrase("use"));  // Here it is what somebody does.
      return;
    }
    const std::string participle = denied_participle(unit.plain);
    const auto listed = find_denied(unit.plain);
    if ((listed || !participle.empty()) && !find_phrase(unit.plain)) {
      split_denial(unit, listed.value_or(participle));
    } else {
      set_word(unit);
    }
  }

  // "invalid" says "not valid": two units that share a token.
  void split_denial(Unit& unit, std::string_view denied) {
    Unit adjective = unit;
    unit.word_class = WordClass::negation;
    unit.base = "not in " + unit.plain;
    unit.key = "negation:not";
    adjective.plain = "of " + unit.plain;
    adjective.base = base_form(denied);
    set_key(adjective);
    out_.units.push_back(std::move(adjective));
  }

  static void set_word(Unit& unit) {
    unit.is_abbreviation = looks_abbreviated(unit.written);
    auto phrase = find_phrase(unit.plain);
    if (!phrase && is_function_word(unit.plain)) {
      unit.word_class = WordClass::function;
      unit.key = "grammar:" + unit.plain;
      return;
    }
    if (const auto notation = find_notation(unit.plain); notation && !phrase) {
      unit.plain = *notation;
      unit.base = *notation;
    } else if (const auto of_base = find_notation(unit.base); of_base && !phrase) {
      unit.plain = std::string(*of_base) + "s";  // "params" is "parameters".
      unit.base = *of_base;
    }
    if (phrase) {
      set_phrase(unit, *phrase);
    } else {
      set_key(unit);
    }
  }

  UnitText& out_;
  const Glosses& glosses_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
};

}  // namespace

UnitText read_units(std::string_view text, const Glosses& glosses) {
  UnitText out;
  out.text = text;
  out.glosses = &glosses;
  out.tokens = tokenize(text);
  for (const Token& token : out.tokens) out.folded.push_back(fold_case(token.text));
  Reader(out, glosses).read();
  count_in_base_units(out.units);
  return out;
}

}  // namespace doccord
