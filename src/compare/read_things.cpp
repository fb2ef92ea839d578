#include "compare/sentence_reader.h"

#include <algorithm>
#include <utility>

#include "compare/lexicon.h"
#include "compare/word_kinds.h"

namespace doccord {

namespace {

using Type = Proposition::Type;

}  // namespace

Parses SentenceReader::read_nouns(std::size_t at) {
  Parses out;
  if (spent()) return out;
  if (is(at, Part::pronoun)) return {{make_pronoun(at), at + 1, false}};
  const bool placed = is(at, Part::preposition) && is_word(at + 1, "which");
  if (is(at, Part::relative) || placed) return read_question(at);
  if (is_word(at, "both") || is_word(at, "either") || is_word(at, "neither")) {
    for (const Parse& one : read_one(at + 1)) append(out, read_list(one, at));
  }
  for (const Parse& one : read_one(at)) {
    append(out, read_list(one, at));
    append(out, {one});
  }
  return out;
}

SentenceReader::Node SentenceReader::make_pronoun(std::size_t at) const {
  auto pronoun = std::make_shared<Proposition>();
  const bool points = is_word(at, "it") || is_word(at, "they") || is_word(at, "them");
  pronoun->head = points ? "it" : terms_[at].word;
  pronoun->is_pronoun = points;
  pronoun->is_definite = true;
  return pronoun;
}

Parses SentenceReader::read_one(std::size_t at) {
  Parses out;
  if (spent()) return out;
  for (const Parse& chunk : read_chunks(terms_, at)) append(out, read_postmodified(chunk, true));
  if (at < terms_.size() && terms_[at].is_verb && terms_[at].form == VerbForm::ing) {
    append(out, read_predicate(at, nullptr, false, VerbForm::ing));  // "Changing this setting"
  }
  return out;
}

Parses SentenceReader::read_question(std::size_t at) {
  Parses things;
  if (is_word(at, "how")) return read_measure_asked(at + 1);
  if (is_word(at, "what")) {
    auto thing = std::make_shared<Proposition>();
    thing->head = "what";
    things.push_back({thing, at + 1, false});
  } else if (is_word(at, "which") && !is(at + 1, Part::determiner)) {
    things = read_chunks(terms_, at + 1);
  }
  Parses out;
  if (is(at, Part::preposition)) {  // "in which order they are tried"
    for (const Parse& thing : read_chunks(terms_, at + 2)) {
      Parses clauses;
      take_placed(clauses, thing.end, terms_[at].key);
      for (const Parse& clause : clauses) {
        Node whole = copy_of(thing.what);
        whole->circumstances.push_back({"that", clause.what, heads_of(*thing.what)});
        append(out, {{whole, clause.end, false}});
      }
    }
    return out;
  }
  for (const Parse& thing : things) {
    for (const Parse& clause : read_clause_with_gap(thing.end)) {
      Node whole = copy_of(thing.what);
      whole->circumstances.push_back({"that", clause.what, heads_of(*thing.what)});
      append(out, {{whole, clause.end, false}});
    }
  }
  return out;
}

Parses SentenceReader::read_measure_asked(std::size_t at) {
  Parses out;
  const auto named = [](std::string key) {
    auto thing = std::make_shared<Proposition>();
    thing->head = std::move(key);
    thing->is_definite = true;
    return thing;
  };
  const bool lasts = is_word(at, "long");
  if (lasts || is_word(at, "often")) {
    const Node thing = named(lasts ? "word:time" : "word:frequency");
    Parses clauses;
    take_placed(clauses, at + 1, lasts ? "for" : "with");
    if (is(at + 1, Part::to))
      append(clauses, read_predicate(at + 2, nullptr, true, VerbForm::base));
    for (const Parse& clause : clauses) {
      if (!clause.used_gap) continue;
      Node whole = copy_of(thing);
      whole->circumstances.push_back({"that", clause.what, heads_of(*thing)});
      append(out, {{whole, clause.end, false}});
    }
  } else if (is_word(at, "many") || is_word(at, "much")) {
    for (const Parse& counted : read_chunks(terms_, at + 1)) {
      const Node number = named(is_word(at, "many") ? lemma_of("number") : lemma_of("amount"));
      append(out,
             read_postmodified({join_of(*number, counted.what, false), counted.end, false}, true));
      for (const Parse& clause : read_clause_with_gap(counted.end)) {
        Node whole = copy_of(counted.what);
        whole->circumstances.push_back({"that", clause.what, heads_of(*counted.what)});
        append(out, {{join_of(*number, whole, false), clause.end, false}});
      }
    }
  }
  return out;
}

Parses SentenceReader::read_list(const Parse& first, std::size_t begin) {
  Parses out;
  std::vector<PropositionPtr> members{first.what};
  std::size_t at = first.end;
  while (is(at, Part::comma)) {
    const Parses next = read_chunks(terms_, at + 1);
    if (next.empty()) break;
    members.push_back(next.front().what);
    at = next.front().end;
  }
  const std::size_t link = skip_comma(at);
  const bool neither = is_word(begin, "neither");
  if (!(neither ? is_word(link, "nor") : is_word(link, "and") || is_word(link, "or"))) return out;
  const bool again = begin > 0 && link + 1 < terms_.size() && is(begin - 1, Part::preposition) &&
                     is_word(link + 1, terms_[begin - 1].word);
  for (const Parse& last : read_one(again ? link + 2 : link + 1)) {
    auto list = std::make_shared<Proposition>();
    list->type = Type::list;
    list->head = neither ? "and" : terms_[link].word;
    if (neither) list->attributes.push_back({"negation:no", {}});
    list->members = members;
    list->members.push_back(last.what);
    const bool is_chunk = last.end <= at_end_of_chunk(again ? link + 2 : link + 1);
    Node shared = is_chunk ? share_head(*list) : nullptr;
    if (shared != nullptr) append(out, {{shared, last.end, false}});
    if (const Node owned = share_owner(*list, begin, first.end))
      append(out, {{owned, last.end, false}});
    if (is_chunk && is_word(last.end, "of")) {  // "the name and the size of the file"
      for (const Parse& owner : read_nouns(last.end + 1)) {
        Node owned = copy_of(list);
        for (PropositionPtr& member : owned->members) member = join_of(*member, owner.what, false);
        append(out, {{owned, owner.end, false}});
      }
    }
    append(out, {{list, last.end, false}});
  }
  return out;
}

SentenceReader::Node SentenceReader::share_owner(const Proposition& list, std::size_t begin,
                                                 std::size_t end) const {
  const auto owns = [](const Term& term) {
    return term.word.ends_with("'s") || term.word.ends_with("s'");
  };
  const Proposition& first = *list.members.front();
  const auto from = terms_.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto to = terms_.begin() + static_cast<std::ptrdiff_t>(end);
  if (first.nouns.empty() || std::none_of(from, to, owns)) return nullptr;
  auto owned = std::make_shared<Proposition>(list);
  for (std::size_t i = 1; i < owned->members.size(); ++i) {
    const Proposition& bare = *owned->members[i];
    if (bare.type != Type::thing || !bare.nouns.empty() || bare.is_definite) return nullptr;
    Node whole = copy_of(owned->members[i]);
    whole->nouns = first.nouns;
    for (const Attribute& each : first.attributes) {
      if (!each.hosts.empty() && each.hosts.front() == first.nouns.front())
        whole->attributes.push_back(each);
    }
    owned->members[i] = std::move(whole);
  }
  return owned;
}

std::size_t SentenceReader::at_end_of_chunk(std::size_t at) const {
  const Parses chunks = read_chunks(terms_, at);
  return chunks.empty() ? at : chunks.front().end;
}

SentenceReader::Node SentenceReader::share_head(const Proposition& list) {
  const Proposition& last = *list.members.back();
  if (last.type != Type::thing || last.nouns.size() != 1 || last.is_definite) return nullptr;
  auto shared = std::make_shared<Proposition>(list);
  for (std::size_t i = 0; i + 1 < shared->members.size(); ++i) {
    const Proposition& bare = *shared->members[i];
    if (bare.type != Type::thing || !bare.nouns.empty() || bare.is_definite) return nullptr;
    Node whole = copy_of(shared->members[i]);
    whole->nouns = {bare.head};
    whole->head = last.head;
    shared->members[i] = std::move(whole);
  }
  return shared;
}

Parses SentenceReader::read_postmodified(const Parse& thing, bool with_clauses) {
  Parses out;
  if (spent()) return out;
  const std::size_t at = thing.end;
  const bool occurrence = at > 0 && terms_[at - 1].is_occurrence;
  const bool changed_to = is(at, Part::to) && thing.what->head == "content:change" &&
                          thing.what->type == Type::event;  // "changes to this setting"
  const bool placed = thing.what->type == Type::thing && (is_word(at, "in") || is_word(at, "for"));
  if (is_word(at, "of") || changed_to || placed) {
    for (const Parse& inner : read_nouns(at + 1)) {
      append(out, read_postmodified(
                      {join_of(*thing.what, inner.what, occurrence), inner.end, false}, true));
    }
  }
  if (thing.what->type == Type::event && is_word(at, "by") && thing.what->subject == nullptr) {
    for (const Parse& agent : read_one(at + 1)) {
      Node acted = copy_of(thing.what);
      acted->subject = agent.what;
      append(out, read_postmodified({acted, agent.end, false}, true));
    }
  }
  if (with_clauses) {
    for (const Parse& clause : read_attached_clause(at)) {
      Node whole = copy_of(thing.what);
      whole->circumstances.push_back({"that", clause.what, heads_of(*thing.what)});
      append(out, read_postmodified({whole, clause.end, false}, false));
    }
  }
  if (thing.what->type == Type::event || with_clauses) {
    for (const Parse& within : read_prepositional(at, false)) {
      Node whole = copy_of(thing.what);
      Circumstance found = within.what->circumstances.front();
      found.hosts = heads_of(*whole);
      whole->circumstances.push_back(std::move(found));
      append(out, {{whole, within.end, false}});
    }
  }
  append(out, {thing});
  return out;
}

Parses SentenceReader::read_attached_clause(std::size_t at) {
  Parses out;
  const auto take = [&](const Parses& clauses) {
    for (const Parse& each : clauses) {
      if (each.used_gap) append(out, {each});
    }
  };
  const std::size_t open = skip_comma(at);
  if (is_word(at, "whose")) return read_possession(at + 1);
  if (is(open, Part::that) ||
      (is(open, Part::relative) && !is_word(open, "where") && !is_word(open, "how"))) {
    take(read_clause_with_gap(open + 1));
  } else if (is_word(open, "where")) {
    take_placed(out, open + 1, "in");
  } else if (is(at, Part::preposition) && is_word(at + 1, "which")) {
    take_placed(out, at + 2, terms_[at].key);
  } else if (is(at, Part::to) && is_word(at + 1, "which")) {
    take_placed(out, at + 2, "to");
  } else if (is(at, Part::to)) {
    take(read_predicate(at + 1, nullptr, true, VerbForm::base));
  } else if (at < terms_.size() && (terms_[at].is_verb || is(at, Part::have)) &&
             terms_[at].form == VerbForm::ing) {
    take(read_predicate(at, make_gap(), false, VerbForm::ing));
  } else if (at < terms_.size() && is_participle_at(at)) {
    take(read_predicate(at, make_gap(), false, VerbForm::past));
  } else if (is(at, Part::determiner) || is(at, Part::pronoun) || is_word(at, "each") ||
             is_word(at, "every")) {
    // "seconds a client is blocked": for which it is
    const std::string& head = terms_[at - 1].key;
    if (is_measure(head.substr(head.find(':') + 1))) take_placed(out, at, "for");
    take(read_active_with_gap(at));
  }
  return out;
}

Parses SentenceReader::read_possession(std::size_t at) {
  Parses out;
  for (const Parse& thing : read_chunks(terms_, at)) {
    for (const Parse& clause : read_predicate(thing.end, make_gap(), false, VerbForm::third)) {
      Node owned = copy_of(thing.what);
      owned->circumstances.push_back({"that", clause.what, heads_of(*owned)});
      auto event = std::make_shared<Proposition>();
      event->type = Type::event;
      event->head = "have";
      event->subject = make_gap();
      event->object = owned;
      append(out, {{event, clause.end, true}});
    }
  }
  return out;
}

bool SentenceReader::is_participle_at(std::size_t at) const {
  return (terms_[at].is_verb && terms_[at].form == VerbForm::past) ||
         (is(at, Part::negation) && at + 1 < terms_.size() && terms_[at + 1].is_verb &&
          terms_[at + 1].form == VerbForm::past);
}

void SentenceReader::take_placed(Parses& out, std::size_t at, const std::string& relation) {
  for (const Parse& clause : read_simple(at)) {
    Node whole = copy_of(clause.what);
    whole->circumstances.push_back({relation, make_gap(), {}});
    append(out, {{whole, clause.end, true}});
  }
}

Parses SentenceReader::read_clause_with_gap(std::size_t at) {
  Parses out = read_predicate(at, make_gap(), false, VerbForm::third);
  for (Parse& each : out) each.used_gap = true;
  append(out, read_active_with_gap(at));
  return out;
}

Parses SentenceReader::read_active_with_gap(std::size_t at) {
  Parses out;
  for (const Parse& subject : read_nouns(at)) {
    append(out, read_predicate(subject.end, subject.what, true, VerbForm::third));
  }
  return out;
}

}  // namespace doccord
