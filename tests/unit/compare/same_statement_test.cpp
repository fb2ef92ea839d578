#include "compare/same_statement.h"

#include <doctest/doctest.h>

#include <string>

#include "compare/alignment.h"
#include "compare/units.h"

namespace doccord {
namespace {

bool same(const std::string& a, const std::string& b) {
  const Glosses glosses;
  const UnitText left = read_units(a, glosses);
  const UnitText right = read_units(b, glosses);
  return state_the_same(align(left, right));
}

}  // namespace

TEST_CASE("same statement: active and passive, with the same actor") {
  CHECK(same("The server closes the connection.", "The connection is closed by the server."));
  CHECK_FALSE(same("The server closes the connection.", "The server is closed by the connection."));
}

TEST_CASE("same statement: a relative clause, a participle and an adjective") {
  CHECK(same("The table that the view references.", "The table referenced by the view."));
  CHECK_FALSE(same("The table that the view references.", "The table that references the view."));
  CHECK(same("The host is unreachable.", "The host cannot be reached."));
}

TEST_CASE("same statement: a verb and the noun made of it") {
  CHECK(same("Prevents the use of pages by the allocator.",
             "Prevents the allocator from using pages."));
  CHECK(same("It fails on receipt of the request.", "It fails when the request is received."));
  CHECK_FALSE(
      same("It fails on receipt of the request.", "It fails before the request is received."));
}

TEST_CASE("same statement: what a word belongs to stays with it") {
  CHECK_FALSE(
      same("The table without an index is locked.", "The table is locked without an index."));
  CHECK_FALSE(same("The old name of the new file.", "The new name of the old file."));
  CHECK_FALSE(same("There is no file that matches.", "There is a file that does not match."));
  CHECK_FALSE(same("Default: 4. Maximum: 8.", "Default: 8. Maximum: 4."));
}

TEST_CASE("same statement: orders keep their order, statements need not") {
  CHECK(same("The file is closed. The lock is released.",
             "The lock is released. The file is closed."));
  CHECK_FALSE(same("Close the file. Release the lock.", "Release the lock. Close the file."));
}

TEST_CASE("same statement: what is not understood is not the same") {
  CHECK_FALSE(same("Whence the file, thither the lock.", "Thither the lock, whence the file."));
  std::string nested = "The size";
  for (int i = 0; i < 400; ++i) nested += " of the file";
  CHECK_FALSE(same(nested + " is read.", nested + " reads."));
}

}  // namespace doccord
