#include "site/feeds.h"

#include <fmt/format.h>
#include <algorithm>
#include <string_view>

#include "site/finding.h"
#include "site/slug.h"
#include "text/escape.h"

namespace doccord {
namespace {

constexpr std::string_view kLongAgo = "1970-01-01";

// When the documents were last published, as far as they say; the clock has no say, so that the
// same documents give the same feed.
std::string updated(const Model& model, const SiteOptions& options) {
  if (!options.updated.empty()) return options.updated;
  std::string newest(kLongAgo);
  for (const SourceSummary& source : model.results.registry.sources) {
    std::string date = source.date;
    if (date.size() == 4) date += "-01-01";
    if (date.size() == 7) date += "-01";
    if (date.size() == kLongAgo.size()) newest = std::max(newest, date);
  }
  return newest + "T00:00:00Z";
}

// A UUID of one's own making (RFC 9562, version 8) of a discrepancy's id, 16 hexadecimal digits.
std::string uuid(const std::string& id) {
  const std::string digits = id + short_hash(id) + short_hash("feed" + id);
  return fmt::format("urn:uuid:{}-{}-8{}-8{}-{}", digits.substr(0, 8), digits.substr(8, 4),
                     digits.substr(12, 3), digits.substr(15, 3), digits.substr(18, 12));
}

std::string without_quotes(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '`'), text.end());
  return text;
}

std::string entry(const Discrepancy& each, const std::string& when, const SiteOptions& options) {
  const std::string page = finding_path(each);
  return fmt::format(
      "<entry>\n<id>{}</id>\n<title>{} {}: {}</title>\n<updated>{}</updated>\n"
      "<link href=\"{}\"/>\n<category term=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
      uuid(each.id), to_string(each.level), escape_html(each.code),
      escape_html(without_quotes(each.message)), when, escape_html(address_of(options, page)),
      escape_html(each.name),
      each.accepted ? escape_html("Accepted: " + each.accepted->reason) : "Not accepted.");
}

}  // namespace

std::string address_of(const SiteOptions& options, const std::string& path) {
  return options.address + path;
}

std::string atom_feed(const Model& model, const Frame& frame, const SiteOptions& options) {
  const std::string when = updated(model, options);
  std::string ids;
  for (const SourceSummary& source : model.results.registry.sources) ids += source.id + "\n";
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      "<id>{}</id>\n<title>{}: discrepancies</title>\n<updated>{}</updated>\n"
      "<author><name>doccord</name></author>\n<link href=\"{}\"/>\n",
      uuid(short_hash(ids) + short_hash("documents\n" + ids)), escape_html(frame.site_title), when,
      escape_html(address_of(options, "discrepancies/index.html")));
  for (const Discrepancy& each : model.results.discrepancies) out += entry(each, when, options);
  return out + "</feed>\n";
}

std::string sitemap(const std::vector<std::string>& paths, const SiteOptions& options) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& path : paths) {
    if (!path.ends_with(".html") || path == "404.html") continue;
    out += "<url><loc>" + escape_html(address_of(options, path)) + "</loc></url>\n";
  }
  return out + "</urlset>\n";
}

std::string robots(const SiteOptions& options) {
  std::string out = "User-agent: *\nAllow: /\n";
  if (!options.address.empty()) out += "Sitemap: " + address_of(options, "sitemap.xml") + "\n";
  return out;
}

}  // namespace doccord
