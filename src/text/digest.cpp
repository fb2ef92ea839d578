#include "text/digest.h"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace doccord {
namespace {

constexpr std::size_t kDigits = 16;

}  // namespace

void add_part(std::string& bytes, std::string_view part) {
  bytes += std::to_string(part.size());
  bytes += ':';
  bytes += part;
}

void add_parts(std::string& bytes, const std::vector<std::string>& parts) {
  add_part(bytes, std::to_string(parts.size()));
  for (const std::string& part : parts) add_part(bytes, part);
}

std::string short_digest(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &context);
  std::string digits;
  for (std::size_t i = 0; i < kDigits / 2; ++i) {
    digits += "0123456789abcdef"[digest[i] >> 4];
    digits += "0123456789abcdef"[digest[i] & 15];
  }
  return digits;
}

}  // namespace doccord
