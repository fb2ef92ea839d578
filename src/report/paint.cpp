#include "report/paint.h"

#include <fmt/format.h>

namespace doccord {
namespace {

std::string_view code(Colour colour) {
  switch (colour) {
    case Colour::none:
      return "";
    case Colour::error:
      return "1;31";
    case Colour::warning:
      return "1;33";
    case Colour::note:
      return "1;36";
    case Colour::gutter:
      return "34";
    case Colour::strong:
      return "1";
    case Colour::faint:
      return "2";
    case Colour::removed:
      return "31";
    case Colour::added:
      return "32";
  }
  return "";
}

}  // namespace

Colour colour_of(Level level) {
  switch (level) {
    case Level::error:
      return Colour::error;
    case Level::warning:
      return Colour::warning;
    case Level::note:
      return Colour::note;
  }
  return Colour::none;
}

std::string Paint::operator()(Colour colour, std::string_view text) const {
  if (!colour_ || colour == Colour::none || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code(colour), text);
}

std::string Paint::link(std::string_view address, std::string_view text) const {
  if (address.empty()) return std::string(text);
  return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", address, text);
}

}  // namespace doccord
