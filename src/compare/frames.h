#pragma once

#include <cstddef>
#include <vector>

#include "compare/pieces.h"

namespace doccord {

// How a description names itself before it says anything: "This status code indicates that ...",
// "Returned when ...", "Use this option to ...". Where a frame that begins there ends; `begin` when
// there is none.
std::size_t end_of_frame(const std::vector<Piece>& pieces, std::size_t begin,
                         const std::vector<Token>& tokens);

}  // namespace doccord
