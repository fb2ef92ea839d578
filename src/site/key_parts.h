#pragma once

#include <cstddef>
#include <string>

#include "site/links.h"

namespace doccord {

// Parts of the page of a key.

// What the page calls a reading: A, B, ... Z, AA, AB, ...
std::string letter_of(std::size_t reading);

// The merged entry, and why each of its values was taken.
void set_merged(const Page& page, std::size_t record, Value& value);

// What the texts state that can be held against each other, by the sources that state it, and where
// two of them state opposites.
void set_facts(const Page& page, std::size_t record, Value& value);

}  // namespace doccord
