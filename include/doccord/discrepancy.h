/// @file
/// Where the documents disagree, and how gravely.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doccord/registry.h>

namespace doccord::api {

/// How grave a discrepancy is.
enum class Level {
  note,     ///< Worth knowing.
  warning,  ///< Worth a look by a person.
  error     ///< One of the documents is wrong.
};

/// The level's name in reports: "warning".
std::string to_string(Level level);

/// One kind of discrepancy.
struct Rule {
  std::string code;              ///< "DC301".
  std::string name;              ///< "description-meaning".
  Level level = Level::warning;  ///< Of its discrepancies, unless one is graver or lighter.
  std::string summary;           ///< What it says, in half a line.
};

/// Every rule, by code.
std::vector<Rule> rules();

/// A place that a discrepancy points at.
struct Place {
  std::string source;  ///< Id of the document.
  std::string key;     ///< Of the entry.
  Location location;   ///< The words that it is about.
  std::string label;   ///< What stands there; may be empty.
};

/// A person's decision that a discrepancy may stand.
struct Acceptance {
  std::string reason;   ///< Why.
  std::string by;       ///< Who decided; may be empty.
  std::string on;       ///< The day of the decision: "2025-03-01".
  std::string until;    ///< The last day that it holds; empty: for good.
  std::string ref;      ///< Where it is followed up; may be empty.
  std::string verdict;  ///< Which side is wrong, as far as decided; may be empty.
};

/// One finding.
struct Discrepancy {
  std::string id;                    ///< The same however lines move and files are renamed.
  std::string code;                  ///< The rule's: "DC301".
  std::string name;                  ///< The rule's: "description-meaning".
  Level level = Level::warning;      ///< How grave it is.
  std::vector<std::string> keys;     ///< One, or all keys of a systematic discrepancy.
  std::string field;                 ///< "entry", "name", "description", "section", or a label.
  std::vector<std::string> sources;  ///< Ids of those at fault, or of all that take part.
  std::string message;               ///< One sentence; what is quoted stands in backquotes.
  std::vector<Place> places;         ///< The first is where a report points.
  std::size_t places_left_out = 0;   ///< Further ones, where very many sources take part.
  std::vector<Edit> edits;           ///< Where the texts part, when it is about texts.
  std::vector<std::pair<std::string, std::string>> facts;  ///< What else the rule saw, by name.
  std::optional<Acceptance> accepted;                      ///< Nothing: it is open.
};

}  // namespace doccord::api
