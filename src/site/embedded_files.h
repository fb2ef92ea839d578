#pragma once

#include <span>
#include <string_view>

namespace doccord {

// One file of the folder site/ of the project, as it stood when the program was built.
struct EmbeddedFile {
  std::string_view path;  // Relative to site/, such as "assets/style.css".
  std::string_view bytes;
};

// Templates and assets of the website, sorted by path. The build makes the definition.
std::span<const EmbeddedFile> embedded_files();

}  // namespace doccord
