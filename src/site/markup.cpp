#include "site/markup.h"

#include <string>
#include <vector>

#include "text/whitespace.h"

namespace doccord {
namespace {

enum class BlockKind { paragraph, code, item };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
};

bool is_item(std::string_view line) { return line.starts_with("- ") || line.starts_with("* "); }

// Collects lines into blocks.
class Blocks {
 public:
  void add_line(std::string_view line) {
    if (line.starts_with("```")) {
      fenced_ = !fenced_;
      open_ = false;
      if (fenced_) begin(BlockKind::code, "");
    } else if (fenced_) {
      append('\n', line);
    } else if (is_blank(line)) {
      pending_blank_ = open_ && blocks_.back().kind == BlockKind::code;
      open_ = pending_blank_;
    } else if (line.starts_with("    ") && (!open_ || blocks_.back().kind == BlockKind::code)) {
      add_code(line.substr(4));
    } else if (is_item(line)) {
      begin(BlockKind::item, line.substr(2));
    } else if (open_ && blocks_.back().kind != BlockKind::code) {
      append(' ', trim(line));
    } else {
      begin(BlockKind::paragraph, trim(line));
    }
  }

  const std::vector<Block>& all() const { return blocks_; }

 private:
  void begin(BlockKind kind, std::string_view text) {
    blocks_.push_back({kind, std::string(text)});
    open_ = true;
    pending_blank_ = false;
  }

  void append(char joint, std::string_view text) {
    std::string& last = blocks_.back().text;
    if (!last.empty()) last += joint;
    last += text;
  }

  void add_code(std::string_view line) {
    if (!open_) return begin(BlockKind::code, line);
    if (pending_blank_) blocks_.back().text += '\n';
    pending_blank_ = false;
    append('\n', line);
  }

  std::vector<Block> blocks_;
  bool open_ = false;           // Whether the next line may go on with the last block.
  bool pending_blank_ = false;  // An empty line inside indented code, if more of it follows.
  bool fenced_ = false;
};

// A part of a line, set as code or not.
struct Run {
  std::string text;
  bool code = false;
};

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  const auto add = [&](std::string_view part, bool code) {
    if (!part.empty()) runs.push_back({std::string(part), code});
  };
  while (true) {
    const std::size_t open = text.find('`');
    const std::size_t close = open == std::string_view::npos ? open : text.find('`', open + 1);
    if (close == std::string_view::npos) {
      add(text, false);
      return runs;
    }
    add(text.substr(0, open), false);
    add(text.substr(open + 1, close - open - 1), true);
    text.remove_prefix(close + 1);
  }
}

Value runs_value(const std::vector<Run>& runs) {
  Value::List list;
  for (const Run& run : runs) {
    list.push_back(
        Value().set("text", run.code ? "" : run.text).set("code", run.code ? run.text : ""));
  }
  return list;
}

constexpr std::size_t kMostInRow = 6;
constexpr std::size_t kShownOfMany = 3;

// What stands between the items of a list.
bool is_joint(std::string_view text) { return text == ", " || text == " and "; }

// How many items the message itself leaves out, as " and 76 more sources" behind a list says,
// which is taken off the text.
std::size_t take_left_out(std::string& text) {
  constexpr std::string_view kBefore = " and ";
  constexpr std::string_view kBehind = " more source";
  if (!text.starts_with(kBefore)) return 0;
  std::size_t count = 0;
  std::size_t at = kBefore.size();
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    count = count * 10 + static_cast<std::size_t>(text[at++] - '0');
  }
  if (count == 0 || !std::string_view(text).substr(at).starts_with(kBehind)) return 0;
  at += kBehind.size();
  if (at < text.size() && text[at] == 's') ++at;
  text.erase(0, at);
  return count;
}

}  // namespace

Value inline_runs(std::string_view text) { return runs_value(runs_of(text)); }

Value message_runs(std::string_view text, const std::function<bool(std::string_view)>& counts) {
  std::vector<Run> runs = runs_of(text);
  std::vector<Run> out;
  for (std::size_t i = 0; i < runs.size();) {
    std::size_t end = i;  // Behind the list that begins here.
    std::size_t items = 0;
    while (end < runs.size() && runs[end].code && counts(runs[end].text)) {
      ++items;
      const bool goes_on = end + 2 < runs.size() && is_joint(runs[end + 1].text) &&
                           runs[end + 2].code && counts(runs[end + 2].text);
      end += goes_on ? 2 : 1;
      if (!goes_on) break;
    }
    if (items <= kMostInRow) {
      out.push_back(runs[i++]);
      continue;
    }
    out.insert(out.end(), runs.begin() + static_cast<std::ptrdiff_t>(i),
               runs.begin() + static_cast<std::ptrdiff_t>(i + 2 * kShownOfMany - 1));
    if (end < runs.size() && !runs[end].code) items += take_left_out(runs[end].text);
    out.push_back({" and " + std::to_string(items - kShownOfMany) + " more", false});
    i = end;
  }
  return runs_value(out);
}

Value markdown_blocks(std::string_view text) {
  Blocks blocks;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    blocks.add_line(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  Value::List list;
  for (const Block& block : blocks.all()) {
    const bool code = block.kind == BlockKind::code;
    list.push_back(Value()
                       .set("paragraph", block.kind == BlockKind::paragraph)
                       .set("item", block.kind == BlockKind::item)
                       .set("code_block", code ? block.text : "")
                       .set("runs", code ? Value(Value::List{}) : inline_runs(block.text)));
  }
  return list;
}

}  // namespace doccord
