#include "extract/merge.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/key_order.h"

namespace doccord {
namespace {

constexpr double kMostSharedKeys = 0.1;   // Of the smaller list: a repetition here and there.
constexpr std::size_t kFewestForOne = 4;  // Entries of a list in which one repetition is no more.

// More lists of one layout are no document's: what is beyond is left as it is. The time to join
// grows with the square of their number.
constexpr std::size_t kMostLists = 2000;

// Spans that do not overlap one another, by begin.
using Spans = std::map<std::size_t, std::size_t>;

bool overlaps(const Spans& spans, Span span) {
  const auto after = spans.lower_bound(span.end);
  return after != spans.begin() && std::prev(after)->second > span.begin;
}

// Where the keys of a list lie.
struct Range {
  std::size_t begin = 0;  // Byte at which the list begins.
  std::string first;      // Smallest key.
  std::string last;       // Largest key.
  std::string mask;       // What all keys look like, "000" for three digits; empty if they differ.
};

std::string mask_of(std::string_view key) {
  std::string mask(key);
  for (char& c : mask) {
    if (c >= '0' && c <= '9') c = '0';
    if (c >= 'A' && c <= 'Z') c = 'A';
  }
  return mask;
}

Range range_of(const Proposal& proposal) {
  const std::vector<Entry>& entries = proposal.entries;
  // Of words it is not asked in which order they stand.
  if (proposal.pattern == KeyPattern::identifier) return {entries[0].span.begin, {}, {}, {}};
  Range range{entries[0].span.begin, entries[0].key, entries[0].key, mask_of(entries[0].key)};
  for (const Entry& entry : entries) {
    if (key_less(entry.key, range.first)) range.first = entry.key;
    if (key_less(range.last, entry.key)) range.last = entry.key;
    // Keys of five digits and capitals look alike whatever stands where.
    const bool alike = proposal.pattern == KeyPattern::sqlstate || mask_of(entry.key) == range.mask;
    if (!alike) range.mask.clear();
  }
  if (proposal.pattern == KeyPattern::sqlstate) range.mask = "sqlstate";
  return range;
}

// Words of one kind begin alike: exceptions with a capital, their attributes with a small letter.
bool begins_with_capital(std::string_view key) { return key[0] >= 'A' && key[0] <= 'Z'; }

// Whether the larger keys begin where the smaller end: 999 and 1000, but not 505 and 1048.
bool runs_on(const Range& a, const Range& b) {
  const bool a_first = key_less(a.last, b.first);
  const std::string& end = a_first ? a.last : b.last;
  const std::string& begin = a_first ? b.first : a.first;
  unsigned long last = 0;
  unsigned long next = 0;
  std::from_chars(end.data(), end.data() + end.size(), last);
  std::from_chars(begin.data(), begin.data() + begin.size(), next);
  return last > 0 && next <= last + last / 5;
}

// A proposal with where its keys lie.
struct Part {
  const Proposal* proposal = nullptr;
  Range range;
};

// Joins proposals one by one, largest first, leaving out those that do not go with what is there.
class Joiner {
 public:
  // Whether the part could be joined to those joined so far; it must outlive the joiner.
  bool add(const Part& part) {
    if (!goes_with(*part.proposal, part.range)) return false;
    ascending_ = ascending_ && ascends(part.range);
    const auto place = std::upper_bound(
        by_begin_.begin(), by_begin_.end(), part.range.begin,
        [](std::size_t begin, const Part* other) { return begin < other->range.begin; });
    by_begin_.insert(place, &part);
    parts_.push_back(&part);
    alike_ = alike_ && !part.range.mask.empty() && part.range.mask == parts_[0]->range.mask;
    for (const Entry& entry : part.proposal->entries) {
      keys_.insert(entry.key);
      // Entries of one list may share a line; what overlaps any of them overlaps the list.
      std::size_t& end = spans_[entry.span.begin];
      end = std::max(end, entry.span.end);
    }
    return true;
  }

  std::size_t parts() const { return parts_.size(); }

  Proposal take() const {
    const Proposal& last = *parts_.back()->proposal;
    Proposal joined;
    joined.shape = last.shape;
    joined.pattern = last.pattern;
    joined.layout = last.layout;
    joined.roles = last.roles;
    joined.below_headings = last.below_headings;
    double weight = 0;
    for (const Part* part : parts_) {
      const Proposal& proposal = *part->proposal;
      joined.rows += proposal.rows;
      weight += proposal.weight * static_cast<double>(proposal.rows);
      joined.entries.insert(joined.entries.end(), proposal.entries.begin(), proposal.entries.end());
      joined.headings.insert(joined.headings.end(), proposal.headings.begin(),
                             proposal.headings.end());
    }
    joined.weight = weight / static_cast<double>(joined.rows);
    joined.regularity =
        static_cast<double>(joined.entries.size()) / static_cast<double>(joined.rows);
    std::stable_sort(joined.entries.begin(), joined.entries.end(),
                     [](const Entry& a, const Entry& b) { return a.span.begin < b.span.begin; });
    return joined;
  }

 private:
  bool goes_with(const Proposal& proposal, const Range& range) const {
    if (parts_.empty()) return true;
    if (!same_key_space(proposal, range)) return false;  // Sooner told than what follows.
    std::size_t shared = 0;
    for (const Entry& entry : proposal.entries) {
      if (overlaps(spans_, entry.span)) return false;
      shared += keys_.contains(entry.key);
    }
    const std::size_t count = proposal.entries.size();
    return (shared == 1 && count >= kFewestForOne) ||
           static_cast<double>(shared) <= kMostSharedKeys * static_cast<double>(count);
  }

  // Whether the keys go on where those of the lists joined so far end, or look just like them. A
  // list of substatus codes below one of status codes does neither.
  bool same_key_space(const Proposal& proposal, const Range& range) const {
    const Part& first = *parts_[0];
    if (proposal.pattern == KeyPattern::identifier) {
      return begins_with_capital(proposal.entries[0].key) ==
             begins_with_capital(first.proposal->entries[0].key);
    }
    if (alike_ && range.mask == first.range.mask) return true;
    // Codes of three digits and codes of four are two kinds, unless the ones run on into the
    // others.
    const auto other_kind = [&](const Part* part) {
      const bool two_kinds =
          !range.mask.empty() && !part->range.mask.empty() && range.mask != part->range.mask;
      return two_kinds && !runs_on(range, part->range);
    };
    return ascends(range) && std::none_of(parts_.begin(), parts_.end(), other_kind);
  }

  // Whether the keys lie between those of the lists before and behind it. Where these ascend
  // themselves, the nearest tell for all.
  bool ascends(const Range& range) const {
    const auto behind = std::upper_bound(
        by_begin_.begin(), by_begin_.end(), range.begin,
        [](std::size_t begin, const Part* part) { return begin < part->range.begin; });
    const auto precedes = [&](const Part* part) { return key_less(part->range.last, range.first); };
    const auto follows = [&](const Part* part) { return key_less(range.last, part->range.first); };
    if (!ascending_) {
      return std::all_of(by_begin_.begin(), behind, precedes) &&
             std::all_of(behind, by_begin_.end(), follows);
    }
    return (behind == by_begin_.begin() || precedes(*std::prev(behind))) &&
           (behind == by_begin_.end() || follows(*behind));
  }

  std::vector<const Part*> parts_;
  std::vector<const Part*> by_begin_;
  bool alike_ = true;      // All keys of all parts look the same.
  bool ascending_ = true;  // The keys of the parts ascend with their places in the document.
  std::unordered_set<std::string_view> keys_;
  Spans spans_;
};

}  // namespace

void add_merged(std::vector<Proposal>& proposals) {
  std::map<std::string_view, std::vector<const Proposal*>> alike;
  for (const Proposal& proposal : proposals) {
    if (!proposal.entries.empty()) alike[proposal.layout].push_back(&proposal);
  }
  std::vector<Proposal> merged;
  for (auto& [layout, lists] : alike) {
    if (lists.size() < 2) continue;
    std::stable_sort(lists.begin(), lists.end(), [](const Proposal* a, const Proposal* b) {
      const std::size_t first = a->entries.size();
      const std::size_t second = b->entries.size();
      return first != second ? first > second : a->regularity > b->regularity;
    });
    if (lists.size() > kMostLists) lists.resize(kMostLists);
    std::vector<Part> parts;
    for (const Proposal* list : lists) parts.push_back({list, range_of(*list)});
    // What does not go with the lists so far begins a key space of its own.
    std::vector<Joiner> spaces;
    for (const Part& part : parts) {
      const auto joined = [&](Joiner& space) { return space.add(part); };
      if (std::any_of(spaces.begin(), spaces.end(), joined)) continue;
      spaces.emplace_back().add(part);
    }
    for (const Joiner& space : spaces) {
      if (space.parts() > 1) merged.push_back(space.take());
    }
  }
  std::move(merged.begin(), merged.end(), std::back_inserter(proposals));
}

}  // namespace doccord
