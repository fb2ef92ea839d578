#pragma once

#include <string>
#include <string_view>

namespace doccord {

// What a comment of a program says, without the markup that documentation tools read in it: inline
// tags show what they stand for ("{@code 404}", "<see cref=\"Text\"/>", "[RFC 9110](...)"), HTML is
// taken away, and what block tags add ("@see", "@since", "@param") is left out. `comment` has its
// lines parted by newlines and no comment marks; the result is collapsed. Lines that only say what
// is known of a constant called `name` are left out: "MessageId: NAME", and "MessageText:" above
// its text.
std::string doc_comment_text(std::string_view comment, std::string_view name);

// The comment without the value of the constant that it stands beside, where it only repeats it:
// "28 - the timeout was reached", or "28" alone.
std::string without_value(std::string comment, std::string_view value);

}  // namespace doccord
