#include "parse/markdown_guard.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/limits.h"
#include "parse/parse_error.h"

namespace doccord {
namespace {

using std::string_view;

// What one turn of each of the parser's loops costs, in nanoseconds or so; only their proportions
// and the limit on their sum matter.
constexpr std::size_t kContainerAtBlankLine = 20;
constexpr std::size_t kPairOfCells = 2;
constexpr std::size_t kParagraphByteAtRule = 25;
constexpr std::size_t kImageAtBracket = 3;
// Bytes between an opening that is never closed and the paragraph's end, for each opening; cheap.
constexpr std::size_t kBytesPerStep = 2;

// Markup that the parser looks for the end of, up to the paragraph's end, each time it begins.
struct Opening {
  string_view begin;
  string_view end;
  std::size_t count = 0;      // Not closed so far.
  std::size_t positions = 0;  // Their sum, counted from the paragraph's beginning.
};

// By byte: whether it may stand for something inside a line. Nearly none does.
constexpr auto kTelling = [] {
  std::array<bool, 256> telling{};
  for (const char c : {'[', ']', '<', '?', '>'}) telling[static_cast<unsigned char>(c)] = true;
  return telling;
}();

class Scan {
 public:
  Scan(string_view text, std::size_t& steps) : text_(text), steps_(steps) {}

  std::optional<MarkdownFailure> run();

 private:
  void read_line(string_view line);
  void read_prefix(string_view line);
  void read_blank_line();
  void read_cells(string_view line);
  void read_inlines(string_view line);
  void read_openings(string_view rest, std::size_t position);
  void end_paragraph();
  void work(std::size_t steps, string_view cause);
  void fail(std::string message);

  string_view text_;
  std::size_t line_begin_ = 0;
  std::size_t depth_ = 0;  // At most so many containers are open.
  bool blank_before_ = true;
  std::size_t paragraph_begin_ = 0;
  std::vector<bool> brackets_;  // Open ones in the paragraph; true for those of images.
  std::size_t images_ = 0;
  std::array<Opening, 3> openings_{{{"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}}};
  std::size_t& steps_;
  std::optional<MarkdownFailure> failure_;
};

std::optional<MarkdownFailure> Scan::run() {
  while (line_begin_ < text_.size() && !failure_) {
    const std::size_t end = std::min(text_.find('\n', line_begin_), text_.size());
    read_line(text_.substr(line_begin_, end - line_begin_));
    line_begin_ = end + 1;
  }
  if (!failure_) end_paragraph();
  return failure_;
}

void Scan::read_line(string_view line) {
  if (line.find_first_not_of(" \t\r>") == string_view::npos) return read_blank_line();
  read_prefix(line);
  blank_before_ = false;
  read_cells(line);
  read_inlines(line);
}

// Counts the containers that the line can open or keep open.
void Scan::read_prefix(string_view line) {
  std::size_t markers = 0;
  std::size_t columns = 0;
  std::size_t at = 0;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (c == ' ' || c == '\t') {
      columns += c == ' ' ? 1 : 4;
    } else if (c == '>' || c == '-' || c == '+' || c == '*') {
      ++markers;
    } else if (c < '0' || c > '9') {
      if ((c != '.' && c != ')') || at == 0 || line[at - 1] < '0' || line[at - 1] > '9') break;
      ++markers;
    }
  }
  const bool rule = line.find_first_not_of("-* \t\r") == string_view::npos;
  // One blank belongs to each marker.
  const std::size_t indentation = columns > markers ? (columns - markers) / 2 : 0;
  const std::size_t depth = rule ? 0 : markers + indentation;
  if (markers > 0 && !rule && depth > limits().depth) {
    return fail(limit_message("nesting", limits().depth, "lists and quotes", "depth"));
  }
  depth_ = blank_before_ ? depth : std::max(depth_, depth);
}

void Scan::read_blank_line() {
  work(depth_ * kContainerAtBlankLine, "blank lines in nested lists");
  end_paragraph();
  paragraph_begin_ = line_begin_;
  blank_before_ = true;
}

void Scan::read_cells(string_view line) {
  const auto pipes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  if (pipes == 0) return;
  const string_view content = line.substr(std::min(line.find_first_of("|:-"), line.size()));
  const bool rule = line.find('-') != string_view::npos &&
                    content.find_first_not_of("|:- \t\r") == string_view::npos;
  if (rule) {
    const auto columns = static_cast<std::size_t>(
        std::count(line.begin(), line.end(), '|') + 1 - (content.front() == '|') -
        (content.substr(0, content.find_last_not_of(" \t\r") + 1).back() == '|'));
    if (columns > limits().columns) {
      return fail(limit_message("table", columns, "columns", limits().columns, "columns"));
    }
    work((line_begin_ - paragraph_begin_) * kParagraphByteAtRule, "tables in one paragraph");
  }
  work(pipes * pipes / 2 * kPairOfCells, "table cells in one line");
}

void Scan::read_inlines(string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!kTelling[static_cast<unsigned char>(line[at])]) continue;
    if (line[at] == '[') {
      const bool image = at > 0 && line[at - 1] == '!';
      brackets_.push_back(image);
      images_ += image;
    } else if (line[at] == ']' && !brackets_.empty()) {
      images_ -= brackets_.back();
      brackets_.pop_back();
      work(images_ * kImageAtBracket, "images that are not closed");
    }
    read_openings(line.substr(at), line_begin_ + at - paragraph_begin_);
  }
}

void Scan::read_openings(string_view rest, std::size_t position) {
  for (Opening& opening : openings_) {
    if (rest.starts_with(opening.begin)) {
      ++opening.count;
      opening.positions += position;
    } else if (rest.starts_with(opening.end)) {
      opening.count = opening.positions = 0;
    }
  }
}

void Scan::end_paragraph() {
  const std::size_t size = std::min(line_begin_, text_.size()) - paragraph_begin_;
  for (Opening& opening : openings_) {
    work((opening.count * size - std::min(opening.positions, opening.count * size)) / kBytesPerStep,
         "declarations that are not closed");
    opening.count = opening.positions = 0;
  }
  brackets_.clear();
  images_ = 0;
}

void Scan::work(std::size_t steps, string_view cause) {
  steps_ += steps;
  if (steps_ <= limits().markdown_steps) return;
  fail(limit_message("work for " + std::string(cause), limits().markdown_steps, "steps",
                     "markdown-steps"));
}

void Scan::fail(std::string message) {
  if (!failure_) failure_ = MarkdownFailure{line_begin_, std::move(message)};
}

}  // namespace

std::optional<MarkdownFailure> find_excess(string_view markdown, std::size_t& steps) {
  return Scan(markdown, steps).run();
}

}  // namespace doccord
