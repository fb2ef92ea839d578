#include "parse/parse.h"

#include <utility>

#include "parse/exclude.h"
#include "parse/format_parser.h"

namespace doccord {
namespace {

constexpr const FormatParser* kParsers[] = {
#define FORMAT(name) &format_parsers::name,
#include "parse/formats.def"
#undef FORMAT
};

}  // namespace

Result<Document> parse(const Source& source) {
  const Format format = source.format.value_or(detect_format(source));
  for (const FormatParser* parser : kParsers) {
    if (parser->format != format) continue;
    auto document = parser->parse(source);
    return document ? without_excluded(source, std::move(*document)) : std::move(document);
  }
  return tl::unexpected(Error{
      source.path, 0, 0, "cannot read documents of the format " + std::string(to_string(format))});
}

}  // namespace doccord
