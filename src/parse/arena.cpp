#include "parse/arena.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace doccord {
namespace {

constexpr std::size_t kSlab = std::size_t{1} << 20;

// Small blocks come in steps of 16 bytes, larger ones in powers of two.
constexpr std::size_t kStep = 16;
constexpr std::size_t kSteps = 64;

std::size_t round_up(std::size_t size) {
  if (size <= kStep * kSteps) return std::max((size + kStep - 1) / kStep, std::size_t{1}) * kStep;
  return std::bit_ceil(size);
}

std::size_t size_class(std::size_t rounded) {
  if (rounded <= kStep * kSteps) return rounded / kStep;
  return kSteps + static_cast<std::size_t>(std::countr_zero(rounded));
}

}  // namespace

// Stands before each block; `next` is in use while the block is free.
struct alignas(16) Arena::Header {
  std::size_t size;  // Of the block, rounded up.
  Header* next;
};

struct alignas(16) Arena::Slab {
  Slab* older;
};

Arena::~Arena() {
  while (slabs_ != nullptr) std::free(std::exchange(slabs_, slabs_->older));
}

void* Arena::allocate(std::size_t size) noexcept {
  if (size > budget_ || used_ > budget_ - size) return nullptr;
  const std::size_t rounded = round_up(size);
  Header*& waiting = free_[size_class(rounded)];
  Header* header = waiting;
  if (header != nullptr) {
    waiting = header->next;
    std::memset(header + 1, 0, rounded);
  } else {
    header = static_cast<Header*>(carve(rounded + sizeof(Header)));
    if (header == nullptr) return nullptr;
  }
  header->size = rounded;
  used_ += rounded;
  return header + 1;
}

void* Arena::resize(void* block, std::size_t size) noexcept {
  if (block == nullptr) return allocate(size);
  const std::size_t old = (static_cast<Header*>(block) - 1)->size;
  if (size <= old) return block;
  void* bigger = allocate(size);
  if (bigger == nullptr) return nullptr;
  std::memcpy(bigger, block, old);
  release(block);
  return bigger;
}

void Arena::release(void* block) noexcept {
  if (block == nullptr) return;
  Header* header = static_cast<Header*>(block) - 1;
  Header*& waiting = free_[size_class(header->size)];
  used_ -= header->size;
  header->next = waiting;
  waiting = header;
}

// Fresh memory is zero already. A block too large to share a slab gets one of its own.
void* Arena::carve(std::size_t size) noexcept {
  if (size > kSlab / 4) {
    Slab* own = add_slab(size);
    return own == nullptr ? nullptr : own + 1;
  }
  if (size > left_) {
    Slab* slab = add_slab(kSlab);
    if (slab == nullptr) return nullptr;
    next_ = reinterpret_cast<std::byte*>(slab + 1);
    left_ = kSlab;
  }
  void* memory = next_;
  next_ += size;
  left_ -= size;
  return memory;
}

Arena::Slab* Arena::add_slab(std::size_t size) noexcept {
  auto* slab = static_cast<Slab*>(std::calloc(1, sizeof(Slab) + size));
  if (slab == nullptr) return nullptr;
  slab->older = slabs_;
  slabs_ = slab;
  return slab;
}

}  // namespace doccord
