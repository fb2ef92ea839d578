#include "rules/extraction_degraded.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "rules/identity.h"
#include "rules/phrasing.h"
#include "rules/rule.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr double kFarFewer = 0.8;         // Of the entries before.
constexpr std::size_t kFewestLost = 3;    // Fewer are removals until somebody says otherwise.
constexpr double kStillThere = 0.5;       // Share of the lost keys that stand in the text.
constexpr std::size_t kMostPlaces = 100;  // Of lost keys; more show nothing new.

bool is_part_of_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const unsigned char c = static_cast<unsigned char>(text[at]);
  return c >= 0x80 || c == '_' || is_letter(c) || is_digit(c);
}

// Where the key stands by itself rather than within a word or a number.
std::optional<Span> find_key(std::string_view text, const std::string& key) {
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    const bool begins = at == 0 || !is_part_of_word(text, at - 1);
    if (begins && !is_part_of_word(text, at + key.size())) return Span{at, at + key.size()};
  }
  return std::nullopt;
}

// The keys that the source had and has no more, in the order of keys.
std::vector<std::string> lost_keys(const TwoRuns& runs, std::size_t then, std::size_t now) {
  std::vector<std::string> kept;
  for (const Record& record : runs.now.records) {
    if (record.has(now)) kept.push_back(record.key);
  }
  std::sort(kept.begin(), kept.end());
  std::vector<std::string> lost;
  for (const Record& record : runs.before.records) {
    if (!record.has(then) || std::binary_search(kept.begin(), kept.end(), record.key)) continue;
    lost.push_back(record.key);
  }
  return lost;
}

std::optional<Discrepancy> degraded(const TwoRuns& runs, std::size_t then, std::size_t now) {
  const std::size_t had = runs.before.sources[then].entry_count;
  const std::size_t has = runs.now.sources[now].entry_count;
  if (static_cast<double>(has) >= kFarFewer * static_cast<double>(had)) return std::nullopt;
  Discrepancy found;
  found.keys = lost_keys(runs, then, now);
  std::size_t there = 0;
  for (const std::string& key : found.keys) {
    const auto place = find_key(runs.sources.sources[now].text, key);
    if (!place) continue;
    ++there;
    if (found.places.size() < kMostPlaces) {
      found.places.push_back({now, key, *place, fmt::format("{} was read before", quoted(key))});
    }
  }
  const auto lost = static_cast<double>(found.keys.size());
  if (found.keys.size() < kFewestLost || static_cast<double>(there) < kStillThere * lost) {
    return std::nullopt;
  }
  found.code = rule_table::extraction_degraded.code;
  found.name = rule_table::extraction_degraded.name;
  found.level = rule_table::extraction_degraded.level;
  found.field = "entry";
  found.sources = {now};
  found.message = fmt::format(
      "{} in {} where {} been before, though the text still has {} of the {} that are lost",
      has == 1 ? "1 entry was read" : fmt::format("{} entries were read", has),
      quoted(runs.now.sources[now].id), had == 1 ? "1 had" : fmt::format("{} had", had),
      there == found.keys.size() ? "all" : std::to_string(there),
      counted(found.keys.size(), "key"));
  found.evidence.facts.emplace_back("entries before", std::to_string(had));
  found.evidence.facts.emplace_back("entries now", std::to_string(has));
  return found;
}

bool holds(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::vector<Discrepancy> find_degraded_extraction(const TwoRuns& runs) {
  std::vector<Discrepancy> all;
  for (std::size_t now = 0; now < runs.now.sources.size(); ++now) {
    const auto then = runs.before.find_source(runs.now.sources[now].id);
    if (!then) continue;
    if (auto found = degraded(runs, *then, now)) all.push_back(std::move(*found));
  }
  give_ids(all, runs.now);
  return all;
}

void remove_consequences(std::vector<Discrepancy>& discrepancies,
                         const std::vector<Discrepancy>& degraded) {
  std::erase_if(discrepancies, [&](const Discrepancy& each) {
    return each.code == rule_table::missing_entry.code &&
           std::any_of(degraded.begin(), degraded.end(), [&](const Discrepancy& cause) {
             return cause.sources == each.sources &&
                    std::any_of(each.keys.begin(), each.keys.end(),
                                [&](const auto& key) { return holds(cause.keys, key); });
           });
  });
}

const Rule rule_table::extraction_degraded{
    .code = "DC403",
    .name = "extraction-degraded",
    .level = Level::error,
    .summary = "Far fewer entries than the last accepted run",
    .what =
        R"(Compares with the run on the documents of `--base`. It speaks up when fewer than four in five of
a document's entries are left, three or more are lost, and at least half of the lost keys still stand
in the document's text: then its layout has changed so that they are no longer read. Entries that are
gone from the text as well are removed, which DC101 reports.)",
    .why =
        R"(A document of which half is not read agrees with all others in that half. And where its entries
are reported as missing, sixty false alarms hide the one cause.)",
    .example =
        R"(    error[DC403/extraction-degraded]: 9 entries were read in `guide` where 48 had been before,
    though the text still has all of the 39 keys that are lost)",
    .mend =
        R"(Look with `doccord extract --explain` at what is read now. Where the new layout is meant to stay and
is not understood, say in `doccord.json` with `shape`, `select` or `pattern` how entries are found.)",
    .accept =
        R"(It need not be accepted: once the change is what later ones are compared with, it is gone. Take
the change over only when the keys that still stand in the text are no entries any more.)",
    .check = nullptr};  // Needs an earlier run: found where one is compared with.

}  // namespace doccord
