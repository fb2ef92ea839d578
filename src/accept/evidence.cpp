#include "accept/evidence.h"

#include <algorithm>
#include <set>

#include "text/digest.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kMostShown = 120;  // Code points of a text that the file repeats.

bool at_fault(const Discrepancy& discrepancy, std::size_t source) {
  const auto& sources = discrepancy.sources;
  return std::find(sources.begin(), sources.end(), source) != sources.end();
}

std::string shortened(std::string_view text) {
  const std::string whole = collapse(text);
  std::size_t end = 0;
  for (std::size_t points = 0; end < whole.size(); ++points) {
    if (points + 1 == kMostShown && count_code_points(whole.substr(end)) > 1) {
      return whole.substr(0, end) + "…";
    }
    end += code_point_at(whole, end).size;
  }
  return whole;
}

}  // namespace

std::string evidence_of(const Discrepancy& discrepancy) {
  std::set<std::string> quotes;
  for (const Evidence::Quote& quote : discrepancy.evidence.quotes) {
    std::string bytes;
    add_parts(bytes,
              {at_fault(discrepancy, quote.source) ? "1" : "0", quote.key, collapse(quote.text)});
    quotes.insert(std::move(bytes));
  }
  std::string bytes;
  add_part(bytes, "evidence1");  // Goes up when what is collapsed changes.
  add_parts(bytes, {quotes.begin(), quotes.end()});
  return short_digest(bytes);
}

AcceptedDiscrepancy accepted_line(const Discrepancy& discrepancy, const Registry& registry,
                                  const Acceptance& decision) {
  AcceptedDiscrepancy line;
  line.id = discrepancy.id;
  line.rule = discrepancy.code;
  line.keys = discrepancy.keys;
  line.field = discrepancy.field;
  for (const std::size_t source : discrepancy.sources) {
    line.sources.push_back(registry.sources[source].id);
  }
  line.evidence = evidence_of(discrepancy);
  const auto& quotes = discrepancy.evidence.quotes;
  if (!quotes.empty()) {
    // What a report points at first is what was said; the other side is what was expected.
    const auto said = std::find_if(quotes.begin(), quotes.end(), [&](const auto& quote) {
      return !discrepancy.places.empty() && quote.source == discrepancy.places.front().source;
    });
    const auto& chosen = said == quotes.end() ? quotes.front() : *said;
    line.said = shortened(chosen.text);
    for (const Evidence::Quote& quote : quotes) {
      if (collapse(quote.text) == collapse(chosen.text)) continue;
      line.expected = shortened(quote.text);
      break;
    }
  }
  line.decision = decision;
  return line;
}

}  // namespace doccord
