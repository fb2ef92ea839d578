#include "rules/misfiled_causes.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace doccord {

// Sets of members, each told by its least one.
class MisfiledCauses::Joined {
 public:
  explicit Joined(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  std::size_t least_with(std::size_t one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }

  void join(std::size_t a, std::size_t b) {
    a = least_with(a);
    b = least_with(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

std::size_t MisfiledCauses::Row::first() const {
  return members[up].empty() ? members[down].front() : members[up].front();
}

MisfiledCauses::Direction MisfiledCauses::direction_of(const Misfiled& one) {
  return one.belongs < one.record ? down : up;
}

MisfiledCauses::MisfiledCauses(const Registry& registry, const std::vector<const Misfiled*>& all)
    : all_(all), records_of_(registry.sources.size()) {
  for (std::size_t r = 0; r < registry.records.size(); ++r) {
    for (const Claim& claim : registry.records[r].claims) {
      auto& records = records_of_[claim.source];
      if (records.empty() || records.back() != r) records.push_back(r);
    }
  }
  for (std::size_t i = 0; i < all_.size(); ++i) {
    Group& group = groups_[all_[i]->sources];
    group.rows[all_[i]->record].members[direction_of(*all_[i])].push_back(i);
    group.belongings.try_emplace(all_[i]->belongs, i);
  }
  const auto belongs_before = [this](std::size_t a, std::size_t b) {
    return all_[a]->belongs < all_[b]->belongs;
  };
  for (auto& [sources, group] : groups_) {
    for (auto& [record, row] : group.rows) {
      for (auto& members : row.members) {
        std::stable_sort(members.begin(), members.end(), belongs_before);
      }
    }
  }
}

// Whether none of the sources has a key of its own between the two.
bool MisfiledCauses::none_between(const std::vector<std::size_t>& sources, std::size_t from,
                                  std::size_t to) const {
  return std::all_of(sources.begin(), sources.end(), [&](std::size_t source) {
    const auto& records = records_of_[source];
    const auto next = std::upper_bound(records.begin(), records.end(), from);
    return next == records.end() || *next >= to;
  });
}

bool MisfiledCauses::any_shared_with(const Misfiled& one) const {
  const auto found = groups_.find(one.sources);
  if (found == groups_.end()) return false;
  const auto& [rows, belongings] = found->second;
  if (rows.count(one.belongs) > 0 || belongings.count(one.record) > 0) return true;
  const Direction direction = direction_of(one);
  const auto after = rows.upper_bound(one.record);
  if (after != rows.end() && none_between(one.sources, one.record, after->first)) {
    const auto& members = after->second.members[direction];
    if (!members.empty() && one.belongs < all_[members.back()]->belongs) return true;
  }
  const auto here = rows.lower_bound(one.record);
  if (here == rows.begin()) return false;
  const auto before = std::prev(here);
  if (!none_between(one.sources, before->first, one.record)) return false;
  const auto& members = before->second.members[direction];
  return !members.empty() && all_[members.front()]->belongs < one.belongs;
}

// Whoever belongs to a record has a cause with all that stand there, and these by it.
void MisfiledCauses::join_places(const Group& group, Joined& joined) const {
  for (const auto& [record, row] : group.rows) {
    for (const auto& members : row.members) {
      for (const std::size_t member : members) {
        const auto target = group.rows.find(all_[member]->belongs);
        if (target != group.rows.end()) joined.join(member, target->second.first());
      }
      const auto belonging = group.belongings.find(record);
      if (belonging == group.belongings.end()) continue;
      for (const std::size_t member : members) joined.join(member, belonging->second);
    }
  }
}

// Any two of which the one before belongs before the other; the one that belongs first before and
// the one that belongs last after have a cause with all that have one at all.
void MisfiledCauses::join_neighbours(const Row& before, const Row& after, Joined& joined) const {
  for (const Direction direction : {up, down}) {
    const auto& sooner = before.members[direction];
    const auto& later = after.members[direction];
    if (sooner.empty() || later.empty()) continue;
    const std::size_t first = sooner.front();
    const std::size_t last = later.back();
    for (const std::size_t member : sooner) {
      if (all_[member]->belongs < all_[last]->belongs) joined.join(member, last);
    }
    for (const std::size_t member : later) {
      if (all_[first]->belongs < all_[member]->belongs) joined.join(member, first);
    }
  }
}

std::vector<std::vector<std::size_t>> MisfiledCauses::connected() const {
  Joined joined(all_.size());
  for (const auto& [sources, group] : groups_) {
    join_places(group, joined);
    const Row* before = nullptr;
    std::size_t from = 0;
    for (const auto& [record, row] : group.rows) {
      if (before != nullptr && none_between(sources, from, record)) {
        join_neighbours(*before, row, joined);
      }
      before = &row;
      from = record;
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> sets;
  for (std::size_t i = 0; i < all_.size(); ++i) sets[joined.least_with(i)].push_back(i);
  std::vector<std::vector<std::size_t>> out;
  for (auto& [least, members] : sets) out.push_back(std::move(members));
  return out;
}

}  // namespace doccord
