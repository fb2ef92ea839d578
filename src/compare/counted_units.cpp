#include "compare/counted_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace doccord {
namespace {

// Units that are counted in another one. Those below it divide, which loses nothing: 200 ms and
// 0.2 s are the same number then.
struct CountedIn {
  std::string_view unit;
  std::string_view base;
  double times = 1;
  double parts = 1;
};
constexpr std::array<CountedIn, 11> kCountedIn = {{{"second", "second"},
                                                   {"minute", "second", 60},
                                                   {"hour", "second", 3600},
                                                   {"day", "second", 86400},
                                                   {"week", "second", 604800},
                                                   {"millisecond", "second", 1, 1e3},
                                                   {"microsecond", "second", 1, 1e6},
                                                   {"byte", "byte"},
                                                   {"kibibyte", "byte", 1024},
                                                   {"mebibyte", "byte", 1048576},
                                                   {"gibibyte", "byte", 1073741824}}};

// `one minute` and `60 seconds` get equal keys.
void count_in_base(Unit& number, Unit& measure) {
  const auto counted = std::find_if(kCountedIn.begin(), kCountedIn.end(),
                                    [&](const auto& each) { return each.unit == measure.base; });
  if (counted == kCountedIn.end()) return;
  const std::string& figures = number.plain;
  double count = 0;
  const auto [stop, error] =
      std::from_chars(figures.data(), figures.data() + figures.size(), count);
  if (error != std::errc() || stop != figures.data() + figures.size()) return;
  number.key = fmt::format("number:{}", count * counted->times / counted->parts);
  measure.key = "word:" + std::string(counted->base);
}

}  // namespace

void count_in_base_units(std::vector<Unit>& units) {
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (units[i].kind == UnitKind::number && units[i + 1].kind == UnitKind::word) {
      count_in_base(units[i], units[i + 1]);
    }
  }
}

}  // namespace doccord
