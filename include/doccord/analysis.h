/// @file
/// The whole way: documents in; entries, registry, discrepancies, reports and a website out.
///
///     const auto analysis = doccord::api::analyze({{.id = "manual", .text = manual},
///                                                  {.id = "header", .text = header}});
///     if (!analysis) return tell(analysis.errors());
///     for (const auto& each : analysis->discrepancies()) use(each);
///
/// The same documents give the same results, byte for byte. Exceptions are thrown when memory runs
/// out and for faults of the library itself only.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doccord/discrepancy.h>
#include <doccord/document.h>
#include <doccord/entry.h>
#include <doccord/registry.h>
#include <doccord/result.h>

namespace doccord::api {

/// What becomes of a run in which a document cannot be read, or holds no entries.
enum class Unreadable {
  refuse,    ///< There is no result, only the errors.
  leave_out  ///< The others are the result; Analysis::left_out() says what is not in it.
};

/// The level that a rule is to have in place of its own.
struct RuleLevel {
  std::string rule;            ///< Code or name.
  std::optional<Level> level;  ///< Nothing: the rule is off.
};

/// How to analyze. What a doccord.json says counts less.
struct Options {
  std::vector<RuleLevel> rules = {};           ///< The last one for a rule counts.
  Unreadable unreadable = Unreadable::refuse;  ///< Documents that cannot be read.
  std::string today = {};  ///< "2025-03-01", to tell which acceptances have expired; empty: none.
};

/// What a report is about.
enum class Subject {
  entries,       ///< What each document says, as `doccord extract` prints it.
  registry,      ///< The merged data, as `doccord registry` prints it.
  discrepancies  ///< As `doccord check` prints them.
};

/// A format of reports.
struct ReportFormat {
  std::string name;               ///< "text", "json", "sarif".
  std::string summary;            ///< In half a line.
  std::vector<Subject> subjects;  ///< What it has a report for.
};

/// Every format.
std::vector<ReportFormat> report_formats();

/// How reports for people look.
struct ReportOptions {
  bool colour = false;         ///< For terminals.
  std::size_t width = 100;     ///< In cells of a terminal.
  bool show_accepted = false;  ///< Also what was accepted.
};

/// What a website says beside what was found.
struct SiteOptions {
  std::string title = {};    ///< Empty: "5 documents compared".
  std::string address = {};  ///< Where it will stand, "https://example.org/docs/"; for its feed.
  std::string updated = {};  ///< What the feed says of its age, as RFC 3339 has it.
  /// Templates and assets in place of the library's own, by their path: "templates/key.html".
  std::map<std::string, std::string> files = {};
};

/// A website: bytes by path. Paths are relative, with `/`, of names that are safe on any file
/// system.
using Site = std::map<std::string, std::string>;

/// What was found in some documents. A value: copies are cheap, and all may be read from several
/// threads at once. What the functions return is made on each call.
class Analysis {
 public:
  /// What the library keeps; no concern of others.
  struct Content;
  /// Made by analyze() and analyze_files().
  explicit Analysis(std::shared_ptr<const Content> content);

  /// What each document says.
  std::vector<EntrySet> entries() const;
  /// What all documents say, key by key.
  Registry registry() const;
  /// Where they disagree: by first key, then code; accepted ones included.
  std::vector<Discrepancy> discrepancies() const;
  /// Why documents are not among the sources; only with Unreadable::leave_out.
  std::vector<Error> left_out() const;

  /// The report in the format of this name. An error when there is no such format, or when it has
  /// no report on the subject.
  Result<std::string> report(Subject subject, std::string_view format,
                             const ReportOptions& options = {}) const;
  /// The website that compares the documents. An error when a template of `options.files` is wrong.
  Result<Site> site(const SiteOptions& options = {}) const;

 private:
  std::shared_ptr<const Content> content_;
};

/// Compares documents that are in memory. No file is read.
Result<Analysis> analyze(const std::vector<Document>& documents, const Options& options = {});

/// Compares the documents that the paths name, as the program does: each a document, a directory of
/// documents, a doccord.json or the directory of one. No path means the nearest doccord.json from
/// the working directory upward. Acceptances beside a doccord.json are applied.
Result<Analysis> analyze_files(const std::vector<std::string>& paths, const Options& options = {});

/// On how many threads documents are read and compared, for the whole process; 0: one for each
/// core. To be called while no analysis runs.
void set_threads(std::size_t count);

}  // namespace doccord::api
