#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "report/locations.h"
#include "report/results.h"
#include "text/json_writer.h"

namespace doccord {

// What the JSON documents of results have in common. The results outlive it.
class ResultsWriter {
 protected:
  ResultsWriter(const Results& results, const Locations& locations, JsonLayout layout)
      : results_(results), locations_(locations), out_(layout) {}

  const std::string& id(std::size_t source) const { return results_.sources.sources[source].id; }
  void ids(std::string_view name, const std::vector<std::size_t>& sources);
  void id_or_null(std::string_view name, const std::optional<std::size_t>& source);

  // Members that say where the span begins and ends.
  void position(std::size_t source, Span span);
  // The members of an entry but for its key.
  void entry(const Entry& entry, std::size_t source);
  void edits(const std::vector<Edit>& edits);

  const Results& results_;
  const Locations& locations_;
  JsonWriter out_;

 private:
  void location(std::size_t source, Span span);
  void fields(const std::vector<Field>& fields);
};

}  // namespace doccord
