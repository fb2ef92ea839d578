// What pages carry for the site's script.

#include <doctest/doctest.h>

#include "unit/site/small_site.h"

namespace doccord::test {
namespace {

TEST_CASE("rows of the matrix carry what holds every text against another base") {
  const std::string page = site_of(paper_results()).files.at("matrix/index.html");
  CHECK(page.find("<tr id=\"k-A4\" data-r=\"0 1 2\" data-k=\"566\" data-m=\"0\">") != page.npos);
  CHECK(page.find("<tr id=\"k-B0\" data-r=\"- - 0\" data-m=\"0\">") != page.npos);
}

TEST_CASE("entries of a document and of a pair carry what holds them against another base") {
  const Site site = site_of(paper_results());
  const std::string& source = site.files.at("source/shop/index.html");
  CHECK(source.find("<tr id=\"k-A4\" data-r=\"0 1 2\" data-k=\"506\" data-m=\"0\">") !=
        source.npos);
  CHECK(source.find(" data-source=\"1\">") != source.npos);
  const std::string& pair = site.files.at("compare/office/shop/index.html");
  CHECK(pair.find("<li data-r=\"0 1 2\" data-k=\"056\" data-l=\"506\" data-m=\"0\">") != pair.npos);
  CHECK(pair.find(" data-pair=\"0 1\">") != pair.npos);
}

TEST_CASE("the script knows all documents") {
  const Site site = site_of(paper_results());
  const auto script = site.files.lower_bound("assets/site-");
  REQUIRE(script != site.files.end());
  CHECK(script->second.find("doccord.documents = {\"sources\":[\"office\",\"shop\",\"museum\"],"
                            "\"families\":[0,0,1],\"states\":{\"same\":\"same\",") !=
        std::string::npos);
}

TEST_CASE("what the search looks through is a script") {
  const Site site = site_of(paper_results());
  const auto index = site.files.lower_bound("assets/search-");
  REQUIRE(index != site.files.end());
  CHECK(index->second ==
        "doccord.index([\n"
        "[\"A4\",\"A4\",[\"letter\",\"sheet\"],[\"Must be used.\",\"May be used.\",\"What clerks "
        "wrote on.\"]],\n"
        "[\"A5\",\"A5\",[\"leaf\"],[\"For notes.\"]],\n"
        "[\"B0\",\"B0\",[\"wall\"],[\"A map.\"]],\n]);\n");
}

}  // namespace
}  // namespace doccord::test
