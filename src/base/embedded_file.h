#pragma once

#include <string_view>

namespace doccord {

// One file of the project, as it stood when the program was built.
struct EmbeddedFile {
  std::string_view path;  // Relative to its folder, such as "assets/style.css".
  std::string_view bytes;
};

}  // namespace doccord
