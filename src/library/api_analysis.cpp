#include <doccord/analysis.h>
#include <doccord/version.h>
#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/parallel.h"
#include "library/acceptances.h"
#include "library/analyze.h"
#include "library/api_values.h"
#include "load/load.h"
#include "report/report.h"
#include "rules/rule.h"
#include "site/site.h"
#include "text/date.h"
#include "text/suggestion.h"

namespace doccord::api {

struct Analysis::Content {
  doccord::Results results;
};

namespace {

using Errors = std::vector<doccord::Error>;

doccord::Error usage(std::string message) { return {"", 0, 0, std::move(message)}; }

template <class T>
Result<T> failure(const Errors& errors) {
  return Result<T>(api_errors(errors));
}

doccord::Source source_of(const Document& document) {
  doccord::Source source;
  source.id = document.id;
  source.title = document.title.empty() ? document.id : document.title;
  source.publisher = document.publisher;
  source.path = document.path.empty() ? document.id : document.path;
  if (document.format) source.format = static_cast<doccord::Format>(*document.format);
  source.scope = document.scope;
  source.authority = document.authority;
  source.date = document.date;
  return source;
}

// What is wrong with ids, which name documents in all that comes out.
Errors wrong_ids(const std::vector<Document>& documents) {
  Errors errors;
  std::set<std::string> ids;
  if (documents.empty()) errors.push_back(usage("no documents"));
  for (const Document& document : documents) {
    if (document.id.empty()) {
      errors.push_back(usage("a document has no id"));
    } else if (!ids.insert(document.id).second) {
      errors.push_back(usage(fmt::format("two documents have the id `{}`", document.id)));
    }
  }
  return errors;
}

Gathered<SourceSet> sources_of(const std::vector<Document>& documents) {
  if (Errors errors = wrong_ids(documents); !errors.empty()) return tl::unexpected(errors);
  SourceSet set;
  for (const Document& document : documents) {
    auto source = source_from_bytes(source_of(document), document.text);
    if (source) {
      set.sources.push_back(std::move(*source));
    } else {
      set.left_out.push_back(source.error());
    }
  }
  if (set.sources.empty()) return tl::unexpected(set.left_out);
  return set;
}

Errors wrong_options(const Options& options) {
  Errors errors;
  if (!options.today.empty() && !is_date(options.today)) {
    errors.push_back(
        usage(fmt::format("expected a day such as 2025-03-01, not `{}`", options.today)));
  }
  for (const RuleLevel& each : options.rules) {
    if (find_rule(each.rule) != nullptr) continue;
    errors.push_back(usage(
        fmt::format("there is no rule `{}`{}", each.rule, suggestion(each.rule, rule_names()))));
  }
  return errors;
}

LevelSetting setting_of(const std::optional<Level>& level) {
  if (!level) return LevelSetting::off;
  switch (*level) {
    case Level::note:
      return LevelSetting::note;
    case Level::warning:
      return LevelSetting::warning;
    case Level::error:
      return LevelSetting::error;
  }
  return LevelSetting::warning;
}

// As an override, because those count more than rules, and the last one most.
RuleOverride override_of(const std::vector<RuleLevel>& rules) {
  RuleOverride made;
  for (const RuleLevel& each : rules) made.rules.push_back({each.rule, setting_of(each.level)});
  return made;
}

Result<Analysis> analyzed(Gathered<SourceSet> sources, const Options& options) {
  if (!sources) return failure<Analysis>(sources.error());
  sources->settings.overrides.push_back(override_of(options.rules));
  auto extracts = extract_sources(std::move(*sources), options.unreadable == Unreadable::refuse
                                                           ? doccord::Unreadable::refuse
                                                           : doccord::Unreadable::leave_out);
  if (!extracts) return failure<Analysis>(extracts.error());
  auto results = doccord::analyze(std::move(*extracts));
  if (!results) return failure<Analysis>(results.error());
  auto content = std::make_shared<Analysis::Content>();
  content->results = std::move(*results);
  const auto book = read_acceptances(content->results.sources.config_path);
  if (!book) return failure<Analysis>(book.error());
  apply_acceptances(content->results, *book, options.today);
  return Analysis(std::move(content));
}

doccord::Report::Write writer(const doccord::Report& report, Subject subject) {
  switch (subject) {
    case Subject::entries:
      return report.extract;
    case Subject::registry:
      return report.registry;
    case Subject::discrepancies:
      return report.check;
  }
  return nullptr;
}

}  // namespace

Analysis::Analysis(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

std::vector<EntrySet> Analysis::entries() const { return api_entries(content_->results); }

Registry Analysis::registry() const { return api_registry(content_->results); }

std::vector<Discrepancy> Analysis::discrepancies() const {
  return api_discrepancies(content_->results);
}

std::vector<Error> Analysis::left_out() const {
  return api_errors(content_->results.sources.left_out);
}

Result<std::string> Analysis::report(Subject subject, std::string_view format,
                                     const ReportOptions& options) const {
  const doccord::Report* const report = find_report(format);
  if (report == nullptr) {
    return failure<std::string>({usage(fmt::format("there is no format `{}`", format))});
  }
  const doccord::Report::Write write = writer(*report, subject);
  if (write == nullptr) {
    return failure<std::string>(
        {usage(fmt::format("the format `{}` has no report on this", report->name))});
  }
  TextOptions text;
  text.colour = options.colour;
  text.width = options.width;
  text.show_accepted = options.show_accepted;
  return write(content_->results, text);
}

Result<Site> Analysis::site(const SiteOptions& options) const {
  doccord::SiteOptions own{options.title, options.address, options.updated, options.files, {}};
  if (!own.address.empty() && !own.address.ends_with('/')) own.address += '/';
  auto site = build_site(content_->results, own);
  if (!site) return failure<Site>({site.error()});
  return std::move(site->files);
}

Result<Analysis> analyze(const std::vector<Document>& documents, const Options& options) {
  if (const Errors errors = wrong_options(options); !errors.empty()) {
    return failure<Analysis>(errors);
  }
  return analyzed(sources_of(documents), options);
}

Result<Analysis> analyze_files(const std::vector<std::string>& paths, const Options& options) {
  if (const Errors errors = wrong_options(options); !errors.empty()) {
    return failure<Analysis>(errors);
  }
  return analyzed(load_documents(paths), options);
}

std::vector<ReportFormat> report_formats() {
  std::vector<ReportFormat> all;
  for (const doccord::Report* report : all_reports()) {
    ReportFormat made{std::string(report->name), std::string(report->summary), {}};
    for (const Subject subject : {Subject::entries, Subject::registry, Subject::discrepancies}) {
      if (writer(*report, subject) != nullptr) made.subjects.push_back(subject);
    }
    all.push_back(std::move(made));
  }
  return all;
}

void set_threads(std::size_t count) { set_jobs(count); }

std::string_view version() { return DOCCORD_VERSION; }

}  // namespace doccord::api
