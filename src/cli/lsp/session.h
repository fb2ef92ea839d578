#pragma once

#include <map>
#include <optional>
#include <ostream>
#include <string>

#include "cli/exit_code.h"
#include "cli/lsp/entries.h"
#include "cli/lsp/protocol.h"
#include "cli/lsp/workspace.h"

namespace doccord::lsp {

// The conversation with one editor: takes its messages one by one and writes what answers them.
// Nothing that an editor sends ends it but `exit`.
class Session {
 public:
  Session(const Options& options, std::ostream& out) : workspace_(options), out_(out) {}

  void receive(const std::string& message);

  // Whether something has changed that the editor has not been told of.
  bool is_unsettled() const { return running() && workspace_.is_stale(); }
  // Reads what has changed and tells the editor.
  void settle();

  // The exit code, once the editor has said `exit`.
  std::optional<ExitCode> ended() const { return ended_; }
  // What it is when the editor goes without a word: 1, as the protocol wants, unless it was told
  // before with `shutdown`.
  ExitCode exit_code() const {
    return state_ == State::shut_down ? ExitCode::ok : ExitCode::discrepancies;
  }

 private:
  enum class State { started, initialized, shut_down };
  using Request = Answer (Session::*)(const Json& params);
  using Notification = void (Session::*)(const Json& params);

  bool running() const { return state_ == State::initialized; }
  void handle(const Json& message);
  void notice(const std::string& method, const Json& params);
  Answer answer(const std::string& method, const Json& params);
  static Request find_request(const std::string& method);
  static Notification find_notification(const std::string& method);

  Answer initialize(const Json& params);
  Answer shut_down(const Json& params);
  Answer hover(const Json& params);
  Answer definition(const Json& params);
  Answer references(const Json& params);
  Answer code_action(const Json& params);
  Answer execute_command(const Json& params);
  void initialized(const Json& params);
  void did_open(const Json& params);
  void did_change(const Json& params);
  void did_save(const Json& params);
  void did_close(const Json& params);
  void files_changed(const Json& params);

  const Snapshot& settled();
  std::optional<EntryAt> entry_of(const Json& params);
  void show_errors(const Snapshot& snapshot);
  void publish(const std::string& uri, const Json& diagnostics);
  void watch_files();
  void send(Json message);
  void respond(const Json& id, const Answer& answer);

  Workspace workspace_;
  std::ostream& out_;
  State state_ = State::started;
  std::optional<ExitCode> ended_;
  bool can_watch_ = false;                 // Whether the editor tells of files when asked to.
  std::map<std::string, Json> published_;  // By address of the file.
  std::string shown_;                      // The last errors shown, so that they are shown once.
};

}  // namespace doccord::lsp
