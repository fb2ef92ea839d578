#include "rules/edit_spans.h"

#include <algorithm>

#include "text/words.h"

namespace doccord {
namespace {

bool same_token(const Token& a, const Token& b) {
  return a.text == b.text && (a.space_before == b.space_before || a.offset == 0 || b.offset == 0);
}

bool stands_at(const std::vector<Token>& text, std::size_t at, const std::vector<Token>& phrase) {
  if (at + phrase.size() > text.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (text[at + i].text != phrase[i].text) return false;
  }
  return true;
}

// The bytes of `count` tokens from `at` on; for none, of the neighbour.
Span bytes_of(const std::vector<Token>& text, std::size_t at, std::size_t count) {
  if (text.empty()) return {};
  if (count == 0) {
    at = at > 0 ? at - 1 : 0;
    count = 1;
  }
  const Token& last = text[std::min(at + count, text.size()) - 1];
  return {text[std::min(at, text.size() - 1)].offset, last.offset + last.text.size()};
}

// Walks through both texts from one edit to the next.
class Walk {
 public:
  Walk(std::string_view a, std::string_view b) : a_(tokenize(a)), b_(tokenize(b)) {}

  EditSpans step(const Edit& edit) {
    const std::vector<Token> from = tokenize(edit.a);
    const std::vector<Token> to = tokenize(edit.b);
    const std::size_t first_a = at_a_;
    const std::size_t first_b = at_b_;
    while (at_a_ < a_.size() && at_b_ < b_.size() && same_token(a_[at_a_], b_[at_b_])) {
      ++at_a_;
      ++at_b_;
    }
    // An edit may begin with words that both sides have, as "processing ," and "processing," do.
    const std::size_t most = std::min({at_a_ - first_a, at_b_ - first_b, from.size() + to.size()});
    for (std::size_t back = 0; back <= most; ++back) {
      if (stands_at(a_, at_a_ - back, from) && stands_at(b_, at_b_ - back, to)) {
        return take(at_a_ - back, from.size(), at_b_ - back, to.size());
      }
    }
    return search(first_a, from, first_b, to);
  }

 private:
  EditSpans take(std::size_t a, std::size_t a_count, std::size_t b, std::size_t b_count) {
    at_a_ = a + a_count;
    at_b_ = b + b_count;
    return {bytes_of(a_, a, a_count), bytes_of(b_, b, b_count), a_count == 0, b_count == 0};
  }

  // The texts were aligned in another way than by their tokens: the next place with the words.
  EditSpans search(std::size_t a, const std::vector<Token>& from, std::size_t b,
                   const std::vector<Token>& to) {
    while (a < a_.size() && !stands_at(a_, a, from)) ++a;
    while (b < b_.size() && !stands_at(b_, b, to)) ++b;
    return take(std::min(a, a_.size()), a < a_.size() ? from.size() : 0, std::min(b, b_.size()),
                b < b_.size() ? to.size() : 0);
  }

  std::vector<Token> a_;
  std::vector<Token> b_;
  std::size_t at_a_ = 0;
  std::size_t at_b_ = 0;
};

}  // namespace

std::vector<EditSpans> find_edits(std::string_view a, std::string_view b,
                                  const std::vector<Edit>& edits) {
  Walk walk(a, b);
  std::vector<EditSpans> spans;
  for (const Edit& edit : edits) spans.push_back(walk.step(edit));
  return spans;
}

}  // namespace doccord
