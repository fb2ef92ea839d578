#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace doccord {

// The words of the marked-up bytes of one stretch of a source, which are what a phrase is matched
// against; read as far as they are asked for. Tags and link targets are stepped over, or read as
// text: plain text may well say "<key>".
class SourceWords {
 public:
  // `within` is part of the source.
  SourceWords(std::string_view source, Span within, bool without_markup);

  const std::vector<Span>& all();
  bool has(Span word);

 private:
  void read_to(std::size_t end);

  std::string_view text_;
  std::size_t at_;
  bool without_markup_;
  std::vector<Span> words_;
};

// Looks for plain text in the marked-up bytes of one stretch of a source. Its words are read once,
// for as many searches as there are. The source and `text` must outlive it.
class Locator {
 public:
  // `text` is what find_part looks for parts of.
  Locator(std::string_view source, Span within, std::string_view text = {});

  // Where `phrase` stands: its words in order, with nothing but white space, punctuation and markup
  // between them. Nothing when it is not there.
  std::optional<Span> find(std::string_view phrase);

  // Where the bytes `part` of `text` stand, so that of two equal phrases the right one is found.
  // Nothing when `text` is not within the stretch, or `part` is empty.
  std::optional<Span> find_part(Span part);

 private:
  using Words = std::vector<Span>;

  const std::optional<Words>& places_of_text();

  std::string_view source_;
  Span within_;
  std::string_view text_;
  std::array<SourceWords, 2> words_;               // With tags and link targets, and without.
  Words text_words_;                               // Of the text, in it; with in_source_.
  std::optional<std::optional<Words>> in_source_;  // Where those stand.
};

// The same for a single search.
std::optional<Span> locate(std::string_view source, Span within, std::string_view phrase);
std::optional<Span> locate_part(std::string_view source, Span within, std::string_view text,
                                Span part);

}  // namespace doccord
