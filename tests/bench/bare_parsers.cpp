// Reads documents and has the libraries below doccord parse those of HTML and Markdown, one after
// the other, and does nothing with what they made: the least that reading them could take.
//
//     bare_parsers FILE...

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "bare.h"

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string_view path = arguments[i];
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
      std::fprintf(stderr, "bare_parsers: error: %s cannot be read\n", arguments[i]);
      return 2;
    }
    if (path.ends_with(".html")) bare::parse_html(text);
    if (path.ends_with(".md")) bare::parse_markdown(text);
  }
  return 0;
}
