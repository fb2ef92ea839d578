#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compare/comparisons.h"
#include "compare/statements.h"
#include "compare/units.h"
#include "reconcile/registry.h"

namespace doccord {

// Finds what a text states that can be held against other texts: numbers with what they count,
// keys and names of other records, header fields, methods, versions, RFCs, what must, should or may
// be, and what is denied. Each once, by kind of search, then in text order.
class FactReader {
 public:
  // `registry` must outlive the reader.
  explicit FactReader(const Registry& registry);
  std::vector<Fact> read(const Record& record, const UnitText& text,
                         const std::vector<Statement>& statements) const;

 private:
  // The name that the text begins with, as it is written, and its key.
  std::optional<std::pair<std::string, std::string>> name_at(std::string_view text) const;

  std::unordered_set<std::string_view> keys_;
  std::vector<std::pair<std::string, std::string>> names_;  // Of several words, with key; sorted.
  std::array<bool, 256> begins_name_{};                     // By the first byte of a name.
};

}  // namespace doccord
