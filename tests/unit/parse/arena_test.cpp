#include "parse/arena.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <vector>

#include "parse/pool.h"

namespace doccord {
namespace {

constexpr std::size_t kNoBudget = static_cast<std::size_t>(-1);
constexpr std::size_t kMoreThanThereIs = std::size_t{1} << 62;

bool zeroed(const void* block, std::size_t size) {
  const auto* bytes = static_cast<const std::byte*>(block);
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] != std::byte{0}) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("arena: memory is zeroed, kept when it grows, and used again") {
  Arena arena(kNoBudget);
  for (const std::size_t size : {0, 1, 100, 5000, 1'000'000}) {
    auto* block = static_cast<std::byte*>(arena.allocate(size));
    REQUIRE(block != nullptr);
    CHECK(zeroed(block, size));
    std::memset(block, 1, size);
    auto* larger = static_cast<std::byte*>(arena.resize(block, 3 * size + 100));
    REQUIRE(larger != nullptr);
    CHECK((size == 0 || larger[size - 1] == std::byte{1}));
    CHECK(arena.resize(larger, 1) == larger);
    arena.release(larger);
    void* again = arena.allocate(3 * size + 100);
    CHECK(again == larger);
    CHECK(zeroed(again, 3 * size + 100));
  }
  CHECK(arena.resize(nullptr, 10) != nullptr);
  arena.release(nullptr);
}

TEST_CASE("arena: the budget ends it, and can be lifted") {
  Arena arena(1000);
  CHECK(arena.allocate(1001) == nullptr);
  void* block = arena.allocate(600);
  CHECK(block != nullptr);
  CHECK(arena.allocate(600) == nullptr);
  CHECK(arena.resize(block, 900) == nullptr);
  arena.lift_budget();
  CHECK(arena.resize(block, 900) != nullptr);
}

TEST_CASE("arena: memory that the machine does not have is told, not taken") {
  Arena arena(kNoBudget);
  CHECK(arena.allocate(kMoreThanThereIs) == nullptr);
  void* block = arena.allocate(16);
  CHECK(arena.resize(block, kMoreThanThereIs) == nullptr);
  Pool pool(arena, kMoreThanThereIs >> 8);
  CHECK(pool.take() == nullptr);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // The same for many small blocks, in a copy of the process that may take no more.
  const pid_t copy = ::fork();
  if (copy == 0) {
    const rlimit little{std::size_t{1} << 20, std::size_t{1} << 20};
    ::setrlimit(RLIMIT_AS, &little);
    for (int i = 0; i < 100'000; ++i) {
      if (arena.allocate(1000) == nullptr) ::_exit(7);
    }
    ::_exit(1);
  }
  int status = 0;
  REQUIRE(::waitpid(copy, &status, 0) == copy);
  CHECK(WEXITSTATUS(status) == 7);
#endif
}

TEST_CASE("pool: knows its blocks, and gives them out again") {
  Arena arena(kNoBudget);
  Pool pool(arena, 32);
  std::vector<void*> blocks;
  for (int i = 0; i < 1000; ++i) {
    blocks.push_back(pool.take());
    REQUIRE(blocks.back() != nullptr);
  }
  CHECK(pool.taken() == 1000);
  for (void* block : blocks) CHECK(pool.contains(block));
  CHECK_FALSE(pool.contains(static_cast<std::byte*>(blocks[0]) + 1));
  CHECK_FALSE(pool.contains(&pool));
  CHECK_FALSE(pool.contains(nullptr));
  std::memset(blocks[5], 1, 32);
  pool.give_back(blocks[5]);
  CHECK(pool.take() == blocks[5]);
  CHECK(zeroed(blocks[5], 32));
}

}  // namespace doccord
