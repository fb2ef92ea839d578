#include "cli/lsp/code_actions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "accept/accept.h"
#include "cli/lsp/entries.h"
#include "cli/lsp/locations.h"
#include "report/reported.h"
#include "rules/phrasing.h"
#include "text/terminal.h"
#include "text/whitespace.h"

namespace doccord::lsp {
namespace {

constexpr const char* kKind = "quickfix";

// Whether plain text put into a document of that format is read as that text again. `behind` is
// what follows it there.
bool stands_as_it_is(Format format, std::string_view text, std::string_view behind) {
  const auto free_of = [&](std::string_view characters) {
    return text.find_first_of(characters) == std::string_view::npos;
  };
  switch (format) {
    case Format::text:
      return true;
    case Format::html:
    case Format::xml:
      return free_of("<>&");
    case Format::markdown:
      return free_of("\\`*_[]<>&~|#+") && !text.starts_with("-") && !text.starts_with("=") &&
             text.find("://") == std::string_view::npos;
    case Format::csv:
      return free_of("\",;\t|");
    case Format::json:
      return free_of("\"\\");
    case Format::yaml:
      // A comma ends a text between brackets only, where a comma or bracket follows it.
      return free_of("\"\\'#:|>[]{}&*!%@`") && !text.starts_with("-") && !text.starts_with("?") &&
             (free_of(",") || behind.empty() || behind.find_first_of(",]}") != 0);
    case Format::source:
      return free_of("\"\\'`") && text.find("*/") == std::string_view::npos;
  }
  return false;
}

// Where the entry's description stands as it is, once only.
std::optional<Span> plain_description(const Snapshot& snapshot, const EntryAt& at) {
  const std::string& wanted = at.entry->description;
  const std::string& text = snapshot.results->sources.sources[at.source].text;
  const std::string_view within =
      std::string_view(text).substr(at.entry->span.begin, at.entry->span.size());
  const std::size_t found = wanted.empty() ? std::string_view::npos : within.find(wanted);
  if (found == std::string_view::npos) return std::nullopt;
  if (within.find(wanted, found + 1) != std::string_view::npos) return std::nullopt;
  const std::size_t begin = at.entry->span.begin + found;
  return Span{begin, begin + wanted.size()};
}

// The diagnostics that the editor showed there of the discrepancies with these ids.
Json shown_of(const Json& context, const std::set<std::string>& ids) {
  Json shown = Json::array();
  for (const Json& each : context.value("diagnostics", Json::array())) {
    const auto data = each.find("data");
    if (data == each.end() || !data->is_object()) continue;
    if (ids.contains(data->value("id", ""))) shown.push_back(each);
  }
  return shown;
}

// Those about the description of the key, which another wording may mend.
std::set<std::string> about_description(const Results& results, const std::string& key) {
  std::set<std::string> ids;
  for (const Discrepancy& each : results.discrepancies) {
    const bool about = std::find(each.keys.begin(), each.keys.end(), key) != each.keys.end();
    if (about && each.field == "description") ids.insert(each.id);
  }
  return ids;
}

void add_wordings(const Snapshot& snapshot, const EntryAt& at, const Json& context, Json& actions) {
  const Results& results = *snapshot.results;
  const auto span = plain_description(snapshot, at);
  if (!span) return;
  const Format format = results.entry_sets[at.source].format;
  const std::string_view text = results.sources.sources[at.source].text;
  const std::string_view behind = trim_left(text.substr(span->end));
  const Json shown = shown_of(context, about_description(results, at.entry->key));
  const std::string& uri = snapshot.file_of(at.source, span->begin).uri;
  for (const Reading& reading : results.registry.records[at.record].readings) {
    if (reading.text == at.entry->description || !stands_as_it_is(format, reading.text, behind))
      continue;
    const std::string title =
        terminal_safe("Use the wording of " + listed_sources(results.registry, reading.sources));
    Json action{{"title", title}, {"kind", kKind}};
    if (!shown.empty()) action["diagnostics"] = shown;
    const Json edit{{"range", range_json(snapshot, at.source, *span)}, {"newText", reading.text}};
    action["edit"] = {{"changes", {{uri, Json::array({edit})}}}};
    actions.push_back(std::move(action));
  }
}

bool points_at(const Discrepancy& discrepancy, const std::vector<SourcePlace>& from,
               const std::vector<SourcePlace>& to) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    for (const Place& place : discrepancy.places) {
      if (place.source == from[i].source && place.span.begin <= to[i].offset &&
          from[i].offset <= place.span.end) {
        return true;
      }
    }
  }
  return false;
}

Json accept_action(const Discrepancy& discrepancy, const Json& context) {
  const std::string title = terminal_safe(
      fmt::format("Accept {}, with a reason: {}", discrepancy.code, discrepancy.message));
  Json action{{"title", title}, {"kind", kKind}};
  Json shown = shown_of(context, {discrepancy.id});
  if (!shown.empty()) action["diagnostics"] = std::move(shown);
  action["command"] = {{"title", title},
                       {"command", kAcceptCommand},
                       {"arguments", Json::array({{{"id", discrepancy.id}}})}};
  return action;
}

bool wants_quick_fixes(const Json& context) {
  const auto only = context.find("only");
  if (only == context.end() || !only->is_array()) return true;
  return std::any_of(only->begin(), only->end(),
                     [](const Json& kind) { return kind == kKind || kind == ""; });
}

}  // namespace

Json code_actions(const Snapshot& snapshot, const std::vector<SourcePlace>& from,
                  const std::vector<SourcePlace>& to, const Json& context) {
  Json actions = Json::array();
  if (!snapshot.results || !wants_quick_fixes(context)) return actions;
  if (const auto at = entry_at(snapshot, from)) add_wordings(snapshot, *at, context, actions);
  for (const Discrepancy* each : open_discrepancies(*snapshot.results)) {
    if (is_about_acceptance(*each) || !points_at(*each, from, to)) continue;
    actions.push_back(accept_action(*each, context));
  }
  return actions;
}

}  // namespace doccord::lsp
