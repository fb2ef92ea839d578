#include "cli/plant.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "text/locate.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::array kKinds = {FaultKind::slip,      FaultKind::number,     FaultKind::negation,
                               FaultKind::wording,   FaultKind::removed,    FaultKind::renamed,
                               FaultKind::recoded,   FaultKind::duplicated, FaultKind::shifted,
                               FaultKind::formatting};

constexpr std::size_t kMostFaults = 5;   // In one document: more would make it another document.
constexpr std::size_t kEntriesEach = 6;  // So many entries for each fault.
constexpr std::size_t kFewestWords = 6;  // A shorter text tells too little when it is changed.
constexpr std::size_t kShiftedRows = 4;

// The same everywhere, unlike those of the standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

 private:
  std::uint64_t next() {  // splitmix64
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

struct TextEdit {
  Span span;
  std::string text;
};

bool is_plain_word(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_number(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string slipped(std::string word, Random& random) {
  const std::size_t at = 1 + random.below(word.size() - 3);
  switch (random.below(3)) {
    case 0:
      if (word[at] != word[at + 1]) {
        std::swap(word[at], word[at + 1]);
        return word;
      }
      [[fallthrough]];
    case 1:
      return word.erase(at, 1);
    default:
      return word.insert(at, 1, word[at]);
  }
}

// Plants faults of one kind.
class Planter {
 public:
  Planter(const Source& source, const EntrySet& entries, FaultKind kind, std::uint64_t seed)
      : source_(source), kind_(kind), random_(seed) {
    std::set<std::string> once;
    std::set<std::string> twice;
    for (const Entry& entry : entries.entries) {
      if (!once.insert(entry.key).second) twice.insert(entry.key);
      entries_.push_back(&entry);
    }
    keys_ = std::move(once);
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry* a, const Entry* b) { return a->span.begin < b->span.begin; });
    for (const Entry* entry : entries_) {
      for (const Token& token : tokenize(entry->description)) {
        if (tells(token)) words_.emplace_back(token.text);
      }
    }
    usable_.assign(entries_.size(), true);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const bool overlaps =
          i + 1 < entries_.size() && entries_[i + 1]->span.begin < entries_[i]->span.end;
      usable_[i] = !twice.contains(entries_[i]->key) && !overlaps;
    }
  }

  std::optional<Planting> plant() {
    if (kind_ == FaultKind::shifted) {
      shift();
    } else {
      const std::size_t wanted =
          std::clamp<std::size_t>(entries_.size() / kEntriesEach, 1, kMostFaults);
      for (const std::size_t i : shuffled()) {
        if (keys_planted_.size() == wanted) break;
        if (!usable_[i] || !plant_at(i)) continue;
        keys_planted_.push_back(entries_[i]->key);
      }
    }
    if (keys_planted_.empty()) return std::nullopt;
    return edited();
  }

 private:
  // Words that a text is about.
  static bool tells(const Token& token) {
    return token.is_word && token.text.size() >= 5 && is_plain_word(token.text) &&
           !is_function_word(token.text);
  }

  std::vector<std::size_t> shuffled() {
    std::vector<std::size_t> order(entries_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
    return order;
  }

  bool plant_at(std::size_t i) {
    const Entry& entry = *entries_[i];
    switch (kind_) {
      case FaultKind::removed:
        return i + 1 < entries_.size() && edit({entry.span.begin, entries_[i + 1]->span.begin}, "");
      case FaultKind::duplicated:
        return duplicate(i);
      case FaultKind::renamed:
        return rename(entry);
      case FaultKind::recoded:
        return recode(entry);
      default:
        return edit_description(entry);
    }
  }

  bool edit(Span span, std::string text) {
    edits_.push_back({span, std::move(text)});
    return true;
  }

  bool duplicate(std::size_t i) {
    if (i + 1 >= entries_.size()) return false;
    const std::size_t begin = entries_[i]->span.begin;
    const std::size_t next = entries_[i + 1]->span.begin;
    return edit({next, next}, source_.text.substr(begin, next - begin));
  }

  bool rename(const Entry& entry) {
    if (entry.names.empty()) return false;
    const std::string& name = entry.names.front();
    const Entry& other = *entries_[random_.below(entries_.size())];
    const auto last_word = [](const std::string& text) {
      const std::size_t mark = text.find_last_of("_ -");
      return text.substr(mark == std::string::npos ? 0 : mark + 1);
    };
    if (other.names.empty()) return false;
    const std::string from = last_word(name);
    const std::string to = last_word(other.names.front());
    const bool plain = std::all_of(to.begin(), to.end(), [](char c) {
      return is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c));
    });
    if (!plain || to.size() < 4 || fold_case(name).find(fold_case(to)) != std::string::npos) {
      return false;
    }
    // Everywhere in the entry, since a document may repeat the name.
    bool found = false;
    std::size_t from_byte = entry.span.begin;
    while (const auto at = locate(source_.text, {from_byte, entry.span.end}, name)) {
      edit({at->end - from.size(), at->end}, to);
      from_byte = at->end;
      found = true;
    }
    return found;
  }

  bool recode(const Entry& entry) {
    const auto at = locate(source_.text, entry.span, entry.key);
    if (!at || !is_number(entry.key) || entry.key.size() < 2 || at->size() != entry.key.size()) {
      return false;
    }
    std::string key = entry.key;
    key.back() =
        static_cast<char>('0' + (key.back() - '0' + 1 + static_cast<int>(random_.below(9))) % 10);
    if (keys_.contains(key)) return false;
    keys_.insert(key);
    return edit(*at, key);
  }

  bool edit_description(const Entry& entry) {
    const std::vector<Token> tokens = tokenize(entry.description);
    const auto words = std::count_if(tokens.begin(), tokens.end(),
                                     [](const Token& token) { return token.is_word; });
    if (static_cast<std::size_t>(words) < kFewestWords) return false;
    const std::size_t start = random_.below(tokens.size());
    for (std::size_t n = 0; n < tokens.size(); ++n) {
      const std::size_t i = (start + n) % tokens.size();
      const Token& token = tokens[i];
      const auto changed = change(tokens, i);
      if (!changed) continue;
      const Span part{token.offset, token.offset + token.text.size()};
      const auto at = locate_part(source_.text, entry.span, entry.description, part);
      if (at && source_.text.substr(at->begin, at->size()) == token.text)
        return edit(*at, *changed);
    }
    return false;
  }

  // What the word becomes, if it is a place for a fault of this kind.
  std::optional<std::string> change(const std::vector<Token>& tokens, std::size_t i) {
    const Token& token = tokens[i];
    const std::string word(token.text);
    if (!token.is_word) return std::nullopt;
    switch (kind_) {
      case FaultKind::slip:
        if (tells(token) && word.size() >= 6) return slipped(word, random_);
        return std::nullopt;
      case FaultKind::number:
        if (!is_number(word)) return std::nullopt;
        return std::to_string(2 + random_.below(7)) + word;
      case FaultKind::negation:
        // Where something is denied already, a second `not` would be another fault.
        if (i + 1 < tokens.size() && (tokens[i + 1].text == "not" || tokens[i + 1].text == "no")) {
          return std::nullopt;
        }
        return denied(word);
      case FaultKind::wording: {
        const std::string& other = words_[random_.below(words_.size())];
        if (!tells(token) || other.substr(0, 3) == word.substr(0, 3)) return std::nullopt;
        return other;
      }
      case FaultKind::formatting:
        if (i + 2 > tokens.size() || !is_plain_word(word) || !tokens[i + 1].is_word) {
          return std::nullopt;
        }
        return word + ",";
      default:
        return std::nullopt;
    }
  }

  static std::optional<std::string> denied(const std::string& word) {
    static constexpr std::array<std::string_view, 11> kVerbs = {
        "is", "are", "was", "were", "has", "have", "should", "must", "may", "will", "can"};
    if (std::find(kVerbs.begin(), kVerbs.end(), word) == kVerbs.end()) return std::nullopt;
    return word + " not";
  }

  // Moves the descriptions of successive entries up by one; the last gets that of the first.
  void shift() {
    if (entries_.size() < 2 * kShiftedRows) return;
    for (const std::size_t first : shuffled()) {
      std::vector<Span> places;
      for (std::size_t i = first; i < first + kShiftedRows && i < entries_.size(); ++i) {
        const Entry& entry = *entries_[i];
        const auto at = locate(source_.text, entry.span, entry.description);
        const std::vector<Token> tokens = tokenize(entry.description);
        if (!usable_[i] || !at || tokens.size() < 2 * kFewestWords) break;
        places.push_back(*at);
      }
      if (places.size() < kShiftedRows) continue;
      for (std::size_t i = 0; i < kShiftedRows; ++i) {
        const Span from = places[(i + 1) % kShiftedRows];
        edit(places[i], source_.text.substr(from.begin, from.size()));
        keys_planted_.push_back(entries_[first + i]->key);
      }
      return;
    }
  }

  Planting edited() {
    std::stable_sort(edits_.begin(), edits_.end(), [](const TextEdit& a, const TextEdit& b) {
      return a.span.begin > b.span.begin;
    });
    Planting planting{source_.text, source_.files, keys_planted_};
    for (const TextEdit& one : edits_) {
      planting.text.replace(one.span.begin, one.span.size(), one.text);
      for (SourceFile& file : planting.files) {
        if (file.begin > one.span.begin)
          file.begin = file.begin + one.text.size() - one.span.size();
      }
    }
    return planting;
  }

  const Source& source_;
  FaultKind kind_;
  Random random_;
  std::vector<const Entry*> entries_;  // In the order of the document.
  std::vector<bool> usable_;           // Parallel to entries_.
  std::set<std::string> keys_;
  std::vector<std::string> words_;  // Of all descriptions.
  std::vector<TextEdit> edits_;
  std::vector<std::string> keys_planted_;
};

}  // namespace

std::span<const FaultKind> all_fault_kinds() { return kKinds; }

std::string_view to_string(FaultKind kind) {
  switch (kind) {
    case FaultKind::slip:
      return "slip";
    case FaultKind::number:
      return "number";
    case FaultKind::negation:
      return "negation";
    case FaultKind::wording:
      return "wording";
    case FaultKind::removed:
      return "removed";
    case FaultKind::renamed:
      return "renamed";
    case FaultKind::recoded:
      return "recoded";
    case FaultKind::duplicated:
      return "duplicated";
    case FaultKind::shifted:
      return "shifted";
    case FaultKind::formatting:
      return "formatting";
  }
  return "";
}

std::optional<Planting> plant(const Source& source, const EntrySet& entries, FaultKind kind,
                              std::uint64_t seed) {
  return Planter(source, entries, kind, seed).plant();
}

}  // namespace doccord
