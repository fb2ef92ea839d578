#include "site/finding.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "accept/accept.h"
#include "accept/acceptance_file.h"
#include "accept/evidence.h"
#include "rules/rule.h"
#include "site/diff_value.h"
#include "site/markup.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kLongestExcerpt = 160;  // Characters.
constexpr std::size_t kMostOpen = 18;         // Places and quotes; more are folded away.
constexpr std::size_t kMostPlaces = 8;        // Of many; the data has all of them.

using Quote = Evidence::Quote;

// Two texts of one key, of which the second was made from the first or the other way round.
struct Revision {
  const Quote* a;
  const Quote* b;
};

// The quotes as such pairs; none when they are anything else.
std::vector<Revision> revisions_in(const Evidence& evidence) {
  std::vector<Revision> revisions;
  const bool revised = evidence.kind && *evidence.kind != Kind::identical &&
                       *evidence.kind != Kind::independent && evidence.quotes.size() % 2 == 0;
  if (!revised) return revisions;
  for (std::size_t i = 0; i < evidence.quotes.size(); i += 2) {
    const Quote& a = evidence.quotes[i];
    const Quote& b = evidence.quotes[i + 1];
    if (a.key != b.key) return {};
    revisions.push_back({&a, &b});
  }
  return revisions;
}

// The sources that have the quoted text at its key, as "a and b".
std::string quoted_in(const Model& model, const Quote& quote) {
  if (const auto record = model.record_of(quote.key)) {
    for (const Reading& reading : model.record(*record).readings) {
      if (reading.text == quote.text) return id_list(model, reading.sources);
    }
  }
  return model.results.registry.sources[quote.source].id;
}

Value diffs_value(const Page& page, const Discrepancy& discrepancy) {
  Value::List list;
  const std::vector<Revision> revisions = revisions_in(discrepancy.evidence);
  for (const auto& [a, b] : revisions) {
    const std::string from = quoted_in(page.model, *a);
    const std::string to = quoted_in(page.model, *b);
    const Extent extent = revisions.size() > 1 ? Extent::around_changes : Extent::whole;
    // Without edits the comparison has found nothing to hold the two texts together.
    Value runs = discrepancy.evidence.edits.empty()
                     ? replacement_value(a->text, b->text, from, to)
                     : diff_value(page.model, a->text, b->text, from, to, extent);
    list.push_back(Value()
                       .set("about", revisions.size() > 1 ? a->key : std::string())
                       .set("from", from)
                       .set("to", to)
                       .set("runs", std::move(runs)));
  }
  return list;
}

// Each quote once, with all sources that say so.
Value quotes_value(const Page& page, const Discrepancy& discrepancy) {
  std::vector<std::pair<const Quote*, std::vector<std::size_t>>> distinct;
  for (const Quote& quote : discrepancy.evidence.quotes) {
    const auto same = [&](const auto& known) {
      return known.first->key == quote.key && known.first->text == quote.text;
    };
    const auto found = std::find_if(distinct.begin(), distinct.end(), same);
    if (found != distinct.end()) {
      found->second.push_back(quote.source);
    } else {
      distinct.push_back({&quote, {quote.source}});
    }
  }
  Value::List list;
  for (const auto& [quote, sources] : distinct) {
    list.push_back(Value()
                       .set("who", id_list(page.model, sources))
                       .set("about", discrepancy.keys.size() > 1 ? quote->key : std::string())
                       .set("text", quote->text));
  }
  return list;
}

// Each edit once that the diffs do not show or that has a reason to be given.
std::vector<Edit> telling_edits(const Evidence& evidence) {
  const bool shown = !revisions_in(evidence).empty();
  std::vector<Edit> edits;
  for (const Edit& edit : evidence.edits) {
    if (shown && edit.reason.empty()) continue;
    if (std::find(edits.begin(), edits.end(), edit) == edits.end()) edits.push_back(edit);
  }
  return edits;
}

Value edits_value(const std::vector<Edit>& edits) {
  Value::List list;
  for (const Edit& edit : edits) {
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

// The line of the document at which the place begins, cut where it gets long.
std::string excerpt_at(const Model& model, const Place& place) {
  const std::string_view text = model.results.sources.sources[place.source].text;
  const std::size_t at = std::min(place.span.begin, text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view line = trim(text.substr(begin, text.find('\n', at) - begin));
  // Of a line without end, no more is looked at than may be shown.
  constexpr std::size_t kMostBytes = 4 * (kLongestExcerpt + 1);
  if (line.size() > kMostBytes) {
    std::size_t size = kMostBytes;
    while ((static_cast<unsigned char>(line[size]) & 0xC0) == 0x80) --size;
    line = line.substr(0, size);
  }
  std::u32string points = to_code_points(line);
  if (points.size() <= kLongestExcerpt) return std::string(line);
  points.resize(kLongestExcerpt);
  return to_utf8(points) + "…";
}

// How many of so many places are listed.
std::size_t shown_places(std::size_t places) { return places <= kMostOpen ? places : kMostPlaces; }

// The first is where the discrepancy is, so what stands there is shown.
Value places_value(const Page& page, const std::vector<Place>& places) {
  Value::List list;
  for (const Place& place : places) {
    if (list.size() == shown_places(places.size())) break;
    Value value = place_value(page, place);
    value.set("label_runs", inline_runs(place.label));
    value.set("excerpt", list.empty() ? excerpt_at(page.model, place) : std::string());
    list.push_back(std::move(value));
  }
  return list;
}

Value accepted_value(const std::optional<Acceptance>& accepted) {
  if (!accepted) return false;
  return Value()
      .set("reason", accepted->reason)
      .set("by", accepted->by)
      .set("on", accepted->on)
      .set("until", accepted->until)
      .set("ref", accepted->ref)
      .set("verdict", accepted->verdict);
}

// The line for the acceptance file that only lacks a decision. In ASCII, so that what an attribute
// would show differently is kept; empty for what cannot be accepted.
std::string acceptance_line(const Model& model, const Discrepancy& discrepancy) {
  if (discrepancy.accepted || is_about_acceptance(discrepancy)) return "";
  const std::string file =
      format_acceptances({accepted_line(discrepancy, model.results.registry, {})});
  const std::string_view line = std::string_view(file).substr(file.find('\n') + 1);
  const auto json = nlohmann::ordered_json::parse(line, nullptr, false);
  return json.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

// For filters: the ids of the sources as a JSON list.
std::string source_ids(const Model& model, const Discrepancy& discrepancy) {
  nlohmann::json ids = nlohmann::json::array();
  for (const std::size_t source : discrepancy.sources) {
    if (source < model.source_count()) ids.push_back(model.results.registry.sources[source].id);
  }
  return ids.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string finding_anchor(const Discrepancy& discrepancy) { return "d-" + discrepancy.id; }

namespace {

// What it rests on: texts, edits, facts and places.
void set_evidence(Value& value, const Page& page, const Discrepancy& discrepancy) {
  const Evidence& evidence = discrepancy.evidence;
  const bool as_diffs = !revisions_in(evidence).empty();
  const std::vector<Edit> edits = telling_edits(evidence);
  // A message about the names of one key quotes them itself.
  const bool quoted = as_diffs || (discrepancy.field == "name" && discrepancy.keys.size() == 1);
  const std::size_t extent = discrepancy.places.size() + (quoted ? 0 : evidence.quotes.size());
  const std::size_t hidden_places =
      discrepancy.place_count() - shown_places(discrepancy.places.size());
  value.set("diffs", diffs_value(page, discrepancy))
      .set("quotes_any", !evidence.quotes.empty() && !quoted)
      .set("quotes", quoted ? Value(Value::List{}) : quotes_value(page, discrepancy))
      .set("edits_any", !edits.empty())
      .set("edits", edits_value(edits))
      .set("facts_any", !evidence.facts.empty())
      .set("facts", facts_value(evidence))
      .set("places_any", !discrepancy.places.empty())
      .set("places", places_value(page, discrepancy.places))
      .set("places_hidden", hidden_places == 0 ? "" : std::to_string(hidden_places))
      .set("folded", extent > kMostOpen)
      .set("place_count", counted(discrepancy.place_count(), "place", "places"));
}

}  // namespace

Value message_value(const Page& page, const Discrepancy& discrepancy) {
  return message_runs(discrepancy.message,
                      [&](std::string_view text) { return page.model.has_source(text); });
}

Value finding_value(const Page& page, const Discrepancy& discrepancy, FindingDetail detail) {
  const bool own_page = detail == FindingDetail::full;
  Value value;
  value.set("anchor", finding_anchor(discrepancy))
      .set("id", discrepancy.id)
      .set("level", to_string(discrepancy.level))
      .set("line", acceptance_line(page.model, discrepancy))
      .set("rule", discrepancy.code)
      .set("in_list", !own_page)
      .set("at_fault", own_page ? std::string() : source_ids(page.model, discrepancy))
      .set("heading_level", own_page ? "2" : "3")
      .set("page_href", own_page ? std::string() : page.root + finding_path(discrepancy))
      .set("page_label", detail == FindingDetail::brief ? "Texts and places" : "Link to this")
      .set("keys_any", !discrepancy.keys.empty())
      .set("keys", key_links(page, discrepancy.keys))
      .set("about_names", discrepancy.field == "name")
      .set("message", message_value(page, discrepancy))
      .set("accepted", accepted_value(discrepancy.accepted))
      .set("evidence", detail != FindingDetail::brief);
  if (detail == FindingDetail::brief) {
    value.set("diffs", Value::List{}).set("edits_any", false).set("folded", false);
  } else {
    set_evidence(value, page, discrepancy);
  }
  return value;
}

Value finding_lines(const Page& page, const std::vector<std::size_t>& numbers) {
  Value::List list;
  for (const std::size_t number : numbers) {
    const Discrepancy& discrepancy = page.model.results.discrepancies[number];
    list.push_back(Value()
                       .set("href", page.root + finding_path(discrepancy))
                       .set("level", to_string(discrepancy.level))
                       .set("code", discrepancy.code)
                       .set("name", discrepancy.name)
                       .set("message", message_value(page, discrepancy))
                       .set("decided", accepted_value(discrepancy.accepted)));
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
