// `doccord build`: the website that compares the documents.

#include <fmt/format.h>
#include <map>
#include <string>

#include "cli/acceptances.h"
#include "cli/command.h"
#include "cli/output.h"
#include "load/read_files.h"
#include "site/site.h"
#include "site/write_site.h"

namespace doccord {
namespace {

// Templates and assets of the directory that --templates names; none without it.
Result<std::map<std::string, std::string>> own_files(const Options& options) {
  if (options.templates_directory.empty()) return std::map<std::string, std::string>();
  return read_files_below(options.templates_directory);
}

ExitCode run_build(const Options& options, std::ostream& out, std::ostream& err) {
  const auto results = analyze_documents(options.files).and_then([&](Results&& found) {
    return with_acceptances(std::move(found), options.gate);
  });
  if (!results) return print_errors(results.error(), err);
  const auto written = own_files(options).and_then([&](const auto& files) {
    SiteOptions site_options;
    site_options.files = files;
    return build_site(*results, site_options).and_then([&](const Site& site) {
      return write_site(site, options.output);
    });
  });
  if (!written) return print_errors({written.error()}, err);
  out << fmt::format("{} files in {}: {} written, {} unchanged, {} removed; open {}/index.html\n",
                     written->written + written->unchanged, options.output, written->written,
                     written->unchanged, written->removed, options.output);
  return ExitCode::ok;
}

}  // namespace

const Command commands::build{
    .name = "build",
    .summary = "Write the website that compares the documents",
    .details =
        "Writes a static website: the matrix of keys and documents, a page for each key with all "
        "readings, each pair of documents, the discrepancies, and the data. It opens from disk and "
        "needs no server. The exit code is 0 when it is written, whatever the discrepancies.",
    .example = "doccord build docs/ -o build/site",
    .options = {.files = true, .output = true},
    .run = run_build};

}  // namespace doccord
