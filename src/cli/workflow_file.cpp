#include "cli/workflow_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace doccord {
namespace {

// A scalar of YAML that holds any text: JSON's strings are YAML's.
std::string quoted(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

WorkflowFile for_github(std::string_view config) {
  return {".github/workflows/doccord.yml",
          fmt::format(R"(name: doccord
on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      # The action of doccord's own repository; write the owner and a revision of it here.
      - uses: OWNER/doccord/ci/github@REVISION
        with:
          config: {}
)",
                      quoted(config)),
          "write the owner and the revision of doccord's action into it"};
}

WorkflowFile for_gitlab(std::string_view config) {
  return {".gitlab/doccord.yml",
          fmt::format(R"(# Included by .gitlab-ci.yml:
#   include:
#     - local: .gitlab/doccord.yml
doccord:
  # An image with doccord and git in it.
  image: doccord:latest
  variables:
    GIT_DEPTH: "0"
    DOCCORD_PROJECT: {}
  script:
    - |
      set -- --format text --format gitlab=gl-code-quality-report.json --format junit=doccord-junit.xml
      if [ -n "${{CI_MERGE_REQUEST_DIFF_BASE_SHA:-}}" ]; then
        set -- "$@" --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
      fi
      doccord check "$@" -- "$DOCCORD_PROJECT"
  artifacts:
    when: always
    paths: [gl-code-quality-report.json, doccord-junit.xml]
    reports:
      codequality: gl-code-quality-report.json
      junit: doccord-junit.xml
)",
                      quoted(config)),
          "include it from .gitlab-ci.yml, as its first lines say"};
}

}  // namespace

std::vector<std::string> workflow_services() { return {"github", "gitlab"}; }

WorkflowFile workflow_file(std::string_view service, std::string_view config) {
  return service == "github" ? for_github(config) : for_gitlab(config);
}

}  // namespace doccord
