#pragma once

#include <string>

namespace doccord {

// Which code this is: a digest of the identities that the linker gave the running program and every
// library that it runs with, parsers included. Two builds of different code differ in it. Empty
// when any of them has none, as then nobody can tell.
std::string build_identity();

}  // namespace doccord
