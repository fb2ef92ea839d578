#include "rules/squeezed_name.h"

#include "text/name_words.h"

namespace doccord {

std::string squeezed_name(std::string_view name) {
  std::string out;
  for (const std::string& word : name_words(name)) out += word;
  return out;
}

}  // namespace doccord
