#include "mend/mend.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "accept/evidence.h"
#include "support/five_documents.h"

namespace doccord {
namespace {

const Decisions kNoDecisions{{}, "", "2025-06-01"};

bool holds(const Mended& mended, std::size_t source, std::string_view words) {
  return mended.sources.sources[source].text.find(words) != std::string::npos;
}

TEST_CASE("mend: the slips of the five documents, and a second run finds nothing to do") {
  const SourceSet five = test::five_sources();
  const Mended mended = mend(five, kNoDecisions, {});
  CHECK(mended.left.empty());
  CHECK(mended.done.size() == 8);
  CHECK(holds(mended, 1, "evaluated to false"));
  CHECK(holds(mended, 1, "for processing, but"));
  CHECK(holds(mended, 2, "switched to the protocol"));
  CHECK(holds(mended, 4, "with the Content-Range\nheader"));
  CHECK(holds(mended, 4, "Content-Language,\nContent-Encoding,\nand Content-Type\n"));
  const Mended again = mend(mended.sources, kNoDecisions, {});
  CHECK(again.done.empty());
  CHECK(again.left.empty());
}

TEST_CASE("mend: names, descriptions and entries go by the sources that are given") {
  const SourceSet five = test::five_sources();
  MendRequest request;
  request.from = {2, 0, 0};
  const Mended mended = mend(five, kNoDecisions, request);
  CHECK(holds(mended, 0, "HTTP_STATUS_MULTIPLE_CHOICES (300)"));
  CHECK(holds(mended, 3, "**HTTP\\_STATUS\\_MULTIPLE\\_CHOICES**"));
  CHECK(holds(mended, 3, "The server understood the request, but is refusing to fulfill it."));
  CHECK(holds(mended, 1, "HTTP_STATUS_CONTINUE 100 The request can be continued.\n"));
  CHECK(holds(mended, 2, "USE_PROXY\n\nUSE_PROXY: = 305\n\nThe requested resource must"));
  const Mended again = mend(mended.sources, kNoDecisions, request);
  CHECK(again.done.empty());
  CHECK(again.left.size() == mended.left.size());
}

TEST_CASE("mend: what has another cause, or brings up something else, stays and says why") {
  const SourceSet five = test::five_sources();
  MendRequest request;
  request.from.names = 2;
  request.named = [](const Discrepancy& found) {
    return std::find(found.keys.begin(), found.keys.end(), "413") != found.keys.end() &&
           found.code == "DC201";
  };
  const Mended mended = mend(five, kNoDecisions, request);
  CHECK(mended.done.empty());
  REQUIRE(mended.left.size() == 1);
  CHECK(mended.left[0].why_not.starts_with("DC204 would be found then"));
  for (std::size_t s = 0; s < five.sources.size(); ++s) {
    CHECK(mended.sources.sources[s].text == five.sources[s].text);
  }
}

TEST_CASE("mend: what was accepted is left alone") {
  const SourceSet five = test::five_sources();
  const Mended open = mend(five, kNoDecisions, {});
  Decisions decisions = kNoDecisions;
  const Discrepancy& first = open.done.front().finding;
  Registry registry;
  for (const Source& source : five.sources) {
    registry.sources.emplace_back();
    registry.sources.back().id = source.id;
  }
  decisions.entries = {accepted_line(first, registry, {"as it is", "jo", "2025-06-01"})};
  const Mended mended = mend(five, decisions, {});
  const auto is_first = [&](const MendSubject& each) { return each.finding.id == first.id; };
  CHECK(std::none_of(mended.done.begin(), mended.done.end(), is_first));
  CHECK(std::none_of(mended.left.begin(), mended.left.end(), is_first));
}

}  // namespace
}  // namespace doccord
