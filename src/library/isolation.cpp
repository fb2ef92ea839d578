#include "library/isolation.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/parallel.h"
#include "library/read_answer.h"
#include "library/reader_process.h"
#include "library/resource_limits.h"

namespace doccord {
namespace {

std::atomic<bool> is_isolated{false};

// What happens in a reader.
std::string read_within_limits(const SourceSet& sources, std::size_t place, Keep keep) {
  const Source& source = sources.sources[place];
  limit_what_follows(reader_memory(source.text.size()), reader_seconds(source.text.size()));
  try {
    const auto read = read_document(sources, place, keep);
    return read ? write_answer(source, *read, keep) : write_answer(read.error());
  } catch (const std::bad_alloc&) {
    return answer_without_memory();
  } catch (const std::exception& exception) {
    return write_answer(
        Error{source.path, 0, 0,
              fmt::format("reading it is a fault of doccord itself: {}", exception.what())});
  }
}

// Hands the documents to readers, as many at once as there are to be jobs, and listens to them.
class Readers {
 public:
  Readers(const SourceSet& sources, Keep keep)
      : sources_(sources),
        keep_(keep),
        waiting_(largest_first(sources)),
        answers_(waiting_.size()) {
    std::reverse(waiting_.begin(), waiting_.end());
  }

  // What was heard of each document.
  std::vector<std::string> all_answers() {
    for (;;) {
      hire();
      if (readers_.empty()) return std::move(answers_);
      listen();
    }
  }

 private:
  std::size_t next_document() {
    const std::size_t place = waiting_.back();
    waiting_.pop_back();
    return place;
  }

  void hire() {
    while (readers_.size() < jobs() && !waiting_.empty()) {
      std::vector<int> descriptors;
      for (const auto& reader : readers_) descriptors.push_back(reader->descriptor());
      auto reader = ReaderProcess::start(
          [this](std::size_t place) { return read_within_limits(sources_, place, keep_); },
          descriptors);
      if (!reader) {
        if (readers_.empty()) give_up(reader.error());
        return;  // Those that there are go on.
      }
      (*reader)->give(next_document());
      readers_.push_back(std::move(*reader));
    }
  }

  void give_up(const Error& error) {
    while (!waiting_.empty()) {
      const std::size_t place = next_document();
      answers_[place] = write_answer(Error{sources_.sources[place].path, 0, 0, error.message});
    }
  }

  void listen() {
    std::vector<pollfd> ready;
    for (const auto& reader : readers_) ready.push_back({reader->descriptor(), POLLIN, 0});
    if (::poll(ready.data(), ready.size(), -1) < 0) return;  // Interrupted; the caller asks again.
    for (std::size_t i = 0; i < ready.size(); ++i) {
      if (ready[i].revents != 0) hear(readers_[i]);
    }
    std::erase(readers_, nullptr);
  }

  void hear(std::unique_ptr<ReaderProcess>& reader) {
    std::string& answer = answers_[reader->piece()];
    switch (reader->hear()) {
      case ReaderProcess::State::working:
        return;
      case ReaderProcess::State::ended:
        answer = write_answer(blamed(*reader));
        reader = nullptr;
        return;
      case ReaderProcess::State::answered:
        answer = reader->take_answer();
        if (waiting_.empty()) {
          reader = nullptr;
        } else {
          reader->give(next_document());
        }
    }
  }

  Error blamed(ReaderProcess& reader) const {
    const Source& source = sources_.sources[reader.piece()];
    if (reader.ran_out_of_time()) {
      return {source.path, 0, 0,
              fmt::format("reading it takes more than {} s of CPU time{}",
                          reader_seconds(source.text.size()), how_to_raise("seconds"))};
    }
    return {source.path, 0, 0,
            fmt::format("cannot be read: its reader {}, which is a fault of doccord or of a "
                        "library; please report it with the document",
                        reader.how_it_ended())};
  }

  const SourceSet& sources_;
  Keep keep_;
  std::vector<std::size_t> waiting_;  // The next one last.
  std::vector<std::string> answers_;
  std::vector<std::unique_ptr<ReaderProcess>> readers_;
};

std::vector<ReadDocument> read_isolated(const SourceSet& sources, std::vector<Error>& errors,
                                        Keep keep) {
  const std::vector<std::string> answers = Readers(sources, keep).all_answers();
  ReadResults results(answers.size());
  for_each_in_parallel(answers.size(), [&](std::size_t place) {
    const Source& source = sources.sources[place];
    results[place] = read_answer(source, place, reader_memory(source.text.size()), answers[place]);
  });
  return sort_out(std::move(results), errors);
}

}  // namespace

bool isolation() { return is_isolated; }

void set_isolation(bool isolated) { is_isolated = isolated; }

std::vector<ReadDocument> read_all_documents(const SourceSet& sources, std::vector<Error>& errors,
                                             Keep keep) {
  return isolation() ? read_isolated(sources, errors, keep) : read_documents(sources, errors, keep);
}

}  // namespace doccord
