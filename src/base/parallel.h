#pragma once

#include <cstddef>
#include <functional>

namespace doccord {

// On how many threads parts of the work run: the machine's cores, unless set_jobs said otherwise.
std::size_t jobs();
// 0: the machine's cores. To be set before work begins.
void set_jobs(std::size_t count);

// Calls work(0) to work(count - 1), each once, on that many threads; who is free takes the next.
// What one call does must not depend on the others. When some throw, the first exception comes out
// when all have ended.
void for_each_in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace doccord
