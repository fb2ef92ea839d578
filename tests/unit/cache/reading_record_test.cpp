#include "cache/reading_record.h"

#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <vector>

#include "extract/extract_line.h"
#include "support/five_documents.h"

namespace doccord::test {
namespace {

SourceSet small_set() {
  Source source;
  source.id = source.path = "codes.md";
  source.text =
      "# Codes\n\n| Code | Name | Meaning | Default |\n|---|---|---|---|\n"
      "| 404 | Not Found | There is no such thing. | 1 s |\n"
      "| 405 | Not Allowed | It may not be \xE2\x82\xAC done. | 2 s |\n"
      "| 500 | Broken | The server is broken. | |\n\n502 Bad Gateway stands alone.\n";
  SourceSet set;
  set.sources.push_back(std::move(source));
  return set;
}

ReadDocument read_first(const SourceSet& set) {
  std::vector<Error> errors;
  auto documents = read_documents(set, errors);
  REQUIRE(errors.empty());
  return std::move(documents.front());
}

// All that later steps go by, as text.
std::string all_of(const Source& source, const ReadDocument& read) {
  return write_extract("", source, read);
}

}  // namespace

TEST_CASE("what was read of a document is the same when it is read again") {
  const SourceSet set = five_sources();
  std::vector<Error> errors;
  const auto documents = read_documents(set, errors);
  REQUIRE(documents.size() == 5);
  for (const ReadDocument& document : documents) {
    const Source& source = set.sources[document.source];
    CAPTURE(source.id);
    const std::string bytes = write_reading(document, source);
    const auto again = read_reading(bytes, source);
    REQUIRE(again);
    CHECK(all_of(source, *again) == all_of(source, document));
    CHECK(again->source == 0);
    CHECK(write_reading(*again, source) == bytes);
  }
}

TEST_CASE("a record has the texts that the document does not have as they are") {
  const SourceSet set = small_set();
  const Source& source = set.sources[0];
  ReadDocument read = read_first(set);
  read.proposals[0].entries[0].description = "There is no such thing at all.";
  const std::string bytes = write_reading(read, source);
  CHECK(bytes.find("There is no such thing at all.") != std::string::npos);
  CHECK(bytes.find("The server is broken.") == std::string::npos);
  const auto again = read_reading(bytes, source);
  REQUIRE(again);
  CHECK(all_of(source, *again) == all_of(source, read));
}

TEST_CASE("a record that points outside of the document or between a character's bytes is none") {
  const SourceSet set = small_set();
  const Source& source = set.sources[0];
  const std::string bytes = write_reading(read_first(set), source);
  Source shorter = source;
  shorter.text.resize(shorter.text.size() / 2);
  CHECK_FALSE(read_reading(bytes, shorter));
  Source shifted = source;  // What begins a text there is within a character here.
  const std::size_t at = source.text.find("There is no such thing.");
  shifted.text.replace(at - 1, 2, "\xC3\xA9");
  CHECK_FALSE(read_reading(bytes, shifted));
}

TEST_CASE("a record that nothing could have been read for is none") {
  const SourceSet set = small_set();
  const Source& source = set.sources[0];
  const auto refused = [&](const std::function<void(ReadDocument&)>& change) {
    ReadDocument read = read_first(set);
    change(read);
    return !read_reading(write_reading(read, source), source);
  };
  CHECK_FALSE(refused([](ReadDocument&) {}));
  CHECK(refused([](ReadDocument& read) { read.proposals[0].entries[0].key.clear(); }));
  CHECK(refused([](ReadDocument& read) { read.proposals[0].entries.clear(); }));
  CHECK(refused([](ReadDocument& read) {
    read.proposals.push_back(read.proposals[0]);  // The best is to come first.
    read.proposals.back().score *= 2;
  }));
}

TEST_CASE("a document without readings has a record, too") {
  const auto again = read_reading(write_reading({0, Format::json, {}}, Source{}), Source{});
  REQUIRE(again);
  CHECK(again->format == Format::json);
  CHECK(again->proposals.empty());
}

// The checksum is another's work: here whatever comes out must be such that nothing later breaks.
TEST_CASE("a record with a byte that is cut, added or changed is refused or fits the document") {
  const SourceSet set = small_set();
  const Source& source = set.sources.front();
  const std::string bytes = write_reading(read_first(set), set.sources.front());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(read_reading(std::string_view(bytes).substr(0, size), source));
  }
  CHECK_FALSE(read_reading(bytes + '\0', source));
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
    std::string changed = bytes;
    changed[i / 8] = static_cast<char>(changed[i / 8] ^ (1 << i % 8));
    const auto read = read_reading(changed, source);
    refused += read ? 0 : 1;
    if (read) CHECK(read_extract(all_of(source, *read)));  // Which checks spans, keys and names.
  }
  CHECK(refused > bytes.size() / 2);
}

TEST_CASE("a record does not fit a document that is shorter than the one it was made from") {
  SourceSet set = small_set();
  const std::string bytes = write_reading(read_first(set), set.sources.front());
  set.sources.front().text.resize(150);
  CHECK_FALSE(read_reading(bytes, set.sources.front()));
}

TEST_CASE("counts that the bytes do not bear out ask for no memory") {
  // A table of so many texts, and nothing else.
  CHECK_FALSE(read_reading("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", Source{}));
  CHECK_FALSE(read_reading("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", Source{}));
  // A text that is longer than all that follows.
  CHECK_FALSE(read_reading("\x01\x7F", Source{}));
}

}  // namespace doccord::test
