#include "rules/name_report.h"
#include "rules/rule.h"

namespace doccord {
namespace {

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  const std::vector<bool> apart =
      left_out(input.registry, own_vocabularies(input.registry, input.comparisons));
  for (std::size_t r = 0; r < input.registry.records.size(); ++r) {
    const Record& record = input.registry.records[r];
    const auto groups = name_groups(record, input.comparisons.records[r], apart);
    if (groups.size() != 1 || groups.front().size() < 2) continue;  // Agreement, or DC201's.
    all.push_back(name_discrepancy(input, record, groups, rule_table::name_variant.level));
  }
  return all;
}

}  // namespace

const Rule rule_table::name_variant{
    .code = "DC202",
    .name = "name-variant",
    .level = Level::note,
    .summary = "Names for one key are forms of one name",
    .what = R"(Compares the names that the sources give a key, after setting aside a prefix that all
names of a source share. The rule speaks up when the names are recognisably one name in different
forms: inflected (`SWITCH_PROTOCOLS` and `Switching Protocols`), abbreviated (`PRECOND_FAILED` and
`Precondition Failed`), or with a word more or less (`URI Too Long` and `Request-URI Too Long`).

Letter case, underscores, hyphens, blanks and camel case make no difference. There is one
discrepancy for each key, with every form and who uses it.)",
    .why =
        R"(Someone who searches one document for the name that the other one uses does not find it.)",
    .example =
        R"(    note[DC202/name-variant]: `E12` is named `DISK_UNAVAIL` in `guide`; `Disk Unavailable` in `wiki`)",
    .mend =
        R"(Use the form that the standard or the most widely read document has, or mention it beside
your own.)",
    .accept = R"(Accept it where a form is fixed, as constants of a programming interface are.)",
    .check = check};

}  // namespace doccord
