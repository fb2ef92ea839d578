#include <doctest/doctest.h>

#include <set>

#include "rules/rule.h"
#include "unit/site/html.h"
#include "unit/site/small_site.h"

namespace doccord::test {
namespace {

bool is_page(const std::string& path) { return path.ends_with(".html"); }

void check_links(const Site& site) {
  for (const auto& file : site.files) {
    const std::string& path = file.first;
    const std::string& html = file.second;
    if (!is_page(path)) continue;
    for (const char* attribute : {"href", "src"}) {
      for (const std::string& href : attribute_values(html, attribute)) {
        CAPTURE(path);
        CAPTURE(href);
        CHECK(href.find(':') == std::string::npos);
        CHECK_FALSE(href.starts_with("/"));
        const std::string target = resolve(path, href);
        const auto found = site.files.find(target.empty() ? path : target);
        REQUIRE(found != site.files.end());
        const std::size_t hash = href.find('#');
        if (hash == std::string::npos) continue;
        const auto ids = attribute_values(found->second, "id");
        CHECK(std::count(ids.begin(), ids.end(), href.substr(hash + 1)) == 1);
      }
    }
  }
}

void check_page(const std::string& path, const std::string& html) {
  CAPTURE(path);
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" "));
  CHECK(nesting_faults(html) == std::vector<std::string>{});
  CHECK(html.find("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                  "base-uri 'none'; form-action 'none'") != html.npos);
  const std::size_t script = html.find("<script src=\"");
  REQUIRE(script != html.npos);
  CHECK(html.find("<script", script + 1) == html.npos);
  CHECK(html.substr(html.find('>', script) - 5).starts_with("defer></script>"));
  CHECK(html.find(" style=") == html.npos);
  CHECK(html.find("{{") == html.npos);
  CHECK(html.find("<ul></ul>") == html.npos);
  const auto ids = attribute_values(html, "id");
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  for (const char* refers : {"aria-labelledby"}) {
    for (const std::string& list : attribute_values(html, refers)) {
      std::size_t begin = 0;
      while (begin < list.size()) {
        const std::size_t end = std::min(list.find(' ', begin), list.size());
        const std::string id = list.substr(begin, end - begin);
        CAPTURE(id);
        CHECK(std::count(ids.begin(), ids.end(), id) == 1);
        begin = end + 1;
      }
    }
  }
}

TEST_CASE("a site has the pages and data files that it promises") {
  const Site site = site_of(paper_results());
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : site.files) {
    if (!path.starts_with("rules/DC") && !path.starts_with("assets/")) paths.push_back(path);
  }
  CHECK(paths == std::vector<std::string>{"404.html",
                                          "_headers",
                                          "about/index.html",
                                          "atom.xml",
                                          "compare/office/museum/index.html",
                                          "compare/office/shop/index.html",
                                          "compare/shop/museum/index.html",
                                          "data/build-info.json",
                                          "data/discrepancies.json",
                                          "data/discrepancies.sarif",
                                          "data/matrix.csv",
                                          "data/registry.json",
                                          "discrepancies/00112233445566aa/index.html",
                                          "discrepancies/index.html",
                                          "index.html",
                                          "key/A4/index.html",
                                          "key/A5/index.html",
                                          "key/B0/index.html",
                                          "lineage/index.html",
                                          "matrix/index.html",
                                          "robots.txt",
                                          "rules/index.html",
                                          "similarity/index.html",
                                          "sitemap.xml",
                                          "source/museum/index.html",
                                          "source/office/index.html",
                                          "source/shop/index.html"});
  for (const Rule* rule : all_rules()) {
    CHECK(site.files.contains("rules/" + std::string(rule->code) + "/index.html"));
  }
}

TEST_CASE("every page is well formed and every link and fragment leads somewhere") {
  const Site site = site_of(paper_results());
  check_links(site);
  for (const auto& [path, html] : site.files) {
    if (is_page(path)) check_page(path, html);
  }
}

TEST_CASE("a site of no, one and two documents is well formed") {
  const MadeSource one{"one", "One", {{"1", "a", "Text."}, {"2", "b", ""}}};
  const MadeSource two{"two", "Two", {{"1", "a", "Text."}}};
  for (const Results& results :
       {made_results({}, {}, {}), made_results({one}, {}, {{0}}),
        made_results({one, two}, {}, {{0, 1}}), made_results({one, two}, {}, {{0}, {1}})}) {
    const Site site = site_of(results);
    check_links(site);
    for (const auto& [path, html] : site.files) {
      if (is_page(path)) check_page(path, html);
    }
  }
}

// Documents that share their texts but for a few; with ten texts of one family at the key "3".
Results many_documents(std::size_t count) {
  std::vector<MadeSource> sources;
  std::vector<std::size_t> family(count);
  std::vector<MadeKind> kinds;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string id = "d" + std::to_string(i);
    const std::string third = "Text number " + std::to_string(i % 10) + ".";
    sources.push_back({id, id, {{"1", "one", "All say so."}, {"3", "three", third}}});
    if (i % 2 == 0) sources.back().entries.push_back({"2", "two", i == 4 ? "Not." : "Half do."});
    family[i] = i;
  }
  for (std::size_t a = 0; a < 10; ++a) {
    for (std::size_t b = a + 1; b < 10; ++b) {
      kinds.push_back({"Text number " + std::to_string(a) + ".",
                       "Text number " + std::to_string(b) + ".", Kind::meaning});
    }
  }
  return made_results(sources, kinds, {family});
}

std::size_t pages_below(const Site& site, const std::string& folder) {
  return static_cast<std::size_t>(
      std::count_if(site.files.begin(), site.files.end(),
                    [&](const auto& file) { return file.first.starts_with(folder); }));
}

TEST_CASE("a site of very many documents is well formed and says what it leaves out") {
  const Results results = many_documents(120);
  const Site site = site_of(results);
  check_links(site);
  for (const auto& [path, html] : site.files) {
    if (is_page(path)) check_page(path, html);
  }
  CHECK(pages_below(site, "compare/") <= 120 * 8);
  CHECK(pages_below(site, "compare/") >= 120 * 8 / 2);
  CHECK(visible_text(site.files.at("source/d7/index.html")).find("Against the documents closest") !=
        std::string::npos);
  CHECK(
      visible_text(site.files.at("similarity/index.html")).find("too many for a page of any two") !=
      std::string::npos);
  const SiteOptions options;
  CHECK(plan_site(results, options)->notes ==
        std::vector<std::string>{
            "of 120 documents, each has pages with the 8 that are closest to it"});
}

TEST_CASE("a page names a few of many documents and compares many texts with the commonest") {
  const Site site = site_of(many_documents(20));
  CHECK(pages_below(site, "compare/") == 190);
  const std::string text = visible_text(site.files.at("key/3/index.html"));
  CHECK(text.find("compared with A, which most") != std::string::npos);
  CHECK(text.find("A →to B") == std::string::npos);  // With who has each of them between.
  const auto comparisons = attribute_values(site.files.at("key/3/index.html"), "data-a");
  CHECK(comparisons == std::vector<std::string>(9, "0"));
  CHECK(visible_text(site.files.at("key/1/index.html")).find("d0, d1, d2 and 17 more") !=
        std::string::npos);
  CHECK(visible_text(site.files.at("key/1/index.html")).find("d3, d4") == std::string::npos);
}

TEST_CASE("the same results give the same bytes") {
  CHECK(site_of(paper_results()).files == site_of(paper_results()).files);
}

TEST_CASE("the matrix as data names the state of every source at every key") {
  CHECK(site_of(paper_results()).files.at("data/matrix.csv") ==
        "key,name,office,shop,museum\r\n"
        "A4,letter,meaning,meaning,own\r\n"
        "A5,leaf,alone,missing,missing\r\n"
        "B0,wall,missing,missing,alone\r\n");
}

TEST_CASE("feed, sitemap and canonical addresses know where the site will stand") {
  SiteOptions options;
  options.address = "https://example.org/paper/";
  options.updated = "2024-05-06T07:08:09Z";
  const Result<Site> site = build_site(paper_results(), options);
  REQUIRE(site);
  CHECK(site->files.at("robots.txt") ==
        "User-agent: *\nAllow: /\nSitemap: https://example.org/paper/sitemap.xml\n");
  CHECK(site->files.at("sitemap.xml")
            .find("<loc>https://example.org/paper/key/A4/index.html</loc>") != std::string::npos);
  CHECK(
      site->files.at("key/A4/index.html")
          .find("<link rel=\"canonical\" href=\"https://example.org/paper/key/A4/index.html\">") !=
      std::string::npos);
  CHECK(site->files.at("404.html").find("href=\"https://example.org/paper/index.html\"") !=
        std::string::npos);
  const std::string& feed = site->files.at("atom.xml");
  CHECK(feed.find("<id>urn:uuid:00112233-4455-866a-8a") != std::string::npos);
  CHECK(feed.find("<title>warning DC301: shop says otherwise at A4</title>") != std::string::npos);
  CHECK(feed.find("href=\"https://example.org/paper/discrepancies/00112233445566aa/index.html\"") !=
        std::string::npos);
  CHECK(feed.find("<updated>2024-05-06T07:08:09Z</updated>") != std::string::npos);
  CHECK(site_of(paper_results()).files.at("atom.xml").find("<updated>1970-01-01T00:00:00Z") !=
        std::string::npos);
}

TEST_CASE("two pages at one path are an error that names both") {
  Results results = paper_results();
  results.discrepancies.push_back(results.discrepancies[0]);
  results.discrepancies[1].code = "DC302";
  results.discrepancies[1].message = "another one";
  const Result<Site> site = build_site(results);
  REQUIRE_FALSE(site);
  CHECK(
      to_string(site.error()) ==
      "discrepancies/00112233445566aa/index.html: error: two pages would stand here: one of DC301 "
      "`00112233445566aa`: `shop` says otherwise at `A4`, and one of DC302 `00112233445566aa`: "
      "another one");
}

// The paper sizes with as many discrepancies of one rule.
Results many_discrepancies(std::size_t count) {
  Results results = paper_results();
  const Discrepancy one = results.discrepancies[0];
  results.discrepancies.clear();
  for (std::size_t i = 0; i < count; ++i) {
    results.discrepancies.push_back(one);
    results.discrepancies[i].id = std::to_string(1000000000000000 + i);
    if (i % 3 == 1) results.discrepancies[i].level = Level::error;
  }
  return results;
}

std::size_t links_to_findings(const std::string& html) {
  const auto links = attribute_values(html, "href");
  return static_cast<std::size_t>(std::count_if(links.begin(), links.end(), [](const auto& href) {
    return href.find("discrepancies/1000000") != href.npos;
  }));
}

TEST_CASE("the page of a rule lists a hundred and leads to the others") {
  const Site few = site_of(many_discrepancies(150));
  const std::string& rule = few.files.at("rules/DC301/index.html");
  CHECK(links_to_findings(rule) == 100);
  CHECK(rule.find("<a href=\"../../discrepancies/index.html#DC301\">All of them") != rule.npos);
  CHECK_FALSE(few.files.contains("rules/DC301/2/index.html"));
  check_links(few);

  const Site many = site_of(many_discrepancies(1150));
  std::set<std::string> listed;
  for (const auto& file : many.files) {
    const std::string& path = file.first;
    const std::string& html = file.second;
    if (!path.starts_with("rules/DC301/")) continue;
    CAPTURE(path);
    CHECK(links_to_findings(html) == (path == "rules/DC301/12/index.html" ? 50 : 100));
    for (const std::string& href : attribute_values(html, "href")) {
      if (href.find("discrepancies/1000000") != href.npos) listed.insert(resolve(path, href));
    }
    check_page(path, html);
  }
  CHECK(listed.size() == 1150);
  CHECK(visible_text(many.files.at("rules/DC301/12/index.html")).find("1101 to 1150 of 1150") !=
        std::string::npos);
  check_links(many);
}

// The paper sizes after `shop` has changed its text and `office` has got A5.
Results changed_results() {
  Results results = paper_results();
  Changes changes;
  changes.base = "v<1>";
  changes.fresh = {"00112233445566aa"};
  changes.mended = {results.discrepancies[0]};
  changes.mended[0].message = "`shop` <had> it";
  changes.entries = {{EntryChange::Kind::reworded, "shop", "A4", "Must be used.", "May be used."},
                     {EntryChange::Kind::removed, "gone", "C1", "an <old> entry", ""},
                     {EntryChange::Kind::added, "office", "A5", "", "leaf: For notes."}};
  AcceptedDiscrepancy line;
  line.id = "8899aabbccddeeff";
  line.rule = "DC302";
  line.keys = {"A4", "C1"};
  line.decision.reason = "known <well>";
  changes.acceptances_added = {line};
  results.changes = changes;
  return results;
}

TEST_CASE("a site that was compared with a base has a page of what has changed") {
  const Site site = site_of(changed_results());
  check_links(site);
  const std::string& html = site.files.at("changes/index.html");
  check_page("changes/index.html", html);
  const std::string text = visible_text(html);
  CAPTURE(text);
  for (const char* said :
       {"What has happened since v<1>", "1 entry added 1 entry removed 1 entry altered",
        "A4 letter altered", "[only in v<1>: Must][only in now: May] be used.",
        "gone, a document that is gone 1 removed", "C1 removed [only in v<1>: an <old> entry]",
        "shop says otherwise at A4", "shop <had> it", "Accepted: known <well>"}) {
    CAPTURE(said);
    CHECK(text.find(said) != text.npos);
  }
  const std::string& start = site.files.at("index.html");
  CHECK(start.find("<a href=\"changes/index.html\">Changes</a>") != start.npos);
  CHECK(site.files.contains("data/changes.json"));
  CHECK(site_of(paper_results()).files.at("index.html").find("changes/index.html") ==
        std::string::npos);
}

TEST_CASE("files are told as they are made") {
  SiteOptions options;
  std::vector<std::pair<std::size_t, std::size_t>> told;
  options.on_page = [&](std::size_t done, std::size_t all) { told.emplace_back(done, all); };
  const Result<Site> site = build_site(paper_results(), options);
  REQUIRE(site);
  REQUIRE_FALSE(told.empty());
  CHECK(told.back() == std::pair{site->files.size(), site->files.size()});
}

TEST_CASE("of several faults the one of the first file is told, on any number of threads") {
  SitePlan plan;
  for (const char* path : {"a", "b", "c", "d"}) {
    plan.files.push_back({path, [path]() -> Result<std::string> {
                            if (*path == 'b') return tl::unexpected(Error{"b", 0, 0, "bad"});
                            return path;
                          }});
  }
  const TakeFile refuse = [](const std::string& path, const std::string&) -> Result<void> {
    if (path > "b") return tl::unexpected(Error{path, 0, 0, "refused"});
    return {};
  };
  for (int turn = 0; turn < 50; ++turn) {
    const Result<void> made = make_files(plan, refuse, {});
    REQUIRE_FALSE(made);
    CHECK(to_string(made.error()) == "b: error: bad");
  }
}

TEST_CASE("a discrepancy carries the line that accepts it, but for a decision") {
  Results results = paper_results();
  const std::string page = site_of(results).files.at("discrepancies/index.html");
  const auto lines = attribute_values(page, "data-line");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("{\"id\":\"00112233445566aa\",\"rule\":\"DC301\",\"keys\":[\"A4\"],"));
  results.discrepancies[0].accepted = Acceptance{"known", "me", "2024-01-01", "2025-01-01"};
  const Site accepted = site_of(results);
  CHECK(attribute_values(accepted.files.at("discrepancies/index.html"), "data-line").empty());
  for (const char* path : {"discrepancies/index.html", "key/A4/index.html"}) {
    CHECK(visible_text(accepted.files.at(path))
              .find("Accepted on 2024-01-01 by me, until 2025-01-01: known") != std::string::npos);
  }
}

TEST_CASE("a discrepancy about an acceptance points at its file, which has no page") {
  Results results = paper_results();
  Source file;
  file.id = "accepted";
  file.path = "accepted.jsonl";
  file.text = "{}\n{\"id\":\"0\"}\n";
  results.sources.sources.push_back(file);
  Discrepancy stale = results.discrepancies[0];
  stale.id = "ffeeddccbbaa0099";
  stale.code = "DC901";
  stale.name = "stale-acceptance";
  stale.sources = {};
  stale.places = {{3, "A4", {3, 5}, "stale"}};
  stale.evidence = {};
  results.discrepancies.push_back(stale);
  const Site site = site_of(results);
  check_links(site);
  const std::string text = visible_text(site.files.at("discrepancies/index.html"));
  CHECK(text.find("accepted.jsonl:2 stale {\"id\":\"0\"}") != std::string::npos);
  CHECK(attribute_values(site.files.at("discrepancies/index.html"), "data-line").size() == 1);
}

TEST_CASE("options replace templates and assets, and a broken template is an error") {
  SiteOptions options;
  options.title = "Paper";
  options.files = {{"templates/not_found.html", "{{title}}|{{root}}|{{style}}"},
                   {"assets/style/9-mine.css", "body{}"}};
  const Result<Site> site = build_site(paper_results(), options);
  REQUIRE(site);
  const std::string& page = site->files.at("404.html");
  CHECK(page.starts_with("Page not found – Paper||assets/style-"));
  CHECK(site->files.at(page.substr(page.rfind('|') + 1)).ends_with("}\n\nbody{}"));

  options.files = {{"templates/not_found.html", "{{nothing_of_that_name}}"}};
  const Result<Site> broken = build_site(paper_results(), options);
  REQUIRE_FALSE(broken);
  CHECK(to_string(broken.error()) ==
        "not_found.html: error: there is no value for the tag `nothing_of_that_name`");
}

TEST_CASE("text of documents reaches no page as markup") {
  const std::string hostile =
      "</script><img src=x onerror=\"a()\" class='b'>&amp;\xE2\x80\xAE{{x}}";
  Results results = made_results(
      {{"<i>a", hostile, {{hostile, hostile, hostile + "1"}, {"..", "<", "x"}, {"a/b", "y", "z"}}},
       {"b\"", "t", {{hostile, "n", hostile + "2"}}}},
      {{hostile + "1", hostile + "2", Kind::wording}}, {{0, 1}});
  for (SourceSummary& source : results.registry.sources) source.publisher = source.path = hostile;
  for (SourceSummary& source : results.registry.sources) source.name_prefix = hostile;
  for (EntrySet& set : results.entry_sets) set.shape = hostile;
  for (Record& record : results.registry.records) {
    record.fields = {{hostile, {{hostile, {0}}}}};
    for (Claim& claim : record.claims) claim.entry.section = hostile;
    for (Claim& claim : record.claims) claim.entry.aliases = {hostile};
  }
  Discrepancy found;
  found.id = "0123456789abcdef";
  found.code = found.name = found.field = found.message = hostile;
  found.keys = {hostile, "not in the registry <b>"};
  found.sources = {0};
  found.places = {{0, hostile, {0, 1}, hostile}};
  found.evidence.edits = {{Kind::wording, hostile, hostile, hostile}};
  found.evidence.quotes = {{0, hostile, hostile}};
  found.evidence.facts = {{hostile, hostile}};
  found.accepted = Acceptance{hostile, hostile, hostile};
  results.discrepancies = {found};
  const Site site = site_of(results);
  check_links(site);
  for (const auto& file : site.files) {
    const std::string& path = file.first;
    const std::string& html = file.second;
    CAPTURE(path);
    CHECK(path.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                 "._-/") == path.npos);
    CHECK(path.find("..") == path.npos);
    if (!is_page(path)) continue;
    CHECK(html.find("<img") == html.npos);
    // The one script of ours has no text.
    CHECK(html.find("</script") == html.find(" defer></script>") + 7);
    CHECK(html.find("</script", html.find("</script") + 1) == html.npos);
    CHECK(html.find("<i>") == html.npos);
    CHECK(html.find("\xE2\x80\xAE") == html.npos);
    CHECK(nesting_faults(html) == std::vector<std::string>{});
  }
}

}  // namespace
}  // namespace doccord::test
