#pragma once

#include <string_view>

namespace doccord::test {

// Whether there is a fuzz target of that name: a format's name, `config`, `acceptances`,
// `extracts`, `cache` or `site`.
bool is_fuzz_target(std::string_view target);

// Runs the target on bytes that may be anything. Ends the program when a promise is broken; what is
// refused with an error is fine.
void run_fuzz_target(std::string_view target, std::string_view bytes);

}  // namespace doccord::test
