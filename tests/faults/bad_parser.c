/* Preloaded: parsers with the faults that nobody knows of yet. A document that holds one of these words, in
 * HTML or Markdown, makes its parser
 *
 *   PARSER-CRASHES   read where nothing is
 *   PARSER-ABORTS    fail an assertion
 *   PARSER-LOOPS     never end
 *   PARSER-HOARDS    take all the memory that it gets
 *   PARSER-EXITS     end the program
 *   PARSER-BABBLES   write over the program's other files and connections
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void babble(void) {
  for (int file = 3; file < 64; ++file) {
    if (write(file, "what is this?", 13) < 0) continue;
  }
}

static void hoard(void) {
  for (size_t size = 1 << 24; size > 16; size /= 2) {
    void* block = NULL;
    while ((block = malloc(size)) != NULL) memset(block, 1, size < 4096 ? size : 4096);
  }
}

static void act(const char* text, size_t size) {
  const char* const word = memmem(text, size, "PARSER-", 7);
  if (word == NULL || size - (size_t)(word - text) < 14) return;
  const char* const fault = word + 7;
  if (strncmp(fault, "CRASHES", 7) == 0) *(volatile int*)8 = 1;
  if (strncmp(fault, "ABORTS", 6) == 0) abort();
  if (strncmp(fault, "HOARDS", 6) == 0) hoard();
  if (strncmp(fault, "EXITS", 5) == 0) _exit(3);
  if (strncmp(fault, "BABBLES", 7) == 0) babble();
  while (strncmp(fault, "LOOPS", 5) == 0) {
  }
}

void* gumbo_parse_with_options(const void* options, const char* text, size_t size) {
  void* (*real)(const void*, const char*, size_t) = dlsym(RTLD_NEXT, "gumbo_parse_with_options");
  act(text, size);
  return real(options, text, size);
}

void cmark_parser_feed(void* parser, const char* text, size_t size) {
  void (*real)(void*, const char*, size_t) = dlsym(RTLD_NEXT, "cmark_parser_feed");
  act(text, size);
  real(parser, text, size);
}
