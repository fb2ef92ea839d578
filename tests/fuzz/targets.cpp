#include "fuzz/targets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accept/acceptance_file.h"
#include "cache/reading_record.h"
#include "extract/extract.h"
#include "extract/extract_line.h"
#include "extract/read_documents.h"
#include "library/analyze.h"
#include "load/config.h"
#include "load/load.h"
#include "parse/dump.h"
#include "parse/markdown.h"
#include "report/report.h"
#include "site/site.h"

namespace doccord::test {
namespace {

// Also where NDEBUG takes assertions away.
void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "fuzz target: broken promise: %s\n", what);
  std::abort();
}

// The source as load would give it; nothing when load would refuse its bytes.
std::optional<Source> source_of(std::string id, Format format, std::string_view bytes) {
  Source source;
  source.title = source.id = std::move(id);
  source.path = source.id;
  source.format = format;
  auto loaded = source_from_bytes(std::move(source), std::string(bytes));
  if (!loaded) return std::nullopt;
  return std::move(*loaded);
}

// Everything up to the discrepancies; nothing when no document can be read.
std::optional<Results> results_of(SourceSet sources) {
  ReadSources read{std::move(sources), {}};
  read.documents = read_documents(read.sources, read.sources.left_out);
  auto extracts = take_entries(std::move(read), Unreadable::refuse);
  if (!extracts) return std::nullopt;
  for (std::size_t i = 0; i < extracts->entry_sets.size(); ++i) {
    const std::size_t size = extracts->sources.sources[i].text.size();
    for (const Entry& entry : extracts->entry_sets[i].entries) {
      promise(entry.span.end <= size && entry.span.begin <= entry.span.end,
              "an entry stands outside of its document");
    }
  }
  auto results = analyze(std::move(*extracts));
  promise(results.has_value(), "one document is too many to be compared");
  return std::move(*results);
}

void fuzz_document(Format format, std::string_view bytes) {
  SourceSet sources;
  // Against a document of its own kind, so that comparing and the rules have something to do.
  for (const char* id : {"one", "two"}) {
    auto source = source_of(id, format, bytes);
    if (!source) return;
    sources.sources.push_back(std::move(*source));
    bytes = bytes.substr(0, bytes.size() - bytes.size() / 4);
  }
  results_of(std::move(sources));
}

std::string markdown_tree(const Source& source, const MarkdownReading& reading) {
  const auto document = parse_markdown(source, reading);
  return document ? dump(*document) : "";
}

// What is too large or too deep by way of HTML need not be without.
void fuzz_markdown(std::string_view bytes) {
  fuzz_document(Format::markdown, bytes);
  const auto source = source_of("one", Format::markdown, bytes);
  if (!source) return;
  const std::string by_html = markdown_tree(*source, {.by_html = true});
  const std::string tree = markdown_tree(*source, {});
  promise(by_html.empty() || tree.empty() || tree == by_html, "Markdown has two trees");
  const std::string in_pieces = markdown_tree(*source, {.by_html = false, .piece = 1});
  promise(in_pieces.empty() || tree.empty() || in_pieces == tree, "Markdown in pieces is another");
}

void fuzz_config(std::string_view bytes) {
  static const ConfigNames names = config_names();
  parse_config("/nowhere/doccord.json", std::string(bytes), names);
}

void fuzz_acceptances(std::string_view bytes) {
  const auto read = parse_acceptances("accepted.jsonl", bytes);
  if (!read) return;
  const std::string written = format_acceptances(*read);
  const auto again = parse_acceptances("accepted.jsonl", written);
  promise(again.has_value(), "acceptances that were written cannot be read");
  promise(format_acceptances(*again) == written, "acceptances change when written again");
}

// All that comes of a document that was read elsewhere or earlier.
void go_on_from(Source source, ReadDocument read) {
  ReadSources sources;
  sources.sources.sources.push_back(std::move(source));
  sources.documents.push_back(std::move(read));
  auto extracts = take_entries(std::move(sources), Unreadable::refuse);
  if (extracts) find_report("json")->check(*analyze(std::move(*extracts)), {});
}

// A line of `extract --format jsonl`, and all that goes on from it.
void fuzz_extracts(std::string_view bytes) {
  auto read = read_extract(bytes.substr(0, bytes.find('\n')));
  if (!read) return;
  const std::string written = write_extract(read->config_path, read->source, read->read);
  const auto again = read_extract(written);
  promise(again.has_value(), "an extract that was written cannot be read");
  promise(write_extract(again->config_path, again->source, again->read) == written,
          "an extract changes when written again");
  go_on_from(std::move(read->source), std::move(read->read));
}

// A document, a NUL byte, and what a cache holds of it behind its checksum.
void fuzz_cache(std::string_view bytes) {
  const std::size_t text_size = std::min(bytes.find('\0'), bytes.size());
  auto source = source_of("cached", Format::markdown, bytes.substr(0, text_size));
  if (!source) return;
  auto read = read_reading(bytes.substr(std::min(text_size + 1, bytes.size())), *source);
  if (!read) return;
  const std::string written = write_reading(*read, *source);
  const auto again = read_reading(written, *source);
  promise(again.has_value(), "a reading that was written cannot be read");
  promise(write_reading(*again, *source) == written, "a reading changes when written again");
  go_on_from(std::move(*source), std::move(*read));
}

// Documents behind lines "=== FORMAT".
SourceSet split_sources(std::string_view bytes) {
  constexpr std::string_view kRule = "=== ";
  SourceSet sources;
  while (bytes.starts_with(kRule) && sources.sources.size() < 8) {
    const std::size_t line_end = bytes.find('\n');
    if (line_end == std::string_view::npos) break;
    const auto format = format_from_string(bytes.substr(kRule.size(), line_end - kRule.size()));
    bytes.remove_prefix(line_end + 1);
    const std::size_t next = bytes.starts_with(kRule) ? 0 : bytes.find("\n=== ");
    const std::size_t end = next == std::string_view::npos ? bytes.size() : next + (next != 0);
    const std::string id = "source" + std::to_string(sources.sources.size());
    auto source = format ? source_of(id, *format, bytes.substr(0, end)) : std::nullopt;
    if (source) sources.sources.push_back(std::move(*source));
    bytes.remove_prefix(end);
  }
  return sources;
}

void fuzz_site(std::string_view bytes) {
  SourceSet sources = split_sources(bytes);
  if (sources.sources.empty()) return;
  const auto results = results_of(std::move(sources));
  if (!results) return;
  const auto site = build_site(*results);
  promise(site.has_value(), "results that cannot be shown as a site");
  for (const auto& [path, page] : site->files) {
    // No element of a document is passed on; the dictionary holds this one, that nobody else has.
    const bool html = path.ends_with(".html");
    promise(!html || page.find("<x-probe") == std::string::npos, "markup got through to a page");
  }
}

}  // namespace

bool is_fuzz_target(std::string_view target) {
  return format_from_string(target) || target == "config" || target == "acceptances" ||
         target == "extracts" || target == "cache" || target == "site";
}

void run_fuzz_target(std::string_view target, std::string_view bytes) {
  if (target == "config") return fuzz_config(bytes);
  if (target == "acceptances") return fuzz_acceptances(bytes);
  if (target == "extracts") return fuzz_extracts(bytes);
  if (target == "cache") return fuzz_cache(bytes);
  if (target == "markdown") return fuzz_markdown(bytes);
  if (target == "site") return fuzz_site(bytes);
  if (const auto format = format_from_string(target)) return fuzz_document(*format, bytes);
  promise(false, "a target of that name");
}

}  // namespace doccord::test
