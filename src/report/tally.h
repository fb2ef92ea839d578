#pragma once

#include <cstddef>

#include "report/results.h"

namespace doccord {

// The numbers that every report closes with. What was accepted counts as accepted and not by level.
struct Tally {
  std::size_t sources = 0;
  std::size_t entries = 0;
  std::size_t keys = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t accepted = 0;
};

Tally count(const Results& results);

}  // namespace doccord
