#include <doctest/doctest.h>

#include "support/extracted.h"

namespace doccord::test {
namespace {

constexpr const char* kNone =
    ": error: no entries found: nothing in it reads as a list of keys with names or texts "
    "(`doccord extract --explain` shows what was tried)\n";

}  // namespace

TEST_CASE("words as keys: terms of a definition list, with what stands in brackets beside them") {
  CHECK(extracted("a.html",
                  "<h1>Options</h1><dl><dt><code>pump_speed</code> (integer)</dt><dd><p>How fast "
                  "it turns.</p>"
                  "<p>Default: <code>100</code></p></dd><dt><code>port</code> "
                  "(integer)</dt><dd><p>TCP port.</p>"
                  "<p>Default: <code>5432</code></p></dd></dl>") ==
        "pump_speed How fast it turns. |note=integer |Default=100 {Options}\n"
        "port TCP port. |note=integer |Default=5432 {Options}\n");
}

TEST_CASE("words as keys: a headed table that tells something of each word") {
  CHECK(extracted("a.md",
                  "| Rule | Description |\n|---|---|\n| semi | Require semicolons everywhere. |\n"
                  "| no-var | Require let or const. |\n| curly | Require braces after if. |\n") ==
        "semi Require semicolons everywhere.\n"
        "no-var Require let or const.\n"
        "curly Require braces after if.\n");
}

TEST_CASE(
    "words as keys: a manual page sets them off with gaps, and prose with capitals is no entry") {
  CHECK(extracted("a.txt",
                  "ERRORS\n\n       EPUMP           Pump stopped.\n\n       EHOT            Pump "
                  "too hot to "
                  "be run at this\n                       time of the day.\n\n       EWET          "
                  "  Pump wet.\n") ==
        "EPUMP Pump stopped. {ERRORS}\n"
        "EHOT Pump too hot to be run at this time of the day. {ERRORS}\n"
        "EWET Pump wet. {ERRORS}\n");
  CHECK(extracted(
            "a.txt",
            "HTTP is a protocol.\nURIs name resources.\nTCP carries both.\nHTML is a format.\n") ==
        std::string("a.txt") + kNone);
}

TEST_CASE("words as keys: one list for each word, with links to the place itself") {
  CHECK(extracted(
            "a.html",
            "<dl><dt>errors.EPUMP<a href=\"#x\">\u00B6</a></dt><dd>Pump stopped.</dd></dl><dl><dt>"
            "errors.EHOT<a href=\"#y\">\u00B6</a></dt><dd>Pump hot.</dd></dl>") ==
        "EPUMP Pump stopped.\n"
        "EHOT Pump hot.\n");
}

TEST_CASE("no entries: figures, versions, pages, indexes and letters are none") {
  CHECK(extracted("a.md",
                  "| Run | Time | Memory |\n|---|---|---|\n| 1.2 | 30 | 12 |\n| 12 | 300 | 14 |\n| "
                  "125 | 3000 | "
                  "15 |\n") == std::string("a.md") + kNone);
  CHECK(extracted("a.md",
                  "# Changes\n\n## 2.1.0 - 2024-03-01\n\n- Fixed 3 bugs\n\n## 2.0.1 - "
                  "2024-02-01\n\n- Fixed "
                  "crash\n\n## 2.0.0 - 2024-01-01\n\n- New parser\n") ==
        std::string("a.md") + kNone);
  CHECK(extracted("a.txt", "1 Introduction .... 3\n2 Basics .... 7\n3 Reference .... 12\n") ==
        std::string("a.txt") + kNone);
  CHECK(extracted("a.html", "<ul><li><a>EPUMP</a><li><a>EHOT</a><li><a>EWET</a></ul>") ==
        std::string("a.html") + kNone);
}

TEST_CASE("words as keys: the headings of a manual page are none") {
  CHECK(extracted("pump.7.txt",
                  "PUMP(7)                Miscellaneous                PUMP(7)\n\n"
                  "NAME\n       pump - moves water\n\n"
                  "DESCRIPTION\n       A pump moves water from one place to another one.\n\n"
                  "NOTES\n       It needs water to do so.\n\n"
                  "BUGS\n       It is loud.\n") ==
        "pump.7.txt: error: no entries found: nothing in it reads as a list of keys with names or "
        "texts "
        "(`doccord extract --explain` shows what was tried)\n");
}

}  // namespace doccord::test
