#include "extract/read_documents.h"

#include <cstddef>
#include <utility>

#include "extract/agreement.h"
#include "extract/extract.h"
#include "parse/parse.h"

namespace doccord {

std::vector<ReadDocument> read_documents(const SourceSet& sources, std::vector<Error>& errors) {
  std::vector<ReadDocument> read;
  std::vector<std::vector<Proposal>> proposals;
  for (const Source& source : sources.sources) {
    auto document = parse(source);
    if (!document) {
      errors.push_back(document.error());
      continue;
    }
    auto found = propose_entries(source, *document);
    if (!found) {
      errors.push_back(found.error());
      continue;
    }
    read.push_back({&source, std::move(*document), {}});
    proposals.push_back(std::move(*found));
  }
  weigh_agreement(proposals);
  for (std::size_t i = 0; i < read.size(); ++i) read[i].proposals = std::move(proposals[i]);
  return read;
}

}  // namespace doccord
