#include "compare/plain_number.h"

#include <algorithm>

namespace doccord {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_hexadecimal_figure(char c) { return is_figure(c) || (c >= 'a' && c <= 'f'); }

// A whole number in base 16 as its decimal figures.
std::string decimal(std::string_view hexadecimal) {
  std::string figures = "0";  // Least significant first.
  for (const char c : hexadecimal) {
    int carry = c <= '9' ? c - '0' : c - 'a' + 10;
    for (char& figure : figures) {
      carry += (figure - '0') * 16;
      figure = static_cast<char>('0' + carry % 10);
      carry /= 10;
    }
    for (; carry > 0; carry /= 10) figures += static_cast<char>('0' + carry % 10);
  }
  std::reverse(figures.begin(), figures.end());
  return figures;
}

// Whether three figures follow and then no further one, as behind the comma of 1,000.
bool is_group(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.begin() + 3, is_figure) &&
         (text.size() == 3 || !is_figure(text[3]));
}

}  // namespace

std::size_t number_size(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  if (text.substr(at).starts_with("0x")) {
    std::size_t end = at + 2;
    while (end < text.size() && is_hexadecimal_figure(text[end])) ++end;
    const bool whole = end > at + 2 && (end == text.size() || text[end] == ' ');
    return whole ? end : 0;
  }
  const std::size_t begin = at;
  bool fraction = false;
  while (at < text.size()) {
    if (is_figure(text[at])) {
      ++at;
    } else if (at > begin && !fraction && (text[at] == ',' || text[at] == '_') &&
               is_group(text.substr(at + 1))) {
      at += 4;
    } else if (at > begin && text[at] == '.' && at + 1 < text.size() && is_figure(text[at + 1])) {
      if (fraction) return 0;  // A version.
      fraction = true;
      ++at;
    } else {
      break;
    }
  }
  return at > begin ? at : 0;
}

std::string plain_number(std::string number) {
  std::string sign;
  if (number.starts_with('-') || number.starts_with('+')) {
    if (number[0] == '-') sign = "-";
    number.erase(0, 1);
  }
  if (number.starts_with("0x")) return sign + decimal(std::string_view(number).substr(2));
  std::erase_if(number, [](char c) { return c == ',' || c == '_'; });
  if (number.find('.') != std::string::npos) {
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
  }
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  if (number.empty() || number.starts_with('.')) number.insert(0, 1, '0');
  return number == "0" ? number : sign + number;
}

}  // namespace doccord
