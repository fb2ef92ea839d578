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

TEST_CASE("no entries: lists of links that only lead to where something is told of") {
  CHECK(extracted("contents.html",
                  "<ul><li><a href=\"s.html\"><code>pumpctl</code> — Control of pumps</a></li>"
                  "<li><a href=\"v.html\"><code>valve</code> — Opening and closing</a><ul>"
                  "<li><a href=\"v.html#a\">openValve() — At once</a></li>"
                  "<li><a href=\"v.html#b\">closeValve() — Slowly</a></li></ul></li>"
                  "<li><a href=\"d.html\"><code>drain</code> — Below the tank</a></li></ul>") ==
        std::string("contents.html") + kNone);
  CHECK(extracted("index.html",
                  "<dl><dt>EPUMP, <a href=\"1.html\">When pumps stop</a></dt>"
                  "<dt>MAX_SPEED, <a href=\"2.html\">Limits of speed</a>, "
                  "<a href=\"3.html\">Wear and tear</a></dt>"
                  "<dd><dl><dt>in winter, <a href=\"4.html\">Frost</a></dt></dl></dd>"
                  "<dt>VALVE_OPEN, <a href=\"5.html\">States of valves</a></dt></dl>") ==
        std::string("index.html") + kNone);
  CHECK(extracted("chapters.md",
                  "- [16. Installing pumps](i.md)\n- [17. Installing valves](v.md)\n"
                  "- [18. Draining the tank](d.md)\n- [19. Setting it up](s.md)\n") ==
        std::string("chapters.md") + kNone);
}

TEST_CASE("words as keys: a list of codes may link each of them, and terms may be links") {
  CHECK(extracted("codes.md",
                  "- [404 Not Found](404.md)\n- [405 Method Not Allowed](405.md)\n"
                  "- [410 Gone](410.md)\n") ==
        "404 <Not Found>\n"
        "405 <Method Not Allowed>\n"
        "410 <Gone>\n");
  CHECK(extracted("options.html",
                  "<dl><dt><a href=\"#m\">max_speed</a></dt><dd>How fast.</dd>"
                  "<dt><a href=\"#o\">open_valve</a></dt><dd>How wide.</dd></dl>") ==
        "max_speed How fast.\n"
        "open_valve How wide.\n");
}

TEST_CASE("no entries: years, changes, and numbers at the start of a few lines of a long text") {
  CHECK(extracted("copyright",
                  "Files: *\nCopyright:\n  2017 Ada Ram\n  2018 Ben Oil\n  2019 Cem Pit\n") ==
        std::string("copyright") + kNone);
  CHECK(extracted("rights.txt",
                  "Copyright:\n  2017 by Ada Ram of Pumps\n  2018 by Ben Oil of Valves.\n"
                  "  2019 by Cem Pit of Tanks.\n  2020 by Dora Rod of Wheels.\n") ==
        std::string("rights.txt") + kNone);
  CHECK(extracted("changes.txt",
                  "  *) pump: Turn the other way round.\n     PR 70207.  [Ada Ram]\n\n"
                  "  *) valve: Do not open in winter.\n     PR 65788.  [Ben Oil]\n\n"
                  "  *) tank: Drain it.\n     PR 70261.  [Cem Pit]\n") ==
        std::string("changes.txt") + kNone);
  std::string prose = "(1) keep the pump dry, and\n";
  for (int i = 0; i < 200; ++i) prose += "no pump shall be run without its valve being open, as\n";
  CHECK(extracted("terms.txt", prose + "11 of the rules of pumps says so.\n") ==
        std::string("terms.txt") + kNone);
}

TEST_CASE("no entries: headings that are written in capitals throughout") {
  CHECK(extracted("licence.html",
                  "<h2>PUMP LICENSE AGREEMENT</h2><p>One may use it.</p>"
                  "<h2>VALVE LICENSE AGREEMENT</h2><p>One may open it.</p>"
                  "<h2>TANK LICENSE AGREEMENT</h2><p>One may drain it.</p>") ==
        std::string("licence.html") + kNone);
}

TEST_CASE("words as keys: short codes of one length at the head of records") {
  std::string records;
  std::string expected;
  for (const char* code : {"aav", "afa", "alg", "alv", "apa", "aqa", "aql", "art"}) {
    records += std::string(records.empty() ? "[" : ",") + "{\"alpha_3\": \"" + code +
               "\", \"name\": \"Speech of " + code + "\"}";
    expected += std::string(code) + " <Speech of " + code + ">\n";
  }
  CHECK(extracted("codes.json", records + "]") == expected);
}

}  // namespace doccord::test
