#include "parse/parse.h"

#include <filesystem>
#include <optional>
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

Result<Document> parse_file(const Source& source) {
  const Format format = source.format.value_or(detect_format(source));
  for (const FormatParser* parser : kParsers) {
    if (parser->format == format) return parser->parse(source);
  }
  return tl::unexpected(Error{
      source.path, 0, 0, "cannot read documents of the format " + std::string(to_string(format))});
}

// What a file is about, as its path says: the directory's name where the file is its index.
std::string name_of(const std::string& path) {
  const std::filesystem::path file(path);
  const std::string stem = file.stem().string();
  const bool index = stem == "index" || stem == "_index" || stem == "README";
  return index ? file.parent_path().filename().string() : stem;
}

// Each file by itself, in the format that it has; the document has that of the first.
Result<Document> parse_directory(const Source& source) {
  std::optional<Document> whole;
  for (const SourceFile& file : source.files) {
    const Span span = file_at(source, file.begin).span;
    Source part;
    part.id = source.id;
    part.path = file.path;
    part.format = source.format;
    part.text = source.text.substr(span.begin, span.size());
    auto document = parse_file(part);
    if (!document) return document;
    if (!whole) whole.emplace(document->format(), source.text);
    whole->append(*document, name_of(file.path), span.begin);
  }
  return std::move(*whole);
}

}  // namespace

Result<Document> parse(const Source& source) {
  auto document = source.files.empty() ? parse_file(source) : parse_directory(source);
  return document ? without_excluded(source, std::move(*document)) : std::move(document);
}

}  // namespace doccord
