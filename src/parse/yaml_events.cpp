#include "parse/yaml_events.h"

#include <yaml.h>

#include <algorithm>
#include <new>

#include "base/limits.h"
#include "parse/parse_error.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using std::string_view;
using Kind = YamlEvent::Kind;

// Frees what the library put into an event.
class RawEvent {
 public:
  RawEvent() = default;
  RawEvent(const RawEvent&) = delete;
  RawEvent& operator=(const RawEvent&) = delete;
  ~RawEvent() { yaml_event_delete(&event_); }
  yaml_event_t* get() { return &event_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

std::string text_of(const yaml_char_t* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

// A tree cannot hold a NUL.
std::string without_nul(string_view text) {
  std::string out;
  for (const char c : text) out += c == '\0' ? std::string("\uFFFD") : std::string(1, c);
  return out;
}

// Behind a node's anchor and tag, which comments and line ends may follow.
std::size_t behind_properties(string_view text, std::size_t at) {
  const auto find = [&](auto found) { return std::min(found, text.size()); };
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    at = find(text.find_first_of(" \t\r\n", at));
    at = find(text.find_first_not_of(" \t\r\n", at));
    while (at < text.size() && text[at] == '#') {
      at = find(text.find_first_of("\r\n", at));
      at = find(text.find_first_not_of(" \t\r\n", at));
    }
  }
  return at;
}

// Behind the line that says how a block of lines is to be read, without the white space around it.
Span block_content(string_view text, Span whole) {
  const std::size_t header = std::min(text.find_first_of("\r\n", whole.begin), whole.end);
  const string_view content = trim(text.substr(header, whole.end - header));
  if (content.empty()) return {header, header};
  const auto begin = static_cast<std::size_t>(content.data() - text.data());
  return {begin, begin + content.size()};
}

void fill_scalar(YamlEvent& made, const yaml_event_t& event, string_view text) {
  const auto& scalar = event.data.scalar;
  made.anchor = text_of(scalar.anchor);
  made.text = without_nul({reinterpret_cast<const char*>(scalar.value), scalar.length});
  made.bare = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nullptr;
  made.content = {behind_properties(text.substr(0, made.span.end), made.span.begin), made.span.end};
  if (scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE) {
    made.content = block_content(text, made.content);
    made.span.end = made.content.end;
  } else if (scalar.style != YAML_PLAIN_SCALAR_STYLE) {
    made.content = {made.content.begin + 1, made.content.end - 1};
  }
}

// All but the span.
void fill(YamlEvent& made, const yaml_event_t& event, string_view text) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      made.kind = Kind::document;
      break;
    case YAML_ALIAS_EVENT:
      made.kind = Kind::alias;
      made.text = text_of(event.data.alias.anchor);
      break;
    case YAML_SCALAR_EVENT:
      made.kind = Kind::scalar;
      fill_scalar(made, event, text);
      break;
    case YAML_SEQUENCE_START_EVENT:
      made.kind = Kind::sequence;
      made.anchor = text_of(event.data.sequence_start.anchor);
      made.flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
      break;
    case YAML_MAPPING_START_EVENT:
      made.kind = Kind::mapping;
      made.anchor = text_of(event.data.mapping_start.anchor);
      made.flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
      break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      made.kind = Kind::end;
      break;
    default:
      made.kind = Kind::stream_end;
  }
}

// How the library reads them takes time by the square of their number.
std::optional<Error> too_many_tag_directives(const Source& source) {
  const string_view text = source.text;
  // The last bytes of all that ends a line in YAML.
  constexpr string_view kLineEnds = "\r\n\x85\xA8\xA9";
  std::size_t count = 0;
  constexpr string_view kDirective = "%TAG";
  for (std::size_t at = text.find(kDirective); at != string_view::npos;
       at = text.find(kDirective, at + 1)) {
    if (at > 0 && kLineEnds.find(text[at - 1]) == string_view::npos) continue;
    if (++count <= limits().tag_directives) continue;
    return error_at(
        source, at,
        limit_message("document", limits().tag_directives, "directives `%TAG`", "tag-directives"));
  }
  return std::nullopt;
}

}  // namespace

struct YamlEvents::Parser {
  explicit Parser(const Source& of) : source(of), refused(too_many_tag_directives(of)) {
    if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser, reinterpret_cast<const unsigned char*>(source.text.data()), source.text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&parser); }

  // The library counts code points. It asks for places that lie close to the one before.
  std::size_t byte_at(std::size_t wanted) {
    const string_view text = source.text;
    while (code_point < wanted && byte < text.size()) {
      byte += code_point_at(text, byte).size;
      ++code_point;
    }
    while (code_point > wanted) {
      do {
        --byte;
      } while ((static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80);
      --code_point;
    }
    return byte;
  }

  Error failure() {
    const std::size_t offset = parser.error == YAML_READER_ERROR
                                   ? std::min(parser.problem_offset, source.text.size())
                                   : byte_at(parser.problem_mark.index);
    std::string message = std::string("no YAML: ") + parser.problem;
    if (parser.context != nullptr) message += std::string(" ") + parser.context;
    return error_at(source, offset, message);
  }

  const Source& source;
  std::optional<Error> refused;
  yaml_parser_t parser{};
  std::size_t code_point = 0;
  std::size_t byte = 0;
};

YamlEvents::YamlEvents(const Source& source) : parser_(std::make_unique<Parser>(source)) {}

YamlEvents::~YamlEvents() = default;

Result<YamlEvent> YamlEvents::next() {
  if (parser_->refused) return tl::unexpected(*parser_->refused);
  RawEvent event;
  do {
    yaml_event_delete(event.get());
    if (yaml_parser_parse(&parser_->parser, event.get()) == 0) {
      if (parser_->parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
      return tl::unexpected(parser_->failure());
    }
  } while (event->type == YAML_STREAM_START_EVENT || event->type == YAML_DOCUMENT_END_EVENT);
  YamlEvent made;
  const std::size_t begin = parser_->byte_at(event->start_mark.index);
  made.span = {begin, std::max(begin, parser_->byte_at(event->end_mark.index))};
  fill(made, *event.get(), parser_->source.text);
  return made;
}

}  // namespace doccord
