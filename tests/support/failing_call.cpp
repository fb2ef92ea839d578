// Stands before the C library: what src/ calls are these functions, by the names that they have for
// the linker.

#include "support/failing_call.h"

#include <dlfcn.h>
#include <fcntl.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace doccord::test {
namespace {

thread_local std::vector<FailingCall*> failing;

// Of all threads. A sanitizer makes such calls before anything but a plain variable may be used.
int living = 0;

// Whether this call is to fail; errno says why.
bool fails(std::string_view call) {
  for (FailingCall* each : failing) {
    if (!each->fails(call)) continue;
    errno = each->error();
    return true;
  }
  return false;
}

template <class Function>
Function real(const char* name) {
  void* const found = ::dlsym(RTLD_NEXT, name);
  if (found == nullptr) std::abort();
  return reinterpret_cast<Function>(found);
}

}  // namespace

FailingCall::FailingCall(std::string_view call, int error, int nth)
    : call_(call), error_(error), left_(nth) {
  failing.push_back(this);
  __atomic_fetch_add(&living, 1, __ATOMIC_RELAXED);
}

FailingCall::~FailingCall() {
  __atomic_fetch_sub(&living, 1, __ATOMIC_RELAXED);
  failing.pop_back();
}

bool FailingCall::fails(std::string_view call) {
  return left_ > 0 && call == call_ && --left_ == 0;
}

}  // namespace doccord::test

#define AT_WORK (__atomic_load_n(&doccord::test::living, __ATOMIC_RELAXED) > 0)

#define STANDS_BEFORE(result, name, failure, parameters, arguments)             \
  extern "C" result stands_before_##name parameters __asm__(#name);             \
  extern "C" result stands_before_##name parameters {                           \
    if (AT_WORK && doccord::test::fails(#name)) return failure;                 \
    static auto* const real = doccord::test::real<result(*) parameters>(#name); \
    return real arguments;                                                      \
  }

STANDS_BEFORE(ssize_t, read, -1, (int file, void* bytes, std::size_t size), (file, bytes, size))
STANDS_BEFORE(ssize_t, write, -1, (int file, const void* bytes, std::size_t size),
              (file, bytes, size))
STANDS_BEFORE(int, close, -1, (int file), (file))
STANDS_BEFORE(int, fstat, -1, (int file, void* facts), (file, facts))
STANDS_BEFORE(int, fchmod, -1, (int file, unsigned mode), (file, mode))
STANDS_BEFORE(int, fsync, -1, (int file), (file))
STANDS_BEFORE(int, flock, -1, (int file, int operation), (file, operation))
STANDS_BEFORE(int, rename, -1, (const char* from, const char* to), (from, to))
STANDS_BEFORE(int, renameat, -1, (int at, const char* from, int to_at, const char* to),
              (at, from, to_at, to))
STANDS_BEFORE(int, unlinkat, -1, (int at, const char* name, int flags), (at, name, flags))
STANDS_BEFORE(int, mkdirat, -1, (int at, const char* name, unsigned mode), (at, name, mode))
STANDS_BEFORE(char*, mkdtemp, nullptr, (char* name), (name))
STANDS_BEFORE(void*, fdopendir, nullptr, (int file), (file))
STANDS_BEFORE(void*, readdir, nullptr, (void* stream), (stream))
STANDS_BEFORE(int, socketpair, -1, (int domain, int type, int protocol, int* ends),
              (domain, type, protocol, ends))
STANDS_BEFORE(int, pipe2, -1, (int* ends, int flags), (ends, flags))
STANDS_BEFORE(ssize_t, recv, -1, (int socket, void* bytes, std::size_t size, int flags),
              (socket, bytes, size, flags))
STANDS_BEFORE(ssize_t, send, -1, (int socket, const void* bytes, std::size_t size, int flags),
              (socket, bytes, size, flags))
STANDS_BEFORE(int, poll, -1, (void* all, unsigned long count, int timeout), (all, count, timeout))
STANDS_BEFORE(int, fork, -1, (), ())
STANDS_BEFORE(int, waitpid, -1, (int process, int* status, int options), (process, status, options))

STANDS_BEFORE(void*, fopen64, nullptr, (const char* path, const char* mode), (path, mode))
STANDS_BEFORE(int, getrlimit, -1, (int resource, void* bounds), (resource, bounds))
STANDS_BEFORE(int, ioctl, -1, (int file, unsigned long request, void* facts),
              (file, request, facts))
STANDS_BEFORE(int, gethostname, -1, (char* name, std::size_t size), (name, size))
STANDS_BEFORE(int, fstatat, -1, (int at, const char* name, void* facts, int flags),
              (at, name, facts, flags))

// These have their mode only where a file may be made.
#define OPENS(name, parameters, arguments)                                               \
  extern "C" int stands_before_##name(parameters, int flags, ...) __asm__(#name);        \
  extern "C" int stands_before_##name(parameters, int flags, ...) {                      \
    if (AT_WORK && doccord::test::fails(#name)) return -1;                               \
    static auto* const real = doccord::test::real<int (*)(parameters, int, ...)>(#name); \
    if ((flags & O_CREAT) == 0) return real(arguments, flags);                           \
    std::va_list more;                                                                   \
    va_start(more, flags);                                                               \
    const unsigned mode = va_arg(more, unsigned);                                        \
    va_end(more);                                                                        \
    return real(arguments, flags, mode);                                                 \
  }
#define AND ,
OPENS(open, const char* path, path)
OPENS(openat, int at AND const char* path, at AND path)
