#pragma once

#include "site/links.h"

namespace doccord {

// What a reader should see first, as lists for the start page: keys that few sources have, keys
// that a source lacks though most have them, and texts that no longer say what their family says.
void set_standouts(const Page& page, Value& value);

}  // namespace doccord
