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

TEST_CASE("constants: markup of documentation comments is read for what it shows") {
  CHECK(extracted("Alarm.java",
                  "public enum Alarm {\n\n  // Pumps\n\n"
                  "  /**\n   * {@code 10 Pump stopped}.\n   * <p>See {@link Pump#stop the pump}, "
                  "<b>soon</b>.\n   * @see <a href=\"x\">IEC 1</a>\n   */\n"
                  "  @Deprecated\n  PUMP_STOPPED(10, Series.PUMP, \"Pump stopped\"),\n"
                  "  /**\n   * {@code 11 Pump hot}.\n   */\n"
                  "  PUMP_HOT(11, Series.PUMP, \"Pump hot\");\n}\n") ==
        "10 <PUMP_STOPPED> <Pump stopped> 10 Pump stopped. See the pump, soon. {Alarm}\n"
        "11 <PUMP_HOT> <Pump hot> 11 Pump hot. {Alarm}\n");
  CHECK(
      extracted("Alarm.cs",
                "public enum Alarm\n{\n  /// <summary>\n  /// As <see cref=\"Pump.Hot\"/> has it.\n"
                "  /// </summary>\n  [Obsolete]\n  PumpStopped = 10,\n"
                "  /// <summary>Much too hot.</summary>\n  PumpHot = 11,\n}\n") ==
      "10 <PumpStopped> As Pump.Hot has it. {Alarm}\n"
      "11 <PumpHot> Much too hot. {Alarm}\n");
  CHECK(extracted("alarm.h",
                  "/** See :c:func:`pump_stop`, :ref:`the pump <pump>` and `10`. */\n"
                  "#define PUMP_STOPPED 10\n/** Much :term:`~pump.hot`. */\n#define PUMP_HOT 11\n"
                  "#define PUMP_FLOW(litres) (20 + (litres))\n") ==
        "10 <PUMP_STOPPED> See pump_stop, the pump and 10.\n11 <PUMP_HOT> Much hot.\n");
}

TEST_CASE("constants: a comment that repeats the value says only what stands behind it") {
  CHECK(
      extracted(
          "pump.h",
          "typedef enum {\n  PUMP_OK = 0,\n  PUMP_STOPPED, /* 1 */\n"
          "  PUMP_HOT,     /* 2 - much too hot */\n  PUMP_WET,     /* 3 - wet */\n} PumpCode;\n") ==
      "0 <PUMP_OK> {PumpCode}\n"
      "1 <PUMP_STOPPED> {PumpCode}\n"
      "2 <PUMP_HOT> much too hot {PumpCode}\n"
      "3 <PUMP_WET> wet {PumpCode}\n");
}

TEST_CASE("constants: enumerators without values are keys themselves") {
  CHECK(extracted(
            "Mode.java",
            "public enum Mode {\n  /** Opens for reading. */\n  READ,\n"
            "  /** Opens for writing. */\n  WRITE,\n  /** Writes at the end. */\n  APPEND;\n}\n") ==
        "READ Opens for reading. {Mode}\n"
        "WRITE Opens for writing. {Mode}\n"
        "APPEND Writes at the end. {Mode}\n");
}

TEST_CASE("constants: rows of tables that a macro, a tuple or a map makes") {
  const std::string found =
      "10 <PUMP_STOPPED> <Pump stopped>\n11 <PUMP_HOT> <Pump hot>\n12 <PUMP_WET> <Pump wet>\n";
  CHECK(extracted("alarms.def",
                  "XX(10, PUMP_STOPPED, Pump stopped)\nXX(11, PUMP_HOT, Pump hot)\n"
                  "XX(12, PUMP_WET, Pump wet)\n") == found);
  CHECK(extracted("map.h",
                  "#define ALARM_MAP(XX) \\\n  XX(10, PUMP_STOPPED, Pump stopped) \\\n"
                  "  XX(11, PUMP_HOT, Pump hot) \\\n  XX(12, PUMP_WET, Pump wet)\n") ==
        "10 <PUMP_STOPPED> <Pump stopped> {ALARM_MAP}\n11 <PUMP_HOT> <Pump hot> {ALARM_MAP}\n"
        "12 <PUMP_WET> <Pump wet> {ALARM_MAP}\n");
  CHECK(extracted("map.rs",
                  "alarms! {\n  (10, PUMP_STOPPED, \"Pump stopped\");\n"
                  "  (11, PUMP_HOT, \"Pump hot\");\n  (12, PUMP_WET, \"Pump wet\");\n}\n") ==
        found);
  CHECK(extracted("map.c",
                  "static const struct alarm alarms[] = {\n  {10, \"Pump stopped\"},\n"
                  "  {11, \"Pump hot\"},\n  {12, \"Pump wet\"},\n};\n") ==
        "10 <Pump stopped> {alarm}\n11 <Pump hot> {alarm}\n12 <Pump wet> {alarm}\n");
}

TEST_CASE("constants: sums are worked out, lists that count anew are kept apart") {
  CHECK(extracted("alarm.h",
                  "#define MODE_OFF 0\n#define MODE_ON 1\n#define MODE_AUTO 2\n"
                  "#define ALARM_BASE 0\n#define ALARM_STOPPED (ALARM_BASE + 1)\n"
                  "#define ALARM_HOT (ALARM_BASE + 2)\n#define ALARM_WET (ALARM_BASE + 3)\n"
                  "#define ALARM_DRY (ALARM_BASE + 4)\n#define ALARM_BITS (1 << 4)\n") ==
        "0 <ALARM_BASE>\n1 <ALARM_STOPPED>\n2 <ALARM_HOT>\n3 <ALARM_WET>\n4 <ALARM_DRY>\n"
        "16 <ALARM_BITS>\n");
}

}  // namespace doccord::test
