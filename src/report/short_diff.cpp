#include "report/short_diff.h"

#include <fmt/format.h>

#include <vector>

#include "text/terminal.h"
#include "text/whitespace.h"
#include "text/word_diff.h"

namespace doccord {
namespace {

constexpr std::size_t kContext = 4;  // Words that stay on either side of a change.

std::vector<std::string_view> blank_separated(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

// What two changes share, or what lies before the first or after the last one.
std::string shared(std::string_view text, bool first, bool last) {
  const auto words = blank_separated(text);
  const std::size_t head = first ? 0 : kContext;
  const std::size_t tail = last ? 0 : kContext;
  if (words.size() <= head + tail + 1) return terminal_safe(collapse(text));
  std::string out;
  for (std::size_t i = 0; i < head; ++i) out += terminal_safe(words[i]) + " ";
  out += "…";
  for (std::size_t i = words.size() - tail; i < words.size(); ++i) {
    out += " " + terminal_safe(words[i]);
  }
  return out;
}

bool starts_with_blank(std::string_view text) { return space_size(text, 0) > 0; }
bool ends_with_blank(std::string_view text) { return trim_right(text).size() < text.size(); }

}  // namespace

std::string short_diff(std::string_view a, std::string_view b, const Paint& paint) {
  const std::vector<DiffRun> runs = word_diff(a, b);
  std::string out;
  bool blank_due = false;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const DiffRun& run = runs[i];
    const bool follows_removal =
        i > 0 && runs[i - 1].op == DiffRun::Op::removed && run.op == DiffRun::Op::added;
    if ((blank_due || starts_with_blank(run.text)) && !out.empty() && !follows_removal) out += ' ';
    const std::string text = terminal_safe(collapse(run.text));
    if (run.op == DiffRun::Op::same) {
      out += shared(run.text, i == 0, i + 1 == runs.size());
    } else if (run.op == DiffRun::Op::removed) {
      out += paint(Colour::removed, fmt::format("[-{}-]", text));
    } else {
      out += paint(Colour::added, fmt::format("{{+{}+}}", text));
    }
    blank_due = ends_with_blank(run.text);
  }
  return out;
}

}  // namespace doccord
