#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparisons.h"
#include "compare/partners.h"
#include "reconcile/registry.h"

namespace doccord {

enum class TraceKind {
  shared_slip,  // Both have it: neither came by it alone. Says nothing about the direction.
  slip_mended,  // One has a slip that the other does not: mended there, rather than brought in.
  text_added,   // One says more at a place: texts grow by being revised.
  date,         // Both are dated.
};

std::string_view to_string(TraceKind kind);

// One thing that tells how two sources of a family hang together.
struct Trace {
  TraceKind kind = TraceKind::shared_slip;
  std::string key;                     // Where; empty for dates.
  std::string words;                   // What is there; of dates both.
  std::optional<std::size_t> earlier;  // The source that it makes the earlier one.
};

// How two sources of one family hang together.
struct Lineage {
  std::size_t a = 0;  // Places in Registry::sources; a < b.
  std::size_t b = 0;
  std::vector<Trace> traces;           // By kind, then key.
  std::optional<std::size_t> earlier;  // Nothing: it cannot be told.
};

// The partners within each family, pair by pair. A direction is given where both are dated, or else
// where the traces speak for one side nearly always; one source may still come from the other by
// way of others, or both from a lost one.
std::vector<Lineage> trace_lineage(const Registry& registry, const Comparisons& comparisons,
                                   const Partners& partners);

}  // namespace doccord
