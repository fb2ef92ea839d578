#include "site/build_info.h"

#include <nlohmann/json.hpp>

namespace doccord {

std::string build_info(const Model& model, const SiteOptions& options) {
  const Results& results = model.results;
  using Json = nlohmann::ordered_json;
  Json sources = Json::array();
  for (std::size_t i = 0; i < model.source_count(); ++i) {
    const Source& source = results.sources.sources[i];
    sources.push_back({{"id", source.id},
                       {"path", source.path},
                       {"bytes", size_on_disk(source)},
                       {"sha256", model.checksums[i]}});
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
