#include "extract/merge.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
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

// Joins proposals one by one, largest first, leaving out those that do not go with what is there.
class Joiner {
 public:
  // Whether the proposal could be joined to those joined so far.
  bool add(const Proposal& proposal) {
    if (!goes_with(proposal)) return false;
    rows_ += proposal.rows;
    weight_ += proposal.weight * static_cast<double>(proposal.rows);
    parts_.push_back(range_of(proposal));
    joined_.shape = proposal.shape;
    joined_.pattern = proposal.pattern;
    joined_.layout = proposal.layout;
    joined_.roles = proposal.roles;
    for (const Entry& entry : proposal.entries) {
      joined_.entries.push_back(entry);
      keys_.insert(entry.key);
      // Entries of one list may share a line; what overlaps any of them overlaps the list.
      std::size_t& end = spans_[entry.span.begin];
      end = std::max(end, entry.span.end);
    }
    joined_.headings.insert(joined_.headings.end(), proposal.headings.begin(),
                            proposal.headings.end());
    return true;
  }

  std::size_t parts() const { return parts_.size(); }

  Proposal take() {
    joined_.rows = rows_;
    joined_.weight = weight_ / static_cast<double>(rows_);
    joined_.regularity = static_cast<double>(joined_.entries.size()) / static_cast<double>(rows_);
    std::stable_sort(joined_.entries.begin(), joined_.entries.end(),
                     [](const Entry& a, const Entry& b) { return a.span.begin < b.span.begin; });
    return std::move(joined_);
  }

 private:
  bool goes_with(const Proposal& proposal) const {
    if (parts_.empty()) return true;
    std::size_t shared = 0;
    for (const Entry& entry : proposal.entries) {
      if (overlaps(spans_, entry.span)) return false;
      shared += keys_.contains(entry.key);
    }
    if (!same_key_space(proposal)) return false;
    const std::size_t count = proposal.entries.size();
    return (shared == 1 && count >= kFewestForOne) ||
           static_cast<double>(shared) <= kMostSharedKeys * static_cast<double>(count);
  }

  // Whether the keys go on where those of the lists joined so far end, or look just like them. A
  // list of substatus codes below one of status codes does neither.
  bool same_key_space(const Proposal& proposal) const {
    if (proposal.pattern == KeyPattern::identifier) {
      return begins_with_capital(proposal.entries[0].key) ==
             begins_with_capital(joined_.entries[0].key);
    }
    const Range range = range_of(proposal);
    bool alike = true;
    bool ordered = true;
    for (const Range& part : parts_) {
      alike = alike && !range.mask.empty() && range.mask == part.mask;
      // Codes of three digits and codes of four are two kinds, unless the ones run on into the
      // others.
      const bool two_kinds = !range.mask.empty() && !part.mask.empty() && range.mask != part.mask;
      ordered = ordered && !(two_kinds && !runs_on(range, part));
      ordered = ordered && (range.begin < part.begin ? key_less(range.last, part.first)
                                                     : key_less(part.last, range.first));
    }
    return alike || ordered;
  }

  Proposal joined_;
  std::vector<Range> parts_;
  std::set<std::string> keys_;
  Spans spans_;
  std::size_t rows_ = 0;
  double weight_ = 0;
};

}  // namespace

void add_merged(std::vector<Proposal>& proposals) {
  std::map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    alike[proposals[i].layout].push_back(i);
  }
  std::vector<Proposal> merged;
  for (auto& [layout, places] : alike) {
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      const std::size_t first = proposals[a].entries.size();
      const std::size_t second = proposals[b].entries.size();
      return first != second ? first > second : proposals[a].regularity > proposals[b].regularity;
    });
    if (places.size() > kMostLists) places.resize(kMostLists);
    // What does not go with the lists so far begins a key space of its own.
    std::vector<Joiner> spaces;
    for (const std::size_t place : places) {
      const auto joined = [&](Joiner& space) { return space.add(proposals[place]); };
      if (std::any_of(spaces.begin(), spaces.end(), joined)) continue;
      spaces.emplace_back().add(proposals[place]);
    }
    for (Joiner& space : spaces) {
      if (space.parts() > 1) merged.push_back(space.take());
    }
  }
  std::move(merged.begin(), merged.end(), std::back_inserter(proposals));
}

}  // namespace doccord
