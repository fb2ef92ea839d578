#pragma once

#include "compare/units.h"
#include "reconcile/registry.h"

namespace doccord {

// Sets aside what a text begins with that only says which entry it belongs to: "404 Not Found. ...",
// "NOT_FOUND means that ...". Those units carry no weight then.
void set_own_label_aside(UnitText& text, const Record& record);

}  // namespace doccord
