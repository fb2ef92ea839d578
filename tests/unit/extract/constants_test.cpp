#include <doctest/doctest.h>

#include "support/extracted.h"

namespace doccord::test {

TEST_CASE("constants: the comment above an enumerator is its text") {
  CHECK(extracted(
            "alarm.proto",
            "// All alarms.\nenum Alarm {\n  // The pump does not turn.\n  //\n"
            "  // See `PUMP_HOT`.\n  PUMP_STOPPED = 10;\n\n  // Too hot.\n  PUMP_HOT = 11;\n}\n") ==
        "10 <PUMP_STOPPED> The pump does not turn. See PUMP_HOT. {Alarm}\n"
        "11 <PUMP_HOT> Too hot. {Alarm}\n");
}

TEST_CASE("constants: the comment behind a #define is its text, over several lines as well") {
  CHECK(
      extracted(
          "alarm.h",
          "#ifndef ALARM_H\n#define ALARM_H\n/* Pump */\n#define PUMP_STOPPED 10 /* The pump does\n"
          "                            not turn. */\n#define PUMP_HOT 11 /* Too hot. */\n"
          "#define PUMP_WET 12 /* Wet. */\n#define PUMP_DRY 13 /* Dry. */\n#endif\n") ==
      "10 <PUMP_STOPPED> The pump does not turn.\n"
      "11 <PUMP_HOT> Too hot.\n"
      "12 <PUMP_WET> Wet.\n"
      "13 <PUMP_DRY> Dry.\n");
}

TEST_CASE("constants: a phrase that a switch gives a constant joins it by name") {
  CHECK(extracted("alarm.go",
                  "package alarm\n\nconst (\n\tPumpStopped = 10 // IEC 1\n\tPumpHot     = 11 // "
                  "IEC 2\n)\n\n"
                  "func Text(a int) string {\n\tswitch a {\n\tcase PumpStopped:\n\t\treturn \"Pump "
                  "stopped\"\n"
                  "\tcase PumpHot:\n\t\treturn \"Pump hot\"\n\t}\n\treturn \"\"\n}\n") ==
        "10 <PumpStopped> <Pump stopped> IEC 1\n"
        "11 <PumpHot> <Pump hot> IEC 2\n");
}

TEST_CASE("constants: enumerators with arguments and assignments with several values") {
  CHECK(extracted("Alarm.java",
                  "public enum Alarm {\n  PUMP_STOPPED(10, \"Pump stopped\"),\n"
                  "  PUMP_HOT(11, \"Pump hot\");\n}\n") ==
        "10 <PUMP_STOPPED> <Pump stopped> {Alarm}\n"
        "11 <PUMP_HOT> <Pump hot> {Alarm}\n");
  CHECK(
      extracted(
          "alarm.py",
          "class Alarm(IntEnum):\n    PUMP_STOPPED = 10, 'Pump stopped', 'The pump does not turn'\n"
          "    PUMP_HOT = 11, 'Pump hot', 'The pump is much too hot'\n") ==
      "10 <PUMP_STOPPED> <Pump stopped> The pump does not turn {Alarm}\n"
      "11 <PUMP_HOT> <Pump hot> The pump is much too hot {Alarm}\n");
}

}  // namespace doccord::test
