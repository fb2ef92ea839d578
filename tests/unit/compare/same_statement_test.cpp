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
  StatedTexts texts;
  return state_the_same(align(left, right), texts);
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

TEST_CASE("same statement: what goes on is not over") {
  CHECK(same("The table is being removed.", "Removal of the table is in progress."));
  CHECK_FALSE(same("The table has been removed.", "Removal of the table is in progress."));
}

TEST_CASE("same statement: what people are told to do must be done, what programs do need not") {
  CHECK(same("Replace the battery.", "The battery must be replaced."));
  CHECK_FALSE(same("Replace the battery.", "The battery can be replaced."));
  CHECK_FALSE(same("Overwrite the files.", "The files must be overwritten."));
}

TEST_CASE("same statement: failing to is not doing, and not being able to") {
  CHECK(same("The device failed to respond.", "The device did not respond."));
  CHECK(same("The device failed to respond.", "The device could not respond."));
  CHECK_FALSE(same("The device could not respond.", "The device did not respond."));
}

TEST_CASE("same statement: questions and what they ask for") {
  CHECK(same("How long the client waits.", "The time for which the client waits."));
  CHECK(same("How many files a user has.", "The number of files that a user has."));
  CHECK_FALSE(same("How many files a user has.", "How many users a file has."));
}

TEST_CASE("same statement: a condition and the quality that it asks for") {
  CHECK(same("Values are clamped if they are negative.", "Negative values are clamped."));
  CHECK(same("Warn if a file is missing.", "Warn about files that are missing."));
  CHECK_FALSE(
      same("The server drops the request if it is busy.", "The server drops busy requests."));
}

TEST_CASE("same statement: comparing either with the other") {
  CHECK(same("The backup is older than the index.", "The index is newer than the backup."));
  CHECK_FALSE(same("The backup is older than the index.", "The index is older than the backup."));
  CHECK(same("The value must not be less than 1.", "The value must be at least 1."));
  CHECK_FALSE(same("The value must not be less than 1.", "The value must be at most 1."));
}

TEST_CASE("same statement: what is not understood is not the same") {
  CHECK_FALSE(same("Whence the file, thither the lock.", "Thither the lock, whence the file."));
  std::string nested = "The size";
  for (int i = 0; i < 400; ++i) nested += " of the file";
  CHECK_FALSE(same(nested + " is read.", nested + " reads."));
}

}  // namespace doccord
