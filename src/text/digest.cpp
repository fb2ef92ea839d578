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

std::string digest(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> sum{};
  SHA256Final(sum.data(), &context);
  std::string digits;
  for (const std::uint8_t byte : sum) {
    digits += "0123456789abcdef"[byte >> 4];
    digits += "0123456789abcdef"[byte & 15];
  }
  return digits;
}

std::string short_digest(std::string_view bytes) { return digest(bytes).substr(0, kDigits); }

}  // namespace doccord
