// The discrepancies as JSON.

#include <algorithm>
#include <limits>
#include <span>

#include "report/json.h"
#include "report/reported.h"
#include "report/results_writer.h"
#include "report/tally.h"

namespace doccord {
namespace {

constexpr std::size_t kMostPlacesInLine = 24;  // Of one discrepancy.
constexpr std::size_t kAllPlaces = std::numeric_limits<std::size_t>::max();

class DiscrepancyWriter : private ResultsWriter {
 public:
  DiscrepancyWriter(const Results& results, const Locations& locations, JsonLayout layout)
      : ResultsWriter(results, locations, layout),
        most_places_(layout == JsonLayout::lines ? kMostPlacesInLine : kAllPlaces) {}

  std::string check();
  // One by itself, with all of its places.
  std::string line(const Discrepancy& discrepancy);

 private:
  void evidence(const Evidence& evidence);
  void accepted(const std::optional<Acceptance>& accepted);
  void places(const Discrepancy& discrepancy, std::size_t most);
  void discrepancy(const Discrepancy& discrepancy, std::size_t most_places);

  std::size_t most_places_;
};

void DiscrepancyWriter::evidence(const Evidence& evidence) {
  out_.object("evidence", [&] {
    if (evidence.kind) out_.member("kind", to_string(*evidence.kind));
    if (!evidence.edits.empty()) edits(evidence.edits);
    if (!evidence.quotes.empty()) {
      out_.objects("quotes", evidence.quotes, [&](const Evidence::Quote& quote) {
        out_.member("source", id(quote.source));
        out_.member("key", quote.key);
        out_.member("text", quote.text);
      });
    }
    const auto& facts = evidence.facts;
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
      // Of one told several times, the last.
      const auto same = [&](const auto& other) { return other.first == fact->first; };
      if (std::none_of(fact + 1, facts.end(), same)) out_.member(fact->first, fact->second);
    }
  });
}

std::string_view change_of(const Results& results, const Discrepancy& discrepancy) {
  if (results.changes->fresh.contains(discrepancy.id)) return "new";
  return results.changes->altered.contains(discrepancy.id) ? "altered" : "unchanged";
}

void DiscrepancyWriter::accepted(const std::optional<Acceptance>& accepted) {
  out_.key("accepted");
  if (!accepted) return out_.null();
  out_.object([&] {
    out_.member("reason", accepted->reason);
    out_.member("by", accepted->by);
    out_.member("on", accepted->on);
    if (!accepted->until.empty()) out_.member("until", accepted->until);
    if (!accepted->ref.empty()) out_.member("ref", accepted->ref);
    if (!accepted->verdict.empty()) out_.member("verdict", accepted->verdict);
  });
}

void DiscrepancyWriter::places(const Discrepancy& discrepancy, std::size_t most) {
  const std::span<const Place> all(discrepancy.places);
  out_.objects("locations", all.first(std::min(most, all.size())), [&](const Place& place) {
    out_.member("source", id(place.source));
    out_.member("key", place.key);
    out_.member("path", path_of(results_, place));
    position(place.source, place.span);
    if (!place.label.empty()) out_.member("label", place.label);
  });
}

void DiscrepancyWriter::discrepancy(const Discrepancy& discrepancy, std::size_t most_places) {
  out_.object([&] {
    out_.member("id", discrepancy.id);
    out_.member("rule", discrepancy.code);
    out_.member("name", discrepancy.name);
    out_.member("level", to_string(discrepancy.level));
    out_.member("keys", discrepancy.keys);
    out_.member("field", discrepancy.field);
    ids("sources", discrepancy.sources);
    out_.member("message", discrepancy.message);
    places(discrepancy, most_places);
    evidence(discrepancy.evidence);
    accepted(discrepancy.accepted);
    const std::size_t shown = std::min(discrepancy.places.size(), most_places);
    if (shown < discrepancy.place_count()) {
      out_.member("locationsLeftOut", discrepancy.place_count() - shown);
    }
    if (results_.changes && !discrepancy.accepted) {
      out_.member("change", change_of(results_, discrepancy));
    }
  });
}

std::string DiscrepancyWriter::line(const Discrepancy& discrepancy) {
  this->discrepancy(discrepancy, discrepancy.places.size());
  return out_.take();
}

std::string DiscrepancyWriter::check() {
  const Tally tally = count(results_);
  out_.object([&] {
    out_.member("version", kJsonVersion);
    out_.object("summary", [&] {
      out_.member("sources", tally.sources);
      out_.member("entries", tally.entries);
      out_.member("keys", tally.keys);
      out_.member("error", tally.errors);
      out_.member("warning", tally.warnings);
      out_.member("note", tally.notes);
      out_.member("accepted", tally.accepted);
    });
    const std::vector<Discrepancy>& all = results_.discrepancies;
    out_.lines("discrepancies", all.size(),
               [&](std::size_t i) { discrepancy(all[i], most_places_); });
  });
  return out_.take();
}

}  // namespace

std::string discrepancy_line(const Results& results, const Discrepancy& discrepancy,
                             const Locations& locations) {
  return DiscrepancyWriter(results, locations, JsonLayout::lines).line(discrepancy);
}

std::string check_json(const Results& results, JsonLayout layout) {
  const Locations locations(results.sources);
  return DiscrepancyWriter(results, locations, layout).check();
}

}  // namespace doccord
