#include "site/links.h"

#include <doctest/doctest.h>

#include <variant>

#include "unit/site/small_site.h"

namespace doccord::test {
namespace {

std::string text_of(const Value& value, std::string_view name) {
  const Value* const found = value.find(Name::in_template(name));
  REQUIRE(found != nullptr);
  return std::get<std::string>(found->data());
}

}  // namespace

TEST_CASE("links: a place leads to its entry, or to the document where that has none for the key") {
  const Results results = paper_results();
  const Model model(results);
  const Frame frame;
  const Page page{model, frame, "../", "rules/dc101.html"};

  const Value entry = place_value(page, {0, "A5", {24, 26}, "here"});
  CHECK(text_of(entry, "where") == "office.txt:2");
  CHECK(text_of(entry, "label") == "here");
  CHECK(text_of(entry, "href") == "../source/office/index.html#k-A5");
  const Value missing = place_value(page, {1, "A5", {0, 2}, "`A5` would come after this"});
  CHECK(text_of(missing, "where") == "shop.txt:1");
  CHECK(text_of(missing, "href") == "../source/shop/index.html");
  CHECK(text_of(place_value(page, {1, "Z9", {0, 2}, ""}), "href") == "../source/shop/index.html");
}

TEST_CASE("links: a name may break behind its underscores") {
  const auto parts = [](const std::string& name) {
    const Value list = name_parts(name);
    std::string joined;
    for (const Value& part : std::get<Value::List>(list.data())) {
      joined += std::get<std::string>(part.data()) + "|";
    }
    return joined;
  };
  CHECK(parts("") == "");
  CHECK(parts("Accepted") == "Accepted|");
  CHECK(parts("HTTP_NOT_FOUND") == "HTTP_|NOT_|FOUND|");
  CHECK(parts("trailing_") == "trailing_|");
}

}  // namespace doccord::test
