#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <gumbo.h>

#include <string>

// The parsers below doccord as they come, without the guards that it keeps them in.
namespace bare {

inline void parse_html(const std::string& text) {
  gumbo_destroy_output(&kGumboDefaultOptions,
                       gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
}

inline void parse_markdown(const std::string& text) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* const parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

}  // namespace bare
