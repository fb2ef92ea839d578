#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/scratch_directory.h"

namespace doccord {

// Runs the git program in a directory and gives its standard output; without it, or when it fails,
// an error with what git said. No shell takes part.
Result<std::string> run_git(const std::string& directory,
                            const std::vector<std::string>& arguments);

// The tree of a revision of the repository that `directory` is in, exported to a directory of its
// own, gone when this is or the program ends. Neither the repository's index nor its working tree
// is touched.
class ExportedTree {
 public:
  static Result<ExportedTree> of(const std::string& directory, const std::string& revision);

  // Where a file or directory of the working tree stands in the export.
  std::string path_of(const std::string& path) const;
  // The same for messages: "main:docs/a.md" for a path of the export.
  std::string shown(const std::string& exported_path) const;

 private:
  ExportedTree(ScratchDirectory directory, std::string root, std::string revision);
  ScratchDirectory directory_;
  std::string root_;  // Of the repository's working tree.
  std::string revision_;
};

}  // namespace doccord
