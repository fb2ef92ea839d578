#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "report/results.h"

namespace doccord {

// How much a report for people says of each discrepancy.
enum class Detail {
  brief,   // One line each.
  normal,  // A block with excerpts for errors and warnings, one line for each note.
  full,    // A block for each.
};

// What a report may be asked for; those for machines heed the accepted ones only.
struct TextOptions {
  bool colour = false;
  std::size_t width = 100;  // Terminal cells.
  Detail detail = Detail::normal;
  std::size_t most_findings = 0;  // That are shown; what is left out is counted. 0: all.
  bool plain = false;             // No marks below lines.
  bool show_accepted = false;
  // What stands before a relative path to make it an address, "file://host/work/"; empty: no links.
  std::string link_root = {};
  // Absolute: where relative paths start, and the root of the repository, which services count
  // from. Both empty: paths stay as they are.
  std::string directory = {};
  std::string root = {};
};

// One format for what a run found. A command that the format has nothing for is null.
struct Report {
  using Write = std::string (*)(const Results&, const TextOptions&);

  std::string_view name;       // What `--format` is given: "json".
  std::string_view summary;    // In half a line, for `--help`.
  std::string_view extension;  // Of a file with it, without the dot: "json".
  Write extract = nullptr;
  Write registry = nullptr;
  Write check = nullptr;
  Write diff = nullptr;  // Of results with changes.
};

namespace report_table {
#define REPORT(name) extern const Report name;
#include "report/reports.def"
#undef REPORT
}  // namespace report_table

// Every report, in the order of reports.def: the first is what a command prints unasked.
std::span<const Report* const> all_reports();

// By name, in any letter case; null when there is none.
const Report* find_report(std::string_view name);

}  // namespace doccord
