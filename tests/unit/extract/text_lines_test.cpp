#include <doctest/doctest.h>

#include "extract/shape.h"
#include "parse/parse.h"
#include "support/extracted.h"

namespace doccord::test {

TEST_CASE("text lines: a name with its key in brackets opens an entry, the text stands below") {
  CHECK(
      extracted(
          "a.txt",
          "Alarms\n\nPUMP_STOPPED (10)\n   The pump does not turn.\nPUMP_HOT (11)\n   The pump is\n"
          "   too hot.\n") ==
      "10 <PUMP_STOPPED> The pump does not turn. {Alarms}\n"
      "11 <PUMP_HOT> The pump is too hot. {Alarms}\n");
}

TEST_CASE("text lines: what is a list by its numbers and by the words before them is one grid") {
  Source source;
  source.path = "a.txt";
  source.text =
      "PUMP_STOPPED (10)\n   The pump does not turn.\nPUMP_HOT (11)\n   It is too hot.\n"
      "VALVE_OPEN (20)\n   The valve is open.\nVALVE_STUCK (21)\n   It does not move.\n";
  const auto document = parse(source);
  REQUIRE(document);
  const std::vector<Grid> grids = shapes::text_lines.propose(DocumentTexts(*document));
  CHECK(grids.size() == 1);
  CHECK(grids.at(0).rows.size() == 4);
}

TEST_CASE("text lines: name, key and text may share a line, below a line of column headings") {
  CHECK(extracted("a.txt",
                  "Alarms\n\nConstant Value Description\nPUMP_STOPPED 10 The pump does not turn.\n"
                  "PUMP_HOT 11 The pump is too hot.\n\n\nTop of page\nCopyright 2001 by us.\n") ==
        "10 <PUMP_STOPPED> The pump does not turn. {Alarms}\n"
        "11 <PUMP_HOT> The pump is too hot. {Alarms}\n");
}

TEST_CASE("text lines: a heading that repeats the name belongs to the entry and is no section") {
  CHECK(
      extracted(
          "a.txt",
          "Members\n\nStopped\n\nSTOPPED: = 10\n\nThe pump does not turn.\n\nIt may be blocked.\n\n"
          "Hot\n\nHOT: = 11\n\nThe pump is too hot.\n") ==
      "10 <STOPPED> The pump does not turn. It may be blocked. {Members}\n"
      "11 <HOT> The pump is too hot. {Members}\n");
}

TEST_CASE("text lines: headings between the entries are their sections and no text of theirs") {
  CHECK(extracted(
            "a.txt",
            "// 1x: Pump - what it says\n10 Pump Stopped\n- The pump does not turn.\n"
            "11 Pump Hot\n- The pump is too hot.\nValve Alarms\nAlarms of the valve follow here.\n"
            "20 Valve Open\n- The valve is open.\n") ==
        "10 <Pump Stopped> The pump does not turn. {1x: Pump - what it says}\n"
        "11 <Pump Hot> The pump is too hot. {1x: Pump - what it says}\n"
        "20 <Valve Open> The valve is open. {Valve Alarms}\n");
}

TEST_CASE("text lines: an entry may open inside a line, behind the end of a sentence") {
  CHECK(extracted("a.txt",
                  "10 Pump Stopped\n- The pump, as\nIEC 1\nsays, does not turn. 11 Pump Hot\n"
                  "- It is too hot, unlike\n10\n(Pump Stopped\n) says. 12 Pump Wet\n- It is wet.\n"
                  "13 Pump Dry\n- It is dry.\n") ==
        "10 <Pump Stopped> The pump, as IEC 1 says, does not turn.\n"
        "11 <Pump Hot> It is too hot, unlike 10 (Pump Stopped ) says.\n"
        "12 <Pump Wet> It is wet.\n"
        "13 <Pump Dry> It is dry.\n");
}

TEST_CASE("text lines: a line that is written otherwise than the entries is told") {
  CHECK(
      extracted(
          "a.txt",
          "PUMP_STOPPED (10)\n   The pump does not turn.\nPUMP_HOT [11]\n   The pump is too hot.\n"
          "PUMP_WET (12)\n   The pump is wet.\nPUMP_DRY (13)\n   The pump is dry.\n") ==
      "10 <PUMP_STOPPED> The pump does not turn. PUMP_HOT [11] The pump is too hot.\n"
      "12 <PUMP_WET> The pump is wet.\n"
      "13 <PUMP_DRY> The pump is dry.\n"
      "? 11: is written otherwise than the entries around it\n");
}

TEST_CASE("text lines: carriage returns, tabs and no-break spaces change nothing") {
  CHECK(extracted("a.txt",
                  "PUMP_STOPPED (10)\u00A0\r\n\tThe\u00A0pump does  not turn.\r\n\u00A0\r\n"
                  "PUMP_HOT (11)\r\n\tThe pump is too hot.\r\n") ==
        "10 <PUMP_STOPPED> The pump does not turn.\n"
        "11 <PUMP_HOT> The pump is too hot.\n");
}

TEST_CASE("text lines: prose with numbers in it has no entries") {
  const std::string message =
      "a.txt: error: no entries found: nothing in it reads as a list of keys with names or texts "
      "(`doccord extract --explain` shows what was tried)\n";
  CHECK(extracted("a.txt",
                  "In 1997 the page had 36 codes.\nIn 2018 there were 40, of which\n"
                  "39 are in both. See RFC 2616\nand RFC 7231.\n") == message);
  CHECK(extracted("a.txt", "Just a text.\n") == message);
}

TEST_CASE("text lines: an entry repeated below the next heading loses none of that section") {
  std::string wanted;
  std::string text;
  const auto add = [&](int key, const std::string& name, const std::string& section) {
    text +=
        name + " (" + std::to_string(key) + ")\n   The part " + name + " is not as it should be.\n";
    wanted += std::to_string(key) + " <" + name + "> The part " + name +
              " is not as it should be. {" + section + "}\n";
  };
  text += "\n// 1xx: Pumps\n\n";
  for (int i = 0; i < 6; ++i) add(100 + i, std::string("PUMP_") + char('A' + i), "1xx: Pumps");
  text += "\n// 2xx: Valves\n\n";
  add(105, "PUMP_F", "2xx: Valves");
  for (int i = 0; i < 6; ++i) add(200 + i, std::string("VALVE_") + char('A' + i), "2xx: Valves");
  text += "\n// 3xx: Doors\n\n";
  for (int i = 0; i < 6; ++i) add(300 + i, std::string("DOOR_") + char('A' + i), "3xx: Doors");
  CHECK(extracted("a.txt", text) == wanted);
}

TEST_CASE("text lines: one word with its key in brackets is a name, however it is written") {
  CHECK(extracted("a.txt",
                  "The state of a pump is one of these.\n\n"
                  "         idle               (0),\n"
                  "         turningSlowly      (1),\n"
                  "         turningFast        (2),\n"
                  "         stopped            (3),\n") ==
        "0 <idle>\n1 <turningSlowly>\n2 <turningFast>\n3 <stopped>\n");
}

}  // namespace doccord::test
