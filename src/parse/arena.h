#pragma once

#include <array>
#include <cstddef>

namespace doccord {

// All memory of one call into a C library, with a budget. Dropping the arena frees it, however the
// call ended; so the library's own clean-up, which may recurse or never be reached, is not needed.
class Arena {
 public:
  explicit Arena(std::size_t budget) : budget_(budget) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  // Zeroed memory; null when the budget or the machine's memory is used up. Throws nothing, as the
  // caller is a C library.
  void* allocate(std::size_t size) noexcept;
  // Keeps what is in the block, zeroes what is added.
  void* resize(void* block, std::size_t size) noexcept;
  void release(void* block) noexcept;

  std::size_t used() const { return used_; }
  void lift_budget() { budget_ = static_cast<std::size_t>(-1); }

 private:
  struct Header;
  struct Slab;

  void* carve(std::size_t size) noexcept;
  Slab* add_slab(std::size_t size) noexcept;

  // Released blocks wait by their class of size.
  std::array<Header*, 128> free_{};
  Slab* slabs_ = nullptr;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
  std::size_t budget_;
};

}  // namespace doccord
