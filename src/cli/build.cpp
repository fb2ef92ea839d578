// `doccord build`: the website that compares the documents.

#include <fmt/format.h>
#include <filesystem>
#include <string>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/site_job.h"
#include "site/write_site.h"
#include "text/percent.h"

namespace doccord {
namespace {

// The address by which a browser opens the file.
std::string file_address(const std::string& path) {
  return "file://" + percent_encoded(std::filesystem::absolute(path).lexically_normal().string());
}

Result<WriteSummary> written_site(const SitePlan& plan, const std::string& directory) {
  Progress progress("making the pages");
  return write_site(plan, directory, [&](std::size_t done, std::size_t all) {
    progress.count("making pages", done, all);
  });
}

ExitCode run_build(const Options& options, std::ostream& out, std::ostream& err) {
  const auto job = plan_site_job(options);
  if (!job) return print_errors(job.error(), err);
  const auto written = written_site((*job)->plan, options.output);
  if (!written) return print_errors({written.error()}, err);
  const std::string start = options.output + "/index.html";
  out << fmt::format("{} files in {}: {} written, {} unchanged, {} removed; open {}\n",
                     written->written + written->unchanged, options.output, written->written,
                     written->unchanged, written->removed, start);
  for (const std::string& note : (*job)->plan.notes) out << "note: " << note << "\n";
  if (options.open) out << file_address(start) << "\n";
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
    .options = {.files = true,
                .from_extracts = true,
                .reading = true,
                .output = true,
                .templates = true,
                .since = true},
    .run = run_build};

}  // namespace doccord
