#include <fmt/format.h>

#include "report/text.h"

namespace doccord {

std::string explain_text(const Rule& rule) {
  return fmt::format(
      "# {} {}\n\n{} ({}).\n\n"
      "## What it looks for\n\n{}\n\n"
      "## Why it matters\n\n{}\n\n"
      "## Example\n\n{}\n\n"
      "## How to mend it\n\n{}\n\n"
      "## When to accept it\n\n{}\n",
      rule.code, rule.name, rule.summary, to_string(rule.level), rule.what, rule.why, rule.example,
      rule.mend, rule.accept);
}

}  // namespace doccord
