#include "cli/fix_options.h"

#include <CLI/CLI.hpp>

namespace doccord {

void add_fix_options(CLI::App& app, FixOptions& options) {
  app.add_option("--names-from", options.names_from,
                 "Where names differ, take those of this document, each\n"
                 "in the convention of the document that it goes into")
      ->type_name("SOURCE");
  app.add_option("--wording-of", options.wording_of,
                 "Where revisions of one description differ, take the\nwords of this document")
      ->type_name("SOURCE");
  app.add_option("--add-missing-from", options.add_missing_from,
                 "Add entries that are missing, with what this document\nsays")
      ->type_name("SOURCE");
  app.add_option(
         "--only", options.only,
         "Only these discrepancies, by id or the beginning of\none, and those of these rules")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("ID|RULE,...");
  app.add_flag("--write", options.write, "Change the documents, rather than print the change");
}

}  // namespace doccord
