#include "cli/lsp/wire.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace doccord::lsp {
namespace {

// All messages of a stream, and what ended it.
std::vector<std::string> read_all(const std::string& bytes) {
  std::istringstream in(bytes);
  std::vector<std::string> all;
  while (true) {
    const auto message = read_message(in);
    if (!message) {
      all.push_back("error: " + message.error().message);
      return all;
    }
    if (!*message) return all;
    all.push_back(**message);
  }
}

using Texts = std::vector<std::string>;

TEST_CASE("wire: messages are read one behind the other, by their bytes") {
  CHECK(read_all("").empty());
  CHECK(read_all("Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n\"é\"") ==
        Texts{"{}", "\"é\""});
  CHECK(read_all("Content-Length: 0\r\n\r\n") == Texts{""});
}

TEST_CASE("wire: header fields in any order, of any case, and line ends without CR") {
  CHECK(read_all("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
                 "content-length:2\r\n\r\n{}") == Texts{"{}"});
  CHECK(read_all("CONTENT-LENGTH: 2 \nX\n\n{}") == Texts{"{}"});
}

TEST_CASE("wire: what cannot be read says why") {
  const std::string begin = "error: broken message from the editor: ";
  CHECK(read_all("Content-Length: 5\r\n\r\n{}") == Texts{begin + "it is cut off"});
  CHECK(read_all("Content-Length: 5\r\n") == Texts{begin + "the header is cut off"});
  CHECK(read_all("Content-Length: 5") == Texts{begin + "the header is cut off"});
  CHECK(read_all("X: 1\r\n\r\n{}") == Texts{begin + "the header has no Content-Length"});
  CHECK(read_all("Content-Length: -2\r\n\r\n{}") == Texts{begin + "Content-Length is no number"});
  CHECK(read_all("Content-Length: 99999999999\r\n\r\n{}") ==
        Texts{begin + "it is larger than any document may be"});
  CHECK(read_all(std::string(5000, 'x')) == Texts{begin + "the header has no end"});
}

TEST_CASE("wire: what is written can be read") {
  std::ostringstream out;
  write_message(out, "{\"a\":\"ü\"}");
  CHECK(out.str() == "Content-Length: 10\r\n\r\n{\"a\":\"ü\"}");
  CHECK(read_all(out.str()) == Texts{"{\"a\":\"ü\"}"});
}

}  // namespace
}  // namespace doccord::lsp
