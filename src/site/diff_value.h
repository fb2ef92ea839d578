#pragma once

#include <string>

#include "site/model.h"
#include "site/template.h"

namespace doccord {

// How much of the shared text a diff shows.
enum class Extent { whole, around_changes };

// For the partial `diff`: the runs from one text to the other. The labels are what a screen reader
// calls the two sides, which others tell by look.
Value diff_value(const Model& model, const std::string& a, const std::string& b,
                 const std::string& label_a, const std::string& label_b,
                 Extent extent = Extent::whole);

// Likewise for two texts that are not revisions of each other: all of `a` out, all of `b` in.
Value replacement_value(const std::string& a, const std::string& b, const std::string& label_a,
                        const std::string& label_b);

// The diff of two readings of one record, or the replacement when their words have nothing to do
// with each other.
Value reading_diff(const Model& model, std::size_t record, std::size_t a, std::size_t b,
                   const std::string& label_a, const std::string& label_b,
                   Extent extent = Extent::whole);

}  // namespace doccord
