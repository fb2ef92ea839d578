#pragma once

#include <cstddef>

namespace doccord {

// Bounds for this process that the system keeps, beyond what it has taken so far: so many bytes of
// address space more, after which allocations fail, and so many seconds of CPU time more, after
// which it is ended by SIGXCPU. It leaves no core file. What the process was itself given as a
// bound stays one.
void limit_what_follows(std::size_t bytes, std::size_t seconds);

}  // namespace doccord
