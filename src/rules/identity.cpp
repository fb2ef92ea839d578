#include "rules/identity.h"

#include <sha2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "text/key_order.h"

namespace doccord {
namespace {

constexpr std::size_t kIdDigits = 16;

// Parts with their lengths, so that no two lists of parts give the same bytes.
void add_part(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

void add_list(std::string& out, const std::vector<std::string>& parts) {
  add_part(out, std::to_string(parts.size()));
  for (const std::string& part : parts) add_part(out, part);
}

std::string sha256_digits(const std::string& bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &context);
  std::string digits;
  for (std::size_t i = 0; i < kIdDigits / 2; ++i) {
    digits += "0123456789abcdef"[digest[i] >> 4];
    digits += "0123456789abcdef"[digest[i] & 15];
  }
  return digits;
}

std::string identity_of(const Discrepancy& discrepancy, const Registry& registry) {
  std::vector<std::string> keys = discrepancy.keys;
  std::sort(keys.begin(), keys.end(), key_less);
  std::vector<std::string> ids;
  for (const std::size_t source : discrepancy.sources) ids.push_back(registry.sources[source].id);
  std::sort(ids.begin(), ids.end());
  std::string bytes;
  add_part(bytes, "dc1");
  add_part(bytes, discrepancy.code);
  add_list(bytes, keys);
  add_part(bytes, discrepancy.field);
  add_list(bytes, ids);
  if (!discrepancy.distinction.empty()) add_part(bytes, discrepancy.distinction);
  return bytes;
}

}  // namespace

void give_ids(std::vector<Discrepancy>& discrepancies, const Registry& registry) {
  std::unordered_map<std::string, std::size_t> uses;
  for (Discrepancy& discrepancy : discrepancies) {
    std::string bytes = identity_of(discrepancy, registry);
    const std::size_t before = uses[bytes]++;
    if (before > 0) add_part(bytes, std::to_string(before + 1));
    discrepancy.id = sha256_digits(bytes);
  }
}

}  // namespace doccord
