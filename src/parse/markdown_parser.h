#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

struct cmark_node;

namespace doccord {

// Runs the Markdown parser in memory of its own, with a budget. The tree lives as long as the
// parser; there is one parser at a time on each thread.
class MarkdownParser {
 public:
  explicit MarkdownParser(std::size_t text_size);
  MarkdownParser(const MarkdownParser&) = delete;
  MarkdownParser& operator=(const MarkdownParser&) = delete;
  ~MarkdownParser();

  // The text with another behind it. Null when the budget is used up.
  cmark_node* parse(std::string_view text, std::string_view behind);
  std::size_t budget() const { return budget_; }

 private:
  struct Memory;

  std::size_t budget_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace doccord
