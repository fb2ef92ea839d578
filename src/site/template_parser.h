#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "site/template.h"

namespace doccord {

// One step of a parsed template.
struct TemplateNode {
  enum class Kind { text, line_end, value, section, inverted };
  Kind kind = Kind::text;
  std::string_view text;              // Of `text` and `line_end`: what is printed.
  std::size_t line_start = npos;      // Of `text`: where in it the last line begins, if in it.
  Name name = Name::in_template({});  // Of the others.
  std::size_t end = 0;                // Of sections: the node behind its last one.

  static constexpr std::size_t npos = std::string_view::npos;
};

// A template with all that it includes, as steps in their order. Refers to its own text.
struct ParsedTemplate {
  std::unique_ptr<const std::string> text;
  std::vector<TemplateNode> nodes;
};

// `texts` goes from name to template; errors name the template with `.html` added.
Result<ParsedTemplate> parse_template(const std::map<std::string, std::string>& texts,
                                      const std::string& name);

Error template_error(const std::string& name, std::string message);

}  // namespace doccord
