#pragma once

#include <cstddef>

namespace doccord::limits {

// How large a document may be before it is refused. The libraries below us have inputs of a few
// kilobytes that cost gigabytes or minutes; whatever passes these limits is read in moderate time
// and memory. The budgets count bytes and steps, not seconds, so that every machine draws the line
// at the same place.
inline constexpr std::size_t kMaxBytes = std::size_t{16} << 20;
inline constexpr std::size_t kMaxDepth = 512;
inline constexpr std::size_t kMaxNodes = 1'000'000;
// Of plain text, where each is an element and its text.
inline constexpr std::size_t kMaxLines = kMaxNodes / 2;
inline constexpr std::size_t kMaxAttributes = 400;
inline constexpr std::size_t kMaxColumns = 256;
// Of YAML: what aliases add to the tree, all of them together.
inline constexpr std::size_t kMaxAliasNodes = 100'000;
inline constexpr std::size_t kMaxAliasBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxTagDirectives = 400;
// Turns of those loops in the Markdown parser that grow faster than the text.
inline constexpr std::size_t kMaxMarkdownSteps = 1'000'000'000;

// What a parser may allocate for a document of so many bytes. Pages of all kinds stay below 70
// bytes for each byte read.
inline constexpr std::size_t parser_budget(std::size_t bytes) {
  constexpr std::size_t kMost = std::size_t{512} << 20;
  const std::size_t budget = (std::size_t{64} << 20) + 200 * bytes;
  return budget < kMost ? budget : kMost;
}

// Of a process that reads one document (`--isolate`). These are no budgets: whatever passes the
// ones above stays far below, on a slow machine, too. They end what a fault of the readers would
// make endless.
inline constexpr std::size_t reader_memory(std::size_t bytes) {
  return 2 * parser_budget(bytes) + 100 * bytes;
}
inline constexpr std::size_t reader_seconds(std::size_t bytes) { return 30 + 4 * (bytes >> 20); }

}  // namespace doccord::limits
