#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace doccord {

// Where `phrase`, which is plain text, stands in the marked-up bytes of `within`: its words in
// order, with nothing but white space, punctuation and markup between them. Nothing when it is not
// there.
std::optional<Span> locate(std::string_view source, Span within, std::string_view phrase);

// Where the bytes `part` of the plain text `text` stand, so that of two equal phrases the right one
// is found. Nothing when `text` is not within `within`, or `part` is empty.
std::optional<Span> locate_part(std::string_view source, Span within, std::string_view text,
                                Span part);

}  // namespace doccord
