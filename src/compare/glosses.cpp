#include "compare/glosses.h"

#include <algorithm>

#include "compare/inflection.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kMostWords = 8;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Positions in `short_form` that can be reached by beginnings of the words so far.
std::vector<bool> extend(const std::vector<bool>& reached, std::string_view short_form,
                         const std::string& word) {
  std::vector<bool> next(reached.size(), false);
  const bool small = is_function_word(word);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (!reached[i]) continue;
    if (small) next[i] = true;
    for (std::size_t n = 0; i + n < short_form.size() && n < word.size(); ++n) {
      if (short_form[i + n] != word[n]) break;
      next[i + n + 1] = true;
    }
  }
  return next;
}

std::string join_bases(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += base_form(word);
  }
  return joined;
}

bool is_mark(const std::vector<Token>& tokens, std::size_t i, std::string_view mark) {
  return i < tokens.size() && tokens[i].text == mark;
}

// Words of tokens [begin, end); empty when there is punctuation among them.
std::vector<std::string> words_of(const std::vector<Token>& tokens, std::size_t begin,
                                  std::size_t end) {
  std::vector<std::string> words;
  for (std::size_t i = begin; i < end; ++i) {
    if (!tokens[i].is_word) return {};
    words.push_back(fold_case(tokens[i].text));
  }
  return words;
}

}  // namespace

bool looks_abbreviated(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_capital) >= 2 &&
         std::all_of(word.begin(), word.end(), [](char c) {
           return is_letter(static_cast<unsigned char>(c)) ||
                  is_digit(static_cast<unsigned char>(c));
         });
}

std::string fold_abbreviation(std::string_view word) {
  const bool plural = word.size() > 2 && word.back() == 's' && is_capital(word[word.size() - 2]);
  return fold_case(plural ? word.substr(0, word.size() - 1) : word);
}

bool abbreviates(std::string_view abbreviation, const std::vector<std::string>& words) {
  if (words.size() < 2 || abbreviation.size() < 2 || is_function_word(words.front())) return false;
  const std::string short_form = fold_abbreviation(abbreviation);
  std::vector<bool> reached(short_form.size() + 1, false);
  reached[0] = true;
  for (const std::string& word : words) reached = extend(reached, short_form, word);
  return reached.back();
}

void Glosses::learn(std::string_view text) {
  if (text.find('(') == std::string_view::npos) return;
  const std::vector<Token> tokens = tokenize(text);
  const auto add = [&](const std::string& abbreviation, const std::vector<std::string>& words) {
    const auto [place, fresh] = short_forms_.try_emplace(join_bases(words), abbreviation);
    if (!fresh && abbreviation < place->second) place->second = abbreviation;
    longest_ = std::max(longest_, words.size());
    first_words_.insert(base_form(words.front()));
  };
  for (std::size_t open = 1; open + 1 < tokens.size(); ++open) {
    if (!is_mark(tokens, open, "(")) continue;
    if (looks_abbreviated(tokens[open - 1].text)) {  // URI (Uniform Resource Identifier)
      std::size_t close = open + 1;
      while (close < tokens.size() && close - open <= kMostWords && tokens[close].is_word) ++close;
      const auto words = words_of(tokens, open + 1, close);
      if (is_mark(tokens, close, ")") && abbreviates(tokens[open - 1].text, words)) {
        add(fold_abbreviation(tokens[open - 1].text), words);
      }
    }
    if (is_mark(tokens, open + 2, ")") && looks_abbreviated(tokens[open + 1].text)) {
      for (std::size_t n = 2; n <= kMostWords && n <= open; ++n) {
        const auto words = words_of(tokens, open - n, open);
        if (!abbreviates(tokens[open + 1].text, words)) continue;
        add(fold_abbreviation(tokens[open + 1].text), words);
        break;
      }
    }
  }
}

bool Glosses::explain(std::string_view abbreviation) const {
  return std::any_of(short_forms_.begin(), short_forms_.end(),
                     [&](const auto& known) { return known.second == abbreviation; });
}

bool Glosses::begin_with(std::string_view word) const {
  return first_words_.contains(std::string(word));
}

std::string_view Glosses::find(std::string_view words) const {
  const auto found = short_forms_.find(std::string(words));
  return found == short_forms_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace doccord
