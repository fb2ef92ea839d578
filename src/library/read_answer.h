#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/read_documents.h"
#include "load/source.h"

namespace doccord {

// What a reader in another process says of a document: what it read, or why it could not.
std::string write_answer(const Source& source, const ReadDocument& read, Keep keep);
std::string write_answer(const Error& error);
// Says that reading took more memory than there may be; takes none itself.
std::string answer_without_memory() noexcept;

// Takes such an answer apart and checks all of it, since a reader at fault may write anything.
// `source` is the document at `place`, which was read in so much memory at most.
Result<ReadDocument> read_answer(const Source& source, std::size_t place, std::size_t memory,
                                 std::string_view answer);

}  // namespace doccord
