// The entry point of one libFuzzer program; DOCCORD_FUZZ_TARGET names its target.

#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  doccord::test::run_fuzz_target(DOCCORD_FUZZ_TARGET, bytes);
  return 0;
}
