#include "mend/naming.h"

#include <algorithm>

#include "reconcile/name_prefix.h"
#include "text/name_words.h"

namespace doccord {
namespace {

bool is_phrase(const std::string& name) { return name.find(' ') != std::string::npos; }

}  // namespace

std::string without_own_prefix(const Workshop& workshop, std::size_t source,
                               const std::string& name) {
  return without_prefix(name, workshop.state.registry.sources[source].name_prefix);
}

std::string name_model(const Workshop& workshop, std::size_t source, const Entry& entry,
                       const std::string& name) {
  const auto words = [&](const std::string& each) {
    return name_words(without_own_prefix(workshop, source, each)).size();
  };
  if (words(name) > 1) return name;
  const auto place = static_cast<std::size_t>(
      std::find(entry.names.begin(), entry.names.end(), name) - entry.names.begin());
  const std::string& prefix = workshop.state.registry.sources[source].name_prefix;
  for (const Entry& other : workshop.state.entry_sets[source].entries) {
    if (other.names.size() <= place || words(other.names[place]) < 2) continue;
    if (name.starts_with(prefix) == other.names[place].starts_with(prefix)) {
      return other.names[place];
    }
  }
  return name;
}

const std::string& fitting_name(const Workshop& workshop, const Claim& claim,
                                const std::string& like) {
  const auto& names = claim.entry.names;
  const auto fits = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
    return is_phrase(name_model(workshop, claim.source, claim.entry, name)) == is_phrase(like);
  });
  return fits == names.end() ? names.front() : *fits;
}

std::string styled_like(const Workshop& workshop, std::size_t source, const std::string& bare,
                        const std::string& like) {
  return restyled(bare, like, workshop.state.registry.sources[source].name_prefix,
                  workshop.name_words);
}

std::vector<Stretch> name_stretches(const Workshop& workshop, std::size_t source,
                                    const Entry& entry, const std::string& name) {
  const Stretches& stretches = workshop.stretches(source);
  std::vector<Stretch> found = stretches.find_all(entry.span, name);
  for (const Stretch& text : stretches.find_all(entry.span, entry.description)) {
    std::erase_if(found, [&](const Stretch& each) { return text.span.contains(each.span); });
  }
  return found;
}

}  // namespace doccord
