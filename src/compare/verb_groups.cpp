#include "compare/verb_groups.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compare/lexicon.h"
#include "compare/word_kinds.h"

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
        group_.modality = term.word.starts_with("fail") ? "modality:failure" : term.key;
        has_be_ = false;  // "was not able to start"
        return true;
      case Part::do_:
        has_do_ = true;
        was_ = was_ || term.word == "did";
        return !has_be_;
      case Part::have:
        if (has_have_) return false;
        has_have_ = true;
        return true;
      case Part::be:
        take_be(term);
        return true;
      case Part::negation:
        group_.is_negated = !group_.is_negated;
        return true;
      case Part::adverb:
        group_.adverbs.push_back({(term.is_denied ? "not " : "") + term.key, {}});
        return true;
      case Part::noun:
        return take_state(term);
      case Part::quantity:               // "are all closed"
        if (term.key == "scope:only") {  // "only works if"
          group_.adverbs.push_back({term.key, {}});
          return true;
        }
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

  void take_be(const Term& term) {
    has_be_ = true;
    is_being_ = is_being_ || term.form == VerbForm::ing;
    is_present_ = is_present_ || term.word == "is" || term.word == "are";
    was_ = was_ || term.word == "was" || term.word == "were";
  }

  // "gets closed", "remains closed": as "is closed".
  bool take_state(const Term& term) {
    const bool gets = term.key == "content:get" && term.word.starts_with("get");
    const bool stays = term.key == "content:stay";
    if (!term.is_verb || !(gets || stays) || has_be_ || at_ + 1 >= terms_.size()) return false;
    const Term& next = terms_[at_ + 1];
    if (!next.is_verb || next.form != VerbForm::past || next.is_noun) return false;
    if (stays) group_.adverbs.push_back({term.key, {}});
    has_be_ = true;
    return true;
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
    group_.aspect = aspect_of(verb, passive);
    group_.end = at_ + 1;
    take_particle();
    return true;
  }

  Aspect aspect_of(const Term& verb, bool passive) const {
    const bool goes_on = is_being_ || (has_be_ && verb.form == VerbForm::ing);
    if (goes_on) return is_present_ ? Aspect::ongoing : Aspect::any;
    const bool told = !passive && form_ == VerbForm::third && verb.form == VerbForm::past;
    const bool over = has_have_ || was_ || (told && !has_be_);
    return over && group_.modality.empty() ? Aspect::over : Aspect::any;
  }

  // "fills up"
  void take_particle() {
    if (group_.end >= terms_.size()) return;
    const std::string& word = terms_[group_.end].word;
    const bool ends =
        group_.end + 1 >= terms_.size() || terms_[group_.end + 1].part == Part::comma ||
        terms_[group_.end + 1].part == Part::adverb ||
        terms_[group_.end + 1].part == Part::linker || terms_[group_.end + 1].part == Part::opener;
    const bool closes =
        ends && (word == "in" || word == "on") && group_.shape != VerbShape::linking;
    if (word != "up" && word != "out" && word != "down" && word != "off" && !closes) return;
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
  bool is_being_ = false;
  bool is_present_ = false;
  bool was_ = false;
};

}  // namespace

VerbGroup read_verb_group(const std::vector<Term>& terms, std::size_t begin, VerbForm form) {
  return GroupReader(terms, begin, form).read();
}

}  // namespace doccord
