#pragma once

#include <string>

#include "base/result.h"
#include "cli/options.h"
#include "library/acceptances.h"

namespace doccord {

// The path of the doccord.json that `in` names: itself, one in the directory, or, when it is empty,
// the nearest from here upward.
Result<std::string> find_configuration(const std::string& in);

// The day it is for this run: --today, else SOURCE_DATE_EPOCH, else the clock's, in UTC.
Result<std::string> today_of(const GateOptions& options);

// Who decides: --by, else DOCCORD_BY, else git's user.email; may be empty.
std::string decider_of(const AcceptOptions& options);

}  // namespace doccord
