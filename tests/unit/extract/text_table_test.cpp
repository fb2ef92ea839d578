#include <doctest/doctest.h>

#include "support/extracted.h"

namespace doccord::test {
namespace {

constexpr const char* kPumps =
    "10 <PUMP_STOPPED> The pump does not turn.\n"
    "11 <PUMP_HOT> The pump is too hot to be run at this time of the day.\n"
    "12 <PUMP_WET> The pump is wet.\n";

}  // namespace

TEST_CASE("text table: columns that gaps part") {
  CHECK(extracted("a.txt",
                  "Code    Symbol          Message\n"
                  "10      PUMP_STOPPED    The pump does not turn.\n"
                  "11      PUMP_HOT        The pump is too hot to be run at this\n"
                  "                        time of the day.\n"
                  "12      PUMP_WET        The pump is wet.\n") == kPumps);
}

TEST_CASE("text table: columns that a rule marks, rows that blank lines part") {
  CHECK(extracted("a.txt",
                  "  ----------------------------------------------\n"
                  "  Code   Name          Meaning\n"
                  "  ------ ------------- -------------------------\n"
                  "  10     PUMP_STOPPED  The pump does not turn.\n\n"
                  "  11     PUMP_HOT      The pump is too hot to be\n"
                  "                       run at this time of the\n"
                  "                       day.\n\n"
                  "  12     PUMP_WET      The pump is wet.\n"
                  "  ----------------------------------------------\n") == kPumps);
}

TEST_CASE("text table: a blank line between the pages does not end a table with a rule") {
  CHECK(extracted("signals.txt",
                  "       Alarm       Standard   Action   Comment\n"
                  "       ---------------------------------------\n"
                  "       PUMP_HOT     P1990      Core    The pump is hot\n"
                  "       PUMP_OLD       -        Core    The pump is old;\n"
                  "                                       buy a new one\n"
                  "       PUMP_DRY     P1990      Stop    The pump is dry\n"
                  "       PUMP_LOW     P1990      Stop    The water is low\n"
                  "       PUMP_TOP     P1990      Stop    The water is high\n\n"
                  "       PUMP_OFF       -        Stop    The pump is off\n"
                  "       PUMP_WET     P1990      Ign     The pump is wet\n\n"
                  "       The alarm PUMP_HOT cannot be caught.\n") ==
        "PUMP_HOT The pump is hot |Standard=P1990 |Action=Core\n"
        "PUMP_OLD The pump is old; buy a new one |Standard=- |Action=Core\n"
        "PUMP_DRY The pump is dry |Standard=P1990 |Action=Stop\n"
        "PUMP_LOW The water is low |Standard=P1990 |Action=Stop\n"
        "PUMP_TOP The water is high |Standard=P1990 |Action=Stop\n"
        "PUMP_OFF The pump is off |Standard=- |Action=Stop\n"
        "PUMP_WET The pump is wet |Standard=P1990 |Action=Ign\n");
}

TEST_CASE("text table: columns that tabs or bars part") {
  CHECK(extracted("a.txt",
                  "10\tPUMP_STOPPED\tThe pump does not turn.\n"
                  "11\tPUMP_HOT\tThe pump is too hot to be run at this time of the day.\n"
                  "12\tPUMP_WET\tThe pump is wet.\n") == kPumps);
  CHECK(extracted("a.txt",
                  "+----+--------------+\n"
                  "| 10 | PUMP_STOPPED | The pump does not turn.\n"
                  "| 11 | PUMP_HOT     | The pump is too hot to be run at this time of the day.\n"
                  "| 12 | PUMP_WET     | The pump is wet.\n"
                  "+----+--------------+\n") == kPumps);
}

}  // namespace doccord::test
