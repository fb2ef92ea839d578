#include "report/json_list.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <vector>

namespace doccord {

TEST_CASE("json list: what a terminal or a runner would obey is escaped in each item") {
  const std::vector<std::string> texts{"plain", "caf\u00E9", "a\u007Fb", "a\u202Eb", "##[error]x"};
  const auto item = [&](std::size_t i) { return nlohmann::ordered_json(texts[i]); };
  const std::string json =
      json_with_list({{"version", 1}}, "texts", texts.size(), item, JsonLayout::lines);
  CHECK(json ==
        "{\"version\":1,\"texts\":[\n"
        "\"plain\",\n"
        "\"caf\u00E9\",\n"
        "\"a\\u007fb\",\n"
        "\"a\\u202eb\",\n"
        "\"#\\u0023[error]x\"\n"
        "]}\n");
  CHECK(nlohmann::json::parse(json)["texts"] == nlohmann::json(texts));
}

}  // namespace doccord
