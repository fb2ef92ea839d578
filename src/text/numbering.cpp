#include "text/numbering.h"

#include <bit>
#include <cassert>
#include <functional>

namespace doccord {

Numbering::Numbering(std::size_t most) : slots_(std::bit_ceil(most * 2 + 1)) {}

int Numbering::number_of(std::string_view word) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = std::hash<std::string_view>()(word) & mask;
  while (slots_[at].number >= 0 && slots_[at].word != word) at = (at + 1) & mask;
  Slot& slot = slots_[at];
  if (slot.number < 0) {
    assert(static_cast<std::size_t>(count_) * 2 < slots_.size());
    slot = {word, count_++};
  }
  return slot.number;
}

}  // namespace doccord
