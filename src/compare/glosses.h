#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace doccord {

// Abbreviations that texts explain themselves: `URI (Uniform Resource Identifier)` or the other way
// round. Learnt from all texts, so that a text that uses one of the two alone is understood too.
class Glosses {
 public:
  // Learns from one text. The order of texts does not matter.
  void learn(std::string_view text);

  // The abbreviation, in lower case, that the words (base forms joined by blanks) are the long form
  // of; empty when there is none.
  std::string_view find(std::string_view words) const;
  // Whether some long form begins with the word, a base form.
  bool begin_with(std::string_view word) const;
  // Whether it is the short form of any words, in lower case: "qos".
  bool explain(std::string_view abbreviation) const;
  bool empty() const { return short_forms_.empty(); }
  std::size_t longest() const { return longest_; }  // Of the long forms, in words.

 private:
  std::unordered_map<std::string, std::string> short_forms_;  // By long form.
  std::unordered_set<std::string> first_words_;               // Of the long forms.
  std::size_t longest_ = 0;
};

// Whether the abbreviation is made of the beginnings of the words, in order: URI of `Uniform
// Resource Identifier`, WebDAV of `Web Distributed Authoring and Versioning`. Small words may be
// passed over.
bool abbreviates(std::string_view abbreviation, const std::vector<std::string>& words);

// The abbreviation without a plural's `s`, in lower case: "URIs" gives "uri".
std::string fold_abbreviation(std::string_view word);

// Whether the word looks like an abbreviation: two or more capitals.
bool looks_abbreviated(std::string_view word);

}  // namespace doccord
