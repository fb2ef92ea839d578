#include "text/json_text.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace doccord {
namespace {

TEST_CASE("printable JSON: what acts on who looks at it is escaped, all else stays") {
  CHECK(printable_json("[\"\u009B31m\u007F\"]") == "[\"\\u009b31m\\u007f\"]");
  CHECK(printable_json("[\"a\u202Eb\u2066c\u2028d\"]") == "[\"a\\u202eb\\u2066c\\u2028d\"]");
  CHECK(printable_json("[\"##[error]x ###[y] #[z]\"]") ==
        "[\"#\\u0023[error]x ##\\u0023[y] #[z]\"]");
  CHECK(printable_json("#") == "#");
  CHECK(printable_json("[\"caf\u00E9 \u898B \U0001F642 \\n\"]") ==
        "[\"caf\u00E9 \u898B \U0001F642 \\n\"]");
}

TEST_CASE("printable JSON: means the same") {
  const nlohmann::json json = {{"a\u0085", "##[x]\u202E"}, {"b", {1, "\u2069"}}};
  CHECK(nlohmann::json::parse(printable_json(json.dump())) == json);
}

}  // namespace
}  // namespace doccord
