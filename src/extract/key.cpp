#include "extract/key.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

#include "text/lookalikes.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kLongestKey = 64;
constexpr std::size_t kMostDigits = 10;

bool is_upper_byte(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_byte(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_hex_byte(char c) {
  return is_digit_byte(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

template <class Predicate>
std::size_t count_while(std::string_view text, std::size_t from, Predicate holds) {
  std::size_t at = from;
  while (at < text.size() && holds(text[at])) ++at;
  return at - from;
}

// Whether what follows at `at` ends the key: white space, the end, or punctuation that does not
// glue.
bool ends_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const CodePoint c = code_point_at(text, at);
  if (is_letter(c.value) || is_digit(c.value)) return false;
  const bool glue = c.value == '_' || c.value == '%' || c.value == '/' || c.value == '+' ||
                    c.value == '@' || c.value == '\'' || c.value == U'°';
  if (glue) return false;
  // "404.5" or "1,000" go on; "404." and "404," end.
  if (c.value == '.' || c.value == ',' || c.value == '-') {
    return at + 1 >= text.size() || !is_letter(code_point_at(text, at + 1).value);
  }
  return true;
}

// The hyphen or dash of a range at `at`: its bytes, or 0.
std::size_t range_dash_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const CodePoint c = code_point_at(text, at);
  return c.value == '-' || c.value == 0x2013 || c.value == 0x2011 ? c.size : 0;
}

// The bytes of a minus sign that a digit follows: 0 when there is none.
std::size_t sign_size(std::string_view text) {
  const std::size_t size = text.starts_with("-") ? 1 : text.starts_with("\u2212") ? 3 : 0;
  return size < text.size() && is_digit_byte(text[size]) ? size : 0;
}

std::size_t number_size(std::string_view text) {
  const std::size_t sign = sign_size(text);
  const std::size_t digits = count_while(text, sign, is_digit_byte);
  if (digits == 0 || digits > kMostDigits) return 0;
  std::size_t size = sign + digits;
  while (size + 1 < text.size() && text[size] == '.' && is_digit_byte(text[size + 1])) {
    size += 1 + count_while(text, size + 1, is_digit_byte);
  }
  if (size < text.size() && text[size] == ',' && size + 1 < text.size() &&
      is_digit_byte(text[size + 1])) {
    return 0;  // 1,000
  }
  if (const std::size_t dash = range_dash_size(text, size)) {
    if (const std::size_t last = count_while(text, size + dash, is_digit_byte)) {
      const std::size_t end = size + dash + last;
      // A date (2018-05-31) or a telephone number is no range.
      return range_dash_size(text, end) != 0 || !ends_at(text, end) ? 0 : end;
    }
  }
  return ends_at(text, size) ? size : 0;
}

std::size_t hexadecimal_size(std::string_view text) {
  if (text.size() < 3 || text[0] != '0' || (text[1] != 'x' && text[1] != 'X')) return 0;
  const std::size_t size = 2 + count_while(text, 2, is_hex_byte);
  if (size == 2) return 0;
  // 0x0100-0x01ff, 0x0100 - 0x01ff
  const bool spaced = text.substr(size).starts_with(" - 0x");
  if (const std::size_t dash = spaced ? 3 : range_dash_size(text, size)) {
    if (const std::size_t last = hexadecimal_size(text.substr(size + dash))) {
      return size + dash + last;
    }
  }
  return ends_at(text, size) ? size : 0;
}

std::size_t sqlstate_size(std::string_view text) {
  const std::size_t size =
      count_while(text, 0, [](char c) { return is_digit_byte(c) || is_upper_byte(c); });
  if (size != 5 || !ends_at(text, 5)) return 0;
  return std::any_of(text.begin(), text.begin() + 5, is_digit_byte) ? 5 : 0;
}

bool is_identifier_byte(char c) {
  return is_upper_byte(c) || is_lower_byte(c) || is_digit_byte(c) || c == '_' || c == '-' ||
         c == '.' || c == ':' || c == '$';
}

std::size_t identifier_size(std::string_view text) {
  std::size_t size = count_while(text, 0, is_identifier_byte);
  while (size > 0 && (text[size - 1] == '.' || text[size - 1] == ':' || text[size - 1] == '-')) {
    --size;
  }
  if (size == 0 || size > kLongestKey || is_digit_byte(text[0])) return 0;
  return std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size),
                     [](char c) { return is_upper_byte(c) || is_lower_byte(c); })
             ? size
             : 0;
}

std::size_t plain_size(std::string_view text, KeyPattern pattern) {
  switch (pattern) {
    case KeyPattern::number:
      return number_size(text);
    case KeyPattern::hexadecimal:
      return hexadecimal_size(text);
    case KeyPattern::sqlstate:
      return sqlstate_size(text);
    case KeyPattern::identifier:
      return identifier_size(text);
  }
  return 0;
}

// Nearly all first words are ASCII, and this is asked of each text time and again.
bool begins_in_ascii(std::string_view text) {
  for (const char c : text.substr(0, 2 * kLongestKey)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x80) return byte <= ' ';
  }
  return true;
}

// The first word of a text, cut where no key is that long.
std::string_view first_word(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && size < 2 * kLongestKey) {
    const CodePoint c = code_point_at(text, size);
    if (is_space(c.value)) break;
    size += c.size;
  }
  return text.substr(0, size);
}

// Whether there are ASCII letters or digits in the word, and characters that are not what they look
// like.
bool is_disguised(std::string_view word) {
  bool plain = false;
  bool disguised = false;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    plain = plain || (c.value < 0x80 && (is_letter(c.value) || is_digit(c.value)));
    disguised =
        disguised || (c.value >= 0x80 && (lookalike_of(c.value) != 0 || is_hidden(c.value)));
    i += c.size;
  }
  return plain && disguised;
}

// How a word looks, and by byte of that, where in the word its character ends.
struct Look {
  std::string text;
  std::vector<std::size_t> ends;
};

Look mapped_look(std::string_view word) {
  Look look;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    const char alike = lookalike_of(c.value);
    const std::string_view own = word.substr(i, c.size);
    i += c.size;
    if (is_hidden(c.value)) continue;
    look.text += alike == 0 ? own : std::string_view(&alike, 1);
    look.ends.resize(look.text.size(), i);
  }
  return look;
}

// Of a key with letters of another script that look alike, or with something in it that is not
// seen: what it looks like tells that it is one. Its bytes stay its own, so that it is told from
// the key that it seems to be (rules/key_lookalike.cpp). A word all of another script is none.
std::size_t disguised_size(std::string_view text, KeyPattern pattern) {
  if (begins_in_ascii(text)) return 0;
  const std::string_view word = first_word(text);
  if (!is_disguised(word)) return 0;
  const Look look = mapped_look(word);
  const std::size_t size = plain_size(look.text, pattern);
  if (size == 0) return 0;
  // What is not seen at the end of all belongs to it, as nothing else would take it.
  const bool all = size == look.text.size() && word.size() == text.size();
  return all ? text.size() : look.ends[size - 1];
}

}  // namespace

std::string_view to_string(KeyPattern pattern) {
  switch (pattern) {
    case KeyPattern::number:
      return "number";
    case KeyPattern::hexadecimal:
      return "hexadecimal";
    case KeyPattern::sqlstate:
      return "sqlstate";
    case KeyPattern::identifier:
      return "identifier";
  }
  return "";
}

std::size_t key_size(std::string_view text, KeyPattern pattern) {
  const std::size_t plain = plain_size(text, pattern);
  // A key that ends at an ASCII character ends there in any disguise.
  const bool ended =
      plain == text.size() || (plain > 0 && static_cast<unsigned char>(text[plain]) < 0x80);
  const std::size_t size = ended ? plain : std::max(plain, disguised_size(text, pattern));
  return size > kLongestKey ? 0 : size;
}

bool is_key(std::string_view text, KeyPattern pattern) {
  return !text.empty() && key_size(text, pattern) == text.size();
}

bool is_constant(std::string_view text) {
  if (text.size() < 2 || identifier_size(text) != text.size()) return false;
  const auto letters = std::count_if(text.begin(), text.end(),
                                     [](char c) { return is_upper_byte(c) || is_lower_byte(c); });
  const auto capitals = std::count_if(text.begin(), text.end(), is_upper_byte);
  if (text.find('_') != std::string_view::npos) return true;
  if (letters == capitals) return true;  // ENOENT, OK
  if (text[0] == '-') return true;       // --verbose
  // A capital after a small letter: NotFound.
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (is_upper_byte(text[i]) && is_lower_byte(text[i - 1])) return true;
  }
  return text.find('.') != std::string_view::npos;  // http.proxy
}

std::string canonical_key(std::string_view key) {
  std::string out;
  for (std::size_t i = 0; i < key.size();) {
    const CodePoint c = code_point_at(key, i);
    if (out == "--" && key.substr(i).starts_with(kNegatable)) {
      i += kNegatable.size();
      continue;
    }
    if (c.value == ' ') {
      // Around the dash of a range; no key has any other blank.
    } else if (c.value == 0x2013 || c.value == 0x2011 || c.value == 0x2212) {
      out.push_back('-');
    } else {
      out.append(key, i, c.size);
    }
    i += c.size;
  }
  return out;
}

std::optional<std::string> decimal_of(std::string_view key) {
  if (!key.starts_with("0x") && !key.starts_with("0X")) return std::nullopt;
  const std::string_view digits = key.substr(2);
  std::uint64_t value = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return std::to_string(value);
}

std::string numeric_value(const std::string& key) { return decimal_of(key).value_or(key); }

}  // namespace doccord
