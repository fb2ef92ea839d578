#include "text/locate.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/hyphenation.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// Comparisons of words in one search; a text made to have very many near misses ends it early.
constexpr std::size_t kMostComparisons = 1'000'000;

// A word of a text takes so many bytes or more, nearly always; for room that is asked for at once.
constexpr std::size_t kBytesOfWord = 5;

std::vector<Span> words_of(std::string_view text) {
  std::vector<Span> words;
  words.reserve(text.size() / kBytesOfWord + 1);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = end_of_alnum(text, i);
    if (end > i) words.push_back({i, end});
    i = end > i ? end : i + code_point_at(text, i).size;
  }
  return words;
}

// Length of the tag, link target or character reference that starts at `at`; 0 when there is none.
std::size_t markup_size(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.size() < 2) return 0;
  std::size_t end = std::string_view::npos;
  if (rest[0] == '<' &&
      (is_letter(static_cast<unsigned char>(rest[1])) || rest[1] == '/' || rest[1] == '!')) {
    end = rest.find('>');
  } else if (rest.starts_with("](")) {
    end = rest.find(')');
  } else if (rest[0] == '&') {
    end = rest.find(';');
    if (end != std::string_view::npos && end > 10) return 0;  // No name is so long.
  }
  return end == std::string_view::npos ? 0 : end + 1;
}

// Takes in the punctuation that the phrase has beyond its first and last word, where the source has
// it in the same place.
Span with_punctuation(std::string_view source, Span within, Span found, std::string_view before,
                      std::string_view after) {
  const std::string_view ahead = source.substr(within.begin, found.begin - within.begin);
  if (ahead.ends_with(before)) found.begin -= before.size();
  const std::string_view behind = source.substr(found.end, within.end - found.end);
  if (behind.starts_with(after)) found.end += after.size();
  return found;
}

std::string_view part_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// The words of the source from `at` on that are one word of the phrase: 1, or 2 when a line end
// breaks it; 0 when they are another one.
std::size_t words_matched(std::string_view source, const std::vector<Span>& have, std::size_t at,
                          std::string_view wanted) {
  const std::string_view first = part_of(source, have[at]);
  if (first == wanted) return 1;
  if (!wanted.starts_with(first) || at + 1 == have.size()) return 0;
  const bool broken = hyphen_break_size(source, have[at].end) == have[at + 1].begin - have[at].end;
  return broken && wanted.substr(first.size()) == part_of(source, have[at + 1]) ? 2 : 0;
}

// Where each word of the phrase stands; nothing when they do not stand there in a row.
std::optional<std::vector<Span>> match_words(std::string_view source, std::string_view phrase,
                                             const std::vector<Span>& wanted,
                                             const std::vector<Span>& have) {
  std::size_t budget = kMostComparisons;
  std::vector<Span> places;
  if (wanted.size() <= have.size()) places.reserve(wanted.size());
  for (std::size_t i = 0; i + wanted.size() <= have.size() && budget > 0; ++i) {
    places.clear();
    for (std::size_t at = i; places.size() < wanted.size() && at < have.size();) {
      const std::string_view word = part_of(phrase, wanted[places.size()]);
      const std::size_t matched = words_matched(source, have, at, word);
      if (matched == 0) break;
      places.push_back({have[at].begin, have[at + matched - 1].end});
      at += matched;
    }
    if (places.size() == wanted.size()) return places;
    budget -= std::min(budget, places.size() + 1);
  }
  return std::nullopt;
}

// The phrase letter by letter, not cut out of longer words; the words of `have` count, so that what
// stands in a tag does not when they were read without markup.
std::optional<Span> find_verbatim(std::string_view source, Span within, std::string_view phrase,
                                  SourceWords& have) {
  const std::vector<Span> wanted = words_of(phrase);
  const std::string_view text = source.substr(0, within.end);
  std::size_t budget = kMostComparisons / phrase.size() + 1;
  for (std::size_t at = text.find(phrase, within.begin); at != std::string_view::npos && budget > 0;
       at = text.find(phrase, at + 1), --budget) {
    const Span found{at, at + phrase.size()};
    if (wanted.empty()) return found;
    const auto is_word = [&](Span word) { return have.has({at + word.begin, at + word.end}); };
    if (is_word(wanted.front()) && is_word(wanted.back())) return found;
  }
  return std::nullopt;
}

// A part without a word, such as ` ,`: looked for between the words on its two sides.
std::optional<Span> locate_punctuation(std::string_view source, Span between,
                                       std::string_view part) {
  const std::size_t at = source.substr(between.begin, between.size()).find(part);
  if (at == std::string_view::npos) return std::nullopt;
  return Span{between.begin + at, between.begin + at + part.size()};
}

}  // namespace

SourceWords::SourceWords(std::string_view source, Span within, bool without_markup)
    : text_(source.substr(0, within.end)), at_(within.begin), without_markup_(without_markup) {}

void SourceWords::read_to(std::size_t end) {
  if (words_.empty() && at_ < std::min(end, text_.size())) {
    words_.reserve((std::min(end, text_.size()) - at_) / kBytesOfWord + 1);
  }
  while (at_ < std::min(end, text_.size())) {
    if (const std::size_t skip = without_markup_ ? markup_size(text_, at_) : 0) {
      at_ += skip;
      continue;
    }
    const std::size_t word_end = end_of_alnum(text_, at_);
    if (word_end > at_) words_.push_back({at_, word_end});
    at_ = word_end > at_ ? word_end : at_ + code_point_at(text_, at_).size;
  }
}

const std::vector<Span>& SourceWords::all() {
  read_to(text_.size());
  return words_;
}

bool SourceWords::has(Span word) {
  read_to(word.end);
  const auto place = std::lower_bound(words_.begin(), words_.end(), word,
                                      [](Span a, Span b) { return a.begin < b.begin; });
  return place != words_.end() && *place == word;
}

Locator::Locator(std::string_view source, Span within, std::string_view text)
    : source_(source),
      within_{within.begin, std::min(within.end, source.size())},
      text_(text),
      words_{SourceWords(source_, within_, false), SourceWords(source_, within_, true)} {}

std::optional<Span> Locator::find(std::string_view phrase) {
  phrase = trim(phrase);
  if (phrase.empty() || within_.empty()) return std::nullopt;
  const Words wanted = words_of(phrase);
  for (const bool without_markup : {true, false}) {
    SourceWords& have = words_[without_markup];
    if (const auto found = find_verbatim(source_, within_, phrase, have)) return found;
    if (wanted.empty()) return std::nullopt;
    if (const auto places = match_words(source_, phrase, wanted, have.all())) {
      return with_punctuation(source_, within_, {places->front().begin, places->back().end},
                              phrase.substr(0, wanted.front().begin),
                              phrase.substr(wanted.back().end));
    }
  }
  return std::nullopt;
}

const std::optional<Locator::Words>& Locator::places_of_text() {
  if (!in_source_) {
    text_words_ = words_of(text_);
    in_source_ = match_words(source_, text_, text_words_, words_[true].all());
    if (!*in_source_) in_source_ = match_words(source_, text_, text_words_, words_[false].all());
  }
  return *in_source_;
}

std::optional<Span> Locator::find_part(Span part) {
  if (part.empty()) return std::nullopt;
  const auto& places = places_of_text();
  if (!places || text_words_.empty()) return std::nullopt;
  const auto index_of = [&](auto it) { return static_cast<std::size_t>(it - text_words_.begin()); };
  const std::size_t first = index_of(std::partition_point(
      text_words_.begin(), text_words_.end(), [&](Span word) { return word.end <= part.begin; }));
  const std::size_t past = index_of(std::partition_point(
      text_words_.begin(), text_words_.end(), [&](Span word) { return word.begin < part.end; }));
  if (first >= past) {
    const Span between{first == 0 ? within_.begin : (*places)[first - 1].end,
                       first < places->size() ? (*places)[first].begin : within_.end};
    return locate_punctuation(source_, between, trim(text_.substr(part.begin, part.size())));
  }
  const std::size_t begin = std::min(text_words_[first].begin, part.begin);
  const std::size_t end = std::max(text_words_[past - 1].end, part.end);
  return with_punctuation(source_, within_, {(*places)[first].begin, (*places)[past - 1].end},
                          text_.substr(begin, text_words_[first].begin - begin),
                          text_.substr(text_words_[past - 1].end, end - text_words_[past - 1].end));
}

std::optional<Span> locate(std::string_view source, Span within, std::string_view phrase) {
  return Locator(source, within).find(phrase);
}

std::optional<Span> locate_part(std::string_view source, Span within, std::string_view text,
                                Span part) {
  return Locator(source, within, text).find_part(part);
}

}  // namespace doccord
