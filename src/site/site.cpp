#include "site/site.h"

#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "report/json.h"
#include "report/report.h"
#include "rules/rule.h"
#include "site/build_info.h"
#include "site/embedded_files.h"
#include "site/feeds.h"
#include "site/pages.h"
#include "site/search_index.h"
#include "site/slug.h"
#include "site/template.h"

namespace doccord {
namespace {

constexpr std::string_view kTemplates = "templates/";
constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kStyle = "assets/style/";
constexpr std::string_view kScript = "assets/script/";
constexpr std::string_view kHtml = ".html";
constexpr const char* kNotFound = "404.html";

using Files = std::map<std::string, std::string>;

// The program's own templates and assets, with those of the options in their place.
Files site_files(const SiteOptions& options) {
  Files files = options.files;
  for (const EmbeddedFile& file : embedded_files()) {
    files.emplace(std::string(file.path), std::string(file.bytes));
  }
  return files;
}

Result<TemplateSet> parse_templates(const Files& files) {
  Files texts;
  for (const auto& [path, text] : files) {
    if (!path.starts_with(kTemplates) || !path.ends_with(kHtml)) continue;
    texts[path.substr(kTemplates.size(), path.size() - kTemplates.size() - kHtml.size())] = text;
  }
  return TemplateSet::parse(texts);
}

// All files of a folder as one, in the order of their names.
std::string joined(const Files& files, std::string_view folder) {
  std::string text;
  for (const auto& [path, bytes] : files) {
    if (path.starts_with(folder)) text += (text.empty() ? "" : "\n") + bytes;
  }
  return text;
}

// Puts the assets on the site, each with a hash of its bytes in its name, so that no browser shows
// a new page with an old style. Returns the new path of each.
Files add_assets(Files files, Site& site) {
  files["assets/style.css"] = joined(files, kStyle);
  files["assets/site.js"] = joined(files, kScript);
  Files paths;
  for (const auto& [path, bytes] : files) {
    const bool part = path.starts_with(kStyle) || path.starts_with(kScript);
    if (!path.starts_with(kAssets) || part) continue;
    const std::size_t dot = path.rfind('.');
    const std::size_t end = dot == std::string::npos ? path.size() : dot;
    const std::string hashed = path.substr(0, end) + "-" + short_hash(bytes) + path.substr(end);
    site.files[hashed] = bytes;
    paths[path] = hashed;
  }
  return paths;
}

// A page that is to be made: its path, what it is about in words, its template, and what fills it.
struct PlannedPage {
  std::string path;
  std::string about;
  std::string layout;
  std::function<Value(const Page&)> make;
};

void plan_fixed(const Model& model, std::vector<PlannedPage>& plan) {
  plan.push_back({"index.html", "the start page", "index", index_page});
  plan.push_back(
      {"discrepancies/index.html", "the discrepancies", "discrepancies", discrepancies_page});
  if (model.results.changes) {
    plan.push_back({"changes/index.html", "the changes", "changes", changes_page});
  }
  plan.push_back({"lineage/index.html", "the lineage", "lineage", lineage_page});
  plan.push_back({"matrix/index.html", "the matrix", "matrix_page", matrix_page});
  plan.push_back({"similarity/index.html", "the similarity", "similarity", similarity_page});
  plan.push_back({"rules/index.html", "the rules", "rules", rules_page});
  plan.push_back({"about/index.html", "the method", "about", about_page});
  plan.push_back({kNotFound, "missing pages", "not_found", not_found_page});
}

void plan_documents(const Model& model, std::vector<PlannedPage>& plan) {
  const auto id = [&](std::size_t source) {
    return "`" + model.results.registry.sources[source].id + "`";
  };
  for (std::size_t a = 0; a < model.source_count(); ++a) {
    plan.push_back({source_path(model, a), "document " + id(a), "source",
                    [a](const Page& page) { return source_page(page, a); }});
    for (std::size_t b = a + 1; b < model.source_count(); ++b) {
      plan.push_back({pair_path(model, a, b), "documents " + id(a) + " and " + id(b), "pair",
                      [a, b](const Page& page) { return pair_page(page, a, b); }});
    }
  }
}

// A rule's page, and those that go on with what was found by it.
void plan_rule(const Model& model, const Rule& rule, std::vector<PlannedPage>& plan) {
  const std::string about = "rule " + std::string(rule.code);
  plan.push_back({rule_path(rule.code), about, "rule",
                  [&rule](const Page& page) { return rule_page(page, rule); }});
  const std::size_t last = rule_list_pages(model, rule);
  for (std::size_t part = 2; part <= last; ++part) {
    plan.push_back({rule_list_path(rule.code, part), about + ", list " + std::to_string(part),
                    "rule_list",
                    [&rule, part](const Page& page) { return rule_list_page(page, rule, part); }});
  }
}

// Every page, in the order in which a clash of two paths is told.
std::vector<PlannedPage> plan_pages(const Model& model) {
  std::vector<PlannedPage> plan;
  plan_fixed(model, plan);
  for (std::size_t record = 0; record < model.cells.size(); ++record) {
    plan.push_back({key_path(model, record), "key `" + model.record(record).key + "`", "key",
                    [record](const Page& page) { return key_page(page, record); }});
  }
  plan_documents(model, plan);
  const std::vector<Discrepancy>& all = model.results.discrepancies;
  for (std::size_t number = 0; number < all.size(); ++number) {
    const Discrepancy& each = all[number];
    plan.push_back({finding_path(each), each.code + " `" + each.id + "`: " + each.message,
                    "finding_page",
                    [number](const Page& page) { return finding_page(page, number); }});
  }
  for (const Rule* rule : all_rules()) plan_rule(model, *rule, plan);
  return plan;
}

// Nothing when all paths are different.
std::optional<Error> clash_in(const std::vector<PlannedPage>& plan) {
  std::map<std::string_view, const PlannedPage*> by_path;
  for (const PlannedPage& page : plan) {
    const auto [place, fresh] = by_path.try_emplace(page.path, &page);
    if (fresh) continue;
    return Error{page.path, 0, 0,
                 "two pages would stand here: one of " + place->second->about + ", and one of " +
                     page.about};
  }
  return std::nullopt;
}

Result<void> add_pages(const Model& model, const TemplateSet& templates, const Frame& frame,
                       const Tick& tick, Site& site) {
  constexpr std::size_t kPagesToTick = 50;
  const std::vector<PlannedPage> plan = plan_pages(model);
  if (auto clash = clash_in(plan)) return tl::unexpected(std::move(*clash));
  for (std::size_t done = 0; done < plan.size(); ++done) {
    const auto& [path, about, layout, make] = plan[done];
    std::string root;
    for (const char c : path) root += c == '/' ? "../" : "";
    // A server shows this one in the place of any other.
    if (path == kNotFound) root = frame.address;
    Result<std::string> html = templates.render(layout, make(Page{model, frame, root, path}));
    if (!html) return tl::unexpected(std::move(html.error()));
    site.files[path] = std::move(*html);
    if (tick && (done + 1) % kPagesToTick == 0) tick(done + 1, plan.size());
  }
  if (tick) tick(plan.size(), plan.size());
  return {};
}

void add_data(const Results& results, const Model& model, const Frame& frame,
              const SiteOptions& options, Site& site) {
  site.files["data/registry.json"] = registry_json(results);
  site.files["data/discrepancies.json"] = check_json(results);
  site.files["data/discrepancies.sarif"] = find_report("sarif")->check(results, {});
  if (results.changes) site.files["data/changes.json"] = find_report("json")->diff(results, {});
  site.files["data/matrix.csv"] = matrix_csv(model);
  site.files["data/build-info.json"] = build_info(results, options);
  site.files["_headers"] = server_headers();
  site.files["atom.xml"] = atom_feed(model, frame, options);
  site.files["robots.txt"] = robots(options);
  site.files["sitemap.xml"] = sitemap(site, options);
}

}  // namespace

Result<Site> build_site(const Results& results, const SiteOptions& options) {
  Files files = site_files(options);
  Result<TemplateSet> templates = parse_templates(files);
  if (!templates) return tl::unexpected(std::move(templates.error()));
  Site site;
  const Model model(results);
  files["assets/search.js"] = search_index(model);
  Files assets = add_assets(std::move(files), site);
  Frame frame{options.title,
              assets["assets/style.css"],
              assets["assets/icon.svg"],
              assets["assets/site.js"],
              assets["assets/search.js"],
              options.address};
  if (frame.site_title.empty()) {
    frame.site_title = counted(model.source_count(), "document", "documents") + " compared";
  }
  if (auto added = add_pages(model, *templates, frame, options.on_page, site); !added) {
    return tl::unexpected(std::move(added.error()));
  }
  add_data(results, model, frame, options, site);
  return site;
}

}  // namespace doccord
