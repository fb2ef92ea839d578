#include "extract/selected_entries.h"

#include <fmt/format.h>
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/key_hints.h"
#include "extract/tree_text.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// One expression of the configuration, with the name that errors call it by.
struct Query {
  std::string_view hint;
  std::optional<pugi::xpath_query> xpath;  // Nothing when the configuration does not give it.
};

Result<Query> compile(const Source& source, std::string_view hint, const std::string& text) {
  Query query{hint, std::nullopt};
  if (text.empty()) return query;
  try {
    query.xpath.emplace(text.c_str());
  } catch (const pugi::xpath_exception& exception) {
    return tl::unexpected(
        hint_error(source, hint, std::string("is not XPath: ") + exception.what()));
  }
  return query;
}

pugi::xml_node element_of(const pugi::xpath_node& found) {
  return found.node() ? found.node() : found.parent();
}

class Selector {
 public:
  Selector(const Source& source, const Document& document)
      : source_(source), document_(document), sections_(document) {}

  Result<Proposal> run() {
    const auto& select = source_.hints.select;
    auto entry = compile(source_, "select.entry", select.entry);
    auto key = compile(source_, "select.key", select.key);
    auto description = compile(source_, "select.description", select.description);
    for (const auto* query : {&entry, &key, &description}) {
      if (!*query) return tl::unexpected(query->error());
    }
    key_ = std::move(*key);
    description_ = std::move(*description);
    for (const std::string& text : select.names) {
      auto name = compile(source_, "select.names", text);
      if (!name) return tl::unexpected(name.error());
      names_.push_back(std::move(*name));
    }
    return select_entries(*entry);
  }

 private:
  Result<Proposal> select_entries(const Query& entry) const {
    if (entry.xpath->return_type() != pugi::xpath_type_node_set) {
      return tl::unexpected(
          hint_error(source_, entry.hint, "is an expression that gives no nodes"));
    }
    pugi::xpath_node_set nodes = entry.xpath->evaluate_node_set(document_.root());
    nodes.sort();
    Proposal proposal;
    proposal.shape = kSelectedShape;
    proposal.rows = nodes.size();
    proposal.below_headings = true;
    for (const pugi::xpath_node& node : nodes) read_entry(node, proposal);
    if (nodes.empty()) return nothing_found(entry);
    if (proposal.entries.empty()) return nothing_found(key_);
    return proposal;
  }

  tl::unexpected<Error> nothing_found(const Query& query) const {
    return tl::unexpected(
        hint_error(source_, query.hint, fmt::format("finds nothing in {}", source_.path)));
  }

  void read_entry(const pugi::xpath_node& node, Proposal& proposal) const {
    Entry entry;
    entry.span = document_.span(element_of(node));
    const std::vector<std::string> keys = texts_of(key_, node, entry.span);
    for (const Query& query : names_) {
      for (std::string& name : texts_of(query, node, entry.span)) {
        if (std::find(entry.names.begin(), entry.names.end(), name) == entry.names.end()) {
          entry.names.push_back(std::move(name));
        }
      }
    }
    for (const std::string& text : texts_of(description_, node, entry.span)) {
      if (!entry.description.empty()) entry.description += ' ';
      entry.description += text;
    }
    if (keys.empty()) return;  // The row of a table's headings has none.
    entry.key = canonical_key(keys.front());
    entry.section = sections_.section_at(entry.span.begin);
    proposal.entries.push_back(std::move(entry));
  }

  // The texts that the expression gives, blank ones left out; `span` grows over where they stand.
  std::vector<std::string> texts_of(const Query& query, const pugi::xpath_node& node,
                                    Span& span) const {
    std::vector<std::string> texts;
    if (!query.xpath) return texts;
    if (query.xpath->return_type() != pugi::xpath_type_node_set) {
      texts.push_back(collapse(query.xpath->evaluate_string(node)));
    } else {
      pugi::xpath_node_set found = query.xpath->evaluate_node_set(node);
      found.sort();
      for (const pugi::xpath_node& each : found) {
        texts.push_back(each.attribute() ? collapse(each.attribute().value())
                                         : plain_text(each.node()));
        if (!texts.back().empty()) cover(document_.span(element_of(each)), span);
      }
    }
    std::erase(texts, "");
    return texts;
  }

  // What stands around the entry, as a chapter with the key in its title, is no part of it.
  static void cover(Span found, Span& span) {
    if (found.empty() || found.contains(span)) return;
    span = {std::min(span.begin, found.begin), std::max(span.end, found.end)};
  }

  const Source& source_;
  const Document& document_;
  SectionIndex sections_;
  Query key_;
  Query description_;
  std::vector<Query> names_;
};

}  // namespace

Result<Proposal> selected_entries(const Source& source, const Document& document) {
  return Selector(source, document).run();
}

}  // namespace doccord
