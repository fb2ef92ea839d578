// Reads documents and has the libraries below doccord parse those of HTML and Markdown, one after
// the other, and does nothing with what they made: the least that reading them could take.
//
//     bare_parsers FILE...

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <gumbo.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

void parse_html(const std::string& text) {
  gumbo_destroy_output(&kGumboDefaultOptions,
                       gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
}

void parse_markdown(const std::string& text) {
  cmark_parser* const parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

}  // namespace

int main(int count, char** arguments) {
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 1; i < count; ++i) {
    const std::string_view path = arguments[i];
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
      std::fprintf(stderr, "bare_parsers: error: %s cannot be read\n", arguments[i]);
      return 2;
    }
    if (path.ends_with(".html")) parse_html(text);
    if (path.ends_with(".md")) parse_markdown(text);
  }
  return 0;
}
