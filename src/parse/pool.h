#pragma once

#include <array>
#include <cstddef>

#include "parse/arena.h"

namespace doccord {

// Blocks of one size, which can tell whether any pointer is one of them.
class Pool {
 public:
  Pool(Arena& arena, std::size_t block_size) : arena_(arena), block_size_(block_size) {}

  // Zeroed when new; null when the arena has no more.
  void* take() noexcept;
  void give_back(void* block) noexcept;
  bool contains(const void* pointer) const noexcept;
  std::size_t taken() const { return taken_; }

 private:
  struct Slab {
    std::byte* begin = nullptr;
    std::byte* end = nullptr;
  };

  Arena& arena_;
  std::size_t block_size_;
  std::array<Slab, 32> slabs_{};  // Each twice as large as the one before.
  std::size_t slab_count_ = 0;
  std::byte* next_ = nullptr;
  void* free_ = nullptr;
  std::size_t taken_ = 0;
};

}  // namespace doccord
