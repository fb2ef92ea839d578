#include "compare/match_kinds.h"

#include <string>

#include "compare/inflection.h"
#include "compare/quoting.h"
#include "text/edit_distance.h"

namespace doccord {
namespace {

// A letter doubled or not before the same ending: "formating". Doublets that are both right are in
// the table of spelling variants.
bool is_doubling_slip(const Unit& a, const Unit& b) {
  const bool same_ending = (a.plain.ends_with("ed") && b.plain.ends_with("ed")) ||
                           (a.plain.ends_with("ing") && b.plain.ends_with("ing"));
  return same_ending && edit_distance(a.plain, b.plain, 1) == 1;
}

// "the calling process" and "the called process" name two processes.
bool turns_round(const Alignment& alignment, const Match& match) {
  const auto is_attribute = [](const UnitText& text, std::size_t at) {
    const auto& units = text.units;
    return at > 0 && at + 1 < units.size() && units[at - 1].word_class == WordClass::function &&
           roles_of(units[at - 1].plain) == 0 && units[at + 1].word_class == WordClass::content &&
           units[at].token_end == units[at + 1].token_begin;
  };
  const std::string& a = alignment.a.units[match.a].plain;
  const std::string& b = alignment.b.units[match.b].plain;
  return a.ends_with("ing") != b.ends_with("ing") && a.ends_with("ed") != b.ends_with("ed") &&
         is_attribute(alignment.a, match.a) && is_attribute(alignment.b, match.b);
}

Finding make(const Match& match, Kind kind, std::string reason) {
  return {kind, {match.a, match.a + 1}, {match.b, match.b + 1}, std::move(reason), false};
}

std::string notation_reason(const Unit& a, const Unit& b) {
  if (a.is_abbreviation || b.is_abbreviation) return "an abbreviation and its long form";
  if (a.form == UnitForm::contracted || b.form == UnitForm::contracted) {
    return "a contraction and its long form";
  }
  if (a.form == UnitForm::hyphenated || b.form == UnitForm::hyphenated) {
    return "written with and without a hyphen";
  }
  if (a.kind == UnitKind::number || b.kind == UnitKind::number) {
    return "the same number written in two ways";
  }
  return quote_both(a.written, b.written) + " write the same word";
}

// Whether marks say it, with no more than a word of grammar: `>=`, `is >`.
bool is_sign(const Unit& unit) {
  return unit.written.find_first_of("<>=\u2264\u2265") != std::string::npos;
}

std::string synonym_reason(const Unit& a, const Unit& b) {
  if (a.word_class == WordClass::content) {
    return quote_both(a.written, b.written) + " are synonyms";
  }
  return quote_both(a.written, b.written) + " express the same " +
         std::string(to_string(a.word_class));
}

}  // namespace

std::optional<Finding> explain_match(const Alignment& alignment, const Match& match) {
  const Unit& a = alignment.a.units[match.a];
  const Unit& b = alignment.b.units[match.b];
  const bool same_form = a.form == b.form && a.is_glossed == b.is_glossed;
  if (same_form && a.written == b.written) return std::nullopt;
  if (same_form && a.folded == b.folded) {
    return make(match, Kind::formatting, "letter case differs");
  }
  const bool is_amount = a.kind == UnitKind::number || (is_measure(a.base) && is_measure(b.base));
  if (is_amount && a.base != b.base) {
    return make(match, Kind::notation, "the same amount in another unit");
  }
  if (a.plain == b.plain) return make(match, Kind::notation, notation_reason(a, b));
  if (a.base == b.base) {
    if (is_doubling_slip(a, b)) {
      return make(match, Kind::spelling,
                  quote_both(a.written, b.written) + " are one word, miswritten in one text");
    }
    if (turns_round(alignment, match)) {
      return make(match, Kind::meaning,
                  "who does what differs: " + quote_both(a.written, b.written));
    }
    return make(match, Kind::wording, quote_both(a.written, b.written) + " are forms of one word");
  }
  if (is_sign(a) != is_sign(b)) {  // `>` and "greater than"
    return make(match, Kind::notation, "a sign and its words");
  }
  return make(match, Kind::wording, synonym_reason(a, b));
}

}  // namespace doccord
