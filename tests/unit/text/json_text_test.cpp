#include "text/json_text.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

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

TEST_CASE("JSON string: as the library writes it, and printable") {
  using Json = nlohmann::json;
  // Whole characters and parts of them, in all arrangements of four.
  const std::vector<std::string> parts{"a",      "#",          "##[",  "\"",       "\\",
                                       "\n",     "\x01",       "\x7F", "\u009B",   "caf\u00E9",
                                       "\u202E", "\U0001F642", "\xC3", "\xF0\x9F", "\xED\xA0\x80"};
  const std::size_t n = parts.size();
  for (std::size_t i = 0; i < n * n * n * n; ++i) {
    const std::string text =
        parts[i % n] + parts[i / n % n] + parts[i / n / n % n] + parts[i / n / n / n];
    std::string out = "x";
    append_json_string(out, text);
    const std::string library = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    REQUIRE(out == "x" + printable_json(library));
  }
}

}  // namespace
}  // namespace doccord
