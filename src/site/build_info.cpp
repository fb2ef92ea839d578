#include "site/build_info.h"

#include <nlohmann/json.hpp>

namespace doccord {

std::string build_info(const Results& results, const SiteOptions& options) {
  using Json = nlohmann::ordered_json;
  Json sources = Json::array();
  for (const Source& source : results.sources.sources) {
    sources.push_back({{"id", source.id},
                       {"path", source.path},
                       {"bytes", size_on_disk(source)},
                       {"sha256", checksum(source)}});
  }
  Json info = {{"version", 1}, {"doccord", DOCCORD_VERSION}};
  if (!options.updated.empty()) info["updated"] = options.updated;
  info["sources"] = std::move(sources);
  info["keys"] = results.registry.records.size();
  info["discrepancies"] = results.discrepancies.size();
  return info.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string server_headers() {
  return "/*\n"
         "  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
         "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\n"
         "  X-Content-Type-Options: nosniff\n"
         "  Referrer-Policy: no-referrer\n"
         "/assets/*\n"
         "  Cache-Control: public, max-age=31536000, immutable\n";
}

}  // namespace doccord
