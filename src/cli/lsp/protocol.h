#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <tl/expected.hpp>

namespace doccord::lsp {

// The words that the language server shares with the editor: JSON-RPC 2.0 and LSP 3.17.

using Json = nlohmann::ordered_json;

// Why a request is not answered; the numbers are the protocol's.
enum class FailureCode {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  not_initialized = -32002,
  request_failed = -32803,
};

struct RequestFailure {
  FailureCode code = FailureCode::request_failed;
  std::string message;
};

using Answer = tl::expected<Json, RequestFailure>;

// The command behind the code action that accepts. Its one argument is {"id": ..., "reason": ...}.
inline constexpr const char* kAcceptCommand = "doccord.accept";

}  // namespace doccord::lsp
