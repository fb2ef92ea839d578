#include "load/write_file.h"

#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace doccord {

tl::expected<void, Error> write_file(const std::string& path, std::string_view bytes) {
  namespace fs = std::filesystem;
  // Beside the file, since only within one file system a file takes another's place at once.
  const std::string written = path + ".new-" + std::to_string(::getpid());
  std::ofstream out(written, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (!out) {
    const std::string why = std::strerror(errno);
    fs::remove(written, error);
    return tl::unexpected(Error{path, 0, 0, "cannot write: " + why});
  }
  fs::rename(written, path, error);
  if (!error) return {};
  std::error_code ignored;
  fs::remove(written, ignored);
  return tl::unexpected(Error{path, 0, 0, "cannot write: " + error.message()});
}

}  // namespace doccord
