#include "site/diff_value.h"

#include <vector>

#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kWordsBeside = 5;    // Shared words that are kept on each side of a change.
constexpr std::size_t kWorthCutting = 40;  // Bytes that must be saved by leaving words out.

// Where the text's first `count` words end.
std::size_t end_of_words(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at != std::string_view::npos; --count) {
    at = text.find(' ', text.find_first_not_of(' ', at));
  }
  return at;
}

// Where its last `count` words begin.
std::size_t start_of_words(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (; count > 0 && at != std::string_view::npos && at > 0; --count) {
    at = text.rfind(' ', text.find_last_not_of(' ', at - 1));
  }
  return at == std::string_view::npos ? 0 : at;
}

// A shared run with its middle left out: the beginning is kept after a change, the end before one.
std::string shorten(std::string_view text, bool after_change, bool before_change) {
  const std::size_t head = after_change ? end_of_words(text, kWordsBeside) : 0;
  const std::size_t tail = before_change ? start_of_words(text, kWordsBeside) : text.size();
  if (head == std::string_view::npos || head + kWorthCutting >= tail) return std::string(text);
  std::string out(text.substr(0, head));
  out += after_change ? " …" : "… ";
  if (after_change && before_change) out += " ";
  return out + std::string(text.substr(tail == text.size() ? tail : tail + 1));
}

// Blanks at the ends of a changed run stand outside its mark.
Value changed_run(const DiffRun& run, const std::string& label) {
  const std::string_view inner = trim(run.text);
  const bool removed = run.op == DiffRun::Op::removed;
  return Value()
      .set("same", "")
      .set("before", run.text.starts_with(' ') ? " " : "")
      .set("removed", removed ? inner : "")
      .set("added", removed ? "" : inner)
      .set("after", run.text.ends_with(' ') ? " " : "")
      .set("label", label);
}

}  // namespace

Value diff_value(const Model& model, const std::string& a, const std::string& b,
                 const std::string& label_a, const std::string& label_b, Extent extent) {
  Value::List list;
  const std::vector<DiffRun>& runs = model.diffs.of(a, b);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const DiffRun& run = runs[i];
    if (run.op != DiffRun::Op::same) {
      list.push_back(changed_run(run, run.op == DiffRun::Op::removed ? label_a : label_b));
      continue;
    }
    const bool whole = extent == Extent::whole;
    list.push_back(
        Value().set("same", whole ? run.text : shorten(run.text, i > 0, i + 1 < runs.size())));
  }
  return list;
}

Value replacement_value(const std::string& a, const std::string& b, const std::string& label_a,
                        const std::string& label_b) {
  return Value::List{changed_run({DiffRun::Op::removed, a + " "}, label_a),
                     changed_run({DiffRun::Op::added, b}, label_b)};
}

Value reading_diff(const Model& model, std::size_t record, std::size_t a, std::size_t b,
                   const std::string& label_a, const std::string& label_b, Extent extent) {
  const std::vector<Reading>& readings = model.record(record).readings;
  const Comparison* comparison = model.compared(record).find(a, b);
  if (comparison != nullptr && comparison->kind == Kind::independent) {
    return replacement_value(readings[a].text, readings[b].text, label_a, label_b);
  }
  return diff_value(model, readings[a].text, readings[b].text, label_a, label_b, extent);
}

}  // namespace doccord
