#include "site/site.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "report/json.h"
#include "report/report.h"
#include "rules/rule.h"
#include "site/base_data.h"
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
constexpr const char* kDocumentsScript = "assets/script/1-documents.js";  // Behind 1-base.js.
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

// Plans the assets, each with a hash of its bytes in its name, so that no browser shows a new page
// with an old style. Returns the new path of each.
Files add_assets(Files files, SitePlan& plan) {
  files["assets/style.css"] = joined(files, kStyle);
  files["assets/site.js"] = joined(files, kScript);
  Files paths;
  for (const auto& [path, bytes] : files) {
    const bool part = path.starts_with(kStyle) || path.starts_with(kScript);
    if (!path.starts_with(kAssets) || part) continue;
    const std::size_t dot = path.rfind('.');
    const std::size_t end = dot == std::string::npos ? path.size() : dot;
    const std::string hashed = path.substr(0, end) + "-" + short_hash(bytes) + path.substr(end);
    plan.files.push_back({hashed, [bytes = bytes] { return bytes; }});
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
    for (const std::size_t b : model.partners.of[a]) {
      if (b < a) continue;
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

// What all files of a site are made with.
struct Workshop {
  const Results& results;
  const SiteOptions& options;
  TemplateSet templates;
  Model model;
  Frame frame;
};

using SharedWorkshop = std::shared_ptr<Workshop>;

Result<std::string> made_page(const Workshop& shop, const PlannedPage& page) {
  std::string root;
  for (const char c : page.path) root += c == '/' ? "../" : "";
  // A server shows this one in the place of any other.
  if (page.path == kNotFound) root = shop.frame.address;
  return shop.templates.render(page.layout,
                               page.make(Page{shop.model, shop.frame, root, page.path}));
}

// A page of each template, so that a fault in one is found before any file is written. The
// program's own templates have none.
Result<void> try_templates(const Workshop& shop, const std::vector<PlannedPage>& pages) {
  const auto is_template = [](const auto& file) { return file.first.starts_with(kTemplates); };
  const Files& given = shop.options.files;
  if (std::none_of(given.begin(), given.end(), is_template)) return {};
  std::set<std::string> tried;
  for (const PlannedPage& page : pages) {
    if (!tried.insert(page.layout).second) continue;
    if (auto html = made_page(shop, page); !html) return tl::unexpected(std::move(html.error()));
  }
  return {};
}

Result<void> add_pages(const SharedWorkshop& shop, SitePlan& plan) {
  std::vector<PlannedPage> pages = plan_pages(shop->model);
  if (auto clash = clash_in(pages)) return tl::unexpected(std::move(*clash));
  if (auto tried = try_templates(*shop, pages); !tried) return tried;
  for (PlannedPage& page : pages) {
    const std::string path = page.path;
    plan.files.push_back({path, [shop, page = std::move(page)] { return made_page(*shop, page); }});
  }
  return {};
}

// The data files, but for the list of all pages.
void add_data(const SharedWorkshop& shop, SitePlan& plan) {
  const auto add = [&](const char* path, auto make) {
    plan.files.push_back({path, [shop, make] { return make(*shop); }});
  };
  add("data/discrepancies.json",
      [](const Workshop& with) { return check_json(with.results, JsonLayout::lines); });
  add("data/registry.json",
      [](const Workshop& with) { return registry_json(with.results, JsonLayout::lines); });
  if (has_sarif(shop->model)) {
    add("data/discrepancies.sarif",
        [](const Workshop& with) { return find_report("sarif")->check(with.results, {}); });
  }
  if (shop->results.changes) {
    add("data/changes.json",
        [](const Workshop& with) { return find_report("json")->diff(with.results, {}); });
  }
  add("data/matrix.csv", [](const Workshop& with) { return matrix_csv(with.model); });
  add("data/build-info.json",
      [](const Workshop& with) { return build_info(with.model, with.options); });
  add("_headers", [](const Workshop&) { return server_headers(); });
  add("atom.xml",
      [](const Workshop& with) { return atom_feed(with.model, with.frame, with.options); });
  add("robots.txt", [](const Workshop& with) { return robots(with.options); });
}

void add_sitemap(const SharedWorkshop& shop, SitePlan& plan) {
  std::vector<std::string> paths{"sitemap.xml"};
  for (const PlannedFile& file : plan.files) paths.push_back(file.path);
  std::sort(paths.begin(), paths.end());
  plan.files.push_back(
      {"sitemap.xml", [shop, paths = std::move(paths)] { return sitemap(paths, shop->options); }});
}

}  // namespace

Result<SitePlan> plan_site(const Results& results, const SiteOptions& options) {
  Files files = site_files(options);
  Result<TemplateSet> templates = parse_templates(files);
  if (!templates) return tl::unexpected(std::move(templates.error()));
  SitePlan plan;
  const SharedWorkshop shop(
      new Workshop{results, options, std::move(*templates), Model(results), {}});
  add_data(shop, plan);
  files["assets/search.js"] = search_index(shop->model);
  files[kDocumentsScript] = documents_script(shop->model);
  Files assets = add_assets(std::move(files), plan);
  shop->frame = {options.title,
                 assets["assets/style.css"],
                 assets["assets/icon.svg"],
                 assets["assets/site.js"],
                 assets["assets/search.js"],
                 options.address};
  if (std::string& title = shop->frame.site_title; title.empty()) {
    title = counted(shop->model.source_count(), "document", "documents") + " compared";
  }
  if (auto added = add_pages(shop, plan); !added) {
    return tl::unexpected(std::move(added.error()));
  }
  add_sitemap(shop, plan);
  if (!shop->model.partners.everyone) {
    plan.notes.push_back("of " + std::to_string(shop->model.source_count()) +
                         " documents, each has pages with the " + std::to_string(kClosest) +
                         " that are closest to it");
  }
  return plan;
}

Result<Site> build_site(const Results& results, const SiteOptions& options) {
  const Result<SitePlan> plan = plan_site(results, options);
  if (!plan) return tl::unexpected(plan.error());
  Site site;
  std::mutex mutex;
  const TakeFile keep = [&](const std::string& path, std::string bytes) -> Result<void> {
    const std::lock_guard lock(mutex);
    site.files.insert_or_assign(path, std::move(bytes));
    return {};
  };
  if (auto made = make_files(*plan, keep, options.on_page); !made) {
    return tl::unexpected(std::move(made.error()));
  }
  return site;
}

}  // namespace doccord
