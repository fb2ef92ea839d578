#include "text/word_diff.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/sequence_diff.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

using Ids = std::unordered_map<std::string_view, int>;

std::vector<int> number_tokens(const std::vector<Token>& tokens, Ids& ids) {
  std::vector<int> numbers;
  numbers.reserve(tokens.size());
  for (const Token& token : tokens) {
    numbers.push_back(ids.try_emplace(token.text, static_cast<int>(ids.size())).first->second);
  }
  return numbers;
}

// Words that two changes may have between them without a reader taking them for two.
bool is_light(const Token& token) {
  if (!token.is_word) return token.text == ",";
  return is_function_word(fold_case(token.text));
}

std::size_t extent(const Change& change) {
  return std::max(change.a_end - change.a_begin, change.b_end - change.b_begin);
}

bool is_replacement(const Change& change) {
  return change.a_begin < change.a_end && change.b_begin < change.b_end;
}

// Whether one phrase was replaced and the two changes share a light word by chance.
bool belong_together(const std::vector<Token>& a, const Change& left, const Change& right) {
  const std::size_t between = right.a_begin - left.a_end;
  if (between != 1 || !is_light(a[left.a_end])) return false;
  if (!is_replacement(left) && !is_replacement(right)) return false;
  return extent(left) + extent(right) >= 3 || (is_replacement(left) && is_replacement(right));
}

std::vector<Change> group(const std::vector<Token>& a, const std::vector<Change>& changes) {
  std::vector<Change> grouped;
  for (const Change& change : changes) {
    if (!grouped.empty() && belong_together(a, grouped.back(), change)) {
      grouped.back().a_end = change.a_end;
      grouped.back().b_end = change.b_end;
    } else {
      grouped.push_back(change);
    }
  }
  return grouped;
}

// Collects runs; blanks go to the shared text where both sides have them.
class RunWriter {
 public:
  void remove(const Token& token) { append(removed_, token); }
  void add(const Token& token) { append(added_, token); }

  void keep(const Token& a, const Token& b) {
    if (a.space_before && !b.space_before) removed_ += ' ';
    if (b.space_before && !a.space_before) added_ += ' ';
    flush();
    std::string text(a.space_before && b.space_before ? " " : "");
    put(DiffRun::Op::same, text.append(a.text));
  }

  std::vector<DiffRun> finish() {
    flush();
    return std::move(runs_);
  }

 private:
  static void append(std::string& side, const Token& token) {
    if (token.space_before) side += ' ';
    side += token.text;
  }

  void put(DiffRun::Op op, std::string text) {
    if (text.empty()) return;
    if (!runs_.empty() && runs_.back().op == op) {
      runs_.back().text += text;
    } else {
      runs_.push_back({op, std::move(text)});
    }
  }

  void flush() {
    if (removed_.starts_with(' ') && added_.starts_with(' ')) {
      put(DiffRun::Op::same, " ");
      removed_.erase(0, 1);
      added_.erase(0, 1);
    }
    put(DiffRun::Op::removed, std::exchange(removed_, {}));
    put(DiffRun::Op::added, std::exchange(added_, {}));
  }

  std::vector<DiffRun> runs_;
  std::string removed_;
  std::string added_;
};

}  // namespace

std::vector<DiffRun> word_diff(std::string_view a, std::string_view b) {
  const std::vector<Token> tokens_a = tokenize(a);
  const std::vector<Token> tokens_b = tokenize(b);
  // Numbered by the smaller text first, so that the result does not depend on which side is which.
  Ids ids;
  const bool swapped = b < a;
  std::vector<int> first = number_tokens(swapped ? tokens_b : tokens_a, ids);
  std::vector<int> second = number_tokens(swapped ? tokens_a : tokens_b, ids);
  if (swapped) first.swap(second);

  RunWriter writer;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto keep_until = [&](std::size_t end) {
    while (i < end) writer.keep(tokens_a[i++], tokens_b[j++]);
  };
  for (const Change& change : group(tokens_a, diff_sequences(first, second))) {
    keep_until(change.a_begin);
    while (i < change.a_end) writer.remove(tokens_a[i++]);
    while (j < change.b_end) writer.add(tokens_b[j++]);
  }
  keep_until(tokens_a.size());
  return writer.finish();
}

std::string marked_diff(std::string_view a, std::string_view b) {
  std::string out;
  bool after_removed = false;
  for (const DiffRun& run : word_diff(a, b)) {
    const bool removed = run.op == DiffRun::Op::removed;
    std::string_view text = run.text;
    if (run.op == DiffRun::Op::same) {
      out += text;
    } else {
      // A blank at the edge of what only one side has reads better outside of the brackets.
      const bool lead = text.size() > 1 && text.starts_with(' ') && !after_removed;
      const bool trail = text.size() > 1 && text.ends_with(' ');
      if (lead) text.remove_prefix(1);
      if (trail) text.remove_suffix(1);
      if (lead) out += ' ';
      out.append(removed ? "[-" : "{+").append(text).append(removed ? "-]" : "+}");
      if (trail) out += ' ';
    }
    after_removed = removed;
  }
  return out;
}

}  // namespace doccord
