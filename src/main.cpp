#include <cstdio>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/run.h"

int main(int argc, char** argv) {
  try {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return static_cast<int>(doccord::run(arguments, std::cout, std::cerr));
  } catch (const std::bad_alloc&) {
    // Not a fault of ours; told without a stream, as there may be no memory for anything.
    std::fputs("doccord: error: out of memory\n", stderr);
    return static_cast<int>(doccord::ExitCode::failed);
  }
}
