#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/span.h"
#include "load/source.h"

namespace doccord {

// A step through a YAML stream: what begins or ends, with its bytes.
struct YamlEvent {
  enum class Kind { document, scalar, alias, mapping, sequence, end, stream_end };
  Kind kind = Kind::stream_end;
  // With anchor, tag and quotes. A collection in block style tells where it begins, and its end
  // where it ends at the latest: comments and blank lines lie between its last byte and there.
  Span span;
  // Of a scalar: the bytes that its text was made from, without quotes, header and indentation.
  Span content;
  std::string text;    // Of a scalar; of an alias the anchor that it names.
  std::string anchor;  // That the node can be named by; else empty.
  bool bare = false;   // A scalar without quotes and tag, which may stand for something: `null`.
  bool flow = false;   // A collection between brackets.
};

// Reads a source event by event. The source outlives it.
class YamlEvents {
 public:
  explicit YamlEvents(const Source& source);
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;
  ~YamlEvents();

  // The next event; `stream_end` is the last one. An error names the place in the source.
  Result<YamlEvent> next();

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace doccord
