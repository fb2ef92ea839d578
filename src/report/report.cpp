#include "report/report.h"

#include <array>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::array kReports = {
#define REPORT(name) &report_table::name,
#include "report/reports.def"
#undef REPORT
};

}  // namespace

std::span<const Report* const> all_reports() { return kReports; }

const Report* find_report(std::string_view name) {
  const std::string wanted = fold_case(name);
  for (const Report* report : kReports) {
    if (report->name == wanted) return report;
  }
  return nullptr;
}

}  // namespace doccord
