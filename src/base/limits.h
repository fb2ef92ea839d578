#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace doccord {

// How large a document may be before it is refused. The libraries below us have inputs of a few
// kilobytes that cost gigabytes or minutes; whatever passes these limits is read in moderate time
// and memory. They count bytes and steps, not seconds, so that every machine draws the line at the
// same place. A 0 stands for what follows from the document's size.
struct Limits {
#define LIMIT(member, name, number, what) std::size_t member = number;
#include "base/limits.def"
#undef LIMIT
};

// Those that hold; the program's own unless set.
inline const Limits& limits();
// To be called before work begins.
void set_limits(const Limits& limits);

// What a parser may allocate for a document of so many bytes. Pages of all kinds stay below 70
// bytes for each byte read.
std::size_t parser_budget(std::size_t bytes);

// Of a process that reads one document (`--isolate`). These are no budgets: whatever passes the
// ones above stays far below, on a slow machine, too. They end what a fault of the readers would
// make endless.
std::size_t reader_memory(std::size_t bytes);
std::size_t reader_seconds(std::size_t bytes);

// What the command line may say of a limit.
struct LimitName {
  std::string_view name;
  std::string_view what;
  std::size_t Limits::*member;
};
std::span<const LimitName> limit_names();

// What an error says behind "exceeds the limit of ...": how more can be allowed.
std::string how_to_raise(std::string_view limit_name);

namespace detail {
extern Limits current_limits;
}

inline const Limits& limits() { return detail::current_limits; }

}  // namespace doccord
