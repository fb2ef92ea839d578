#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <vector>

namespace doccord {

// Whether the element begins a block of text of its own rather than standing in a line.
bool is_block(pugi::xml_node node);

// h1 to h6.
bool is_heading(pugi::xml_node node);

bool is_text(pugi::xml_node node);

// The next node after `node` in document order, below `top`; null behind the last.
pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node top);

// What a text stands in, as far up as the node that a walk began at.
struct Surroundings {
  pugi::xml_node block;    // The innermost block, or where the walk began.
  bool coded = false;      // In an element `code` of that block.
  bool linked = false;     // In a link to somewhere.
  bool permalink = false;  // In a mark that is nothing but a link to the place itself.
};

// Goes through all nodes below one, in document order. What they stand in is carried along, since
// asking the elements above each text would take as many steps as it stands deep.
class TextWalk {
 public:
  explicit TextWalk(pugi::xml_node top) : top_(top), node_(top) {}

  // The next node; null behind the last.
  pugi::xml_node next();
  // Of the node that `next` gave: what it stands in, and how many elements below the top are around
  // it.
  const Surroundings& around() const { return around_.back(); }
  std::size_t depth() const { return around_.size() - 1; }

 private:
  pugi::xml_node top_;
  pugi::xml_node node_;
  std::vector<Surroundings> around_;  // For each element from the top to the node.
};

}  // namespace doccord
