#pragma once

namespace doccord {

// How the program ends; part of its interface.
enum class ExitCode {
  ok = 0,             // Did its job; nothing at or above --fail-on.
  discrepancies = 1,  // Did its job; something at or above --fail-on.
  failed = 2,         // Could not do its job.
  fault = 101,        // A fault of doccord itself.
};

}  // namespace doccord
