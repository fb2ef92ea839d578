#pragma once

#include <string>
#include <vector>

#include "reconcile/registry.h"
#include "rules/discrepancy.h"

namespace doccord {

// Gives every discrepancy its id: 16 hexadecimal digits made from rule, keys, field, the sources'
// ids and, where the rule sets it, the distinction. No text, path, line or message goes in, so that
// rewording a document or moving a file keeps every acceptance in force. Ids are unique within the
// run: what still agrees in all of that is told apart by its place in the order given.
void give_ids(std::vector<Discrepancy>& discrepancies, const Registry& registry);

}  // namespace doccord
