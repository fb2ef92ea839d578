// Times the inner steps one by one on documents of a directory, by Google Benchmark:
//
//     doccord_steps DIRECTORY [--benchmark_filter=REGEX ...]
//
// tests/bench/run --steps makes the documents; any directory of documents that agree does as well.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bare.h"
#include "cli/analyze.h"
#include "compare/compare.h"
#include "extract/extract.h"
#include "extract/read_documents.h"
#include "parse/html_reader.h"
#include "parse/markdown_guard.h"
#include "parse/markdown_parser.h"
#include "parse/parse.h"
#include "reconcile/reconcile.h"
#include "report/report.h"
#include "rules/rule.h"
#include "site/site.h"

namespace doccord {
namespace {

void stop(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(2);
}

// What was found, or the end: there is nothing to measure on documents that doccord refuses.
template <class T>
T wanted(Gathered<T> found) {
  if (!found) stop(to_string(found.error().front()));
  return std::move(*found);
}

// Adds one benchmark. Some steps run on several threads, so time is the clock's, and the
// processors' time stands beside it. `bytes` are what one turn reads; 0: it is not about bytes.
void add(const std::string& name, std::size_t bytes, std::function<void()> step) {
  benchmark::RegisterBenchmark(
      name.c_str(),
      [bytes, step = std::move(step)](benchmark::State& state) {
        for (auto _ : state) step();
        if (bytes == 0) return;
        state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
      })
      ->UseRealTime()
      ->MeasureProcessCPUTime()
      ->Unit(benchmark::kMillisecond);
}

class Nothing : public HtmlVisitor {
 public:
  bool enter(const HtmlElement&) override { return false; }
  void leave(const HtmlElement&) override {}
  void text(std::string_view, Span) override {}
};

// The parsers below us as they come, and within the guards that they are kept in: what is more is
// what the guards cost, to be seen against the whole of "parse/...".
void add_guards(const Source& source, Format format) {
  const std::string& text = source.text;
  if (format == Format::html) {
    add("library/html/as it comes", text.size(), [&text] { bare::parse_html(text); });
    add("library/html/guarded", text.size(), [&text] {
      Nothing nothing;
      benchmark::DoNotOptimize(read_html(text, nothing));
    });
  }
  if (format == Format::markdown) {
    add("library/markdown/as it comes", text.size(), [&text] { bare::parse_markdown(text); });
    add("library/markdown/guarded", text.size(), [&text] {
      std::size_t steps = 0;
      benchmark::DoNotOptimize(find_excess(text, steps));
      MarkdownParser parser(text.size());
      benchmark::DoNotOptimize(parser.parse(text, ""));
    });
  }
}

// Each format's first document, parsed and extracted by itself.
void add_formats(const SourceSet& sources) {
  std::set<Format> added;
  for (const Source& source : sources.sources) {
    const Format format = source.format.value_or(detect_format(source));
    if (!added.insert(format).second) continue;
    const std::string name(to_string(format));
    add_guards(source, format);
    add("parse/" + name, source.text.size(),
        [&source] { benchmark::DoNotOptimize(parse(source)); });
    auto document = parse(source);
    if (!document) stop(to_string(document.error()));
    add("extract/" + name, source.text.size(),
        [&source, tree = std::make_shared<Document>(std::move(*document))] {
          benchmark::DoNotOptimize(extract(source, *tree));
        });
  }
}

void add_reading(const SourceSet& sources) {
  std::size_t bytes = 0;
  for (const Source& source : sources.sources) bytes += source.text.size();
  add("read_documents", bytes, [&sources] {
    std::vector<Error> errors;
    benchmark::DoNotOptimize(read_documents(sources, errors));
  });
}

void add_judging(const Results& results) {
  add("reconcile", 0,
      [&results] { benchmark::DoNotOptimize(reconcile(results.sources, results.entry_sets)); });
  add("compare", 0, [&results] { benchmark::DoNotOptimize(compare(results.registry)); });
  add("rules", 0, [&results] {
    benchmark::DoNotOptimize(
        run_rules({results.sources, results.entry_sets, results.registry, results.comparisons}));
  });
}

void add_output(const Results& results) {
  for (const Report* report : all_reports()) {
    const std::pair<const char*, Report::Write> writers[] = {
        {"check", report->check}, {"extract", report->extract}, {"registry", report->registry}};
    for (const auto& [what, write] : writers) {
      if (write == nullptr) continue;
      add("report/" + std::string(what) + "/" + std::string(report->name), 0,
          [&results, write = write] { benchmark::DoNotOptimize(write(results, TextOptions{})); });
    }
  }
  add("build_site", 0, [&results] { benchmark::DoNotOptimize(build_site(results)); });
}

}  // namespace
}  // namespace doccord

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count != 2)
    doccord::stop("doccord_steps: error: usage: doccord_steps DIRECTORY [--benchmark_...]");
  // All steps look at the same results, which outlive them.
  const doccord::Results results =
      doccord::wanted(doccord::analyze_documents({{arguments[1]}}, doccord::Unreadable::refuse));
  doccord::add_formats(results.sources);
  doccord::add_reading(results.sources);
  doccord::add_judging(results);
  doccord::add_output(results);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
