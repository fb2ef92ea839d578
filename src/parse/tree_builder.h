#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"

namespace doccord {

// Puts a Document together from its first node to its last, and holds it to the limits. Once a
// limit is exceeded nothing more is added and `finish` gives the error.
class TreeBuilder {
 public:
  TreeBuilder(const Source& source, Format format);

  void open(std::string_view name, std::size_t begin);
  // The element reaches to `end`, or to the end of its content where that is behind.
  void close(std::size_t end);
  // The element is as long as its content.
  void close_around_content();
  // Takes the last child of the open element away.
  void drop_last();
  // Of the element that is open.
  void attribute(std::string_view name, std::string_view value);
  void text(std::string_view text, Span span);
  // An element that holds one text and has its span.
  void element(std::string_view name, std::string_view text, Span span);
  // A value of data: the text of the member that is open, an `item` that holds it anywhere else.
  // `content` is the text's, `whole` has its quotes as well.
  void value(std::string_view text, Span content, Span whole);

  pugi::xml_node current() const { return open_.back(); }
  std::size_t depth() const { return open_.size(); }
  Document& document() { return document_; }
  bool failed() const { return error_.has_value(); }
  void fail_at(std::size_t offset, std::string message);
  Result<Document> finish();

 private:
  bool may_add(std::size_t offset);
  void shorten_last(std::size_t end);
  Span content_span(pugi::xml_node element) const;

  const Source& source_;
  Document document_;
  std::vector<pugi::xml_node> open_;
  std::size_t nodes_ = 0;
  std::optional<Error> error_;
};

}  // namespace doccord
