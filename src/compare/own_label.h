#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/units.h"
#include "reconcile/registry.h"

namespace doccord {

// What a record's texts begin with that only says which entry they belong to: "404 Not Found. ...",
// "NOT_FOUND means that ...".
class OwnLabel {
 public:
  // The record must outlive it.
  explicit OwnLabel(const Record& record);

  // Takes their weight from the units of the label that the text begins with.
  void set_aside(UnitText& text) const;

  // A name as it stands in texts: as one constant, or as words.
  struct Name {
    std::string_view written;
    std::vector<std::string> words;
  };

 private:
  std::string_view key_;
  std::vector<Name> names_;
};

}  // namespace doccord
