#pragma once

#include <cstddef>
#include <vector>

#include "extract/grid.h"

namespace doccord {

// Takes apart a grid in which several lists of constants stand one behind the other, each counting
// from anew: HTTP_STATUS_* and WINHTTP_OPTION_* of one header. The names tell the lists apart;
// lists whose values run through one another in order, as ERROR_* and RPC_S_* do, stay together.
// Where all names begin alike, the lists are told apart by where they stand: `opens` says of each
// row whether it begins a group; such lists come in addition. A grid whose values hardly repeat
// is left as it is.
std::vector<Grid> split_key_spaces(Grid grid, std::size_t name_column, std::size_t value_column,
                                   const std::vector<bool>& opens);

}  // namespace doccord
