#include "compare/comparisons.h"

#include <algorithm>
#include <utility>

namespace doccord {

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::identical:
      return "identical";
    case Kind::formatting:
      return "formatting";
    case Kind::spelling:
      return "spelling";
    case Kind::notation:
      return "notation";
    case Kind::wording:
      return "wording";
    case Kind::meaning:
      return "meaning";
    case Kind::independent:
      return "independent";
  }
  return "";
}

std::string_view to_string(FactKind kind) {
  switch (kind) {
    case FactKind::number:
      return "number";
    case FactKind::key:
      return "key";
    case FactKind::name:
      return "name";
    case FactKind::header:
      return "header";
    case FactKind::method:
      return "method";
    case FactKind::version:
      return "version";
    case FactKind::rfc:
      return "rfc";
    case FactKind::requirement:
      return "requirement";
    case FactKind::negation:
      return "negation";
  }
  return "";
}

std::string_view to_string(NameRelation relation) {
  switch (relation) {
    case NameRelation::same:
      return "same";
    case NameRelation::inflected:
      return "inflected";
    case NameRelation::abbreviated:
      return "abbreviated";
    case NameRelation::partial:
      return "partial";
    case NameRelation::different:
      return "different";
  }
  return "";
}

const Comparison* RecordComparison::find(std::size_t a, std::size_t b) const {
  if (b < a) std::swap(a, b);
  const std::pair wanted(a, b);
  const auto found = std::lower_bound(
      texts.begin(), texts.end(), wanted,
      [](const Comparison& text, const auto& pair) { return std::pair(text.a, text.b) < pair; });
  return found == texts.end() || found->a != a || found->b != b ? nullptr : &*found;
}

std::size_t Comparisons::family_of(std::size_t source) const {
  for (std::size_t i = 0; i < families.size(); ++i) {
    if (std::binary_search(families[i].begin(), families[i].end(), source)) return i;
  }
  return families.size();
}

}  // namespace doccord
