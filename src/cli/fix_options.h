#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace doccord {

// What `fix` takes beside the documents. Sources go by their ids.
struct FixOptions {
  std::string names_from;
  std::string wording_of;
  std::string add_missing_from;
  std::vector<std::string> only;  // Ids or beginnings of ids, and rules; empty: everything.
  bool write = false;
};

void add_fix_options(CLI::App& app, FixOptions& options);

}  // namespace doccord
