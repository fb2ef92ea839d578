#include "compare/slips.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "compare/inflection.h"
#include "text/edit_distance.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

// A word that stands at that many times more keys is the right one, known or not.
constexpr std::size_t kManyTimes = 10;

bool is_plain_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  });
}

// One is the other with an ending: another form in a language that the vocabulary does not know.
bool differ_by_ending(std::string_view a, std::string_view b) {
  return a.starts_with(b) || b.starts_with(a);
}

// Whether they are the same once letters that stand twice stand once: presure and pressure.
bool differ_by_doubling(std::string_view a, std::string_view b) {
  const auto without_doubles = [](std::string_view word) {
    std::string out(word);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  };
  return without_doubles(a) == without_doubles(b);
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// One slip leaves the first letter as it is or the last one, which sets most pairs of words aside.
bool may_be_one_slip_apart(std::string_view a, std::string_view b) {
  return a.front() == b.front() || a.back() == b.back() ||
         !(is_ascii(a.front()) && is_ascii(a.back()) && is_ascii(b.front()) && is_ascii(b.back()));
}

// Two neighbouring letters of a long word changed places: no other word comes of that.
bool are_letters_swapped(std::string_view a, std::string_view b) {
  constexpr std::size_t kLong = 8;
  if (a.size() != b.size() || a.size() < kLong) return false;
  const auto [i, j] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(i - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace

void WordEvidence::count() const {
  if (registry_ == nullptr) return;
  struct Use {
    Count count;
    const Record* record = nullptr;  // The last ones that have the word: each counts once.
    const Reading* reading = nullptr;
  };
  std::unordered_map<std::string, Use> uses;
  for (const Record& record : registry_->records) {
    for (const Reading& reading : record.readings) {
      for (const Token& token : tokenize(reading.text)) {
        if (!token.is_word) continue;
        Use& use = uses[fold_case(token.text)];
        if (use.reading != &reading) use.count.entries += reading.sources.size();
        if (use.record != &record) ++use.count.records;
        use.reading = &reading;
        use.record = &record;
      }
    }
  }
  for (const auto& [word, use] : uses) counts_.emplace(word, use.count);
}

WordEvidence::Count WordEvidence::find(const std::string& word) const {
  std::call_once(counted_, [&] { count(); });
  const auto found = counts_.find(word);
  return found == counts_.end() ? Count{} : found->second;
}

std::size_t WordEvidence::records_with(const std::string& word) const { return find(word).records; }

std::size_t WordEvidence::entries_with(const std::string& word) const { return find(word).entries; }

bool is_slip(const std::string& word, const std::string& meant, const WordEvidence& evidence) {
  if (word.size() < 3 || meant.size() < 3 || !may_be_one_slip_apart(word, meant)) return false;
  if (edit_distance(word, meant, 1) != 1) return false;
  if (!is_plain_word(word) || !is_plain_word(meant)) return false;
  const bool doubling =
      differ_by_doubling(word, meant) && is_listed_word(meant) && !is_listed_word(word);
  if (is_established_word(word) && !doubling) return false;
  const bool meant_is_known = is_known_word(meant);
  if (!meant_is_known && are_letters_swapped(word, meant)) return evidence.records_with(word) <= 1;
  if (!meant_is_known && (are_forms_of_one_word(word, meant) || differ_by_ending(word, meant))) {
    return false;
  }
  const std::size_t here = evidence.records_with(word);
  const std::size_t there = evidence.records_with(meant);
  // A slip may stand at several keys, but not a word of the field that only looks like one.
  if (here > 1 && there < (is_established_word(meant) ? here : kManyTimes * here)) return false;
  if (word.size() <= 4) return meant_is_known && (meant.size() > 4 || there >= 3 || there == 0);
  return meant_is_known || there > 1 || evidence.entries_with(meant) > evidence.entries_with(word);
}

}  // namespace doccord
