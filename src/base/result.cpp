#include "base/result.h"

#include <fmt/format.h>

namespace doccord {

std::string to_string(const Error& error) {
  if (error.path.empty()) return fmt::format("doccord: error: {}", error.message);
  if (error.line == 0) return fmt::format("{}: error: {}", error.path, error.message);
  if (error.column == 0)
    return fmt::format("{}:{}: error: {}", error.path, error.line, error.message);
  return fmt::format("{}:{}:{}: error: {}", error.path, error.line, error.column, error.message);
}

}  // namespace doccord
