#include "extract/numbering.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace doccord {
namespace {

constexpr double kNearlyAll = 0.8;
constexpr unsigned kMostSections = 100;

// A section number taken apart: "2.10" is 10 below "2".
struct Outline {
  std::string_view parent;
  unsigned number = 0;
};

std::optional<unsigned> number_of(std::string_view digits) {
  unsigned number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::optional<Outline> outline_of(std::string_view key) {
  const std::size_t dot = key.rfind('.');
  const std::string_view parent = dot == std::string_view::npos ? "" : key.substr(0, dot);
  const auto number = number_of(dot == std::string_view::npos ? key : key.substr(dot + 1));
  const auto first = number_of(key.substr(0, key.find('.')));
  if (!number || !first || *first >= kMostSections) return std::nullopt;
  return Outline{parent, *number};
}

// Whether `next` is what an outline counts after `last`: the next number, or the first one below
// it.
bool follows(std::string_view last, std::string_view next) {
  const auto before = outline_of(last);
  const auto after = outline_of(next);
  if (!before || !after) return false;
  if (after->number == 1) return after->parent == last || after->parent.size() < last.size();
  return after->number == before->number + 1 || after->parent.size() < before->parent.size();
}

}  // namespace

bool counts_sections(const std::vector<std::optional<Label>>& labels) {
  const Label* first = nullptr;
  const Label* last = nullptr;
  std::size_t labelled = 0;
  std::size_t constants = 0;
  std::size_t in_order = 0;
  std::size_t keyed = 0;  // "4.1 OK (0)": the key stands behind, the number counts.
  for (const std::optional<Label>& label : labels) {
    if (!label) continue;
    // Nobody writes "1 - Introduction" or "1: Introduction".
    if (!label->separator.empty() && label->separator[0] != '.') return false;
    constants += is_constant(label->after.substr(0, label->after.find(' ')));
    const auto behind = read_label(label->after, KeyPattern::number, LabelForm::key_last);
    keyed += behind && behind->separator == "(";
    in_order += last != nullptr && follows(last->key, label->key);
    if (first == nullptr) first = &*label;
    last = &*label;
    ++labelled;
  }
  if (first == nullptr) return false;
  const auto start = outline_of(first->key);
  const auto count = static_cast<double>(labelled);
  if (static_cast<double>(keyed) >= kNearlyAll * count) return true;
  // Some begin with 0; there a mark has to tell them from codes, which do so as well.
  const bool from_zero = start && start->number == 0 && first->separator.starts_with('.');
  if (!start || (start->number != 1 && !from_zero) || static_cast<double>(constants) > 0.5 * count)
    return false;
  return static_cast<double>(in_order) >= kNearlyAll * (count - 1);
}

}  // namespace doccord
