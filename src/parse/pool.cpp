#include "parse/pool.h"

#include <cstring>
#include <functional>

namespace doccord {
namespace {

constexpr std::size_t kFirstSlab = 256;  // Blocks.

}  // namespace

void* Pool::take() noexcept {
  ++taken_;
  if (free_ != nullptr) {
    void* block = free_;
    std::memcpy(&free_, block, sizeof free_);
    std::memset(block, 0, block_size_);
    return block;
  }
  if (slab_count_ == 0 || next_ == slabs_[slab_count_ - 1].end) {
    // No memory has room for the last of all slabs that there may be.
    const std::size_t size = (kFirstSlab << slab_count_) * block_size_;
    next_ = static_cast<std::byte*>(arena_.allocate(size));
    if (next_ == nullptr) return nullptr;
    slabs_[slab_count_++] = {next_, next_ + size};
  }
  void* block = next_;
  next_ += block_size_;
  return block;
}

void Pool::give_back(void* block) noexcept {
  std::memcpy(block, &free_, sizeof free_);
  free_ = block;
  --taken_;
}

bool Pool::contains(const void* pointer) const noexcept {
  const auto* place = static_cast<const std::byte*>(pointer);
  const std::less<const std::byte*> before;
  for (std::size_t i = 0; i < slab_count_; ++i) {
    const auto& [begin, end] = slabs_[i];
    if (!before(place, begin) && before(place, end)) {
      return static_cast<std::size_t>(place - begin) % block_size_ == 0;
    }
  }
  return false;
}

}  // namespace doccord
