#include "parse/exclude.h"

#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace doccord {
namespace {

tl::unexpected<Error> failure(const Source& source, std::size_t place, const std::string& what) {
  const std::string message = fmt::format("`exclude` {}", what);
  const auto found = source.hints.places.find("exclude." + std::to_string(place));
  if (found == source.hints.places.end()) {
    return tl::unexpected(Error{source.path, 0, 0, message});
  }
  const ConfigPlace& at = found->second;
  return tl::unexpected(Error{at.path, at.line, at.column, message});
}

// Takes out the nodes, whether or not some stand in others.
void remove_nodes(const pugi::xpath_node_set& nodes) {
  std::set<pugi::xml_node> named;
  for (const pugi::xpath_node& each : nodes) {
    if (each.node()) named.insert(each.node());
  }
  std::vector<pugi::xml_node> outermost;
  for (const pugi::xml_node node : named) {
    pugi::xml_node above = node.parent();
    while (above && !named.contains(above)) above = above.parent();
    if (!above) outermost.push_back(node);
  }
  for (const pugi::xpath_node& each : nodes) {
    if (each.attribute()) each.parent().remove_attribute(each.attribute());
  }
  for (const pugi::xml_node node : outermost) node.parent().remove_child(node);
}

}  // namespace

Result<Document> without_excluded(const Source& source, Document document) {
  for (std::size_t i = 0; i < source.hints.exclude.size(); ++i) {
    const std::string& text = source.hints.exclude[i];
    if (!text.starts_with('/')) continue;
    try {
      const pugi::xpath_node_set nodes = document.root().select_nodes(text.c_str());
      if (nodes.empty()) return failure(source, i, "finds nothing in " + source.path);
      for (const pugi::xpath_node& each : nodes) {
        const bool all = each.node() == document.root() || each.node() == document.tree();
        if (all) return failure(source, i, "would leave nothing of " + source.path);
      }
      remove_nodes(nodes);
    } catch (const pugi::xpath_exception& exception) {
      return failure(source, i, std::string("is not XPath: ") + exception.what());
    }
  }
  return document;
}

}  // namespace doccord
