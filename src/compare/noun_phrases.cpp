#include "compare/noun_phrases.h"

#include <algorithm>
#include <utility>

namespace doccord {
namespace {

using Type = Proposition::Type;

bool is_noun_part(const Term& term) {
  switch (term.part) {
    case Part::noun:
    case Part::number:
    case Part::quantity:
      return true;
    default:
      return false;
  }
}

// Reads one run of nouns and what says something of them.
class Chunk {
 public:
  // `with_ing` where "matching objects" are those that match, and not a kind of objects.
  Chunk(const std::vector<Term>& terms, std::size_t begin, std::size_t end, bool with_ing)
      : terms_(terms), end_(end), with_ing_(with_ing), thing_(std::make_shared<Proposition>()) {
    for (std::size_t i = begin; i < end; ++i) {
      if (terms[i].part == Part::determiner || terms[i].part == Part::that) {
        thing_->is_definite = thing_->is_definite || terms[i].is_definite;
      } else if (is_head_noun(i)) {
        nouns_.push_back(i);
      }
    }
    take_objects();
    for (const std::size_t at : nouns_) keys_.push_back(terms[at].key);
    for (std::size_t i = begin; i < end; ++i) say_of_nouns(i);
  }

  std::shared_ptr<Proposition> make() {
    if (nouns_.empty()) {
      thing_->head = "";  // "all", "two": of what has been named.
      return thing_;
    }
    const Term& head = terms_[nouns_.back()];
    thing_->is_negated = head.is_denied;
    const bool gerund = head.is_verb && head.form == VerbForm::ing && end_ < terms_.size() &&
                        terms_[end_].word == "of";  // "the loading of modules"
    if (head.is_nominal || gerund) return make_event(head);
    thing_->head = head.key;
    thing_->nouns.assign(keys_.begin(), keys_.end() - 1);
    return thing_;
  }

 private:
  // "front-facing triangles": those that face the front.
  void take_objects() {
    const auto is_object = [&](std::size_t i) {
      return i + 1 < end_ && terms_[i].is_hyphenated && terms_[i + 1].is_hyphenated &&
             is_attribute_verb(terms_[i + 1]) && !is_past(terms_[i + 1]);
    };
    std::erase_if(nouns_, is_object);
  }

  bool is_last(std::size_t i) const { return i + 1 == end_; }

  bool is_head_noun(std::size_t i) const {
    const Term& term = terms_[i];
    if (term.part != Part::noun) return false;
    return is_last(i) || (term.is_noun && !term.is_adjective && !is_attribute_verb(term));
  }

  static bool is_past(const Term& term) { return term.is_verb && term.form == VerbForm::past; }

  bool is_attribute_verb(const Term& term) const {
    return is_past(term) || (with_ing_ && term.is_verb && term.form == VerbForm::ing);
  }

  // What the word at i may say something of: the nouns behind it.
  std::vector<std::string> nouns_behind(std::size_t i) const {
    std::vector<std::string> keys;
    for (const std::size_t at : nouns_) {
      if (at > i) keys.push_back(terms_[at].key);
    }
    return keys;
  }

  void say_of_nouns(std::size_t i) {
    const Term& term = terms_[i];
    if (std::find(nouns_.begin(), nouns_.end(), i) != nouns_.end()) return;
    if (term.part == Part::determiner || term.part == Part::that) return;
    if (is_attribute_verb(term) && !term.is_adjective) {
      auto event = std::make_shared<Proposition>();
      event->type = Type::event;
      event->head = term.key;
      event->is_negated = term.is_denied;
      (is_past(term) ? event->object : event->subject) = make_gap();
      if (i > 0 && term.is_hyphenated && terms_[i - 1].is_hyphenated && !is_past(term)) {
        auto object = std::make_shared<Proposition>();
        object->head = terms_[i - 1].key;
        event->object = std::move(object);
      }
      thing_->circumstances.push_back({"that", std::move(event), nouns_behind(i)});
      return;
    }
    const bool acted_on = i + 1 < end_ && term.is_hyphenated && terms_[i + 1].is_hyphenated &&
                          is_attribute_verb(terms_[i + 1]) && !is_past(terms_[i + 1]);
    if (acted_on) return;
    std::vector<std::string> of = nouns_behind(i);
    if (of.empty() && !nouns_.empty()) of = {keys_.back()};  // "bank 1"
    thing_->attributes.push_back({(term.is_denied ? "not " : "") + term.key, std::move(of)});
  }

  // `memory allocation`
  std::shared_ptr<Proposition> make_event(const Term& head) {
    thing_->type = Type::event;
    thing_->head = head.key;
    if (nouns_.size() > 1) {
      auto other = std::make_shared<Proposition>();
      other->head = keys_[keys_.size() - 2];
      other->nouns.assign(keys_.begin(), keys_.end() - 2);
      (head.is_occurrence ? thing_->subject : thing_->object) = std::move(other);
    }
    return thing_;
  }

  const std::vector<Term>& terms_;
  std::size_t end_;
  bool with_ing_;
  std::shared_ptr<Proposition> thing_;
  std::vector<std::size_t> nouns_;
  std::vector<std::string> keys_;
};

// "a later response"
bool is_adverb_within(const std::vector<Term>& terms, std::size_t first, std::size_t at) {
  const bool opened = at > first || (at > 0 && terms[at - 1].part == Part::determiner);
  return terms[at].part == Part::adverb && opened && at + 1 < terms.size() &&
         terms[at + 1].part == Part::noun && !terms[at + 1].is_verb;
}

// Whether the words can all belong to the last of them. A plural that may be a verb is one before
// other nouns, and a second number counts something else: "0 selects 1 worker".
bool is_noun_run(const std::vector<Term>& terms, std::size_t begin, std::size_t end) {
  bool counted = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Term& term = terms[i];
    const bool number = term.part == Part::number;
    if (number && counted && terms[i - 1].part != Part::number) return false;
    counted = counted || number;
    const bool inner = i + 1 < end && is_noun_part(terms[i + 1]);
    if (inner && term.is_verb && term.form == VerbForm::third) return false;
    if (term.key == "scope:only" && i + 1 < end && terms[i + 1].is_verb) return false;
  }
  return true;
}

bool may_end(const std::vector<Term>& terms, std::size_t last) {
  const Term& term = terms[last];
  if (term.key == "scope:only" && last + 1 < terms.size()) return false;  // Of the verb behind it.
  return term.is_noun || term.part == Part::quantity;
}

}  // namespace

std::shared_ptr<Proposition> make_gap() {
  auto gap = std::make_shared<Proposition>();
  gap->head = kGap;
  return gap;
}

std::shared_ptr<Proposition> copy_of(const PropositionPtr& of) {
  return std::make_shared<Proposition>(*of);
}

std::vector<std::string> heads_of(const Proposition& of) {
  if (of.type != Type::list) return {of.head};
  std::vector<std::string> heads;
  for (const PropositionPtr& member : of.members) heads.push_back(member->head);
  return heads;
}

Parses read_chunks(const std::vector<Term>& terms, std::size_t begin) {
  Parses out;
  std::size_t first = begin;
  if (first < terms.size() && terms[first].part == Part::quantity) ++first;  // "all the"
  if (first < terms.size() &&
      (terms[first].part == Part::determiner || terms[first].part == Part::that)) {
    ++first;
  } else {
    first = begin;
  }
  std::size_t end = first;
  while (end < terms.size() && (is_noun_part(terms[end]) || is_adverb_within(terms, first, end))) {
    ++end;
  }
  for (std::size_t stop = end; stop > first; --stop) {
    if (!is_noun_run(terms, first, stop)) continue;
    const bool last_adjective = stop + 1 == end && terms[stop].is_adjective;  // "hold it open"
    const bool may_stop =
        stop == end || terms[stop].is_verb || last_adjective || terms[stop].key == "scope:only";
    if (!may_stop || !may_end(terms, stop - 1)) continue;
    out.push_back({Chunk(terms, begin, stop, false).make(), stop, false});
    const auto is_ing = [](const Term& term) { return term.is_verb && term.form == VerbForm::ing; };
    if (std::any_of(terms.begin() + static_cast<std::ptrdiff_t>(first),
                    terms.begin() + static_cast<std::ptrdiff_t>(stop - 1), is_ing)) {
      out.push_back({Chunk(terms, begin, stop, true).make(), stop, false});
    }
  }
  return out;
}

std::shared_ptr<Proposition> join_of(const Proposition& outer, const PropositionPtr& inner,
                                     bool is_occurrence) {
  auto joined = std::make_shared<Proposition>(outer);
  if (outer.type == Type::event) {
    PropositionPtr& role = is_occurrence ? joined->subject : joined->object;
    // A compound has its noun already.
    if (role == nullptr) {
      role = inner;
    } else {
      joined->circumstances.push_back({"of", inner, {outer.head}});
    }
    return joined;
  }
  if (inner->type != Type::thing || inner->head == kGap || inner->is_pronoun) {
    joined->circumstances.push_back({"of", inner, {outer.head}});
    return joined;
  }
  std::vector<std::string> nouns = inner->nouns;
  nouns.push_back(inner->head);
  nouns.insert(nouns.end(), outer.nouns.begin(), outer.nouns.end());
  joined->nouns = std::move(nouns);
  const auto& attributes = inner->attributes;
  joined->attributes.insert(joined->attributes.end(), attributes.begin(), attributes.end());
  for (Circumstance each : inner->circumstances) {
    if (each.hosts.empty()) each.hosts = {inner->head};
    joined->circumstances.push_back(std::move(each));
  }
  return joined;
}

}  // namespace doccord
