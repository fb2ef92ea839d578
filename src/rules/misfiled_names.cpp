#include "rules/misfiled_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "compare/names.h"
#include "reconcile/name_prefix.h"
#include "text/name_words.h"

namespace doccord {
namespace {

constexpr std::size_t kSeveral = 3;  // Sources that have a name under one key.
// A name of more keys than this ("Reserved") says of none that it is its own.
constexpr std::size_t kMostKeysOfName = 64;

std::string words_of(const std::string& bare) {
  return fmt::format("{}", fmt::join(name_words(bare), " "));
}

void add_sources(std::vector<std::size_t>& to, const std::vector<std::size_t>& more) {
  std::vector<std::size_t> all;
  std::set_union(to.begin(), to.end(), more.begin(), more.end(), std::back_inserter(all));
  to = std::move(all);
}

bool holds(const std::vector<std::size_t>& sources, std::size_t source) {
  return std::binary_search(sources.begin(), sources.end(), source);
}

}  // namespace

MisfiledNames::MisfiledNames(const Registry& registry, const MisfiledTexts& texts)
    : registry_(registry), texts_(texts) {
  for (std::size_t r = 0; r < registry.records.size(); ++r) {
    for (const NameUse& use : registry.records[r].names) {
      auto& uses = uses_[words_of(use.bare)];
      if (uses.empty() || uses.back().record != r) uses.push_back({r, {}});
      add_sources(uses.back().sources, use.sources);
    }
  }
}

std::vector<std::string> MisfiledNames::bare_names(const Claim& claim) const {
  std::vector<std::string> names;
  for (const std::string& name : claim.entry.names) {
    names.push_back(without_prefix(name, registry_.sources[claim.source].name_prefix));
  }
  return names;
}

// Whether another source has one of the names for this key, or one that is a form of it.
bool MisfiledNames::fits_neighbours(std::size_t record, const Claim& claim,
                                    const std::vector<std::string>& names) const {
  for (const NameUse& use : registry_.records[record].names) {
    if (use.sources.size() == 1 && use.sources.front() == claim.source) continue;
    for (const std::string& name : names) {
      if (relate_names(name, use.bare) != NameRelation::different) return true;
    }
  }
  return false;
}

const MisfiledNames::Use* MisfiledNames::use_at(const std::string& name, std::size_t record) const {
  const auto found = uses_.find(words_of(name));
  if (found == uses_.end()) return nullptr;
  for (const Use& use : found->second) {
    if (use.record == record) return &use;
  }
  return nullptr;
}

// The one other key for which other sources use the name; null when there is none, or several.
const MisfiledNames::Use* MisfiledNames::others_use(const std::string& name, std::size_t record,
                                                    std::size_t source) const {
  const auto found = uses_.find(words_of(name));
  const Use* only = nullptr;
  if (found == uses_.end() || found->second.size() > kMostKeysOfName) return only;
  for (const Use& use : found->second) {
    const bool own = use.sources.size() == 1 && use.sources.front() == source;
    if (use.record == record || own) continue;
    if (only != nullptr) return nullptr;
    only = &use;
  }
  return only;
}

std::optional<MisfiledNames::Found> MisfiledNames::find(std::size_t record,
                                                        const Claim& claim) const {
  const Record& here = registry_.records[record];
  const std::vector<std::string> names = bare_names(claim);
  const Use* there = nullptr;
  for (const std::string& name : names) {
    const Use* use = others_use(name, record, claim.source);
    if (use == nullptr || (there != nullptr && use->record != there->record)) return std::nullopt;
    there = use;
  }
  if (there == nullptr || fits_neighbours(record, claim, names)) return std::nullopt;
  const bool has_text = claim.reading != Claim::no_reading;
  if (has_text && texts_.is_at_home(record, claim.reading)) return std::nullopt;
  // More sources have it there than here; where two part, either may be wrong.
  std::vector<std::size_t> others = there->sources;
  const bool certain = !holds(others, claim.source);
  std::erase(others, claim.source);
  if (others.size() < use_at(names.front(), record)->sources.size()) return std::nullopt;
  // A key of its own must look like a slip for the right one, which is missing, or several others
  // must have the name there; a key that others have, too, they must name.
  const bool alone = std::all_of(here.claims.begin(), here.claims.end(),
                                 [&](const Claim& other) { return other.source == claim.source; });
  const Record& right = registry_.records[there->record];
  const bool miswritten = holds(right.missing, claim.source) &&
                          (is_transposed(here.key, right.key) || others.size() >= kSeveral);
  const bool named_by_others =
      std::any_of(here.names.begin(), here.names.end(), [&](const NameUse& use) {
        return use.sources.size() > 1 || use.sources.front() != claim.source;
      });
  if (alone ? !miswritten : !named_by_others) return std::nullopt;
  return Found{{Misfiled::Evidence::name,
                record,
                there->record,
                {claim.source},
                std::move(others),
                has_text ? claim.reading : Misfiled::npos,
                Misfiled::npos,
                claim.entry.names.front()},
               certain};
}

}  // namespace doccord
