#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "compare/comparisons.h"

namespace doccord {

enum class Level { note, warning, error };

std::string_view to_string(Level level);

// A place in a source that a discrepancy points at.
struct Place {
  std::size_t source = 0;  // Place in Registry::sources.
  std::string key;
  Span span;          // In the source's text.
  std::string label;  // What stands there, for the caret line: "`418` would come after this".
};

// What a rule saw, as data. Reports print it in this order and leave out what is empty.
struct Evidence {
  std::optional<Kind> kind;
  std::vector<Edit> edits;
  struct Quote {
    std::size_t source = 0;
    std::string key;
    std::string text;
  };
  std::vector<Quote> quotes;                               // What the sources say, verbatim.
  std::vector<std::pair<std::string, std::string>> facts;  // Anything further, by name.
};

// A person's decision that a discrepancy may stand.
struct Acceptance {
  std::string reason;
  std::string by;
  std::string on;            // Date, ISO 8601.
  std::string until = {};    // The last day that it holds; empty: for good.
  std::string ref = {};      // Where it is followed up: an address, a ticket.
  std::string verdict = {};  // One of accept/acceptance_file.h's, or empty.
};

// One finding. `id` is made from rule, keys, field and sources only, so that moving or rewording
// anything never changes it.
struct Discrepancy {
  std::string id;    // 16 hexadecimal digits.
  std::string code;  // "DC101".
  std::string name;  // "missing-entry".
  Level level = Level::warning;
  std::vector<std::string> keys;
  std::string field;  // "entry", "name", "description", "section", or a field's label.
  std::vector<std::size_t> sources;  // At fault, or all that take part; ascending.
  std::string message;        // One sentence without a full stop; what is quoted stands in `...`.
  std::vector<Place> places;  // The first is where a report points.
  std::size_t places_left_out = 0;  // Further ones that are not among them.
  std::size_t place_count() const { return places.size() + places_left_out; }
  Evidence evidence;
  std::optional<Acceptance> accepted;
  // Tells apart what else would have the same id: the replacement that a systematic discrepancy is
  // about, the sources on the one side of a difference. Stable, and empty for most.
  std::string distinction;
};

}  // namespace doccord
