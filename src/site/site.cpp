#include "site/site.h"

#include <cassert>
#include <optional>
#include <string_view>
#include <utility>

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

// Renders pages into the site until one fails.
class Builder {
 public:
  Builder(const Model& model, const TemplateSet& templates, Frame frame, Site& site)
      : model_(model), templates_(templates), frame_(std::move(frame)), site_(site) {}

  template <class MakePage, class... Arguments>
  void add(const std::string& path, const std::string& name, MakePage make_page,
           const Arguments&... arguments) {
    if (error_) return;
    std::string root;
    for (const char c : path) root += c == '/' ? "../" : "";
    // A server shows this one in the place of any other.
    if (path == kNotFound) root = frame_.address;
    const Page page{model_, frame_, root, path};
    Result<std::string> html = templates_.render(name, make_page(page, arguments...));
    if (!html) {
      error_ = std::move(html.error());
    } else {
      [[maybe_unused]] const bool fresh = site_.files.emplace(path, std::move(*html)).second;
      assert(fresh);
    }
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  const Model& model_;
  const TemplateSet& templates_;
  Frame frame_;
  Site& site_;
  std::optional<Error> error_;
};

void add_pages(const Model& model, Builder& builder) {
  builder.add("index.html", "index", index_page);
  builder.add("discrepancies/index.html", "discrepancies", discrepancies_page);
  builder.add("lineage/index.html", "lineage", lineage_page);
  builder.add("matrix/index.html", "matrix_page", matrix_page);
  builder.add("similarity/index.html", "similarity", similarity_page);
  builder.add("rules/index.html", "rules", rules_page);
  builder.add("about/index.html", "about", about_page);
  builder.add(kNotFound, "not_found", not_found_page);
  for (std::size_t record = 0; record < model.cells.size(); ++record) {
    builder.add(key_path(model, record), "key", key_page, record);
  }
  for (std::size_t a = 0; a < model.source_count(); ++a) {
    builder.add(source_path(model, a), "source", source_page, a);
    for (std::size_t b = a + 1; b < model.source_count(); ++b) {
      builder.add(pair_path(model, a, b), "pair", pair_page, a, b);
    }
  }
  const std::vector<Discrepancy>& all = model.results.discrepancies;
  for (std::size_t number = 0; number < all.size(); ++number) {
    builder.add(finding_path(all[number]), "finding_page", finding_page, number);
  }
  for (const Rule* rule : all_rules()) {
    builder.add(rule_path(rule->code), "rule", rule_page, *rule);
  }
}

void add_data(const Results& results, const Model& model, const Frame& frame,
              const SiteOptions& options, Site& site) {
  site.files["data/registry.json"] = registry_json(results);
  site.files["data/discrepancies.json"] = check_json(results);
  site.files["data/discrepancies.sarif"] = find_report("sarif")->check(results, {});
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
  Builder builder(model, *templates, frame, site);
  add_pages(model, builder);
  if (builder.error()) return tl::unexpected(*builder.error());
  add_data(results, model, frame, options, site);
  return site;
}

}  // namespace doccord
