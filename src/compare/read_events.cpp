#include "compare/sentence_reader.h"

#include <utility>

#include "compare/verb_groups.h"
#include "compare/word_kinds.h"

namespace doccord {

namespace {

using Type = Proposition::Type;

}  // namespace

Parses SentenceReader::read_simple(std::size_t at) {
  Parses out;
  if (spent()) return out;
  if (is(at, Part::there)) return read_existence(at + 1);
  for (const Parse& subject : read_nouns(at)) {
    append(out, read_after_subject(subject));
  }
  return out;
}

Parses SentenceReader::read_after_subject(const Parse& subject) {
  Parses out;
  std::vector<Circumstance> between;
  std::size_t at = subject.end;
  std::vector<std::string> hosts = heads_of(*subject.what);
  for (int i = 0; i < 3; ++i) {
    for (Parse& clause : read_predicate(at, subject.what, false, VerbForm::third)) {
      for (const Circumstance& each : between) clause.what->circumstances.push_back(each);
      append(out, {clause});
    }
    const Parses phrases = read_prepositional(at, false);
    if (phrases.empty()) break;
    between.push_back(phrases.front().what->circumstances.front());
    between.back().hosts = hosts;
    append_heads(hosts, *between.back().of);
    at = phrases.front().end;
  }
  return out;
}

Parses SentenceReader::read_existence(std::size_t at) {
  Parses out;
  const VerbGroup group = read_verb_group(terms_, at, VerbForm::third);
  if (group.end == at || group.shape != VerbShape::linking || !group.floated.empty()) return out;
  for (const Parse& subject : read_nouns(group.end)) {
    auto event = std::make_shared<Proposition>();
    event->type = Type::event;
    event->head = "word:exist";
    event->attributes = group.adverbs;
    event->modality = group.modality;
    event->is_negated = group.is_negated;
    event->subject = subject.what;
    append(out, read_tail({event, subject.end, false}, false));
  }
  return out;
}

std::size_t SentenceReader::after_expletive(std::size_t at) const {
  std::size_t begin = at;
  while (is(begin, Part::be) || is(begin, Part::have)) ++begin;
  const bool stated = begin > at && is(begin, Part::modal) &&
                      terms_[begin].word.find("possible to") != std::string::npos;
  return stated ? begin : 0;
}

Parses SentenceReader::read_predicate(std::size_t at, Node subject, bool gap, VerbForm form) {
  Parses out;
  if (spent()) return out;
  if (subject != nullptr && subject->is_pronoun && subject->head == "it") {
    if (const std::size_t begin = after_expletive(at)) {
      append(out, read_predicate(begin, nullptr, gap, VerbForm::base));
    }
  }
  const VerbGroup group = read_verb_group(terms_, at, form);
  if (group.end == at) return out;
  auto event = std::make_shared<Proposition>();
  event->type = Type::event;
  event->head = group.head;
  event->modality = group.modality;
  event->aspect = group.aspect;
  event->is_negated = group.is_negated;
  event->attributes = group.adverbs;
  event->topic = subject;
  const bool of_gap = subject != nullptr && subject->head == kGap;
  if (!group.floated.empty()) {
    if (subject == nullptr) return out;
    subject = copy_of(subject);
    subject->attributes.push_back({group.floated, {}});
  }
  switch (group.shape) {
    case VerbShape::passive:
      event->object = subject;
      append(out, read_tail({event, group.end, of_gap}, gap));
      append(out, read_stranded(event, group.end, of_gap));
      break;
    case VerbShape::linking:
      event->subject = subject;
      append(out, read_linked({event, group.end, of_gap}, gap));
      break;
    case VerbShape::active:
      event->subject = subject;
      append(out, read_objects({event, group.end, of_gap}, gap));
      break;
  }
  return out;
}

Parses SentenceReader::read_stranded(const Node& passive, std::size_t at, bool of_gap) {
  Parses out;
  const bool stranded =
      (is(at, Part::to) || is(at, Part::preposition)) && passive->object != nullptr &&
      (at + 1 == terms_.size() || is(at + 1, Part::comma) || is(at + 1, Part::linker));
  if (!stranded) return out;
  Node event = copy_of(passive);
  event->circumstances.push_back({is(at, Part::to) ? "to" : terms_[at].key, event->object, {}});
  event->object = nullptr;
  return {{event, at + 1, of_gap}};
}

Parses SentenceReader::read_linked(const Parse& verb, bool gap) {
  Parses out;
  for (const Parse& predicate : read_nouns(verb.end)) {
    Node event = copy_of(verb.what);
    event->object = predicate.what;
    if (predicate.what->is_negated) {
      Node affirmed = copy_of(predicate.what);
      affirmed->is_negated = false;
      event->object = affirmed;
      event->is_negated = !event->is_negated;
    }
    append(out, read_tail({event, predicate.end, verb.used_gap}, gap));
  }
  append(out, read_tail(verb, gap));
  append(out, read_switched(verb));
  return out;
}

Parses SentenceReader::read_switched(const Parse& verb) {
  const bool on = is_word(verb.end, "on");
  const std::size_t end = verb.end + 1;
  const bool ends = end >= terms_.size() || is(end, Part::comma) || is(end, Part::linker) ||
                    is(end, Part::opener) || is_word(end, "by");
  if (!ends || !(on || is_word(verb.end, "off")) || verb.what->subject == nullptr) return {};
  Node event = copy_of(verb.what);
  event->head = lemma_of(on ? "enable" : "disable");
  event->object = std::exchange(event->subject, nullptr);
  return read_tail({event, end, verb.used_gap}, false);
}

Parses SentenceReader::read_objects(const Parse& verb, bool gap) {
  Parses out;
  for (const Parse& object : read_nouns(verb.end)) {
    append(out, read_made_to(verb, object, gap));
    Node event = copy_of(verb.what);
    event->object = object.what;
    append(out, read_tail({event, object.end, verb.used_gap}, gap));
  }
  if (verb.what->circumstances.empty() && is(verb.end, Part::preposition)) {
    // "Read from FILE the list"
    for (const Parse& within : read_prepositional(verb.end, false)) {
      Node event = copy_of(verb.what);
      event->circumstances = within.what->circumstances;
      event->circumstances.front().hosts = {event->head};
      append(out, read_objects({event, within.end, verb.used_gap}, gap));
    }
  }
  append(out, read_content(verb, gap));
  if (gap) {
    Node event = copy_of(verb.what);
    event->object = make_gap();
    append(out, read_tail({event, verb.end, true}, false));
  }
  append(out, read_tail(verb, gap));
  return out;
}

bool SentenceReader::lets(const Parse& verb) const {
  const std::string& word = terms_[verb.end - 1].word;
  return word.starts_with("let") || word == "make" || word == "makes" || word == "made";
}

Parses SentenceReader::read_made_to(const Parse& verb, const Parse& object, bool gap) {
  Parses out;
  Parses made;
  if (is(object.end, Part::to)) {
    made = read_predicate(object.end + 1, object.what, false, VerbForm::base);
  } else if (lets(verb)) {
    made = read_predicate(object.end, object.what, false, VerbForm::base);
  } else if (is_word(object.end, "from")) {
    made = read_predicate(object.end + 1, object.what, false, VerbForm::ing);
  }
  for (const Parse& each : made) {
    Node event = copy_of(verb.what);
    event->object = each.what;
    append(out, read_tail({event, each.end, verb.used_gap}, gap));
  }
  return out;
}

Parses SentenceReader::read_content(const Parse& verb, bool gap) {
  Parses contents;
  if (is(verb.end, Part::that)) contents = read_simple(verb.end + 1);
  if (verb.what->head == "content:ensure") append(contents, read_simple(verb.end));
  if (is(verb.end, Part::to)) {
    contents = read_predicate(verb.end + 1, nullptr, false, VerbForm::base);
  }
  if (verb.end > 0 && terms_[verb.end - 1].word.ends_with(" to")) {
    contents = read_predicate(verb.end, nullptr, false, VerbForm::base);
  }
  append(contents, read_predicate(verb.end, nullptr, false, VerbForm::ing));
  Parses out;
  for (const Parse& content : contents) {
    Node event = copy_of(verb.what);
    const bool going_on = event->head == "content:keep" && !is(verb.end, Part::to);
    if (going_on) event->head = "content:continue";  // "keeps growing"
    event->object = content.what;
    append(out, read_tail({event, content.end, verb.used_gap}, gap));
  }
  return out;
}

}  // namespace doccord
