#include "site/pages.h"

namespace doccord {

bool has_sarif(const Model& model) { return model.results.discrepancies.size() <= kMostOnOnePage; }

Value about_page(const Page& page) {
  const Model& model = page.model;
  Value::List documents;
  for (std::size_t source = 0; source < model.source_count(); ++source) {
    const SourceSummary& summary = model.results.registry.sources[source];
    documents.push_back(source_link(page, source)
                            .set("publisher", summary.publisher)
                            .set("date", summary.date)
                            .set("authority", summary.authority));
  }
  Value::List states;
  for (const StateWords& words : all_states()) states.push_back(state_value(words.state));
  Value value = page_value(page, "About – " + page.frame.site_title, "about");
  value.set("documents", std::move(documents))
      .set("states", std::move(states))
      .set("with_sarif", has_sarif(model))
      .set("changed_since", model.results.changes ? model.results.changes->base : std::string());
  return value;
}

}  // namespace doccord
