#pragma once

#include "cli/options.h"
#include "library/analyze.h"
#include "report/results.h"

namespace doccord {

// What the command line names.
Inputs inputs_of(const Options& options);

// From inputs to discrepancies; whoever watches a terminal is told what is being done.
Gathered<Results> analyze_documents(const Inputs& inputs, Unreadable unreadable);

}  // namespace doccord
