#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// A file that has a CI service check every change to the documents.
struct WorkflowFile {
  std::string path;  // From the root of the repository.
  std::string text;
  std::string hint;  // What is left to do by hand.
};

// Whom `init --workflow` can write one for: "github", "gitlab".
std::vector<std::string> workflow_services();

// For one of these; `config` is the directory of the doccord.json, from the root of the repository.
WorkflowFile workflow_file(std::string_view service, std::string_view config);

}  // namespace doccord
