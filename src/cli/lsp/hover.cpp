// What a reader sees over an entry: the key, and what the other sources say of it.

#include <fmt/format.h>

#include <algorithm>

#include "cli/lsp/entries.h"
#include "cli/lsp/locations.h"
#include "text/terminal.h"

namespace doccord::lsp {
namespace {

// Backslashes, which editors show less of than of the numeric references in markdown_text.
std::string escaped(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_[]<>&~|#!$";
  std::string out;
  for (const char c : terminal_safe(text)) {
    if (kMarkup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string code(std::string_view text) {
  const std::string safe = terminal_safe(text);
  return safe.find('`') == std::string::npos ? "`" + safe + "`" : escaped(safe);
}

std::string names_of(const Entry& entry) {
  std::string names;
  for (const std::string& name : entry.names) names += (names.empty() ? "" : ", ") + code(name);
  return names;
}

// Place in the record's readings; nothing where there is no text.
std::optional<std::size_t> reading_of(const Record& record, const Entry& entry) {
  const auto found =
      std::find_if(record.readings.begin(), record.readings.end(),
                   [&](const Reading& each) { return each.text == entry.description; });
  if (found == record.readings.end()) return std::nullopt;
  return static_cast<std::size_t>(found - record.readings.begin());
}

// How the other text relates to this one, in brackets behind the names.
std::string relation(const Results& results, const EntryAt& at, const Entry& other) {
  const auto mine = reading_of(results.registry.records[at.record], *at.entry);
  const auto theirs = reading_of(results.registry.records[at.record], other);
  if (!mine || !theirs) return "";
  if (mine == theirs) return " (the same text)";
  const Comparison* found = results.comparisons.records[at.record].find(*mine, *theirs);
  if (found == nullptr) return "";
  if (found->kind == Kind::independent) return " (a text of its own)";
  return fmt::format(" (differs in {})", to_string(found->kind));
}

std::string claim_part(const Results& results, const EntryAt& at, const Claim& claim) {
  std::string part = "**" + escaped(results.registry.sources[claim.source].title) + "**";
  if (!claim.entry.names.empty()) part += ": " + names_of(claim.entry);
  part += relation(results, at, claim.entry) + "\n";
  for (const Field& field : claim.entry.fields) {
    part += fmt::format("> {}: {}  \n", escaped(field.label), escaped(field.text));
  }
  // A first character that would begin a list or a heading cannot, as no line begins with it.
  if (!claim.entry.description.empty()) part += "> — " + escaped(claim.entry.description) + "\n";
  return part + "\n";
}

}  // namespace

Json hover_json(const Snapshot& snapshot, const EntryAt& at) {
  const Results& results = *snapshot.results;
  const Record& record = results.registry.records[at.record];
  std::string text = "### " + code(record.key) + "\n\n";
  for (const Claim& claim : record.claims) {
    if (claim.source == at.source && claim.entry.span == at.entry->span) continue;
    text += claim_part(results, at, claim);
  }
  for (const std::size_t source : record.missing) {
    text += fmt::format("**{}** does not have {}\n\n",
                        escaped(results.registry.sources[source].title), code(record.key));
  }
  text.erase(text.find_last_not_of('\n') + 1);
  return {{"contents", {{"kind", "markdown"}, {"value", text}}},
          {"range", range_json(snapshot, at.source, at.entry->span)}};
}

}  // namespace doccord::lsp
