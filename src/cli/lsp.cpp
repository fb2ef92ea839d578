// `doccord lsp`: a language server, by which editors show discrepancies while the documents are
// written.

#include <poll.h>
#include <unistd.h>
#include <iostream>

#include "cli/command.h"
#include "cli/lsp/session.h"
#include "cli/lsp/wire.h"
#include "cli/output.h"

namespace doccord {
namespace {

// Whoever types is not waited for longer, and not answered at every key.
constexpr int kPauseMilliseconds = 150;

// Whether the editor says more before the pause is over.
bool says_more(std::istream& in) {
  if (in.rdbuf()->in_avail() > 0) return true;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, kPauseMilliseconds) > 0;
}

ExitCode run_lsp(const Options& options, std::ostream& out, std::ostream& err) {
  lsp::Session session(options, out);
  while (!session.ended()) {
    if (session.is_unsettled() && !says_more(std::cin)) session.settle();
    const auto message = lsp::read_message(std::cin);
    if (!message) return print_errors({message.error()}, err);
    if (!*message) return session.exit_code();
    session.receive(**message);
    if (!out.good()) return ExitCode::failed;
  }
  return *session.ended();
}

}  // namespace

const Command commands::lsp{
    .name = "lsp",
    .summary = "Show discrepancies in editors: a language server",
    .details =
        "Speaks the Language Server Protocol over standard input and output, for an editor that "
        "starts it. It follows what is typed, saved or not, and shows the discrepancies of all "
        "documents that the doccord.json of the workspace names, what the other sources say of an "
        "entry and where, and what to do: take their wording, or accept with a reason.",
    .example = "doccord lsp",
    .options = {.files = true, .limits = true, .reads_again = true, .stdio = true},
    .run = run_lsp};

}  // namespace doccord
