#include "site/finding.h"

#include <array>

#include "rules/rule.h"
#include "site/diff_value.h"
#include "site/markup.h"

namespace doccord {
namespace {

constexpr std::size_t kFewPlaces = 6;  // More are folded away.

using Quote = Evidence::Quote;

// Two quotes that are revisions of one text say most as one diff.
bool is_diff(const Evidence& evidence) {
  return evidence.quotes.size() == 2 && evidence.kind && *evidence.kind != Kind::identical &&
         *evidence.kind != Kind::independent && evidence.quotes[0].key == evidence.quotes[1].key;
}

Value diff_of_quotes(const Page& page, const Evidence& evidence) {
  if (!is_diff(evidence)) return Value::List{};
  const Quote& a = evidence.quotes[0];
  const Quote& b = evidence.quotes[1];
  const std::vector<SourceSummary>& sources = page.model.results.registry.sources;
  const std::string& from = sources[a.source].id;
  const std::string& to = sources[b.source].id;
  return Value::List{Value()
                         .set("from", from)
                         .set("to", to)
                         .set("runs", diff_value(page.model, a.text, b.text, from, to))};
}

Value quotes_value(const Page& page, const Evidence& evidence) {
  Value::List list;
  if (is_diff(evidence)) return list;
  for (const Quote& quote : evidence.quotes) {
    const SourceSummary& source = page.model.results.registry.sources[quote.source];
    list.push_back(Value().set("who", source.id).set("key", quote.key).set("text", quote.text));
  }
  return list;
}

Value edits_value(const Evidence& evidence) {
  Value::List list;
  for (const Edit& edit : evidence.edits) {
    list.push_back(Value()
                       .set("a", edit.a)
                       .set("b", edit.b)
                       .set("reason", inline_runs(edit.reason))
                       .set("state", state_value(state_of(edit.kind))));
  }
  return list;
}

Value facts_value(const Evidence& evidence) {
  Value::List list;
  for (const auto& [name, text] : evidence.facts) {
    list.push_back(Value().set("fact", name).set("runs", inline_runs(text)));
  }
  return list;
}

Value places_value(const Page& page, const std::vector<Place>& places) {
  Value::List list;
  for (const Place& place : places) {
    Value value = place_value(page, place);
    value.set("label_runs", inline_runs(place.label));
    list.push_back(std::move(value));
  }
  return list;
}

Value accepted_value(const std::optional<Acceptance>& accepted) {
  if (!accepted) return false;
  return Value()
      .set("reason", accepted->reason)
      .set("by", accepted->by)
      .set("on", accepted->on);
}

}  // namespace

std::string finding_anchor(const Discrepancy& discrepancy) { return "d-" + discrepancy.id; }

Value finding_value(const Page& page, const Discrepancy& discrepancy) {
  const Evidence& evidence = discrepancy.evidence;
  const std::size_t extent = discrepancy.places.size() + evidence.quotes.size();
  return Value()
      .set("anchor", finding_anchor(discrepancy))
      .set("id", discrepancy.id)
      .set("level", to_string(discrepancy.level))
      .set("keys_any", !discrepancy.keys.empty())
      .set("keys", key_links(page, discrepancy.keys))
      .set("message", inline_runs(discrepancy.message))
      .set("diffs", diff_of_quotes(page, evidence))
      .set("quotes_any", !evidence.quotes.empty() && !is_diff(evidence))
      .set("quotes", quotes_value(page, evidence))
      .set("edits_any", !evidence.edits.empty())
      .set("edits", edits_value(evidence))
      .set("facts_any", !evidence.facts.empty())
      .set("facts", facts_value(evidence))
      .set("places_any", !discrepancy.places.empty())
      .set("places", places_value(page, discrepancy.places))
      .set("folded", extent > 2 * kFewPlaces)
      .set("place_count", counted(discrepancy.places.size(), "place", "places"))
      .set("accepted", accepted_value(discrepancy.accepted));
}

Value finding_lines(const Page& page, const std::vector<std::size_t>& numbers) {
  Value::List list;
  for (const std::size_t number : numbers) {
    const Discrepancy& discrepancy = page.model.results.discrepancies[number];
    list.push_back(
        Value()
            .set("href", page.root + "discrepancies/index.html#" + finding_anchor(discrepancy))
            .set("level", to_string(discrepancy.level))
            .set("code", discrepancy.code)
            .set("name", discrepancy.name)
            .set("message", inline_runs(discrepancy.message))
            .set("accepted", discrepancy.accepted.has_value()));
  }
  return list;
}

std::string level_counts(const std::vector<const Discrepancy*>& discrepancies) {
  std::array<std::size_t, 3> counts{};
  std::size_t accepted = 0;
  for (const Discrepancy* discrepancy : discrepancies) {
    if (discrepancy->accepted) {
      ++accepted;
    } else {
      ++counts[static_cast<std::size_t>(discrepancy->level)];
    }
  }
  std::vector<std::string> parts;
  if (counts[2] > 0) parts.push_back(counted(counts[2], "error", "errors"));
  if (counts[1] > 0) parts.push_back(counted(counts[1], "warning", "warnings"));
  if (counts[0] > 0) parts.push_back(counted(counts[0], "note", "notes"));
  if (accepted > 0) parts.push_back(std::to_string(accepted) + " accepted");
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += separator(i, parts.size());
    out += parts[i];
  }
  return out.empty() ? "none" : out;
}

}  // namespace doccord
