/* Preloaded: the Nth call of one kind fails, or a signal comes there.
 *
 *   DOCCORD_FAULT=KIND      write, open, rename, fsync, read, look or malloc
 *   DOCCORD_FAULT_AT=N      which call, from 1; 0: none
 *   DOCCORD_FAULT_SIGNAL=S  the signal of this number comes before the call, which then is made
 *   DOCCORD_FAULT_LOG=PATH  where the number of calls is written at the end
 *
 * Only what may change a file counts as opening; opening to read, listing a directory and asking
 * for the facts of a file are looking. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char* kind;
static long at, calls, signal_number;
static int (*real_main)(int, char**, char**);

extern void* __libc_malloc(size_t size);

/* Counts from main on: before it nothing is read or written, and nobody can be told. */
static void begin(void) {
  const char* number = getenv("DOCCORD_FAULT_AT");
  const char* signal_text = getenv("DOCCORD_FAULT_SIGNAL");
  signal_number = signal_text ? atol(signal_text) : 0;
  at = number ? atol(number) : 0;
  calls = 0;
  kind = getenv("DOCCORD_FAULT");
}

static int counted_main(int count, char** arguments, char** environment) {
  begin();
  return real_main(count, arguments, environment);
}

int __libc_start_main(int (*main)(int, char**, char**), int count, char** arguments,
                      int (*init)(int, char**, char**), void (*fini)(void), void (*rtld_fini)(void),
                      void* stack_end) {
  __typeof__(&__libc_start_main) start = dlsym(RTLD_NEXT, "__libc_start_main");
  real_main = main;
  return start(counted_main, count, arguments, init, fini, rtld_fini, stack_end);
}

__attribute__((destructor)) static void end(void) {
  const char* path = getenv("DOCCORD_FAULT_LOG");
  const long counted = calls;
  kind = NULL;
  FILE* log = path ? fopen(path, "w") : NULL;
  if (log == NULL) return;
  fprintf(log, "%ld\n", counted);
  fclose(log);
}

/* Whether this call, of this kind, is the one to fail. */
static int fails(const char* name, int code) {
  if (kind == NULL || strcmp(kind, name) != 0) return 0;
  if (__sync_add_and_fetch(&calls, 1) != at) return 0;
  if (signal_number != 0) {
    kill(getpid(), (int)signal_number);
    return 0;
  }
  errno = code;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void* bytes, size_t size) {
  return fails("write", ENOSPC) ? -1 : REAL(write)(file, bytes, size);
}
ssize_t writev(int file, const struct iovec* parts, int count) {
  return fails("write", ENOSPC) ? -1 : REAL(writev)(file, parts, count);
}

ssize_t read(int file, void* bytes, size_t size) {
  return fails("read", EIO) ? -1 : REAL(read)(file, bytes, size);
}

static int changes(int flags) { return (flags & O_ACCMODE) != O_RDONLY; }
static int fails_to_open(int flags) {
  return changes(flags) ? fails("open", EACCES) : fails("look", EIO);
}
#define MODE                          \
  mode_t mode = 0;                    \
  if (flags & O_CREAT) {              \
    va_list more;                     \
    va_start(more, flags);            \
    mode = (mode_t)va_arg(more, int); \
    va_end(more);                     \
  }
int open(const char* path, int flags, ...) {
  MODE return fails_to_open(flags) ? -1 : REAL(open)(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  MODE return fails_to_open(flags) ? -1 : REAL(open64)(path, flags, mode);
}
int openat(int at_directory, const char* path, int flags, ...) {
  MODE return fails_to_open(flags) ? -1 : REAL(openat)(at_directory, path, flags, mode);
}
int openat64(int at_directory, const char* path, int flags, ...) {
  MODE return fails_to_open(flags) ? -1 : REAL(openat64)(at_directory, path, flags, mode);
}
int mkostemp(char* pattern, int flags) {
  return fails("open", EACCES) ? -1 : REAL(mkostemp)(pattern, flags);
}
int mkostemp64(char* pattern, int flags) {
  return fails("open", EACCES) ? -1 : REAL(mkostemp64)(pattern, flags);
}
int rename(const char* from, const char* to) {
  return fails("rename", EIO) ? -1 : REAL(rename)(from, to);
}
int renameat(int from_directory, const char* from, int to_directory, const char* to) {
  return fails("rename", EIO) ? -1 : REAL(renameat)(from_directory, from, to_directory, to);
}
struct dirent* readdir(DIR* directory) {
  return fails("look", EIO) ? NULL : REAL(readdir)(directory);
}
struct dirent64* readdir64(DIR* directory) {
  return fails("look", EIO) ? NULL : REAL(readdir64)(directory);
}
int stat(const char* path, struct stat* facts) {
  return fails("look", EIO) ? -1 : REAL(stat)(path, facts);
}
int lstat(const char* path, struct stat* facts) {
  return fails("look", EIO) ? -1 : REAL(lstat)(path, facts);
}
int fstat(int file, struct stat* facts) {
  return fails("look", EIO) ? -1 : REAL(fstat)(file, facts);
}
int fstatat(int at_directory, const char* path, struct stat* facts, int flags) {
  return fails("look", EIO) ? -1 : REAL(fstatat)(at_directory, path, facts, flags);
}
int stat64(const char* path, struct stat64* facts) {
  return fails("look", EIO) ? -1 : REAL(stat64)(path, facts);
}
int fstat64(int file, struct stat64* facts) {
  return fails("look", EIO) ? -1 : REAL(fstat64)(file, facts);
}
int fstatat64(int at_directory, const char* path, struct stat64* facts, int flags) {
  return fails("look", EIO) ? -1 : REAL(fstatat64)(at_directory, path, facts, flags);
}
int fsync(int file) { return fails("fsync", EIO) ? -1 : REAL(fsync)(file); }

void* malloc(size_t size) { return fails("malloc", ENOMEM) ? NULL : __libc_malloc(size); }
