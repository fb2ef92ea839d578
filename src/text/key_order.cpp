#include "text/key_order.h"

#include <cstddef>

namespace doccord {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

bool is_hex_byte(char c) {
  return is_digit_byte(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The next part of a key: a number without its leading zeros, or a single other byte.
struct Part {
  bool number = false;
  std::string_view digits;
  char byte = 0;
};

Part take_part(std::string_view& key) {
  const bool hex =
      key.size() > 2 && key[0] == '0' && (key[1] == 'x' || key[1] == 'X') && is_hex_byte(key[2]);
  if (hex) key.remove_prefix(2);
  if (!hex && !is_digit_byte(key[0])) {
    const char byte = key[0];
    key.remove_prefix(1);
    return {false, {}, byte};
  }
  std::size_t size = 0;
  while (size < key.size() && (hex ? is_hex_byte(key[size]) : is_digit_byte(key[size]))) ++size;
  std::string_view digits = key.substr(0, size);
  key.remove_prefix(size);
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  return {true, digits, 0};
}

// Negative, zero or positive, as a comes before, with or after b.
int compare_parts(const Part& a, const Part& b) {
  if (a.number != b.number) return a.number ? -1 : 1;
  if (!a.number) return static_cast<unsigned char>(a.byte) - static_cast<unsigned char>(b.byte);
  if (a.digits.size() != b.digits.size()) return a.digits.size() < b.digits.size() ? -1 : 1;
  return a.digits.compare(b.digits);
}

}  // namespace

bool key_less(std::string_view a, std::string_view b) {
  std::string_view rest_a = a;
  std::string_view rest_b = b;
  while (!rest_a.empty() && !rest_b.empty()) {
    if (!is_digit_byte(rest_a[0]) && rest_a[0] == rest_b[0]) {  // Nothing to take apart.
      rest_a.remove_prefix(1);
      rest_b.remove_prefix(1);
      continue;
    }
    const int order = compare_parts(take_part(rest_a), take_part(rest_b));
    if (order != 0) return order < 0;
  }
  if (rest_a.empty() != rest_b.empty()) return rest_a.empty();
  return a < b;  // "07" and "7" are equal by value.
}

}  // namespace doccord
