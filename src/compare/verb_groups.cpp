#include "compare/verb_groups.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compare/lexicon.h"

namespace doccord {
namespace {

class GroupReader {
 public:
  GroupReader(const std::vector<Term>& terms, std::size_t begin, VerbForm form)
      : terms_(terms), begin_(begin), at_(begin), form_(form) {}

  VerbGroup read() {
    group_.end = begin_;
    while (at_ < terms_.size() && suits_participle(terms_[at_]) && take_auxiliary()) ++at_;
    if (at_ < terms_.size() && take_verb()) return group_;
    if (has_be_ && form_ != VerbForm::past) return link();
    if (has_have_ && form_ != VerbForm::past) return own();
    group_.end = begin_;
    return group_;
  }

 private:
  bool take_auxiliary() {
    const Term& term = terms_[at_];
    switch (term.part) {
      case Part::modal:
        group_.modality = term.key;
        has_be_ = false;  // "was not able to start"
        return true;
      case Part::do_:
        has_do_ = true;
        return !has_be_;
      case Part::have:
        if (has_have_) return false;
        has_have_ = true;
        return true;
      case Part::be:
        has_be_ = true;
        return true;
      case Part::negation:
        group_.is_negated = !group_.is_negated;
        return true;
      case Part::adverb:
        group_.adverbs.push_back({(term.is_denied ? "not " : "") + term.key, {}});
        return true;
      case Part::quantity:  // "are all closed"
        if (!has_be_ || !(term.key == "scope:all" || term.key == "scope:both")) return false;
        group_.floated = term.key;
        return true;
      case Part::to:  // "are to be closed"
        return has_be_ && at_ + 1 < terms_.size() &&
               (terms_[at_ + 1].part == Part::be || terms_[at_ + 1].is_verb);
      default:
        return false;
    }
  }

  // A participle has no finite auxiliary: "closed", "being closed".
  bool suits_participle(const Term& term) const {
    const bool auxiliary = term.part == Part::be || term.part == Part::have ||
                           term.part == Part::do_ || term.part == Part::modal;
    if (!auxiliary || form_ == VerbForm::third || form_ == VerbForm::base || at_ > begin_)
      return true;
    return form_ == VerbForm::ing && term.form == VerbForm::ing;
  }

  bool fits(const Term& verb) const {
    if (!group_.modality.empty() && !has_be_ && verb.form == VerbForm::ing) return true;
    if (has_be_) {
      return is_past(verb) || verb.form == VerbForm::ing || infinitive();
    }
    if (has_have_) return verb.form == VerbForm::past;
    if (has_do_ || !group_.modality.empty()) return verb.form == VerbForm::base;
    if (form_ == VerbForm::ing || form_ == VerbForm::past) return verb.form == form_;
    return verb.form != VerbForm::ing &&
           (form_ == VerbForm::third || verb.form != VerbForm::past || at_ == 0);
  }

  // "is read", "is set": some verbs have one form for all.
  static bool is_past(const Term& verb) {
    static constexpr std::array<std::string_view, 10> kSame = {
        "read", "set", "reset", "put", "cut", "shut", "hit", "let", "split", "spread"};
    return verb.form == VerbForm::past ||
           std::find(kSame.begin(), kSame.end(), verb.word) != kSame.end();
  }

  bool infinitive() const { return at_ > 0 && terms_[at_ - 1].part == Part::to; }

  bool infinitive_active() const { return infinitive() && terms_[at_].form == VerbForm::base; }

  bool take_verb() {
    const Term& verb = terms_[at_];
    if (!verb.is_verb || !fits(verb)) return false;
    // "is available", "is local": what it is, not what is done.
    if (has_be_ && verb.is_adjective && verb.form != VerbForm::past && !infinitive()) return false;
    group_.head = verb.word == "using" ? lemma_of("use") : verb.key;
    if (verb.is_denied) group_.is_negated = !group_.is_negated;
    const bool participle = form_ == VerbForm::past && !has_be_ && !has_have_;
    const bool passive = (has_be_ && is_past(verb) && !infinitive_active()) || participle ||
                         (at_ == 0 && begin_ == 0 && verb.form == VerbForm::past && !has_have_);
    group_.shape = passive ? VerbShape::passive : VerbShape::active;
    group_.end = at_ + 1;
    take_particle();
    return true;
  }

  // "fills up"
  void take_particle() {
    if (group_.end >= terms_.size()) return;
    const std::string& word = terms_[group_.end].word;
    if (word != "up" && word != "out" && word != "down" && word != "off") return;
    group_.head = lemma_of(group_.head.substr(group_.head.find(':') + 1) + " " + word);
    ++group_.end;
  }

  VerbGroup link() {
    group_.shape = VerbShape::linking;
    group_.head = "be";
    group_.end = at_;
    return group_;
  }

  // "has a file"
  VerbGroup own() {
    group_.head = "have";
    group_.end = at_;
    return group_;
  }

  const std::vector<Term>& terms_;
  std::size_t begin_;
  std::size_t at_;
  VerbForm form_;
  VerbGroup group_;
  bool has_be_ = false;
  bool has_have_ = false;
  bool has_do_ = false;
};

}  // namespace

VerbGroup read_verb_group(const std::vector<Term>& terms, std::size_t begin, VerbForm form) {
  return GroupReader(terms, begin, form).read();
}

}  // namespace doccord
