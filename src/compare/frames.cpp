#include "compare/frames.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compare/lexicon.h"

namespace doccord {
namespace {

bool opens_noun(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kOpeners = {"the",     "a",    "an",    "how",
                                                               "whether", "when", "which", "if"};
  return std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end();
}

class FrameReader {
 public:
  FrameReader(const std::vector<Piece>& pieces, std::size_t begin) : pieces_(pieces), at_(begin) {}

  std::size_t read() const {
    for (const std::size_t end : {end_of_advice(), end_of_occasion(), end_of_name()}) {
      if (end > at_) return end;
    }
    return at_;
  }

 private:
  std::string_view folded(std::size_t i) const {
    return i < pieces_.size() ? std::string_view(pieces_[i].folded) : std::string_view();
  }

  bool is_verb(std::size_t i) const {
    return i < pieces_.size() && is_framing_verb(pieces_[i].base);
  }

  // "Use this option to" do something: it does that.
  std::size_t end_of_advice() const {
    std::size_t end = at_ + 2;
    if (folded(at_) != "use" || folded(at_ + 1) != "this") return at_;
    while (is_framing_subject(folded(end))) ++end;
    if (end == at_ + 2 || folded(end) != "to") return at_;
    const bool frames = at_ == 0 && is_verb(end + 1) && opens_noun(folded(end + 2));
    return frames ? end + 2 : end + 1;
  }

  // "Returned when" something is so: it is.
  std::size_t end_of_occasion() const { return at_ == 0 && opens_occasion(0) ? 2 : at_; }

  bool opens_occasion(std::size_t at) const {
    static constexpr std::array<std::string_view, 4> kReports = {"returned", "raised", "thrown",
                                                                 "reported"};
    return std::find(kReports.begin(), kReports.end(), folded(at)) != kReports.end() &&
           (folded(at + 1) == "when" || folded(at + 1) == "if");
  }

  // "This status code indicates that", "This error is" (returned).
  std::size_t end_of_name() const {
    std::size_t end = at_;
    const bool opened = folded(end) == "this" || folded(end) == "the";
    if (opened) ++end;
    const std::size_t subjects = end;
    while (opened && is_framing_subject(folded(end))) ++end;
    if (folded(at_) == "this" && end > subjects && folded(end) == "is" &&
        end + 1 < pieces_.size() && is_framing_report(pieces_[end + 1].base)) {
      return opens_occasion(end + 1) ? end + 3 : end + 1;
    }
    if (!is_verb(end)) return at_;
    const bool named = end > subjects;
    const bool asks = folded(end + 1) == "in" && folded(end + 2) == "which";
    ++end;
    const bool that = folded(end) == "that";
    if (!named && (opened || !(that || asks || is_bare(folded(end))))) return at_;
    return that ? end + 1 : end;
  }

  // "Specifies the number of threads" says no more than "The number of threads".
  bool is_bare(std::string_view next) const {
    const Piece& verb = pieces_[at_];
    const bool present = verb.folded == verb.base || verb.folded.ends_with('s');
    return at_ == 0 && present && opens_noun(next);
  }

  const std::vector<Piece>& pieces_;
  std::size_t at_;
};

}  // namespace

std::size_t end_of_frame(const std::vector<Piece>& pieces, std::size_t begin,
                         const std::vector<Token>& tokens) {
  const std::size_t token = pieces[begin].token;
  const bool opens_sentence =
      begin == 0 || (token > 0 && (tokens[token - 1].text == "." || tokens[token - 1].text == ":"));
  return opens_sentence ? FrameReader(pieces, begin).read() : begin;
}

}  // namespace doccord
