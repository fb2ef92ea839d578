#include "site/slug.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>

namespace doccord {
namespace {

constexpr std::size_t kLongest = 80;  // Bytes; leaves room for a hash below common limits.

bool is_plain(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

// Device names that Windows keeps for itself, with any extension.
bool is_reserved(std::string_view slug) {
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const std::string stem = lower(slug.substr(0, slug.find('.')));
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem[3] >= '0' && stem[3] <= '9';
}

bool is_safe(std::string_view text) {
  return !text.empty() && text.size() <= kLongest &&
         std::all_of(text.begin(), text.end(), is_plain) && text.front() != '.' &&
         text.front() != '-' && text.back() != '.' && !is_reserved(text);
}

// The safe part of the text, with one `-` for each run of anything else, and its hash.
std::string changed_slug(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, kLongest)) {
    const bool plain = is_plain(c) && !(out.empty() && (c == '.' || c == '-'));
    if (plain) out += c;
    if (!plain && !out.empty() && out.back() != '-') out += '-';
  }
  if (out.empty() || is_reserved(out)) out = "key-" + out;
  if (out.back() != '-') out += '-';
  return out + short_hash(text);
}

}  // namespace

std::string short_hash(std::string_view text) {
  std::uint32_t hash = 2166136261u;  // FNV-1a.
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out += kDigits[(hash >> shift) & 0xF];
  return out;
}

std::vector<std::string> make_slugs(const std::vector<std::string>& texts) {
  std::map<std::string, std::size_t> users;  // How many safe texts are equal but for letter case.
  for (const std::string& text : texts) {
    if (is_safe(text)) ++users[lower(text)];
  }
  std::set<std::string> taken;
  std::vector<std::string> slugs(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!is_safe(texts[i]) || users[lower(texts[i])] > 1) continue;
    slugs[i] = texts[i];
    taken.insert(lower(texts[i]));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!slugs[i].empty()) continue;
    slugs[i] = changed_slug(texts[i]);
    while (!taken.insert(lower(slugs[i])).second) slugs[i] += "-" + short_hash(slugs[i] + texts[i]);
  }
  return slugs;
}

}  // namespace doccord
