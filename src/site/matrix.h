#pragma once

#include "site/links.h"

namespace doccord {

// Keys up to which the start page shows the matrix itself; it always has a page of its own.
inline constexpr std::size_t kMostOnStartPage = 400;

// For the partial `matrix`: how each document stands at each key, with the legend.
void set_matrix(const Page& page, Value& value);

// How many of the source's cells are in the state.
std::size_t count_of(const Model& model, std::size_t source, State state);

// How many of the source's texts depart from those of its family.
std::size_t departing(const Model& model, std::size_t source);

}  // namespace doccord
