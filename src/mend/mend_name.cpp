#include <algorithm>
#include <utility>

#include "compare/names.h"
#include "mend/proposers.h"
#include "mend/written_text.h"

#include "mend/naming.h"

namespace doccord {
namespace {

std::string bare_name(const Workshop& workshop, const Record& record, std::size_t source,
                      const std::string& name) {
  for (const NameUse& use : record.names) {
    if (use.name == name && std::binary_search(use.sources.begin(), use.sources.end(), source)) {
      return use.bare;
    }
  }
  return without_own_prefix(workshop, source, name);
}

// Puts the new name wherever the entry has the old one, its description aside; the second way is
// the first place only, for names that are words of a description in several pieces.
std::string rename(const Workshop& workshop, const Claim& claim, const std::string& from,
                   const std::string& to, MendProposal& proposal) {
  const auto places = name_stretches(workshop, claim.source, claim.entry, from);
  if (places.empty()) return "the name does not stand in the document as plain text";
  const Format format = workshop.state.entry_sets[claim.source].format;
  for (std::size_t w = 0; w < proposal.ways.size(); ++w) {
    MendWay& way = proposal.ways[w];
    for (const Stretch& place : places) {
      const auto written = written_text(to, workshop.source(claim.source).text, format, place);
      if (!written) return "the place in the document cannot hold the name";
      way.edits.push_back({claim.source, place.span, *written});
      if (w > 0) break;
    }
    change_of(way, claim.source, workshop.place_of(claim)).names.emplace_back(from, to);
  }
  return "";
}

}  // namespace

void propose_name(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal) {
  const auto from = workshop.from.names;
  const Record* record = workshop.state.registry.find(proposal.key);
  const Claim* given = from && record != nullptr ? record->find(*from) : nullptr;
  if (given == nullptr || given->entry.names.empty()) return;
  proposal.ways.resize(2);
  for (const Evidence::Quote& quote : found.evidence.quotes) {
    if (quote.key != proposal.key || quote.source == *from) continue;
    const Claim& claim = *record->find(quote.source);
    const std::string like = name_model(workshop, quote.source, claim.entry, quote.text);
    const std::string name = fitting_name(workshop, *given, like);
    const std::string bare = bare_name(workshop, *record, *from, name);
    const std::string own = bare_name(workshop, *record, quote.source, quote.text);
    if (relate_names(own, bare) == NameRelation::same) continue;
    const std::string to = styled_like(workshop, quote.source, bare, like);
    proposal.why_not = workshop.state.entry_sets[quote.source].format == Format::source
                           ? "a name in source code cannot be changed in one place only"
                           : rename(workshop, claim, quote.text, to, proposal);
    if (!proposal.why_not.empty()) break;
  }
  if (!proposal.why_not.empty() || proposal.ways[0].edits.empty()) proposal.ways.clear();
}

}  // namespace doccord
