#include <doctest/doctest.h>

#include "support/extracted.h"

namespace doccord::test {

TEST_CASE("records: arrays and maps of JSON, whatever their members are called") {
  CHECK(extracted("a.json", R"({"alarms": [
    {"message": "The pump does not turn.", "code": 10, "name": "PUMP_STOPPED"},
    {"code": 11, "name": "PUMP_HOT", "message": "The pump is too hot."}]})") ==
        "10 <PUMP_STOPPED> The pump does not turn. {alarms}\n"
        "11 <PUMP_HOT> The pump is too hot. {alarms}\n");
  CHECK(extracted("a.json", R"({"10": "Pump stopped", "11": "Pump hot"})") ==
        "10 <Pump stopped>\n"
        "11 <Pump hot>\n");
}

TEST_CASE("records: a registry in XML, in which unassigned ranges are no entries") {
  CHECK(extracted("a.xml",
                  "<?xml version=\"1.0\"?><registry><title>Alarm Codes</title>"
                  "<record><value>10</value><description>Pump Stopped</description></record>"
                  "<record><value>11</value><description>Pump Hot</description></record>"
                  "<record><value>12-19</value><description>Unassigned</description></record></"
                  "registry>") ==
        "10 <Pump Stopped> {Alarm Codes}\n"
        "11 <Pump Hot> {Alarm Codes}\n");
  CHECK(extracted("a.xml",
                  "<alarms><alarm code=\"10\" name=\"PUMP_STOPPED\">The pump does not turn.</alarm>"
                  "<alarm code=\"11\" name=\"PUMP_HOT\">The pump is too hot.</alarm></alarms>") ==
        "10 <PUMP_STOPPED> The pump does not turn.\n"
        "11 <PUMP_HOT> The pump is too hot.\n");
}

TEST_CASE("records: DocBook is read as the lists and sections that it is") {
  CHECK(
      extracted(
          "a.xml",
          "<chapter><title>Alarms</title><variablelist>\n<varlistentry "
          "id=\"e1\"><term><errorcode>10"
          "</errorcode> <constant>PUMP_STOPPED</constant></term><listitem><para>The pump does not "
          "turn.</para></listitem></varlistentry><varlistentry><term><errorcode>11</errorcode> "
          "<constant>PUMP_HOT</constant></term><listitem><para>Hot.</para></listitem></"
          "varlistentry>"
          "</variablelist></chapter>") ==
      "10 <PUMP_STOPPED> The pump does not turn. {Alarms}\n"
      "11 <PUMP_HOT> Hot. {Alarms}\n");
}

TEST_CASE("records: labelled values are columns") {
  CHECK(extracted(
            "a.txt",
            "Code: 10\nName: PUMP_STOPPED\nDescription: The pump does not\n  turn.\n\nCode: 11\n"
            "Name: PUMP_HOT\nDescription: The pump is too hot.\n") ==
        "10 <PUMP_STOPPED> The pump does not turn.\n"
        "11 <PUMP_HOT> The pump is too hot.\n");
}

}  // namespace doccord::test
