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

bool counts_sections(const std::vector<Label>& labels) {
  if (labels.empty()) return false;
  std::size_t constants = 0;
  std::size_t in_order = 0;
  std::size_t keyed = 0;  // "4.1 OK (0)": the key stands behind, the number counts.
  for (std::size_t i = 0; i < labels.size(); ++i) {
    // Nobody writes "1 - Introduction" or "1: Introduction".
    if (!labels[i].separator.empty() && labels[i].separator[0] != '.') return false;
    constants += is_constant(labels[i].after.substr(0, labels[i].after.find(' ')));
    const auto behind = read_label(labels[i].after, KeyPattern::number, LabelForm::key_last);
    keyed += behind && behind->separator == "(";
    in_order += i > 0 && follows(labels[i - 1].key, labels[i].key);
  }
  const auto first = outline_of(labels[0].key);
  const auto count = static_cast<double>(labels.size());
  if (static_cast<double>(keyed) >= kNearlyAll * count) return true;
  // Some begin with 0; there a mark has to tell them from codes, which do so as well.
  const bool from_zero = first && first->number == 0 && labels[0].separator.starts_with('.');
  if (!first || (first->number != 1 && !from_zero) || static_cast<double>(constants) > 0.5 * count)
    return false;
  return static_cast<double>(in_order) >= kNearlyAll * (count - 1);
}

}  // namespace doccord
