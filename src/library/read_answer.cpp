#include "library/read_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/limits.h"
#include "cache/reading_record.h"

namespace doccord {
namespace {

using Json = nlohmann::json;

// The first byte of an answer.
constexpr char kRead = 'r';
constexpr char kError = 'e';
constexpr char kNoMemory = 'm';

// What the record of a reading leaves out, since only `extract --explain` asks for it.
std::string explanations(const ReadDocument& read) {
  Json all = Json::array();
  for (const Proposal& proposal : read.proposals) {
    all.push_back({proposal.regularity, proposal.roles});
  }
  return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool add_explanations(std::string_view text, ReadDocument& read) {
  if (text.empty()) return true;
  try {
    const Json all = Json::parse(text);
    if (all.size() != read.proposals.size()) return false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      read.proposals[i].regularity = all.at(i).at(0);
      read.proposals[i].roles = all.at(i).at(1);
    }
    return true;
  } catch (const Json::exception&) {
    return false;
  }
}

// Up to the next NUL, which no path and no JSON holds.
std::string_view next_part(std::string_view& text) {
  const std::size_t end = std::min(text.find('\0'), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::size_t number_of(std::string_view digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

Error error_of(std::string_view text) {
  Error error;
  error.path = next_part(text);
  error.line = number_of(next_part(text));
  error.column = number_of(next_part(text));
  error.message = text;
  return error;
}

}  // namespace

std::string write_answer(const Source& source, const ReadDocument& read, Keep keep) {
  std::string answer(1, kRead);
  if (keep == Keep::everything) answer += explanations(read);
  return answer + '\0' + write_reading(read, source);
}

std::string write_answer(const Error& error) {
  std::string answer(1, kError);
  answer += error.path + '\0' + std::to_string(error.line) + '\0';
  return answer + std::to_string(error.column) + '\0' + error.message;
}

std::string answer_without_memory() noexcept { return {kNoMemory}; }

Result<ReadDocument> read_answer(const Source& source, std::size_t place, std::size_t memory,
                                 std::string_view answer) {
  const Error senseless{source.path, 0, 0,
                        "cannot be read: its reader says what makes no sense, which is a fault of "
                        "doccord or of a library; please report it with the document"};
  if (answer.empty()) return tl::unexpected(senseless);
  const char kind = answer[0];
  answer.remove_prefix(1);
  if (kind == kError) return tl::unexpected(error_of(answer));
  if (kind == kNoMemory) {
    return tl::unexpected(Error{source.path, 0, 0,
                                fmt::format("reading it takes more than {} MiB of memory{}",
                                            memory >> 20, how_to_raise("memory"))});
  }
  const std::string_view explained = next_part(answer);
  auto read = kind == kRead ? read_reading(answer, source) : std::nullopt;
  if (!read || !add_explanations(explained, *read)) return tl::unexpected(senseless);
  read->source = place;
  return std::move(*read);
}

}  // namespace doccord
