#include <doctest/doctest.h>

#include "unit/site/html.h"
#include "unit/site/small_site.h"

namespace doccord::test {
namespace {

// What the page says between its header and its footer.
std::string main_text(const Site& site, const std::string& path) {
  const std::string& html = site.files.at(path);
  const std::size_t begin = html.find("<main");
  return visible_text("<body>" + html.substr(begin, html.find("</main>") - begin));
}

TEST_CASE("the start page says what was compared, what stands out, and each key by source") {
  CHECK(
      main_text(site_of(paper_results()), "index.html") ==
      "3 documents compared 5 entries for 3 keys; 1 of them stands in every document. The texts "
      "of office and shop are revisions of one another. museum describes the keys in words of "
      "its own. "
      "The documents Document Entries Keys it lacks Texts that depart "
      "office Office sizes, Maker of office 2 1 1 "
      "shop Shop sizes, Maker of shop 1 2 1 "
      "museum Old sizes, Maker of museum 2 1 0 "
      "What became of the keys 1 meaning do not say the same any more 2 only here found in one "
      "document only Discrepancies: 1 warning. "
      "What stands out Keys that few documents have only in office A5 leaf only in museum B0 wall "
      "Texts that came to say something else A4 letter meaning office →to shop [only in office: "
      "Must][only in shop: May] be used. "
      "Key by key Each cell says how the document’s text stands to the text that most of its "
      "relatives share or, when no two of them agree, to the nearest one. "
      "meaning states something else than its family own text written independently of the others "
      "only here no other document has the key missing does not have the key "
      "3 keys by 3 documents Key office shop museum "
      "A4 letter meaning meaning own text "
      "A5 leaf only here missing missing "
      "B0 wall missing missing only here");
}

TEST_CASE("the page of a key has every text, who has it and how texts of one family differ") {
  CHECK(main_text(site_of(paper_results()), "key/A4/index.html") ==
        "Next: A5 leaf → A4 letter In all 3 documents. office and shop do not say the same; museum "
        "describes it in words of its own. "
        "Who says what Document Name Text Stands at "
        "office letter A meaning office.txt:1 "
        "shop letter B meaning shop.txt:1 "
        "museum sheet C own text museum.txt:1 "
        "Merged entry Name letter from office and shop: 2 of 3 documents that give one have it "
        "Description Must be used. from office: no two documents agree; office comes first "
        "The texts Revisions of one text among office and shop "
        "A office Must be used. office.txt:1 B shop May be used. shop.txt:1 "
        "A office →to B shop meaning [only in A: Must][only in B: May] be used. "
        "Side by side office [only here: Must] be used. shop [only here: May] be used. "
        "C museum What clerks wrote on. museum.txt:1 "
        "Names letter office and shop sheet museum another name "
        "Discrepancies at this key warning DC301 description-meaning shop says otherwise at A4");
}

TEST_CASE("the page of a key that one document has says where it is missing") {
  CHECK(main_text(site_of(paper_results()), "key/B0/index.html") ==
        "← Previous: A5 leaf B0 wall Only in museum; missing from office and shop. "
        "Who says what Document Name Text Stands at museum wall A only here museum.txt:2 "
        "Merged entry Name wall from museum: the only one there is Description A map. from museum: "
        "the only one there is The texts A museum A map. museum.txt:2");
}

TEST_CASE("a text is no revision where the rest of its family does not have the key") {
  CHECK(main_text(site_of(paper_results()), "key/A5/index.html") ==
        "← Previous: A4 letter Next: B0 wall → A5 leaf Only in office; missing from shop and "
        "museum. Who says what Document Name Text Stands at office leaf A only here office.txt:2 "
        "Merged entry Name leaf from office: the only one there is Description For notes. from "
        "office: the only one there is The texts A office For notes. office.txt:2");
}

TEST_CASE("the page of a document lists its entries, as changes where they depart") {
  CHECK(
      main_text(site_of(paper_results()), "source/shop/index.html") ==
      "Document shop Shop sizes 1 entry in 2 lines, published by Maker of shop. Shares its texts "
      "with office. Facts File shop.txt SHA-256 "
      "5ae8a2dd0879717f042fe12c6d25a7cb89134197307d462316551733d796e056 Format text "
      "Against each other document office 1 key shared, 0 texts the same, 1 revised museum 1 key "
      "shared, 0 texts the same, 0 revised "
      "How its texts stand 1 meaning states something else than its family 2 missing does not "
      "have the key Where it departs A4: meaning meaning The document from its first line to its "
      "last. Low "
      "marks are entries whose text is shared or the document’s own; tall ones depart from their "
      "relatives or stand here alone. What it lacks: 2 keys A5 leaf B0 wall "
      "Its entries Where a text departs from its relatives’, it is shown as a change from theirs. "
      "Key Text Stands Line A4 letter [only in office: Must][only in shop: May] be used. meaning "
      "against office 1 "
      "Its discrepancies warning DC301 description-meaning shop says otherwise at A4");
}

TEST_CASE("the page of a pair counts and shows what the two say differently") {
  CHECK(
      main_text(site_of(paper_results()), "compare/office/shop/index.html") ==
      "Two documents office →to shop Office sizes and Shop sizes share 1 key. Their texts are "
      "revisions of one another: 0 the same, 1 revised. 1 meaning 1 only in office 0 only in shop "
      "Only in office A5 leaf "
      "Meaning 1 key A4 letter [only in office: Must][only in shop: May] be used.");
  CHECK(main_text(site_of(paper_results()), "compare/office/museum/index.html") ==
        "Two documents office →to museum Office sizes and Old sizes share 1 key. They were written "
        "independently, so texts stand side by side. 1 own text 1 only in office 1 only in museum "
        "Only in office A5 leaf Only in museum B0 wall "
        "Written independently 1 key A4 letter office Must be used. museum What clerks wrote on.");
}

TEST_CASE("the page of discrepancies has each with its evidence and how to accept it") {
  const std::string text = main_text(site_of(paper_results()), "discrepancies/index.html");
  CHECK(text.starts_with("Discrepancies 1 discrepancy: 1 warning. Discrepancies by rule"));
  CHECK(text.ends_with(
      "About this rule warning shop says otherwise at A4 office →to shop [only in office: "
      "Must][only in shop: May] be used. meaning [first: Must] [second: May] an obligation is "
      "weakened shop.txt:1 May here A4 letter May be used. A4 letter Link to this To let it stand: "
      "doccord accept "
      "00112233445566aa --reason \"…\""));
  Results none = paper_results();
  none.discrepancies.clear();
  CHECK(main_text(site_of(none), "discrepancies/index.html") ==
        "Discrepancies None: nothing was found that the rules speak about.");
}

TEST_CASE("the page of lineage draws and lists each family") {
  CHECK(
      main_text(site_of(paper_results()), "lineage/index.html") ==
      "Lineage Texts that agree word for word at many keys were copied from one another "
      "or from a common original. This page shows who belongs together, and on what grounds. "
      "office and shop How close office and shop are, and which came first Between office and "
      "shop, "
      "of which the earlier one cannot be told: the same text at 0 of 1 keys. The table beside the "
      "picture has all pairs. 0 of 1 cannot tell office shop On each line: at how many of the keys "
      "that both have the text is the same. “Cannot tell”: nothing shows which of the two came "
      "first. Pair Shared keys Same text Revised Earlier office and shop 1 0 1 meaning cannot tell "
      "On their own These texts are not revisions of any other document here. museum Old sizes");
}

TEST_CASE("the page of lineage has the traces of so many pairs, and says how many more there are") {
  std::vector<MadeSource> sources;
  std::vector<std::size_t> family;
  for (std::size_t i = 0; i < 22; ++i) {  // 231 pairs.
    const std::string id = "office" + std::to_string(i);
    sources.push_back({id, id, {{"A4", "letter", i % 2 == 0 ? "Must be used." : "May be used."}}});
    family.push_back(i);
  }
  Results results = made_results(sources, {}, {family});
  for (SourceSummary& source : results.registry.sources) {
    source.date = std::to_string(2000 + (&source - results.registry.sources.data()));
  }
  const std::string text = main_text(site_of(results), "lineage/index.html");
  const auto count = [&](std::string_view words) {
    std::size_t times = 0;
    for (std::size_t at = 0; (at = text.find(words, at)) != std::string::npos; ++at) ++times;
    return times;
  };
  CHECK(count("is the earlier one 1 trace dates:") == 200);
  CHECK(text.ends_with("and 31 more pairs, none with more traces, in registry.json"));
}

TEST_CASE("the page of similarity measures every pair") {
  const std::string text = main_text(site_of(paper_results()), "similarity/index.html");
  CHECK(text.starts_with("Similarity How much any two documents have in common."));
  CHECK(
      text.find("The same text, by pair of documents office shop museum office ·itself 0 % 0 of 1 "
                "0 % 0 of 1 shop 0 % 0 of 1 ·itself 0 % 0 of 1") != std::string::npos);
  CHECK(
      text.find("Words in common, by pair of documents office shop museum office ·itself 50 % 50 % "
                "shop 50 %") != std::string::npos);
  CHECK(
      text.find("The same name, by pair of documents office shop museum office ·itself 100 % 1 of "
                "1 0 % 0 of 1") != std::string::npos);
  CHECK(
      text.find("The same keys, by pair of documents office shop museum office ·itself 50 % 1 of 2 "
                "33 % 1 of 3") != std::string::npos);
}

}  // namespace
}  // namespace doccord::test
