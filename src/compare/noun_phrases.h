#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "compare/propositions.h"
#include "compare/terms.h"

namespace doccord {

// A part of a sentence that has been read, and where it ends. Readings are tried until one fits the
// whole sentence, so every function returns all that it sees, the longest first.
struct Parse {
  std::shared_ptr<Proposition> what;
  std::size_t end = 0;
  bool used_gap = false;  // A relative clause has found the place of what it belongs to.
};
using Parses = std::vector<Parse>;

// Stands in a relative clause for what the clause belongs to.
inline const std::string kGap = "*";
std::shared_ptr<Proposition> make_gap();
std::shared_ptr<Proposition> copy_of(const PropositionPtr& of);
// What words that follow may belong to: the nouns that end the thing, or the verb.
std::vector<std::string> heads_of(const Proposition& of);

// Nouns with what stands before them: "all open files of the process" up to "files".
Parses read_chunks(const std::vector<Term>& terms, std::size_t begin);

// `outer` of `inner`: one thing, `size of the ring buffer`, or what is done to it: `use of pages`.
// `is_occurrence` where `outer` happens to `inner`, as an end does.
std::shared_ptr<Proposition> join_of(const Proposition& outer, const PropositionPtr& inner,
                                     bool is_occurrence);

}  // namespace doccord
