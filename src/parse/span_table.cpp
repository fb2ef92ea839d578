#include "parse/span_table.h"

#include <bit>
#include <cstdint>
#include <utility>

namespace doccord {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kNeighbours = 16;

}  // namespace

Span SpanTable::at(std::size_t node) const {
  if (slots_.empty()) return {};
  const Slot& slot = slots_[place_of(node)];
  return slot.node == node ? slot.span : Span{};
}

void SpanTable::set(std::size_t node, Span span) {
  if (3 * (taken_ + 1) > 2 * slots_.size()) grow();
  Slot& slot = slots_[place_of(node)];
  taken_ += slot.node == 0;
  slot = {node, span};
}

// Where the node is, or the free slot that it would take. Stretches of neighbours are spread by
// Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
std::size_t SpanTable::place_of(std::size_t node) const {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
  const std::size_t mask = slots_.size() - 1;
  const int bits = std::countr_zero(slots_.size());
  const auto spread = static_cast<std::size_t>((node / kNeighbours * kGolden) >> (64 - bits));
  std::size_t place = (spread & ~(kNeighbours - 1)) | (node & (kNeighbours - 1));
  while (slots_[place].node != node && slots_[place].node != 0) place = (place + 1) & mask;
  return place;
}

void SpanTable::grow() {
  const std::vector<Slot> old =
      std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFirstSlots : 2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.node != 0) slots_[place_of(slot.node)] = slot;
  }
}

}  // namespace doccord
