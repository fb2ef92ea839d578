#include "rules/squeezed_name.h"

#include "compare/names.h"

namespace doccord {

std::string squeezed_name(std::string_view name) {
  std::string out;
  for (const std::string& word : name_words(name)) out += word;
  return out;
}

}  // namespace doccord
