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

TEST_CASE(
    "records: an object within a record gives its members, by both names where one is taken") {
  CHECK(extracted("a.json", R"([
    {"code": 10, "text": "The pump does not turn.", "labels": {"level": "page", "to": "a"}},
    {"code": 11, "text": "The pump is too hot.", "labels": {"level": "mail", "to": "b"}}])") ==
        extracted("a.json", R"([
    {"code": 10, "text": "The pump does not turn.", "level": "page", "to": "a"},
    {"code": 11, "text": "The pump is too hot.", "level": "mail", "to": "b"}])"));
  CHECK(extracted("a.json", R"([
    {"code": 10, "text": "The pump does not turn.", "level": "high", "labels": {"level": "page"}},
    {"code": 11, "text": "The pump is too hot.", "level": "low", "labels": {"level": "mail"}}])") ==
        extracted("a.json", R"([
    {"code": 10, "text": "The pump does not turn.", "level": "high", "labels.level": "page"},
    {"code": 11, "text": "The pump is too hot.", "level": "low", "labels.level": "mail"}])"));
}

TEST_CASE("records: lists of one name are one, without what begins with another member") {
  CHECK(extracted("a.yaml",
                  "groups:\n"
                  "- name: a\n  rules:\n  - {alert: PumpHot, summary: The pump is too hot.}\n"
                  "  - {record: pump:rate5m, expr: rate(pump)}\n"
                  "- name: b\n  rules:\n  - {alert: PumpDry, summary: The pump has no water.}\n"
                  "- name: c\n  rules:\n  - {alert: PumpOld, summary: The pump is old.}\n") ==
        "PumpHot The pump is too hot. {rules}\n"
        "PumpDry The pump has no water. {rules}\n"
        "PumpOld The pump is old. {rules}\n");
}

TEST_CASE("records: a map of records and other things is what one thing consists of") {
  CHECK(extracted("a.json", R"({"title": "Pump", "about": {"text": "It pumps."},
    "errors": {"E10": {"text": "The pump does not turn."}, "E11": {"text": "It is too hot."}}})") ==
        "E10 The pump does not turn. {errors}\nE11 It is too hot. {errors}\n");
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
