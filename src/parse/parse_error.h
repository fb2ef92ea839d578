#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "load/source.h"

namespace doccord {

// The error at one byte of a source, as path, line and column.
Error error_at(const Source& source, std::size_t offset, std::string message);

// "<what> of <size> <unit> exceeds the limit of <limit>; --limit <name>=N allows more".
std::string limit_message(std::string_view what, std::size_t size, std::string_view unit,
                          std::size_t limit, std::string_view name);

// "<what> exceeds the limit of <limit> <unit>; ...", for what is not counted to its end.
std::string limit_message(std::string_view what, std::size_t limit, std::string_view unit,
                          std::string_view name);

// What no format reads: too many bytes, a NUL (a binary file), what is not UTF-8.
std::optional<Error> find_unreadable(const Source& source);

}  // namespace doccord
