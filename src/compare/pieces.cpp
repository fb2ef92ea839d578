#include "compare/pieces.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "compare/inflection.h"
#include "extract/key.h"
#include "text/utf8.h"

namespace doccord {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Typographic apostrophes, hyphens and minus signs as ASCII has them.
std::string straighten(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 4> kMarks = {
      {{"\u2019", '\''}, {"\u2010", '-'}, {"\u2011", '-'}, {"\u2212", '-'}}};
  std::string out;
  while (!text.empty()) {
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(), [&](const auto& candidate) {
      return text.starts_with(candidate.first);
    });
    if (mark != kMarks.end()) {
      out += mark->second;
      text.remove_prefix(mark->first.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

bool is_number(std::string_view word) {
  if (word.starts_with('-') || word.starts_with('.')) word.remove_prefix(1);
  return !word.empty() && is_figure(word.front()) && is_figure(word.back()) &&
         std::all_of(word.begin(), word.end(), [](char c) {
           return is_figure(c) || c == '.' || c == ',' || c == ':' || c == '-';
         });
}

std::string plain_number(std::string word) {
  std::erase(word, ',');
  return numeric_value(word);
}

// Marks of mathematics and money, which say something; all others only set the text out.
bool is_symbol(std::string_view mark) {
  static constexpr std::array<std::string_view, 22> kSymbols = {
      "§", "<", ">", "=", "+", "%", "&", "^", "~", "$", "€",
      "£", "¥", "±", "×", "÷", "≤", "≥", "≠", "°", "≈", "∞"};
  return std::find(kSymbols.begin(), kSymbols.end(), mark) != kSymbols.end();
}

// What a word is wherever it stands.
struct KnownWord {
  UnitKind kind = UnitKind::word;
  std::string folded;
  std::string plain;
  std::string base;
};

KnownWord look_at_word(const std::string& written) {
  KnownWord word{UnitKind::word, fold_case(written), {}, {}};
  if (const auto number = find_number(word.folded)) {
    word.kind = UnitKind::number;
    word.plain = *number;
    word.base = word.plain;
    return word;
  }
  word.plain = american_spelling(word.folded);
  word.base = looks_abbreviated(written) ? fold_abbreviation(written) : base_form(word.plain);
  return word;
}

// Texts use the same words over and over, so that each is looked at once, as long as there are not
// too many.
const KnownWord& known_word(std::string_view written) {
  constexpr std::size_t kMostKnown = 10'000;
  thread_local std::unordered_map<std::string, KnownWord> known;
  if (known.size() >= kMostKnown) known.clear();
  const auto [word, fresh] = known.try_emplace(std::string(written));
  if (fresh) word->second = look_at_word(word->first);
  return word->second;
}

// Takes the tokens of one text apart.
class Cutter {
 public:
  explicit Cutter(const std::vector<Token>& tokens) : tokens_(tokens) {}

  std::vector<Piece> cut() {
    pieces_.reserve(tokens_.size());
    for (token_ = 0; token_ < tokens_.size(); ++token_) {
      const Token& token = tokens_[token_];
      const std::string text = straighten(token.text);
      if (token.is_word) {
        cut_word(text);
      } else if (!cut_rate() && !cut_symbol()) {
        // A stroke between two words joins them: input/output.
        after_mark_ = after_mark_ || text != "/" || token.space_before || !touches_next(token_);
      }
    }
    return std::move(pieces_);
  }

 private:
  Piece& append(std::string_view written, UnitKind kind, UnitForm form) {
    Piece& piece = pieces_.emplace_back();
    piece.kind = kind;
    piece.form = form;
    piece.token = token_;
    piece.after_mark = std::exchange(after_mark_, false);
    piece.written = written;
    return piece;
  }

  Piece& add(std::string_view written, UnitKind kind, UnitForm form = UnitForm::plain) {
    Piece& piece = append(written, kind, form);
    piece.folded = fold_case(written);
    piece.plain = kind == UnitKind::word ? american_spelling(piece.folded) : piece.folded;
    piece.base = piece.plain;
    return piece;
  }

  void add_word(std::string_view written, UnitForm form = UnitForm::plain) {
    const KnownWord& known = known_word(written);
    Piece& piece = append(written, known.kind, form);
    piece.folded = known.folded;
    piece.plain = known.plain;
    piece.base = known.base;
  }

  void add_number(std::string_view written) {
    Piece& piece = add(written, UnitKind::number);
    piece.plain = plain_number(piece.folded);
    piece.base = piece.plain;
  }

  void cut_word(const std::string& text) {
    if (cut_range(text)) return;
    if (is_number(text) || decimal_of(text)) {
      add_number(text);
    } else if (!cut_measure(text) && !cut_contraction(text)) {
      // KiB and kB look like names; behind a number they are units.
      const bool counted = !pieces_.empty() && pieces_.back().kind == UnitKind::number;
      const bool named = !pieces_.empty() && pieces_.back().folded == "in";
      const bool measures = (counted || named) && find_measure(fold_case(text)).has_value();
      if (is_name_like(text) && !measures) {
        add(text, UnitKind::name);
      } else if (text.find('-') != std::string::npos) {
        cut_hyphenated(text);
      } else {
        add_word(text);
      }
    }
    name_measure();
  }

  // `0-255` is `0 to 255`.
  bool cut_range(const std::string& text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string::npos || dash == 0 || text.find('-', dash + 1) != std::string::npos) {
      return false;
    }
    const std::string low = text.substr(0, dash);
    const std::string high = text.substr(dash + 1);
    const auto is_plain = [](const std::string& figures) {
      return !figures.empty() && figures.size() < 10 &&
             std::all_of(figures.begin(), figures.end(), is_figure);
    };
    // A leading zero is the second part of a date or of a name, as is a part that is no greater.
    if (!is_plain(low) || !is_plain(high) || high.front() == '0' ||
        std::stol(low) >= std::stol(high)) {
      return false;
    }
    if (pieces_.empty() || pieces_.back().folded != "from") {
      add_number(low);
      Piece& to = add("-", UnitKind::word);
      to.plain = to.base = "to";
      add_number(high);
      return true;
    }
    return false;
  }

  // `KB/s`: kilobytes per second.
  bool cut_rate() {
    if (tokens_[token_].text != "/" || pieces_.empty() || !touches_next(token_)) return false;
    const auto amount = find_measure(pieces_.back().folded);
    if (!amount || !find_measure(fold_case(tokens_[token_ + 1].text))) return false;
    pieces_.back().plain = pieces_.back().base = *amount;
    pieces_.back().kind = UnitKind::word;
    Piece& per = add("/", UnitKind::word);
    per.plain = per.base = "per";
    return true;
  }

  // Behind a number, `s` is a second and `min` a minute; `in ms` needs no number.
  void name_measure() {
    if (pieces_.size() < 2 || pieces_.back().kind != UnitKind::word) return;
    const Piece& before = pieces_[pieces_.size() - 2];
    Piece& piece = pieces_.back();
    if (before.plain == "degree" && (piece.folded == "c" || piece.folded == "f")) {
      piece.plain = piece.base = piece.folded == "c" ? "celsius" : "fahrenheit";
      return;
    }
    const bool counted = before.kind == UnitKind::number;
    const bool named = before.folded == "in" && piece.folded.size() > 1 && piece.folded != "us" &&
                       piece.folded != "min";
    const bool glosses = token_ > 0 && tokens_[token_ - 1].text == "(" && is_measure(before.base) &&
                         find_measure(piece.folded) == before.base;  // "megabytes (MB)"
    const bool rated = before.plain == "per" || is_rated();
    if (!counted && !named && !glosses && !rated) return;
    if (const auto unit = find_measure(piece.folded)) {
      piece.plain = *unit;
      piece.base = *unit;
    } else if (is_measure(piece.base)) {
      piece.plain = piece.base;  // A sign has no plural.
    }
  }

  // "kilobytes per second"
  bool is_rated() const {
    return is_measure(pieces_.back().base) && token_ + 1 < tokens_.size() &&
           tokens_[token_ + 1].text == "per";
  }

  // `30s`
  bool cut_measure(const std::string& text) {
    std::size_t figures = 0;
    while (figures < text.size() && (is_figure(text[figures]) || text[figures] == '.')) ++figures;
    if (figures == 0 || figures == text.size()) return false;
    const bool minutes = text.substr(figures) == "m";  // Apart from its number, it is a metre.
    if (!minutes && !find_measure(fold_case(text.substr(figures)))) return false;
    add_number(text.substr(0, figures));
    add_word(text.substr(figures));
    if (minutes) pieces_.back().plain = pieces_.back().base = "minute";
    return true;
  }

  void add_contracted(std::string_view written, std::string_view full) {
    Piece& piece = add(written, UnitKind::word, UnitForm::contracted);
    piece.plain = full;
    piece.base = base_form(full);
  }

  bool cut_contraction(const std::string& text) {
    const std::string folded = fold_case(text);
    const auto ends = [&](std::string_view end) {
      return folded.size() > end.size() && folded.ends_with(end);
    };
    if (folded == "cannot" || ends("n't")) {
      const std::string head = folded.substr(0, folded.size() - 3);
      const bool cut_short = folded == "can't" || folded == "won't" || folded == "shan't";
      add_contracted(text, folded == "won't"    ? "will"
                           : folded == "shan't" ? "shall"
                           : cut_short          ? "can"
                                                : std::string_view(head));
      add_contracted(text, "not");
      return true;
    }
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTails = {
        {{"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'m", "am"}}};
    for (const auto& [tail, full] : kTails) {
      if (!ends(tail)) continue;
      add_word(text.substr(0, text.size() - tail.size()), UnitForm::contracted);
      add_contracted(text, full);
      return true;
    }
    if (!ends("'s") || !is_function_word(folded.substr(0, folded.size() - 2))) return false;
    add_word(text.substr(0, text.size() - 2), UnitForm::contracted);
    add_contracted(text, "is");
    return true;
  }

  void cut_hyphenated(const std::string& text) {
    std::string joined = fold_case(text);
    std::erase(joined, '-');
    if (find_denied(joined)) {  // non-blocking
      Piece& piece = add(text, UnitKind::word, UnitForm::hyphenated);
      piece.plain = joined;
      piece.base = joined;
      return;
    }
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('-', begin), text.size());
      if (end > begin) {
        const std::string part = text.substr(begin, end - begin);
        if (is_number(part)) {
          add_number(part);
        } else {
          add_word(part, UnitForm::hyphenated);
        }
      }
      begin = end + 1;
    }
  }

  bool touches_next(std::size_t token) const {
    return token + 1 < tokens_.size() && !tokens_[token + 1].space_before;
  }

  // `60 °C`: degrees Celsius.
  bool cut_degree() {
    if (tokens_[token_].text != "°") return false;
    Piece& degree = add("°", UnitKind::word);
    degree.plain = degree.base = "degree";
    return true;
  }

  // `<` and `>` around a placeholder are brackets: <name>.
  bool is_bracket() const {
    const std::string_view mark = tokens_[token_].text;
    if (mark == ">") return token_ > 0 && !tokens_[token_].space_before && open_brackets_ > 0;
    if (mark != "<" || !touches_next(token_)) return false;
    for (std::size_t i = token_ + 1; i < tokens_.size() && i < token_ + 8; ++i) {
      if (tokens_[i].text == ">") return !tokens_[i].space_before && i > token_ + 1;
    }
    return false;
  }

  bool cut_symbol() {
    if (cut_degree()) return true;
    std::string mark(tokens_[token_].text);
    if (is_bracket()) {
      open_brackets_ += mark == "<" ? 1 : -1;
      return false;
    }
    const std::size_t first = token_;
    const bool may_pair = mark == "<" || mark == ">" || mark == "!" || mark == "=";
    if (may_pair && touches_next(token_) && tokens_[token_ + 1].text == "=") {
      mark += '=';
      ++token_;
    }
    if (!is_symbol(mark) && mark.size() == 1) return false;
    if (first == token_ && !is_symbol(mark)) return false;
    if (mark == "==") mark = "=";
    Piece& piece = add(mark, mark == "&" ? UnitKind::word : UnitKind::symbol);
    piece.token = first;
    if (mark == "&") piece.plain = "and";
    if (const auto full = find_notation(mark)) piece.plain = *full;
    const bool said_as_words = std::any_of(piece.plain.begin(), piece.plain.end(),
                                           [](char c) { return is_small(c) || c == ' '; });
    if (said_as_words) piece.kind = UnitKind::word;
    piece.base = piece.plain;
    return true;
  }

  const std::vector<Token>& tokens_;
  std::vector<Piece> pieces_;
  std::size_t token_ = 0;
  bool after_mark_ = false;
  int open_brackets_ = 0;
};

}  // namespace

std::vector<Piece> cut_pieces(const std::vector<Token>& tokens) { return Cutter(tokens).cut(); }

bool is_name_like(std::string_view word) {
  bool figure = false;
  bool inner_capital = false;
  bool small = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c == '_' || c == '/' || c == ':' || c == '@' || c == '=' || c == '$' || c == '%' ||
        c == '#' || c == '+') {
      return true;
    }
    if (c == '.' && i > 0 && i + 1 < word.size() && word.size() > 4) return true;
    figure = figure || is_figure(c);
    small = small || is_small(c);
    inner_capital = inner_capital || (i > 0 && is_capital(c));
  }
  if (word.starts_with('-') || word.starts_with('.') || figure) return true;
  const bool plural = word.ends_with('s') && word.size() > 2 &&
                      std::all_of(word.begin(), word.end() - 1, is_capital);  // URIs
  return inner_capital && small && !plural;
}

}  // namespace doccord
