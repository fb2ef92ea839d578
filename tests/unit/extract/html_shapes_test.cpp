#include <doctest/doctest.h>

#include "support/extracted.h"

namespace doccord::test {

TEST_CASE(
    "table: columns are told by what they hold, in any order, over several tables of one kind") {
  CHECK(extracted("a.html", R"(<!doctype html><html><head><title>Alarms</title></head><body>
<h1>Alarms</h1><p>All of them.</p><h2>Pump</h2>
<table><thead><tr><th>Meaning</th><th>Alarm</th><th>Value</th><th>Since</th></tr></thead>
<tr><td>The pump does not turn.</td><td><code>PUMP_STOPPED</code></td><td>10</td><td>1.0</td></tr>
<tr><td>The pump is <em>too</em> hot; see <a href="x">cooling</a>.</td><td>PUMP_HOT</td><td>11</td>
<td>1.2</td></tr></table>
<h2>Valve</h2>
<table><tr><th>Meaning</th><th>Alarm</th><th>Value</th><th>Since</th></tr>
<tr><td>The valve is open.</td><td>VALVE_OPEN</td><td>20</td><td>1.0</td></tr></table></body></html>)") ==
        "10 <PUMP_STOPPED> The pump does not turn. |Since=1.0 {Pump}\n"
        "11 <PUMP_HOT> The pump is too hot; see cooling. |Since=1.2 {Pump}\n"
        "20 <VALVE_OPEN> The valve is open. |Since=1.0 {Valve}\n");
}

TEST_CASE("table: a row across all columns names the class of the rows below it") {
  CHECK(extracted("a.html", R"(<table><tr><th>Error Code</th><th>Condition Name</th></tr>
<tr><td colspan="2">Class 01 - Warning</td></tr><tr><td>01000</td><td>warning</td></tr>
<tr><td>0100C</td><td>dynamic_result_sets_returned</td></tr>
<tr><td colspan="2">Class 02 - No Data</td></tr><tr><td>02000</td><td>no_data</td></tr></table>)") ==
        "01000 <warning> {Class 01 - Warning}\n"
        "0100C <dynamic_result_sets_returned> {Class 01 - Warning}\n"
        "02000 <no_data> {Class 02 - No Data}\n");
}

TEST_CASE("definition list: the term has key and name, all blocks below it are the text") {
  CHECK(extracted("a.html",
                  "<h1>Alarms</h1><dl><dt>10 Pump stopped</dt><dd><p>The pump does not turn.</p>"
                  "<p>It may be blocked.</p></dd><dt>11 Pump hot<dd>Too hot &amp; loud.</dl>") ==
        "10 <Pump stopped> The pump does not turn. It may be blocked. {Alarms}\n"
        "11 <Pump hot> Too hot & loud. {Alarms}\n");
}

TEST_CASE("definition list: the key may be the first term of a list further in") {
  CHECK(
      extracted("a.html",
                "<dl><dt><b>PUMP_STOPPED</b></dt><dd><dl><dt>10</dt><dt><p>The pump does not turn."
                "</p></dt></dl></dd><dt><b>PUMP_HOT</b></dt><dd><dl><dt>11</dt><dt>Hot.</dt></dl>"
                "</dd></dl><h2>See also</h2><dl><dt><a href=\"x\">Valves</a></dt></dl>") ==
      "10 <PUMP_STOPPED> The pump does not turn.\n"
      "11 <PUMP_HOT> Hot.\n");
}

TEST_CASE("heading sections: all up to the next heading of the level is the text") {
  CHECK(extracted(
            "a.html",
            "<h1>Alarms</h1><h2>Pump</h2><h3>PUMP_STOPPED (10)</h3><p>The pump does not turn."
            "</p><ul><li>It is blocked.<li>It is off.</ul><h3>PUMP_HOT (11)</h3><p>Hot.</p>"
            "<h2>Valve</h2><h3>VALVE_OPEN (20)</h3><p>Open.</p><h2>See also</h2><p>Others.</p>") ==
        "10 <PUMP_STOPPED> The pump does not turn. It is blocked. It is off. {Pump}\n"
        "11 <PUMP_HOT> Hot. {Pump}\n"
        "20 <VALVE_OPEN> Open. {Valve}\n");
}

TEST_CASE("heading sections: section numbers before the key are no keys") {
  CHECK(extracted("a.html",
                  "<h2>1. Introduction</h2><p>Text.</p><h2>2. Alarms</h2><h3>2.1. 10 Stopped</h3>"
                  "<p>The pump does not turn.</p><h3>2.2. 11 Hot</h3><p>The pump is too hot.</p>"
                  "<h2>3. References</h2><p>None.</p>") ==
        "10 <Stopped> The pump does not turn. {2. Alarms}\n"
        "11 <Hot> The pump is too hot. {2. Alarms}\n");
}

TEST_CASE("list items: items of inner lists are entries of their own where they have keys") {
  CHECK(
      extracted("a.html",
                "<h2>Alarms</h2><ul><li><b>10</b> - The pump does not turn.<ul><li>10.1 - It is "
                "blocked.<li>10.2 - It is off.</ul></li><li>11 - The pump is too hot.</li></ul>") ==
      "10 The pump does not turn. {Alarms}\n"
      "10.1 It is blocked. {Alarms}\n"
      "10.2 It is off. {Alarms}\n"
      "11 The pump is too hot. {Alarms}\n");
}

TEST_CASE("paragraphs: one with name and key opens an entry, an alias of the key is kept") {
  CHECK(extracted(
            "a.html",
            "<h2>Alarms</h2><p><b>PUMP_STOPPED</b><br>10 (0xA)</p><p>The pump does not turn.</p>"
            "<p><b>PUMP_HOT</b><br>11 (0xB)</p><p>The pump is too hot.</p>"
            "<p><b>PUMP_WET</b><br>12 (0xC)</p><p>The pump is wet.</p>") ==
        "10 =0xA <PUMP_STOPPED> The pump does not turn. {Alarms}\n"
        "11 =0xB <PUMP_HOT> The pump is too hot. {Alarms}\n"
        "12 =0xC <PUMP_WET> The pump is wet. {Alarms}\n");
}

TEST_CASE("html: a page without entries gives an error and no entries") {
  CHECK(
      extracted("a.html",
                "<h1>Pumps</h1><p>In 1997 there were 36 of them.</p><table><tr><th>Pump</th><th>"
                "Colour</th></tr><tr><td>left</td><td>red</td></tr></table>") ==
      "a.html: error: no entries found: nothing in it reads as a list of keys with names or texts "
      "(`doccord extract --explain` shows what was tried)\n");
}

TEST_CASE("html: ranges of codes that nobody has are no entries") {
  CHECK(extracted("a.html",
                  "<table><tr><th>Value<th>Name<th>Meaning"
                  "<tr><td>0x00<td>OK<td>All is well."
                  "<tr><td>0x01<td>HOT<td>The pump is too hot."
                  "<tr><td>0x02<td>Unused<td>"
                  "<tr><td>0x03-0x1f<td>Reserved<td>"
                  "<tr><td>0x20<td>Reserved<td>For the pumps of old.</table>") ==
        "0x00 <OK> All is well.\n"
        "0x01 <HOT> The pump is too hot.\n"
        "0x20 <Reserved> For the pumps of old.\n");
}

}  // namespace doccord::test
