#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "base/parallel.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/reading_forest.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"
#include "rules/slips.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kHabit = 1.0 / 3;  // What more of a source's entries than this do is its style.

std::string_view words_of(const std::string& text, Span span) {
  return std::string_view(text).substr(span.begin, span.size());
}

// What the slips of one kind are called, for one and for several.
std::string_view kind_name(Slip::Kind kind, std::size_t count) {
  switch (kind) {
    case Slip::Kind::doubled_word:
      return count == 1 ? "a word twice" : "words twice";
    case Slip::Kind::joined_words:
      return "words run together";
    case Slip::Kind::stray_blank:
      return count == 1 ? "a stray blank" : "stray blanks";
    case Slip::Kind::miswritten_word:
      return count == 1 ? "a miswritten word" : "miswritten words";
  }
  return "";
}

// "stray blanks (`a ,`, `b ,`) and a word twice (`the the`)".
std::string describe(const std::string& text, const std::vector<Slip>& slips) {
  std::map<Slip::Kind, std::vector<std::string>> by_kind;
  for (const Slip& slip : slips) {
    std::string words = quoted(words_of(text, slip.span));
    if (slip.kind == Slip::Kind::miswritten_word) words += " for " + quoted(slip.mended);
    by_kind[slip.kind].push_back(std::move(words));
  }
  std::vector<std::string> clauses;
  for (const auto& [kind, words] : by_kind) {
    clauses.push_back(
        fmt::format("{} ({})", kind_name(kind, words.size()), fmt::join(words, ", ")));
  }
  return listed(clauses);
}

// Whether a revision of this text does not have the slip: then comparing the two shows it already.
bool shows_in_comparison(const RuleInput& input, std::size_t place, std::size_t reading,
                         std::string_view words) {
  const Record& record = input.registry.records[place];
  const auto& pairs = input.comparisons.records[place].texts;
  return std::any_of(pairs.begin(), pairs.end(), [&](const Comparison& pair) {
    if (pair.kind == Kind::independent || (pair.a != reading && pair.b != reading)) return false;
    const std::string& other = record.readings[pair.a == reading ? pair.b : pair.a].text;
    return other.find(words) == std::string::npos && !is_replaced(record, pair);
  });
}

// The slips of one reading.
struct SlippedText {
  std::size_t reading = 0;
  std::vector<Slip> slips;
};

// The same slips in the texts for one key, which mostly were copied from one another.
struct Finding {
  std::size_t record = 0;
  std::vector<SlippedText> texts;
};

void add(std::vector<Finding>& all, const Record& record, std::size_t place, SlippedText text) {
  const auto said = [&](const SlippedText& slipped) {
    return describe(record.readings[slipped.reading].text, slipped.slips);
  };
  for (auto it = all.rbegin(); it != all.rend(); ++it) {
    if (said(it->texts.front()) != said(text)) continue;
    it->texts.push_back(std::move(text));
    return;
  }
  all.push_back({place, {std::move(text)}});
}

// What options are given, in lower case: a text that names it may say "to seconds seconds".
std::set<std::string> argument_words(const RuleInput& input) {
  std::set<std::string> words;
  for (const EntrySet& set : input.entry_sets) {
    for (const Entry& entry : set.entries) {
      for (const Field& field : entry.fields) {
        if (field.label == kArgumentLabel) words.insert(fold_case(field.text));
      }
    }
  }
  return words;
}

std::vector<Finding> find_at(const RuleInput& input, const SlipFinder& finder,
                             const std::set<std::string>& arguments, std::size_t place) {
  const Record& record = input.registry.records[place];
  std::vector<Finding> all;
  for (std::size_t i = 0; i < record.readings.size(); ++i) {
    const std::string& text = record.readings[i].text;
    std::vector<Slip> slips = finder.find(text);
    std::erase_if(slips, [&](const Slip& slip) {
      const bool named =
          slip.kind == Slip::Kind::doubled_word && arguments.contains(fold_case(slip.mended));
      return named || shows_in_comparison(input, place, i, words_of(text, slip.span));
    });
    if (!slips.empty()) add(all, record, place, {i, std::move(slips)});
  }
  return all;
}

std::vector<Finding> find_all(const RuleInput& input) {
  const SlipFinder finder(input.shared->words);
  const std::set<std::string> arguments = argument_words(input);
  std::vector<std::vector<Finding>> by_record(input.registry.records.size());
  for_each_in_parallel(by_record.size(), [&](std::size_t place) {
    by_record[place] = find_at(input, finder, arguments, place);
  });
  std::vector<Finding> all;
  for (auto& some : by_record) std::move(some.begin(), some.end(), std::back_inserter(all));
  return all;
}

bool is_stray_blank(const Slip& slip) { return slip.kind == Slip::Kind::stray_blank; }

// The sources that have one of the texts, ascending.
std::vector<std::size_t> sources_of(const RuleInput& input, const Finding& finding) {
  std::vector<std::size_t> sources;
  for (const SlippedText& text : finding.texts) {
    const Reading& reading = input.registry.records[finding.record].readings[text.reading];
    sources.insert(sources.end(), reading.sources.begin(), reading.sources.end());
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

// A source that writes a blank before commas throughout does so on purpose.
void drop_habits(const RuleInput& input, std::vector<Finding>& findings) {
  std::vector<double> uses(input.registry.sources.size());
  for (const Finding& finding : findings) {
    const std::vector<Slip>& slips = finding.texts.front().slips;
    if (std::none_of(slips.begin(), slips.end(), is_stray_blank)) continue;
    for (const std::size_t source : sources_of(input, finding)) ++uses[source];
  }
  for (Finding& finding : findings) {
    const std::vector<std::size_t> sources = sources_of(input, finding);
    const bool habit = std::all_of(sources.begin(), sources.end(), [&](std::size_t source) {
      const std::size_t entries = input.registry.sources[source].entry_count;
      return entries > 3 && uses[source] > kHabit * static_cast<double>(entries);
    });
    if (!habit) continue;
    for (SlippedText& text : finding.texts) std::erase_if(text.slips, is_stray_blank);
  }
  std::erase_if(findings,
                [](const Finding& finding) { return finding.texts.front().slips.empty(); });
}

// The source's entry that has the text: one that has the key twice may have it in either.
const Claim& claim_with(const Record& record, std::size_t source, const std::string& text) {
  const auto claim =
      std::find_if(record.claims.begin(), record.claims.end(), [&](const Claim& each) {
        return each.source == source && collapse(each.entry.description) == text;
      });
  return claim == record.claims.end() ? *record.find(source) : *claim;
}

Discrepancy discrepancy_of(const RuleInput& input, const Finding& finding) {
  const Record& record = input.registry.records[finding.record];
  Discrepancy found;
  found.level = rule_table::slip.level;
  found.keys = {record.key};
  found.field = "description";
  found.sources = sources_of(input, finding);
  for (const SlippedText& text : finding.texts) {
    const Reading& reading = record.readings[text.reading];
    for (const Slip& slip : text.slips) {
      const std::string label = slip.mended.empty() ? "" : fmt::format("{}?", quoted(slip.mended));
      for (const std::size_t source : reading.sources) {
        const Claim& claim = claim_with(record, source, reading.text);
        found.places.push_back(part_place(input, claim, slip.span, label));
      }
    }
    found.evidence.quotes.push_back({reading.sources.front(), record.key, reading.text});
  }
  const SlippedText& first = finding.texts.front();
  found.message = fmt::format("at {}, {} {} {}", quoted(record.key),
                              listed_sources(input.registry, found.sources),
                              verb(found.sources.size(), "has", "have"),
                              describe(record.readings[first.reading].text, first.slips));
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Finding> findings = find_all(input);
  drop_habits(input, findings);
  std::vector<Discrepancy> all;
  for (const Finding& finding : findings) all.push_back(discrepancy_of(input, finding));
  return all;
}

}  // namespace

const Rule rule_table::slip{
    .code = "DC307",
    .name = "slip",
    .level = Level::warning,
    .summary = "A fault that one document shows by itself",
    .what = R"(Looks in every description for

- a word that stands twice in a row (`the the`);
- words that run together, a small word and a capitalised one (`theRetry-After`);
- a blank before a comma, a full stop or a closing parenthesis;
- a miswritten word: one that a single entry has, and that is one letter away from a word which
  several entries have (`adress`, where others write `address`);
- a header name that is one letter away from a known one (`WW-Authenticate`).

What comparing two revisions of one text shows already is left to the rules for descriptions. The
same goes the other way round for what a document does throughout: that is its style.)",
    .why =
        R"(A slip looks careless, and a search does not find the word. Words that run together are
often the trace of a lost line break or link, and more may be lost in the same place.)",
    .example = R"(    warning[DC307/slip]: at `E31`, `guide` has a word twice (`the the`))",
    .mend =
        R"(Correct it. When the document is right and was read wrongly, so that words run together in
what `doccord extract` shows, report that as a fault of doccord.)",
    .accept = R"(Accept it when it is meant so: a name, a quotation, a word of another language.)",
    .check = check};

}  // namespace doccord
