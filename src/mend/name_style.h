#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reconcile/registry.h"

namespace doccord {

// How the phrases among the names write words that a constant has in capitals throughout: "uri" is
// "URI" in "URI Too Long". By the word in lower case.
using NameWords = std::map<std::string, std::string, std::less<>>;
NameWords written_words(const Registry& registry);

// A name in the convention of another one: `bare`, from which its source's prefix was taken, as
// `like` is written: with its prefix and as constant, in camel case, with hyphens, or as a phrase.
// A phrase stays as it is among phrases.
std::string restyled(std::string_view bare, std::string_view like, std::string_view prefix,
                     const NameWords& words);

}  // namespace doccord
