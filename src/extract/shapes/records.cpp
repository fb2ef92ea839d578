// Records of JSON, YAML and XML: an array of objects, a map from keys to objects or texts, or
// elements of one name that stand side by side. The names of members, elements and attributes head
// the columns.

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/shape.h"
#include "extract/text_walk.h"
#include "extract/tree_text.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestRecords = 2;
constexpr std::size_t kMostColumns = 64;  // More is no record but a page.

// A grid that grows a column for each new name.
class RecordGrid {
 public:
  void begin_row(Span span, const std::string& section) {
    grid_.rows.push_back({{}, section, span});
  }

  void add(std::string_view column, const std::string& text, Span span) {
    const auto found = std::find(grid_.header.begin(), grid_.header.end(), column);
    const auto place = static_cast<std::size_t>(found - grid_.header.begin());
    if (found == grid_.header.end()) {
      if (place >= kMostColumns) return;
      grid_.header.emplace_back(column);
    }
    GridRow& row = grid_.rows.back();
    if (row.cells.size() <= place) row.cells.resize(place + 1);
    GridCell& cell = row.cells[place];
    if (cell.text.empty()) cell.span.begin = span.begin;
    if (!cell.text.empty() && !text.empty()) cell.text += ' ';
    cell.text += text;
    cell.span.end = span.end;
  }

  bool worth_proposing() const {
    return grid_.rows.size() >= kFewestRecords && !grid_.header.empty();
  }

  Grid take() {
    grid_.shape = shapes::records.name;
    return std::move(grid_);
  }

 private:
  Grid grid_;
};

std::string name_of(pugi::xml_node member) { return member.attribute("name").value(); }

// What the columns of a list of records are called. A member that is an object gives its members:
// {"alert": "DiskFull", "labels": {"severity": "page"}} has the columns `alert` and `severity`.
class ColumnNames {
 public:
  explicit ColumnNames(const std::vector<pugi::xml_node>& objects) {
    for (const pugi::xml_node object : objects) {
      for (const pugi::xml_node member : object.children("member")) {
        const std::string outer = name_of(member);
        const pugi::xml_node inner = member.child("object");
        if (!inner) owners_[outer].emplace();
        for (const pugi::xml_node each : inner.children("member")) {
          owners_[name_of(each)].insert(outer);
        }
      }
    }
  }

  // `severity`, or `labels.severity` where another member has one of that name.
  std::string inner(const std::string& outer, const std::string& name) const {
    return owners_.at(name).size() == 1 ? name : outer + "." + name;
  }

 private:
  std::map<std::string, std::set<std::string>> owners_;  // "" of those that stand in the record.
};

void add_members(const Document& document, pugi::xml_node object, const ColumnNames& names,
                 RecordGrid& grid) {
  for (const pugi::xml_node member : object.children("member")) {
    const std::string outer = name_of(member);
    const pugi::xml_node inner = member.child("object");
    if (member.child("array").child("object")) continue;  // Records of their own.
    if (!inner) grid.add(outer, plain_text(member), document.span(member));
    for (const pugi::xml_node each : inner.children("member")) {
      grid.add(names.inner(outer, name_of(each)), plain_text(each), document.span(each));
    }
  }
}

std::vector<pugi::xml_node> objects_in(pugi::xml_node list) {
  const auto objects = list.children("object");
  return {objects.begin(), objects.end()};
}

// [{"code": 404, "name": "Not Found"}, ...]
RecordGrid read_records(const Document& document, const std::vector<pugi::xml_node>& objects,
                        const std::string& section) {
  RecordGrid grid;
  const ColumnNames names(objects);
  for (const pugi::xml_node object : objects) {
    grid.begin_row(document.span(object), section);
    add_members(document, object, names, grid);
  }
  return grid;
}

// {"404": {"name": "Not Found"}, ...} or {"404": "Not Found", ...}
RecordGrid read_map(const Document& document, pugi::xml_node object) {
  RecordGrid grid;
  const std::string section = name_of(object.parent());
  std::vector<pugi::xml_node> records;
  std::size_t others = 0;
  for (const pugi::xml_node member : object.children("member")) {
    const pugi::xml_node inner = member.child("object");
    if (inner) records.push_back(inner);
    others += inner ? 0 : 1;
  }
  // Where some members are records and others are not, all of them are what one thing consists of.
  if (!records.empty() && others > 0) return grid;
  const ColumnNames names(records);
  for (const pugi::xml_node member : object.children("member")) {
    const Span span = document.span(member);
    grid.begin_row(span, section);
    grid.add("", name_of(member), span);
    if (const pugi::xml_node inner = member.child("object")) {
      add_members(document, inner, names, grid);
    } else {
      grid.add("text", plain_text(member), span);
    }
  }
  return grid;
}

// Records in lists of one name that begin with the same member, as alerts in groups of rules do
// among other rules. A list may hold some of another kind, or one alone.
struct RecordKind {
  std::vector<pugi::xml_node> objects;
  std::size_t list_size = 0;  // Of the list that the first is in.

  void add(pugi::xml_node object, std::size_t size) {
    if (objects.empty()) list_size = size;
    objects.push_back(object);
  }
  bool is_one_list() const {
    return objects.size() == list_size && objects.front().parent() == objects.back().parent();
  }
};

std::vector<Grid> propose_objects(const DocumentTexts& texts) {
  const Document& document = texts.document();
  std::vector<Grid> grids;
  const auto keep = [&](RecordGrid grid) {
    if (grid.worth_proposing()) grids.push_back(grid.take());
  };
  // A directory with a file for each, or a stream with a document for each.
  keep(read_records(document, objects_in(document.root()), ""));
  std::map<std::pair<std::string, std::string>, RecordKind> kinds;
  for (const pugi::xml_node array : texts.elements_named("array")) {
    const std::string name = name_of(array.parent());
    const std::vector<pugi::xml_node> objects = objects_in(array);
    keep(read_records(document, objects, name));
    for (const pugi::xml_node object : objects) {
      kinds[{name, name_of(object.child("member"))}].add(object, objects.size());
    }
  }
  for (const auto& [names, kind] : kinds) {
    if (!kind.is_one_list()) keep(read_records(document, kind.objects, names.first));
  }
  for (const pugi::xml_node object : texts.elements_named("object")) {
    // A record of an array is one entry and no map of several.
    const bool record = std::string_view(object.parent().name()) == "array" &&
                        (object.next_sibling("object") || object.previous_sibling("object"));
    if (!record) keep(read_map(document, object));
  }
  return grids;
}

// The text of the child element that titles a group of records: <registry><title>...</title>.
std::string title_of(pugi::xml_node group) {
  for (const char* name : {"title", "name", "caption"}) {
    if (const pugi::xml_node title = group.child(name)) return plain_text(title);
  }
  return "";
}

void add_element(const Document& document, pugi::xml_node element, const std::string& title,
                 RecordGrid& grid) {
  grid.begin_row(document.span(element), title);
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (name == "xml:id" || name == "xml:lang" || name == "xmlns") continue;
    grid.add(attribute.name(), collapse(attribute.value()), document.span(element));
  }
  std::string loose;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_element) {
      grid.add(child.name(), plain_text(child), document.span(child));
    } else {
      loose += child.value();
    }
  }
  // <status code="404">Not Found</status>
  if (!is_blank(loose)) grid.add("text", collapse(loose), document.span(element));
}

// Elements of one name below one parent are records of one list.
std::vector<Grid> propose_xml(const DocumentTexts& texts) {
  const Document& document = texts.document();
  std::map<std::pair<std::size_t, std::string_view>, RecordGrid> lists;
  std::map<std::size_t, std::string> titles;  // By where the group begins.
  for (const pugi::xml_node element : texts.elements()) {
    const bool record = element.first_attribute() || element.first_child();
    // What the tree's own vocabulary has a name for is text, read by the other shapes.
    if (!record || is_block(element) || std::string_view(element.name()) == "code") continue;
    const std::size_t parent = document.span(element.parent()).begin;
    const auto [title, fresh] = titles.try_emplace(parent);
    if (fresh) title->second = title_of(element.parent());
    add_element(document, element, title->second, lists[{parent, element.name()}]);
  }
  std::vector<Grid> grids;
  for (auto& [place, grid] : lists) {
    if (grid.worth_proposing()) grids.push_back(grid.take());
  }
  return grids;
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  const Format format = texts.document().format();
  if (format == Format::json || format == Format::yaml) return propose_objects(texts);
  if (format == Format::xml) return propose_xml(texts);
  return {};
}

}  // namespace

const Shape shapes::records{.name = "records",
                            .summary = "records of JSON, YAML or XML, one for each entry",
                            .propose = propose};

}  // namespace doccord
