#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "mend/entry_copy.h"
#include "mend/naming.h"
#include "mend/proposers.h"
#include "text/key_order.h"
#include "text/name_words.h"

namespace doccord {
namespace {

constexpr std::size_t kMostModels = 2;  // Entries that are tried as a model at one place.

using Entries = std::vector<Entry>;

// Its words, so that a constant and a phrase are in one order.
std::string first_name(const Entry& entry) {
  return entry.names.empty() ? "" : fmt::format("{}", fmt::join(name_words(entry.names[0]), " "));
}

bool by_key(const Entry& a, const Entry& b) { return key_less(a.key, b.key); }
bool by_name(const Entry& a, const Entry& b) { return first_name(a) < first_name(b); }

using Order = bool (*)(const Entry&, const Entry&);

// A document that is in the order of its names and not of its keys is to stay so.
Order order_of(const Entries& entries) {
  const auto in_order = [&](Order order) {
    std::size_t count = 0;
    for (std::size_t i = 1; i < entries.size(); ++i) {
      count += order(entries[i - 1], entries[i]) ? 1 : 0;
    }
    return count;
  };
  return in_order(by_name) > in_order(by_key) ? by_name : by_key;
}

// Where an entry could stand: before the entry at this place, or behind the one before it.
struct Slot {
  std::size_t place = 0;
  bool behind = false;  // Where both ends are at hand: behind the one before, at a section's end.
};

bool same_section(const Entries& entries, std::size_t a, std::size_t b) {
  return b < entries.size() && entries[a].section == entries[b].section;
}

// The best first: beside the greatest of the smaller entries, then before the smallest of the
// greater ones.
std::vector<Slot> slots_for(const Entries& entries, const Entry& wanted) {
  const Order order = order_of(entries);
  std::optional<std::size_t> smaller;
  std::optional<std::size_t> greater;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (order(entries[i], wanted)) {
      if (!smaller || !order(entries[i], entries[*smaller])) smaller = i;
    } else if (!greater || order(entries[i], entries[*greater])) {
      greater = i;
    }
  }
  std::vector<Slot> slots;
  if (smaller) slots.push_back({*smaller + 1, !same_section(entries, *smaller, *smaller + 1)});
  if (greater && (!smaller || *greater != *smaller + 1 || slots[0].behind)) {
    slots.push_back({*greater, false});
  }
  // `300` begins a section rather than to end that of `206`.
  if (slots.size() == 2 && entries[*greater].key.substr(0, 1) == wanted.key.substr(0, 1) &&
      entries[*smaller].key.substr(0, 1) != wanted.key.substr(0, 1)) {
    std::swap(slots[0], slots[1]);
  }
  return slots;
}

// The entries of the document from the nearest on.
std::vector<std::size_t> models_for(const Entries& entries, std::size_t place) {
  std::vector<std::size_t> models(entries.size());
  for (std::size_t i = 0; i < models.size(); ++i) models[i] = i;
  const auto distance = [&](std::size_t i) { return i < place ? place - 1 - i : i - place; };
  std::stable_sort(models.begin(), models.end(),
                   [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
  if (models.size() > kMostModels) models.resize(kMostModels);
  return models;
}

// The entry with the prefix of the other source's names, for the order that these are in.
Entry with_prefix_of(const Workshop& workshop, std::size_t source, const Claim& given) {
  Entry entry = given.entry;
  for (std::string& name : entry.names) {
    name = workshop.state.registry.sources[source].name_prefix +
           without_own_prefix(workshop, given.source, name);
  }
  return entry;
}

// What stands between two entries that follow one another in one section, from the model on.
std::optional<std::string> gap_at(std::string_view text, const Entries& entries,
                                  const std::vector<Span>& blocks, std::size_t model) {
  const auto between = [&](std::size_t i) -> std::optional<std::string> {
    if (!same_section(entries, i, i + 1) || blocks[i + 1].begin < blocks[i].end) {
      return std::nullopt;
    }
    return std::string(text.substr(blocks[i].end, blocks[i + 1].begin - blocks[i].end));
  };
  if (auto gap = between(model)) return gap;
  if (model > 0) {
    if (auto gap = between(model - 1)) return gap;
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (auto gap = between(i)) return gap;
  }
  return std::nullopt;
}

}  // namespace

void propose_entry(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal) {
  const auto from = workshop.from.missing;
  const std::size_t source = found.sources.front();
  const Record* record = workshop.state.registry.find(proposal.key);
  const Claim* given = from && record != nullptr ? record->find(*from) : nullptr;
  if (given == nullptr || *from == source) return;
  if (!workshop.source(source).files.empty()) {
    proposal.why_not = "an entry of a directory is a file, which is to be made by hand";
    return;
  }
  const Entries& entries = workshop.state.entry_sets[source].entries;
  const std::string_view text = workshop.source(source).text;
  const auto blocks = entry_blocks(text, workshop.state.entry_sets[source].format, entries);
  const Entry wanted = with_prefix_of(workshop, source, *given);
  for (const Slot& slot : slots_for(entries, wanted)) {
    for (const std::size_t model : models_for(entries, slot.place)) {
      const auto gap = gap_at(text, entries, blocks, model);
      const auto copy =
          copy_entry(workshop, source, entries[model], blocks[model], *given, proposal.why_not);
      if (!copy || !gap) continue;
      const std::size_t at = slot.behind ? blocks[slot.place - 1].end : blocks[slot.place].begin;
      const std::string added = slot.behind ? *gap + copy->text : copy->text + *gap;
      proposal.ways.push_back(
          {{{source, {at, at}, added}}, {}, {{source, slot.place, copy->entry}}});
    }
  }
  if (!proposal.ways.empty()) {
    proposal.why_not.clear();
  } else if (proposal.why_not.empty()) {
    proposal.why_not = "the document has no two entries that show how it sets them apart";
  }
}

}  // namespace doccord
