#include "compare/statements.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "compare/quoting.h"
#include "compare/values.h"

namespace doccord {
namespace {

constexpr double kSameThing = 0.75;       // Share of words in common that makes it the same.
constexpr std::size_t kFewestShared = 2;  // Words in common for a rule or a number.
constexpr std::size_t kFewestDenied = 3;  // And for a plain negation.

constexpr std::string_view kException = "negation:except";

bool ends_sentence(std::string_view mark) {
  return mark == "." || mark == ";" || mark == "!" || mark == "?" || mark == ":";
}

bool ends_clause(std::string_view mark) {
  return ends_sentence(mark) || mark == "," || mark == "(" || mark == ")" || mark == "\u2013" ||
         mark == "\u2014";
}

// Cuts a text into statements.
class Cutter {
 public:
  explicit Cutter(const UnitText& text) : text_(text) {}

  std::vector<Statement> cut() {
    std::size_t token = 0;
    for (std::size_t i = 0; i < text_.units.size(); ++i) {
      const Unit& unit = text_.units[i];
      for (; token < unit.token_begin; ++token) pass_mark(text_.tokens[token]);
      token = std::max(token, unit.token_end);
      take(i);
    }
    finish_sentence();
    return std::move(all_);
  }

 private:
  void pass_mark(const Token& token) {
    if (token.is_word) return;
    if (ends_sentence(token.text)) {
      finish_sentence();
    } else if (ends_clause(token.text)) {
      finish_clause();
    }
  }

  void take(std::size_t i) {
    const Unit& unit = text_.units[i];
    const Token& first = text_.tokens[unit.token_begin];
    const Token& last = text_.tokens[unit.token_end - 1];
    if (!open_) now_.span.begin = first.offset;
    open_ = true;
    now_.span.end = last.offset + last.text.size();
    switch (unit.word_class) {
      case WordClass::negation:
        // An exception denies nothing: it says where the rest does not hold.
        (unit.key == kException ? now_.conditional : now_.denied) = true;
        return;
      case WordClass::modality:
        now_.modality = now_.modality.empty() ? unit.key.substr(unit.key.find(':') + 1) : "several";
        return;
      case WordClass::condition:
        conditional_ = true;
        return;
      case WordClass::time:
        now_.times.push_back(unit.key);
        return;
      case WordClass::function:
      case WordClass::quantity:
        if (unit.kind != UnitKind::number) return;
        break;
      case WordClass::content:
        break;
    }
    if (unit.kind == UnitKind::number) {
      take_number(i);
      return;
    }
    const bool counted = i > 0 && text_.units[i - 1].kind == UnitKind::number;
    if (counted && is_measure(unit.base)) return;  // Minutes and seconds measure the same.
    by_default_ = by_default_ || unit.base == "default";
    if (is_agent(unit.base)) now_.agents.push_back(unit.base);
    if (!now_.modality.empty() && now_.verb.empty()) now_.verb = unit.key;
    now_.content.push_back(unit.key);
  }

  // A number counts what stands right behind it.
  void take_number(std::size_t i) {
    now_.figures.push_back(text_.units[i].plain);
    if (i + 1 >= text_.units.size()) return;
    const Unit& next = text_.units[i + 1];
    if (next.kind != UnitKind::word || next.word_class != WordClass::content ||
        next.token_begin != text_.units[i].token_end) {
      return;
    }
    now_.numbers.push_back(text_.units[i].plain + " " + next.plain);
  }

  void finish_clause() {
    if (open_) {
      std::sort(now_.content.begin(), now_.content.end());
      now_.content.erase(std::unique(now_.content.begin(), now_.content.end()), now_.content.end());
      all_.push_back(std::move(now_));
    }
    now_ = {};
    open_ = false;
  }

  void finish_sentence() {
    finish_clause();
    for (std::size_t i = sentence_; i < all_.size(); ++i) {
      all_[i].conditional = all_[i].conditional || conditional_;
      all_[i].by_default = by_default_;
    }
    sentence_ = all_.size();
    conditional_ = false;
    by_default_ = false;
  }

  const UnitText& text_;
  std::vector<Statement> all_;
  Statement now_;
  bool open_ = false;
  std::size_t sentence_ = 0;  // Where the sentence begins, in all_.
  bool conditional_ = false;
  bool by_default_ = false;
};

std::size_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& word) {
    return std::binary_search(b.begin(), b.end(), word);
  }));
}

// Whether the two are about the same thing, having so many words in common.
bool are_about_one_thing(const Statement& a, const Statement& b, std::size_t fewest) {
  const std::size_t shared = count_shared(a.content, b.content);
  const double all = static_cast<double>(a.content.size() + b.content.size() - shared);
  return shared >= fewest && static_cast<double>(shared) >= kSameThing * all &&
         a.agents == b.agents && a.times == b.times;
}

bool exclude_each_other(std::string_view a, std::string_view b) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOpposites = {
      {{"obligation", "prohibition"},
       {"permission", "prohibition"},
       {"recommendation", "prohibition"},
       {"obligation", "dissuasion"},
       {"recommendation", "dissuasion"},
       {"ability", "inability"}}};
  return std::any_of(kOpposites.begin(), kOpposites.end(), [&](const auto& pair) {
    return (a == pair.first && b == pair.second) || (b == pair.first && a == pair.second);
  });
}

// What keeps the two from both holding, as a clause; nothing when they may.
std::optional<std::pair<FactKind, std::string>> opposition(const Statement& a, const Statement& b) {
  if (a.conditional || b.conditional || a.by_default != b.by_default) return std::nullopt;
  if (exclude_each_other(a.modality, b.modality) && a.denied == b.denied && a.verb == b.verb &&
      !a.verb.empty() && are_about_one_thing(a, b, kFewestShared)) {
    return std::pair(FactKind::requirement,
                     "one states " + quote(std::min(a.modality, b.modality)) + ", the other " +
                         quote(std::max(a.modality, b.modality)));
  }
  if (a.denied != b.denied && a.modality == b.modality && a.verb == b.verb &&
      a.figures == b.figures && are_about_one_thing(a, b, kFewestDenied)) {
    return std::pair(FactKind::negation, std::string("one denies what the other says"));
  }
  if (a.numbers.size() == 1 && b.numbers.size() == 1 && a.denied == b.denied &&
      a.modality == b.modality && are_about_one_thing(a, b, kFewestShared)) {
    const std::string& x = a.numbers.front();
    const std::string& y = b.numbers.front();
    if (relate_values(x, y, "") == ValueRelation::different) {
      return std::pair(FactKind::number, quote_both(x, y) + " of the same thing");
    }
  }
  return std::nullopt;
}

}  // namespace

bool Statement::is_rule() const {
  static constexpr std::array<std::string_view, 6> kRules = {
      "obligation", "prohibition", "permission", "recommendation", "dissuasion", "several"};
  return std::find(kRules.begin(), kRules.end(), modality) != kRules.end();
}

std::vector<Statement> read_statements(const UnitText& text) { return Cutter(text).cut(); }

std::vector<Contradiction> find_contradictions(const UnitText& a,
                                               const std::vector<Statement>& statements_a,
                                               const UnitText& b,
                                               const std::vector<Statement>& statements_b) {
  std::vector<Contradiction> found;
  for (const Statement& x : statements_a) {
    for (const Statement& y : statements_b) {
      auto why = opposition(x, y);
      if (!why) continue;
      found.push_back({0, 0, why->first, std::string(a.text.substr(x.span.begin, x.span.size())),
                       std::string(b.text.substr(y.span.begin, y.span.size())),
                       std::move(why->second)});
    }
  }
  return found;
}

}  // namespace doccord
