#include "extract/extract.h"

#include <algorithm>
#include <utility>

#include "extract/coverage.h"
#include "extract/merge.h"
#include "extract/score.h"
#include "extract/shape.h"
#include "extract/suspects.h"

namespace doccord {
namespace {

constexpr const Shape* kShapes[] = {
#define SHAPE(name) &shapes::name,
#include "extract/shapes.def"
#undef SHAPE
};

}  // namespace

std::vector<Proposal> propose_entries(const Document& document) {
  std::vector<Proposal> proposals;
  for (const Shape* shape : kShapes) {
    for (const Grid& grid : shape->propose(document)) {
      for (Proposal& proposal : read_grid(grid)) {
        if (proposal.weight > 0) proposals.push_back(std::move(proposal));
      }
    }
  }
  add_merged(proposals);
  for (Proposal& proposal : proposals) proposal.score = score(proposal, document.text().size());
  std::erase_if(proposals, [](const Proposal& proposal) { return proposal.score == 0; });
  std::stable_sort(proposals.begin(), proposals.end(),
                   [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
  return proposals;
}

Result<EntrySet> extract(const Source& source, const Document& document) {
  std::vector<Proposal> proposals = propose_entries(document);
  const Proposal* best = best_proposal(proposals);
  if (best == nullptr) {
    return tl::unexpected(
        Error{source.path, 0, 0,
              "no entries found: nothing in it reads as a list of keys with names "
              "or texts (`doccord extract --explain` shows what was tried)"});
  }
  EntrySet set;
  set.source_id = source.id;
  set.format = document.format();
  set.shape = best->shape;
  set.entries = best->entries;
  set.suspects = find_suspects(document, *best);
  set.coverage = count_coverage(source.text, source.byte_order_mark, set.entries, best->headings,
                                set.suspects);
  return set;
}

}  // namespace doccord
