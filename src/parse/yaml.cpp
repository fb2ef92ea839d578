// YAML as the tree that the same data has in JSON: `object` with `member name="..."`, `array`, and
// `item` for what stands in an array and is neither. An alias is what it stands for, within a
// budget, and `<<` gives its map's members to the map that it stands in.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "parse/format_parser.h"
#include "parse/parse_error.h"
#include "parse/tree_builder.h"
#include "parse/yaml_events.h"

namespace doccord {
namespace {

using std::string_view;
using Kind = YamlEvent::Kind;

// Texts that stand for nothing where they have no quotes.
bool is_null(const YamlEvent& scalar) {
  const string_view text = scalar.text;
  return scalar.bare &&
         (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
}

string_view name_of(pugi::xml_node member) { return member.attribute("name").value(); }

// The maps whose members `<<` stands for: its value, or those in the list that is its value.
std::vector<pugi::xml_node> merged_objects(pugi::xml_node merge) {
  std::vector<pugi::xml_node> objects;
  const pugi::xml_node value = merge.first_child();
  const bool list = string_view(value.name()) == "array";
  for (const pugi::xml_node each : (list ? value : merge).children("object")) {
    objects.push_back(each);
  }
  return objects;
}

// Puts the members in the place of each `<<` of a map. Of two with one name, the map's own stays,
// then that of the first map.
void resolve_merges(pugi::xml_node object, const std::vector<pugi::xml_node>& merges) {
  std::set<std::string, std::less<>> names;
  for (const pugi::xml_node member : object.children("member")) names.emplace(name_of(member));
  for (pugi::xml_node merge : merges) {
    const std::vector<pugi::xml_node> objects = merged_objects(merge);
    if (objects.empty()) continue;
    for (const pugi::xml_node each : objects) {
      for (pugi::xml_node member = each.first_child(); member;) {
        const pugi::xml_node next = member.next_sibling();
        if (names.emplace(name_of(member)).second) object.insert_move_before(member, merge);
        member = next;
      }
    }
    object.remove_child(merge);
  }
}

class Reader {
 public:
  Reader(const Source& source, TreeBuilder& tree) : events_(source), tree_(tree) {}

  // The error of a stream that is no YAML; those of the limits are the tree's.
  std::optional<Error> run();

 private:
  struct Collection {
    std::string anchor;
    bool flow = false;
    std::vector<pugi::xml_node> merges;  // Members `<<` of a map.
  };
  struct Anchored {
    std::string text;
    pugi::xml_node collection;  // Of a list or map.
    bool open = false;          // It has not come to its end yet.
  };

  void read(const YamlEvent& event);
  void read_key(const YamlEvent& event);
  void read_key_part(const YamlEvent& event);
  void open_member(string_view name, Span key);
  void open_collection(const YamlEvent& event);
  void close_collection(const YamlEvent& event);
  void add_scalar(const YamlEvent& scalar);
  void add_text(string_view text, Span content, Span whole);
  void add_alias(const YamlEvent& alias);
  void add_copy(pugi::xml_node node, Span alias);
  void end_value(std::size_t end);
  const Anchored* find(const YamlEvent& alias);
  std::string text_of(const YamlEvent& scalar_or_alias);
  void remember(const std::string& anchor, Anchored what);
  bool spend(std::size_t bytes, std::size_t offset);
  bool in(string_view name) const { return name == tree_.current().name(); }

  YamlEvents events_;
  TreeBuilder& tree_;
  std::vector<Collection> open_;
  std::map<std::string, Anchored, std::less<>> anchors_;  // Of this document of the stream.
  std::size_t unsaid_nodes_ = 0;  // That do not stand in the source where they are in the tree,
  std::size_t unsaid_bytes_ = 0;  // and their texts.
  std::size_t merging_ = 0;       // Members `<<` that are open.
  std::size_t key_depth_ = 0;     // Lists and maps that are open in a key.
  std::size_t key_begin_ = 0;
  std::string key_;
  std::size_t key_end_ = 0;  // Of the member that was opened last.
};

std::optional<Error> Reader::run() {
  while (!tree_.failed()) {
    const auto event = events_.next();
    if (!event) return event.error();
    if (event->kind == Kind::stream_end) break;
    read(*event);
  }
  return std::nullopt;
}

void Reader::read(const YamlEvent& event) {
  if (key_depth_ > 0) return read_key_part(event);
  if (in("object") && event.kind != Kind::end) return read_key(event);
  switch (event.kind) {
    case Kind::document:
      anchors_.clear();
      break;
    case Kind::scalar:
      add_scalar(event);
      break;
    case Kind::alias:
      add_alias(event);
      break;
    case Kind::mapping:
    case Kind::sequence:
      open_collection(event);
      break;
    case Kind::end:
      close_collection(event);
      break;
    case Kind::stream_end:
      break;
  }
}

void Reader::read_key(const YamlEvent& event) {
  if (event.kind == Kind::mapping || event.kind == Kind::sequence) {
    key_begin_ = event.span.begin;
    key_depth_ = 1;
    key_.clear();
    return;
  }
  open_member(text_of(event), event.span);
  if (tree_.failed() || !event.bare || event.text != "<<") return;
  open_.back().merges.push_back(tree_.current());
  ++merging_;
}

// A list or map that is a key: the texts in it are the member's name.
void Reader::read_key_part(const YamlEvent& event) {
  if (!spend(event.text.size(), event.span.begin)) return;
  if (event.kind == Kind::mapping || event.kind == Kind::sequence) {
    if (++key_depth_ + tree_.depth() > limits().depth) {
      tree_.fail_at(event.span.begin,
                    limit_message("nesting", limits().depth, "elements", "depth"));
    }
  } else if (event.kind == Kind::end) {
    if (--key_depth_ == 0) open_member(key_, {key_begin_, event.span.begin});
  } else {
    if (!key_.empty()) key_ += ' ';
    key_ += text_of(event);
  }
}

void Reader::open_member(string_view name, Span key) {
  tree_.open("member", key.begin);
  tree_.attribute("name", name);
  key_end_ = key.end;
}

void Reader::open_collection(const YamlEvent& event) {
  tree_.open(event.kind == Kind::mapping ? "object" : "array", event.span.begin);
  if (tree_.failed()) return;
  open_.push_back({event.anchor, event.flow, {}});
  remember(event.anchor, {"", tree_.current(), true});
}

// In block style it ends with what is in it.
void Reader::close_collection(const YamlEvent& event) {
  const Collection closed = std::move(open_.back());
  open_.pop_back();
  if (!closed.merges.empty()) resolve_merges(tree_.current(), closed.merges);
  remember(closed.anchor, {"", tree_.current(), false});
  const std::size_t end = closed.flow ? event.span.end : 0;
  tree_.close(end);
  end_value(end);
}

void Reader::add_scalar(const YamlEvent& scalar) {
  const bool null = is_null(scalar);
  remember(scalar.anchor, {null ? "" : scalar.text, {}, false});
  if (null && in("document")) return;  // Of a stream, a document with nothing in it.
  // The library sees the place of nothing at all where the next thing is.
  const bool nothing = scalar.span.size() == 0 && in("member");
  const Span whole = nothing ? Span{key_end_, key_end_} : scalar.span;
  add_text(null ? "" : scalar.text, scalar.content, whole);
}

void Reader::add_text(string_view text, Span content, Span whole) {
  tree_.value(text, content, whole);
  end_value(whole.end);
}

void Reader::add_alias(const YamlEvent& alias) {
  const Anchored* anchored = find(alias);
  if (anchored == nullptr) return;
  if (!anchored->collection) {
    if (spend(anchored->text.size(), alias.span.begin)) {
      add_text(anchored->text, alias.span, alias.span);
    }
    return;
  }
  add_copy(anchored->collection, alias.span);
  end_value(alias.span.end);
}

// The first text has the alias's bytes, so that what follows has none.
void Reader::add_copy(pugi::xml_node node, Span alias) {
  const pugi::xml_node top = node;
  for (;;) {
    const string_view text = *node.value() != '\0' ? node.value() : name_of(node);
    if (!spend(text.size(), alias.begin)) return;
    if (node.type() == pugi::node_element) {
      tree_.open(node.name(), alias.begin);
      if (node.first_attribute()) tree_.attribute("name", text);
    } else {
      tree_.text(text, alias);
      alias.begin = alias.end;
    }
    if (tree_.failed()) return;
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != top && !node.next_sibling()) {
      if (node.type() == pugi::node_element) tree_.close(alias.begin);
      node = node.parent();
    }
    if (node.type() == pugi::node_element) tree_.close(node == top ? alias.end : alias.begin);
    if (node == top) return;
    node = node.next_sibling();
  }
}

// A member ends with its value.
void Reader::end_value(std::size_t end) {
  if (tree_.failed() || !in("member")) return;
  const std::vector<pugi::xml_node>& merges = open_.back().merges;
  if (!merges.empty() && merges.back() == tree_.current()) --merging_;
  tree_.close(end);
}

// What it stands for; null when that is an error.
const Reader::Anchored* Reader::find(const YamlEvent& alias) {
  const auto found = anchors_.find(alias.text);
  if (found == anchors_.end()) {
    tree_.fail_at(alias.span.begin, "alias `*" + alias.text + "` names no anchor before it");
  } else if (found->second.open) {
    tree_.fail_at(alias.span.begin, "alias `*" + alias.text + "` stands within what it names");
  } else {
    return &found->second;
  }
  return nullptr;
}

// Of a key, or of a part of one.
std::string Reader::text_of(const YamlEvent& scalar_or_alias) {
  if (scalar_or_alias.kind != Kind::alias) {
    remember(scalar_or_alias.anchor, {scalar_or_alias.text, {}, false});
    return scalar_or_alias.text;
  }
  const Anchored* anchored = find(scalar_or_alias);
  if (anchored == nullptr) return "";
  if (anchored->collection) {
    tree_.fail_at(scalar_or_alias.span.begin,
                  "alias `*" + scalar_or_alias.text + "` is a key and names a list or map");
  }
  return spend(anchored->text.size(), scalar_or_alias.span.begin) ? anchored->text : "";
}

// What is in a `<<` will be taken apart, so that no alias can stand for it.
void Reader::remember(const std::string& anchor, Anchored what) {
  if (!anchor.empty() && merging_ == 0) anchors_.insert_or_assign(anchor, std::move(what));
}

// A few lines of aliases of aliases stand for more than any memory holds.
bool Reader::spend(std::size_t bytes, std::size_t offset) {
  constexpr string_view kUnsaid = "content of aliases and keys";
  if (++unsaid_nodes_ > limits().alias_nodes) {
    tree_.fail_at(offset, limit_message(kUnsaid, limits().alias_nodes, "nodes", "alias-nodes"));
  }
  unsaid_bytes_ += bytes;
  if (unsaid_bytes_ > limits().alias_bytes) {
    tree_.fail_at(offset, limit_message(kUnsaid, limits().alias_bytes, "bytes", "alias-bytes"));
  }
  return !tree_.failed();
}

Result<Document> parse_yaml(const Source& source) {
  if (const auto error = find_unreadable(source)) return tl::unexpected(*error);
  TreeBuilder tree(source, Format::yaml);
  if (const auto error = Reader(source, tree).run()) return tl::unexpected(*error);
  return tree.finish();
}

}  // namespace

const FormatParser format_parsers::yaml{Format::yaml, parse_yaml};

}  // namespace doccord
