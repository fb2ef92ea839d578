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
