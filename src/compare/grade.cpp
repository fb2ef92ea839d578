#include "compare/grade.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "compare/alignment.h"
#include "compare/meaning.h"
#include "compare/mending.h"
#include "compare/near_words.h"
#include "compare/quoting.h"
#include "compare/same_statement.h"
#include "compare/turned_roles.h"
#include "compare/word_order.h"
#include "compare/wording.h"
#include "text/common_count.h"
#include "text/numbering.h"
#include "text/sequence_diff.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr double kReplaced = 0.25;         // Below that, nothing but chance is in common.
constexpr double kAlike = 0.85;            // Above that, two authors do not come by themselves.
constexpr std::size_t kFewestWords = 5;    // Fewer may be alike by chance.
constexpr std::size_t kFewestWeights = 3;  // A text of one or two words has no more to share.

struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin >= end; }
};

bool equal_tokens(const Token& a, const Token& b) { return a.text == b.text; }

// Whether the matched units look the same in both texts, so that a reader sees no change there.
bool is_anchor(const Alignment& alignment, const Match& match) {
  const Unit& a = alignment.a.units[match.a];
  const Unit& b = alignment.b.units[match.b];
  if (a.token_end - a.token_begin != b.token_end - b.token_begin) return false;
  for (std::size_t i = 0; i < a.token_end - a.token_begin; ++i) {
    const Token& left = alignment.a.tokens[a.token_begin + i];
    const Token& right = alignment.b.tokens[b.token_begin + i];
    if (!equal_tokens(left, right)) return false;
    if (i > 0 && left.space_before != right.space_before) return false;
  }
  return true;
}

// Cuts an alignment into edits: the stretches between units that look the same.
class EditMaker {
 public:
  explicit EditMaker(const Alignment& alignment) : all_(alignment) {}

  std::vector<GradedEdit> make() {
    for (const Match& match : all_.matches) {
      if (!is_anchor(all_, match)) continue;
      finish_stretch({units_a_.begin, match.a}, {units_b_.begin, match.b});
      units_a_.begin = match.a + 1;
      units_b_.begin = match.b + 1;
      token_a_ = all_.a.units[match.a].token_end;
      token_b_ = all_.b.units[match.b].token_end;
    }
    finish_stretch({units_a_.begin, all_.a.units.size()}, {units_b_.begin, all_.b.units.size()});
    return std::move(edits_);
  }

 private:
  static std::size_t token_limit(const UnitText& text, std::size_t unit) {
    return unit < text.units.size() ? text.units[unit].token_begin : text.tokens.size();
  }

  void finish_stretch(UnitRange a, UnitRange b) {
    TokenRange left{token_a_, token_limit(all_.a, a.end)};
    TokenRange right{token_b_, token_limit(all_.b, b.end)};
    // Units of one word, as in `un` and `available`, have nothing between them.
    if (a.empty() && b.empty() && left.end < left.begin) return;
    const bool differs = trim(left, right);
    const Finding* worst = find_worst(a, b);
    if (!differs && worst == nullptr) return;
    if (text_of(all_.a, left) == text_of(all_.b, right)) widen(left, right);
    GradedEdit graded;
    graded.edit.kind = worst == nullptr ? Kind::formatting : worst->kind;
    graded.edit.a = text_of(all_.a, left);
    graded.edit.b = text_of(all_.b, right);
    graded.edit.reason = worst == nullptr ? writing_reason(left, right) : worst->reason;
    if (worst != nullptr && worst->is_replacement) {
      graded.is_replacement = true;
      graded.words_a = bases(all_.a, worst->a);
      graded.words_b = bases(all_.b, worst->b);
    }
    edits_.push_back(std::move(graded));
  }

  // Sets equal tokens at both ends aside; tells whether anything differs, be it a blank.
  bool trim(TokenRange& left, TokenRange& right) const {
    const auto same = [&](std::size_t i, std::size_t j) {
      return equal_tokens(all_.a.tokens[i], all_.b.tokens[j]) &&
             all_.a.tokens[i].space_before == all_.b.tokens[j].space_before;
    };
    while (!left.empty() && !right.empty() && same(left.begin, right.begin)) {
      ++left.begin;
      ++right.begin;
    }
    while (!left.empty() && !right.empty() && same(left.end - 1, right.end - 1)) {
      --left.end;
      --right.end;
    }
    return !left.empty() || !right.empty() || blank_differs(left.end, right.end);
  }

  bool blank_differs(std::size_t a, std::size_t b) const {
    return a < all_.a.tokens.size() && b < all_.b.tokens.size() &&
           all_.a.tokens[a].space_before != all_.b.tokens[b].space_before;
  }

  // A blank cannot be shown alone: the words around it are shown with it.
  static void widen(TokenRange& left, TokenRange& right) {
    if (left.begin > 0 && right.begin > 0) {
      --left.begin;
      --right.begin;
    }
    left.end = std::max(left.end, left.begin + 2);
    right.end = std::max(right.end, right.begin + 2);
  }

  static bool is_within(UnitRange inner, UnitRange outer) {
    return !inner.empty() && outer.begin <= inner.begin && inner.begin < outer.end;
  }

  const Finding* find_worst(UnitRange a, UnitRange b) const {
    const Finding* worst = nullptr;
    for (const Finding& finding : all_.findings) {
      if (!is_within(finding.a, a) && !is_within(finding.b, b)) continue;
      if (worst == nullptr || worst->kind < finding.kind) worst = &finding;
    }
    return worst;
  }

  static std::string text_of(const UnitText& text, TokenRange range) {
    if (range.empty()) return {};
    range.end = std::min(range.end, text.tokens.size());
    const Token& last = text.tokens[range.end - 1];
    const std::size_t begin = text.tokens[range.begin].offset;
    return std::string(text.text.substr(begin, last.offset + last.text.size() - begin));
  }

  static std::string bases(const UnitText& text, UnitRange range) {
    std::string joined;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (!joined.empty()) joined += ' ';
      joined += text.units[i].base;
    }
    return joined;
  }

  std::string writing_reason(TokenRange left, TokenRange right) const {
    const auto any_word = [](const UnitText& text, TokenRange range) {
      for (std::size_t i = range.begin; i < range.end && i < text.tokens.size(); ++i) {
        if (text.tokens[i].is_word) return true;
      }
      return false;
    };
    const bool words = any_word(all_.a, left) && any_word(all_.b, right);
    return words ? "punctuation, blanks or letter case differ" : "punctuation or blanks differ";
  }

  const Alignment& all_;
  UnitRange units_a_;
  UnitRange units_b_;
  std::size_t token_a_ = 0;
  std::size_t token_b_ = 0;
  std::vector<GradedEdit> edits_;
};

std::size_t count_weights(const UnitText& text) {
  return static_cast<std::size_t>(std::count_if(
      text.units.begin(), text.units.end(), [](const Unit& unit) { return unit.has_weight(); }));
}

bool is_replaced(const Alignment& alignment) {
  return matched_share(alignment) < kReplaced &&
         std::max(count_weights(alignment.a), count_weights(alignment.b)) >= kFewestWeights;
}

// The unit that the token belongs to.
UnitRange unit_at(const UnitText& text, std::size_t token) {
  std::size_t i = 0;
  while (i + 1 < text.units.size() && text.units[i].token_end <= token) ++i;
  return {i, i + 1};
}

void note_miswritten(Alignment& alignment, const std::vector<Miswritten>& words) {
  for (const Miswritten& one : words) {
    const std::string_view x = alignment.a.tokens[one.token_a].text;
    const std::string_view y = alignment.b.tokens[one.token_b].text;
    alignment.findings.push_back(
        {Kind::spelling, unit_at(alignment.a, one.token_a), unit_at(alignment.b, one.token_b),
         quote_both(fold_case(x), fold_case(y)) + " are one word, miswritten in one text", false});
  }
}

// The words part, and yet the texts say the same.
void call_wording(Grade& grade) {
  for (GradedEdit& graded : grade.edits) {
    if (graded.edit.kind != Kind::meaning) continue;
    graded.edit.kind = Kind::wording;
    graded.edit.reason = "the same statement in another construction";
    graded.is_replacement = false;
    graded.words_a.clear();
    graded.words_b.clear();
  }
  grade.kind = strongest(grade.edits);
}

Grade grade_read(const UnitText& a, const UnitText& b, const WordEvidence& evidence,
                 const std::vector<Miswritten>& miswritten, StatedTexts& stated) {
  Alignment alignment = align(a, b);
  note_miswritten(alignment, miswritten);
  explain_moves(alignment);
  explain_places(alignment, evidence);
  conclude_open(alignment);
  note_turned_roles(alignment);
  Grade grade;
  grade.edits = EditMaker(alignment).make();
  grade.kind = strongest(grade.edits);
  if (grade.kind == Kind::meaning && state_the_same(alignment, stated)) call_wording(grade);
  if (grade.kind == Kind::meaning && is_replaced(alignment)) {
    const Edit whole{Kind::meaning, std::string(a.text), std::string(b.text),
                     "the text is replaced altogether"};
    grade.edits = {{whole, false, {}, {}}};
  }
  return grade;
}

Grade grade_in_order(const UnitText& given_a, const UnitText& given_b, const WordEvidence& evidence,
                     ReadTexts& read) {
  const std::vector<Miswritten> miswritten = find_miswritten(given_a, given_b, evidence);
  const UnitText& a = read.mended.read(given_a, miswritten, &Miswritten::token_a);
  const UnitText& b = read.mended.read(given_b, miswritten, &Miswritten::token_b);
  Grade grade = grade_read(a, b, evidence, miswritten, read.stated);
  if (grade.kind != Kind::meaning || !have_near_words(a, b)) return grade;
  UnitText near_a = a;
  UnitText near_b = b;
  unite_near_words(near_a, near_b);
  StatedTexts stated;  // Of these two alone, which are about to go.
  Grade nearer = grade_read(near_a, near_b, evidence, miswritten, stated);
  return nearer.kind == Kind::meaning ? grade : nearer;
}

// The words of both, equal ones by one number.
std::pair<std::vector<int>, std::vector<int>> number_words(const UnitText& a, const UnitText& b) {
  Numbering numbering(a.tokens.size() + b.tokens.size());
  const auto numbers = [&](const UnitText& text) {
    std::vector<int> out;
    out.reserve(text.tokens.size());
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (text.tokens[i].is_word) out.push_back(numbering.number_of(text.folded[i]));
    }
    return out;
  };
  std::vector<int> of_a = numbers(a);
  return {std::move(of_a), numbers(b)};
}

}  // namespace

Kind strongest(const std::vector<GradedEdit>& edits) {
  Kind kind = Kind::identical;
  for (const GradedEdit& graded : edits) kind = std::max(kind, graded.edit.kind);
  return kind;
}

Grade grade_texts(const UnitText& a, const UnitText& b, const WordEvidence& evidence,
                  ReadTexts& read) {
  if (a.text == b.text) return {};
  if (a.text < b.text) return grade_in_order(a, b, evidence, read);
  Grade grade = grade_in_order(b, a, evidence, read);
  for (GradedEdit& graded : grade.edits) {
    std::swap(graded.edit.a, graded.edit.b);
    std::swap(graded.words_a, graded.words_b);
  }
  return grade;
}

double similarity(const UnitText& a, const UnitText& b) {
  if (a.text == b.text) return 1.0;
  const auto [words_a, words_b] = number_words(a, b);
  const std::size_t common = count_common(words_a, words_b);
  const std::size_t total = words_a.size() + words_b.size();
  const double share =
      total == 0 ? 1.0 : 2.0 * static_cast<double>(common) / static_cast<double>(total);
  return std::min(0.99, std::floor(share * 100.0 + 0.5) / 100.0);
}

bool are_revisions(const UnitText& a, const UnitText& b) {
  const auto [words_a, words_b] = number_words(a, b);
  if (words_a == words_b) return true;
  if (std::min(words_a.size(), words_b.size()) < kFewestWords) return false;
  const std::size_t total = words_a.size() + words_b.size();
  const auto is_alike = [&](std::size_t changed) {
    return 1.0 - static_cast<double>(changed) / static_cast<double>(total) >= kAlike;
  };
  // No order of the words has more of them in common than they are.
  if (!is_alike(total - 2 * count_common(words_a, words_b))) return false;
  std::size_t changed = 0;
  for (const Change& change : diff_sequences(words_a, words_b)) {
    changed += (change.a_end - change.a_begin) + (change.b_end - change.b_begin);
  }
  return is_alike(changed);
}

}  // namespace doccord
