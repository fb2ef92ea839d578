#include "cache/reading_cache.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extract/extract_line.h"
#include "support/five_documents.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

// What a run reads, and of which documents by itself.
struct Run {
  std::vector<std::string> documents;
  std::vector<std::string> read_anew;
  std::vector<Error> errors;
};

void note(Run& run, const SourceSet& set, const std::vector<ReadDocument>& documents) {
  for (const ReadDocument& each : documents) {
    run.documents.push_back(write_extract("", set.sources[each.source], each));
  }
}

Run clean_run(const SourceSet& set) {
  Run run;
  note(run, set, read_documents(set, run.errors));
  return run;
}

Run run_with(ReadingCache& cache, SourceSet set) {
  Run run;
  const auto read = [&](const SourceSet& others, std::vector<Error>& errors) {
    for (const Source& source : others.sources) run.read_anew.push_back(source.id);
    return read_documents(others, errors);
  };
  note(run, set, cache.read(set, run.errors, read));
  return run;
}

ReadingCache cache_in(const TemporaryDirectory& place) {
  auto cache = ReadingCache::open((place.path() / "cache").string());
  REQUIRE(cache);
  return std::move(*cache);
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("only documents that changed are read again, and the result is that of a clean run") {
  const TemporaryDirectory place;
  ReadingCache cache = cache_in(place);
  SourceSet set = five_sources();
  CHECK(run_with(cache, set).documents == clean_run(set).documents);
  Run again = run_with(cache, set);
  CHECK(again.read_anew.empty());
  CHECK(again.documents == clean_run(set).documents);

  set.sources[1].text += "ERROR_NEW 599 This one is new.\n";
  set.sources[3].title = "Another title";
  again = run_with(cache, set);
  CHECK(again.read_anew == Ids{set.sources[1].id});
  CHECK(again.documents == clean_run(set).documents);
}

TEST_CASE("documents that cannot be read are so each time, in their places") {
  const TemporaryDirectory place;
  ReadingCache cache = cache_in(place);
  SourceSet set = five_sources();
  for (const std::size_t i : {0U, 3U}) {
    set.sources[i].hints.select.entry = "//nothing";
    set.sources[i].hints.select.key = ".";
  }
  const Run clean = clean_run(set);
  REQUIRE(clean.errors.size() == 2);
  for (int i = 0; i < 2; ++i) {
    const Run run = run_with(cache, set);
    CHECK(run.documents == clean.documents);
    CHECK(run.errors == clean.errors);
    CHECK(run.read_anew.size() == (i == 0 ? 5 : 2));
  }
}

TEST_CASE("whatever becomes of a cache's files, the result is that of a clean run") {
  const TemporaryDirectory place;
  ReadingCache cache = cache_in(place);
  SourceSet set = five_sources();
  const Run clean = clean_run(set);
  std::size_t turn = 0;
  run_with(cache, set);
  for (const auto& each : fs::directory_iterator(place.path() / "cache")) {
    if (each.path().extension() != ".reading") continue;
    std::fstream file(each.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(40 + 17 * turn++));
    file.put('\x7F');
  }
  Run run = run_with(cache, set);
  CHECK(run.read_anew.size() == 5);
  CHECK(run.documents == clean.documents);
  CHECK(run_with(cache, set).read_anew.empty());  // They were put right.

  fs::remove_all(place.path() / "cache");
  run = run_with(cache, set);
  CHECK(run.documents == clean.documents);
  REQUIRE(cache.trouble());
  CHECK(cache.trouble()->message.starts_with("cannot be written: "));
  const std::string first = to_string(*cache.trouble());
  CHECK(run_with(cache, set).documents == clean.documents);
  CHECK(to_string(*cache.trouble()) == first);  // Told once.
}

TEST_CASE("a cache in memory knows what was read last, and no more") {
  ReadingCache cache = ReadingCache::in_memory();
  SourceSet set = five_sources();
  const Run clean = clean_run(set);
  CHECK(run_with(cache, set).documents == clean.documents);
  CHECK(run_with(cache, set).read_anew.empty());
  CHECK(run_with(cache, set).documents == clean.documents);

  SourceSet changed = five_sources();
  changed.sources[2].text += "\nERROR_NEW 599 This one is new.\n";
  CHECK(run_with(cache, changed).read_anew == Ids{set.sources[2].id});
  CHECK(run_with(cache, changed).documents == clean_run(changed).documents);
  CHECK(run_with(cache, set).read_anew == Ids{set.sources[2].id});
}

}  // namespace doccord::test
