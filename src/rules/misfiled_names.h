#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/misfiled_texts.h"
#include "rules/misfiling.h"

namespace doccord {

// The names of a run by their words: which entries have another key's name.
class MisfiledNames {
 public:
  MisfiledNames(const Registry& registry, const MisfiledTexts& texts);

  // The misfiled entry, when all that the claim's names and text say is that it is another key's.
  struct Found {
    Misfiled misfiled;
    bool certain = true;  // The source does not have the name under the right key as well.
  };
  std::optional<Found> find(std::size_t record, const Claim& claim) const;

 private:
  struct Use {
    std::size_t record = 0;
    std::vector<std::size_t> sources;  // Ascending.
  };

  std::vector<std::string> bare_names(const Claim& claim) const;
  bool fits_neighbours(std::size_t record, const Claim& claim,
                       const std::vector<std::string>& names) const;
  const Use* others_use(const std::string& name, std::size_t record, std::size_t source) const;
  const Use* use_at(const std::string& name, std::size_t record) const;

  const Registry& registry_;
  const MisfiledTexts& texts_;
  std::unordered_map<std::string, std::vector<Use>> uses_;  // By the words of the name.
};

}  // namespace doccord
