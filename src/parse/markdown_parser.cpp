#include "parse/markdown_parser.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cassert>
#include <csetjmp>
#include <cstdlib>
#include <mutex>

#include "base/limits.h"
#include "parse/arena.h"

namespace doccord {

struct MarkdownParser::Memory {
  explicit Memory(std::size_t budget) : arena(budget) {}
  Arena arena;
  std::jmp_buf exit;
};

namespace {

// The parser's hooks carry nothing of ours, so that what they work on is known by the thread.
thread_local Arena* arena = nullptr;
thread_local std::jmp_buf* way_out = nullptr;

void* checked(void* block) {
  if (block != nullptr) return block;
  if (way_out == nullptr) std::abort();
  std::longjmp(*way_out, 1);
}
void* hook_calloc(std::size_t count, std::size_t size) {
  return checked(arena->allocate(count * size));
}
void* hook_realloc(void* block, std::size_t size) { return checked(arena->resize(block, size)); }
void hook_free(void* block) { arena->release(block); }

cmark_mem hooks{&hook_calloc, &hook_realloc, &hook_free};

// A long piece would keep its whole self in memory besides the lines made from it.
constexpr std::size_t kPiece = 512;

// Nothing with a destructor may live in here: the jump passes them by.
cmark_node* run(std::string_view text, std::string_view behind, cmark_syntax_extension* table) {
  if (setjmp(*way_out) != 0) return nullptr;
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, &hooks);
  cmark_parser_attach_syntax_extension(parser, table);
  for (std::size_t begin = 0; begin < text.size(); begin += kPiece) {
    cmark_parser_feed(parser, text.data() + begin, std::min(kPiece, text.size() - begin));
  }
  cmark_parser_feed(parser, behind.data(), behind.size());
  return cmark_parser_finish(parser);
}

cmark_syntax_extension* table_extension() {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  return cmark_find_syntax_extension("table");
}

}  // namespace

MarkdownParser::MarkdownParser(std::size_t text_size)
    : budget_(parser_budget(text_size)), memory_(std::make_unique<Memory>(budget_)) {
  assert(arena == nullptr);
  arena = &memory_->arena;
}

MarkdownParser::~MarkdownParser() { arena = nullptr; }

cmark_node* MarkdownParser::parse(std::string_view text, std::string_view behind) {
  cmark_syntax_extension* table = table_extension();
  way_out = &memory_->exit;
  cmark_node* root = run(text, behind, table);
  way_out = nullptr;
  // Reading the tree copies what is read of it, once.
  memory_->arena.lift_budget();
  return root;
}

}  // namespace doccord
