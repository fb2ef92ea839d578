#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <vector>

#include "rules/misfiling.h"

namespace doccord {

// Which misfiled entries have one cause: two of the same sources whose place is the other's, or
// that stand at successive keys of these sources and are out of place in the same direction.
// Takes time as they are many, not as their pairs are.
class MisfiledCauses {
 public:
  // Both are to outlive it; what misfiled entries are told by is their place in `all`.
  MisfiledCauses(const Registry& registry, const std::vector<const Misfiled*>& all);

  bool any_shared_with(const Misfiled& one) const;

  // All of them, those together that a chain of causes joins: by the first of each group, and
  // ascending within.
  std::vector<std::vector<std::size_t>> connected() const;

 private:
  enum Direction : std::size_t { up, down };

  struct Row {  // Those of the same sources at one record, ascending by the place they belong to.
    std::array<std::vector<std::size_t>, 2> members;  // By direction.
    std::size_t first() const;
  };
  struct Group {                                    // Those of the same sources.
    std::map<std::size_t, Row> rows;                // By the record where they stand.
    std::map<std::size_t, std::size_t> belongings;  // One that belongs there, by record.
  };
  class Joined;

  static Direction direction_of(const Misfiled& one);
  bool none_between(const std::vector<std::size_t>& sources, std::size_t from,
                    std::size_t to) const;
  void join_places(const Group& group, Joined& joined) const;
  void join_neighbours(const Row& before, const Row& after, Joined& joined) const;

  const std::vector<const Misfiled*>& all_;
  std::vector<std::vector<std::size_t>> records_of_;  // By source, ascending.
  std::map<std::vector<std::size_t>, Group> groups_;  // By their sources.
};

}  // namespace doccord
