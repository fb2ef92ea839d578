#include "compare/sentence_reader.h"

#include <utility>

namespace doccord {

namespace {

using Type = Proposition::Type;

}  // namespace

std::vector<PropositionPtr> SentenceReader::read() {
  std::vector<PropositionPtr> readings;
  const auto take = [&](const Parses& parses) {
    for (const Parse& parse : parses) {
      if (parse.end == terms_.size() && readings.size() < kMostReadings) {
        readings.push_back(parse.what);
      }
    }
  };
  take(read_subordinate(0));
  take(read_sentence_at(0));
  take(read_fragment(0));
  return readings;
}

Parses SentenceReader::read_full(std::size_t at) {
  Parses out = read_simple(at);
  append(out, read_order(at));
  for (const Parse& front : read_beside(at, false)) {
    for (const Parse& clause : read_plain(skip_comma(front.end))) {
      Node whole = copy_of(clause.what);
      Circumstance fronted = front.what->circumstances.front();
      const bool phrase = is(at, Part::preposition);
      if (phrase) fronted.hosts = {whole->head};
      whole->circumstances.push_back(std::move(fronted));
      append(out, {{whole, clause.end, false}});
    }
  }
  return out;
}

Parses SentenceReader::read_order(std::size_t at) {
  Parses orders = read_predicate(at, nullptr, false, VerbForm::base);
  const bool told =
      at < terms_.size() &&
      (is_word(at, "do") || (terms_[at].is_verb && terms_[at].form == VerbForm::base));
  for (Parse& order : orders) order.what->is_order = told;
  return orders;
}

Parses SentenceReader::read_plain(std::size_t at) {
  Parses out = read_simple(at);
  append(out, read_order(at));
  append(out, read_fragment(at));
  return out;
}

Parses SentenceReader::read_sentence_at(std::size_t at) {
  Parses out;
  for (const Parse& first : read_full(at)) {
    append(out, read_next(first));
    append(out, {first});
  }
  return out;
}

Parses SentenceReader::read_next(const Parse& first) {
  Parses out;
  const std::size_t link = skip_comma(first.end);
  if (!is(link, Part::linker)) return out;
  Parses nexts = read_full(link + 1);
  if (const PropositionPtr& topic = first.what->topic) {
    append(nexts, read_predicate(link + 1, copy_of(topic), false, VerbForm::third));
    append(nexts, read_predicate(link + 1, copy_of(topic), false, VerbForm::past));
  }
  for (const Parse& next : nexts) {
    append(out, {{link_clauses(terms_[link].word, first.what, next.what), next.end, false}});
  }
  return out;
}

SentenceReader::Node SentenceReader::link_clauses(const std::string& word,
                                                  const PropositionPtr& first,
                                                  const PropositionPtr& next) {
  if (word == "so") {  // The first is why.
    Node effect = copy_of(next);
    effect->circumstances.push_back({"because", first, {}});
    return effect;
  }
  auto list = std::make_shared<Proposition>();
  list->type = Type::list;
  // What is to be done next is always said by the order.
  const bool ordered = word == "then" && !(next->is_order && first->is_order);
  list->head = ordered ? "then" : word == "or" ? "or" : "and";
  list->members = {first, next};
  return list;
}

Parses SentenceReader::read_headline(const Parse& thing) {
  Parses out = read_predicate(thing.end, copy_of(thing.what), false, VerbForm::past);
  auto event = std::make_shared<Proposition>();
  event->type = Type::event;
  event->head = "be";
  event->subject = event->topic = thing.what;
  for (const Parse& placed : read_rest({event, thing.end, false}, {"be"}, false)) {
    if (!placed.what->circumstances.empty()) append(out, {placed});
  }
  return out;
}

Parses SentenceReader::read_fragment(std::size_t at) {
  Parses out;
  for (const Parse& thing : read_nouns(at)) {
    std::vector<std::string> hosts = heads_of(*thing.what);
    append(out, read_rest({copy_of(thing.what), thing.end, false}, hosts, false));
    append(out, read_headline(thing));
  }
  return out;
}

}  // namespace doccord
