#include "text/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <vector>

namespace doccord {
namespace {

using Line = std::string;
using Lines = std::vector<Line>;

// With their ends, so that a last line without one is another line than the same with one.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// As git writes names that a reader of diffs could not take as they are.
std::string diff_name(std::string_view side, std::string_view path) {
  std::string name = fmt::format("{}/{}", side, path);
  const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
    return c == '"' || c == '\\' || (static_cast<unsigned char>(c) < 0x20) || c == 0x7F;
  });
  // A tab tells where a name with blanks ends.
  if (plain) return name.find(' ') == std::string::npos ? name : name + "\t";
  std::string quoted = "\"";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += fmt::format("\\{:03o}", byte);
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

void add_line(std::string& out, char mark, const Line& line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return "";
  dtl::Diff<Line, Lines> diff(lines_of(before), lines_of(after), true);
  diff.compose();
  diff.composeUnifiedHunks();
  std::string out = fmt::format("--- {}\n+++ {}\n", diff_name("a", path), diff_name("b", path));
  for (const auto& hunk : diff.getUniHunks()) {
    out += fmt::format("@@ -{},{} +{},{} @@\n", hunk.a, hunk.b, hunk.c, hunk.d);
    const auto add = [&out](const auto& lines) {
      for (const auto& [line, info] : lines) {
        const char mark = info.type == dtl::SES_DELETE ? '-'
                          : info.type == dtl::SES_ADD  ? '+'
                                                       : ' ';
        add_line(out, mark, line);
      }
    };
    add(hunk.common[0]);
    add(hunk.change);
    add(hunk.common[1]);
  }
  return out;
}

}  // namespace doccord
