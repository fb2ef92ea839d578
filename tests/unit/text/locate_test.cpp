#include "text/locate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace doccord {
namespace {

std::string found(std::string_view source, std::string_view phrase) {
  const auto span = locate(source, {0, source.size()}, phrase);
  return span ? std::string(source.substr(span->begin, span->size())) : "(nothing)";
}

std::string found_part(std::string_view source, std::string_view text, Span part) {
  const auto span = locate_part(source, {0, source.size()}, text, part);
  return span ? std::string(source.substr(span->begin, span->size())) : "(nothing)";
}

TEST_CASE("locate: finds a phrase over line ends and several blanks") {
  CHECK(found("The  disk\n  is full.", "disk is full.") == "disk\n  is full.");
}

TEST_CASE("locate: finds words that a typesetter broke at a line end") {
  CHECK(found("the connec\u2010\n  tion is closed", "connection is") == "connec\u2010\n  tion is");
  CHECK(found("the connec\u2010\n  tion is closed", "the connection") ==
        "the connec\u2010\n  tion");
  CHECK(found("the connec\u2010\n  tion", "connec") == "connec");
  CHECK(found("the connec\u2010tion", "connection") == "(nothing)");
}

TEST_CASE("locate: steps over tags, link targets, escapes and character references") {
  CHECK(found("see <a href=\"full\">the <b>disk</b></a> page", "the disk page") ==
        "the <b>disk</b></a> page");
  CHECK(found("see [the disk](http://x/the) page", "the disk page") ==
        "the disk](http://x/the) page");
  CHECK(found("**DISK\\_FULL**", "DISK_FULL") == "DISK\\_FULL");
  CHECK(found("the&nbsp;disk", "the disk") == "the&nbsp;disk");
}

TEST_CASE("locate: prefers what is read to what stands in a tag") {
  CHECK(found("<i id=\"FULL\"></i>is FULL", "FULL") == "FULL");
  CHECK(locate("<i id=\"FULL\"></i>is FULL", {0, 24}, "FULL")->begin == 20);
}

TEST_CASE("locate: reads angle brackets as text when nothing else fits") {
  CHECK(found("use <key> here", "use <key> here") == "use <key> here");
  CHECK(found("use <key>  here", "<key> here") == "<key>  here");
}

TEST_CASE("locate: never cuts a word") {
  CHECK(found("then the end", "the") == "the");
  CHECK(locate("then the end", {0, 12}, "the")->begin == 5);
  CHECK(found("E140", "14") == "(nothing)");
}

TEST_CASE("locate: stays within the given bytes") {
  CHECK_FALSE(locate("one two", {0, 3}, "two").has_value());
  CHECK_FALSE(locate("one two", {0, 3}, "one two").has_value());
  CHECK_FALSE(locate("one", {2, 2}, "one").has_value());
}

TEST_CASE("locate: says nothing for an empty phrase or one that is not there") {
  CHECK(found("one", "") == "(nothing)");
  CHECK(found("one", "two") == "(nothing)");
}

TEST_CASE("locate part: finds the second of two equal phrases") {
  const std::string text = "the disk, the disk";
  const std::string source = "<p>the disk, <b>the</b> disk</p>";
  const auto span = locate_part(source, {0, source.size()}, text, {10, 13});
  REQUIRE(span.has_value());
  CHECK(span->begin == 16);
  CHECK(source.substr(span->begin, span->size()) == "the");
}

TEST_CASE("locate part: takes in the punctuation that belongs to the part") {
  CHECK(found_part("for <b>processing , but</b>", "for processing , but", {4, 16}) ==
        "processing ,");
  CHECK(found_part("for processing , but", "for processing , but", {14, 16}) == ",");
  CHECK(found_part("x (see below) y", "x (see below) y", {2, 13}) == "(see below)");
}

TEST_CASE("locate part: says nothing when the text is not there") {
  CHECK(found_part("other words", "the disk", {0, 3}) == "(nothing)");
  CHECK(found_part("the disk", "the disk", {3, 3}) == "(nothing)");
}

TEST_CASE("Locator: one search changes nothing about the next") {
  const std::string source = "`FULL` 28: The <b>disk</b> is full, the &lt;disk> is.";
  const std::string text = "The disk is full, the <disk> is.";
  Locator locator(source, {0, source.size()}, text);
  for (int round = 0; round < 2; ++round) {
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
      const Span part{begin, std::min(begin + 6, text.size())};
      CHECK(locator.find_part(part) == locate_part(source, {0, source.size()}, text, part));
      const std::string phrase = text.substr(part.begin, part.size());
      CHECK(locator.find(phrase) == locate(source, {0, source.size()}, phrase));
    }
  }
}

}  // namespace
}  // namespace doccord
