#include "report/text.h"

namespace doccord {

const Report report_table::text{.name = "text",
                                .summary = "for people, with excerpts of the documents",
                                .extension = "txt",
                                .extract = extract_text,
                                .registry = registry_text,
                                .check = check_text,
                                .diff = diff_text};

}  // namespace doccord
