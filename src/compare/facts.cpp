#include "compare/facts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "compare/citations.h"
#include "compare/header_names.h"
#include "compare/names.h"
#include "compare/statements.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kShortestKey = 3;  // A shorter number in a sentence is a number.
constexpr std::size_t kMostSteps = 4;    // Names looked at for one place of a text.

bool is_method(std::string_view word) {
  static constexpr std::array<std::string_view, 15> kMethods = {
      "GET",   "HEAD",     "POST", "PUT",  "DELETE", "CONNECT", "OPTIONS", "TRACE",
      "PATCH", "PROPFIND", "COPY", "MOVE", "LOCK",   "UNLOCK",  "MKCOL"};
  return std::find(kMethods.begin(), kMethods.end(), word) != kMethods.end();
}

// "HTTP/1.1", "TLSv1.3".
bool is_version(std::string_view word) {
  const std::size_t mark = word.find_first_of("/v");
  return mark != std::string_view::npos && mark > 1 && mark + 1 < word.size() &&
         is_upper(static_cast<unsigned char>(word[0])) &&
         is_upper(static_cast<unsigned char>(word[1])) &&
         word.find_first_not_of("0123456789.", mark + 1) == std::string_view::npos;
}

void add_fact(std::vector<Fact>& facts, FactKind kind, std::string value) {
  const Fact fact{kind, std::move(value)};
  if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
}

void add_words(std::vector<Fact>& facts, const std::unordered_set<std::string_view>& keys,
               const Record& record, const UnitText& text) {
  for (const Token& token : text.tokens) {
    const std::string word(token.text);
    if (!token.is_word) continue;
    if (is_method(word)) {
      add_fact(facts, FactKind::method, word);
    } else if (word.find('-') != std::string::npos && is_header_name(word)) {
      add_fact(facts, FactKind::header, word);
    } else if (is_version(word)) {
      add_fact(facts, FactKind::version, word);
    } else if (word.size() >= kShortestKey && word != record.key && keys.contains(word)) {
      add_fact(facts, FactKind::key, word);
    }
  }
}

}  // namespace

FactReader::FactReader(const Registry& registry) {
  for (const Record& record : registry.records) {
    keys_.insert(record.key);
    for (const NameUse& use : record.names) {
      if (use.bare.find(' ') != std::string::npos) names_.emplace_back(use.bare, record.key);
    }
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  for (const auto& [name, key] : names_) begins_name_[static_cast<unsigned char>(name[0])] = true;
}

// In sorted order a name that the text begins with stands right before the text, or few others do.
std::optional<std::pair<std::string, std::string>> FactReader::name_at(
    std::string_view text) const {
  if (!begins_name_[static_cast<unsigned char>(text[0])]) return std::nullopt;
  auto at = std::upper_bound(
      names_.begin(), names_.end(), text,
      [](std::string_view wanted, const auto& name) { return wanted < name.first; });
  for (std::size_t steps = 0; steps < kMostSteps && at != names_.begin(); ++steps) {
    --at;
    if (text.starts_with(at->first)) return *at;
  }
  return std::nullopt;
}

std::vector<Fact> FactReader::read(const Record& record, const UnitText& text,
                                   const std::vector<Statement>& statements) const {
  std::vector<Fact> facts;
  add_words(facts, keys_, record, text);
  for (const Citation& citation : read_citations(text.text)) {
    add_fact(facts, FactKind::rfc, citation.document);
  }
  for (const Token& token : text.tokens) {
    const auto name = name_at(text.text.substr(token.offset));
    if (name && name->second != record.key) add_fact(facts, FactKind::name, name->first);
  }
  for (const Statement& statement : statements) {
    for (const std::string& number : statement.numbers) {
      add_fact(facts, FactKind::number, number);
    }
    const bool rules = statement.is_rule();
    if (!rules && !statement.denied) continue;
    add_fact(facts, rules ? FactKind::requirement : FactKind::negation,
             std::string(text.text.substr(statement.span.begin, statement.span.size())));
  }
  return facts;
}

}  // namespace doccord
