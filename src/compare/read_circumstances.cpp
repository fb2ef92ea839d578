#include "compare/sentence_reader.h"

#include <utility>

namespace doccord {

namespace {

using Type = Proposition::Type;

}  // namespace

void SentenceReader::append_heads(std::vector<std::string>& hosts, const Proposition& of) {
  for (std::string& head : heads_of(of)) hosts.push_back(std::move(head));
}

Parses SentenceReader::read_prepositional(std::size_t at, bool gap) {
  Parses out;
  const bool governs = (is(at, Part::preposition) && !is_word(at, "of")) || is(at, Part::to) ||
                       (is(at, Part::opener) && !is_word(at, "because"));
  if (!governs || spent()) return out;
  std::string relation = is(at, Part::to) ? "to" : terms_[at].key;
  const auto add = [&](const PropositionPtr& of, std::size_t end, bool used) {
    auto holder = std::make_shared<Proposition>();
    std::string named = relation;
    // `on receipt of`, `at the end of`: when it happens.
    const bool moment = relation == "on" || relation == "at" || relation == "upon";
    if (moment && of->type == Type::event) named = "condition:if";
    const bool noun_event = of->type == Type::event && of->topic == nullptr;
    if (relation == "time:during" && of->type == Type::event) named = "time:while";
    if (relation == "to" && of->type == Type::event) named = "for";
    Node shown = copy_of(of);
    shown->is_elided = shown->is_elided || noun_event;
    holder->circumstances.push_back({named, shown, {}});
    append(out, {{holder, end, used}});
  };
  const bool doubled =
      (relation == "condition:instead" && (is_word(at + 1, "to") || is_word(at + 1, "from"))) ||
      ((is_word(at, "outside") || is_word(at, "inside")) && is_word(at + 1, "of"));
  const std::size_t after = doubled ? at + 2 : at + 1;
  if (is(at, Part::to)) {  // Of a purpose.
    for (const Parse& goal : read_predicate(after, nullptr, false, VerbForm::base)) {
      add(goal.what, goal.end, false);
    }
  } else if (!is_word(at, "by")) {
    for (const Parse& doing : read_predicate(after, nullptr, false, VerbForm::ing)) {
      Node elided = copy_of(doing.what);
      elided->is_elided = true;
      add(elided, doing.end, false);
    }
  }
  for (const Parse& of : read_nouns(after)) add(of.what, of.end, false);
  if (gap) add(make_gap(), at + 1, true);
  return out;
}

Parses SentenceReader::read_subordinate(std::size_t at) {
  Parses out;
  if (is_word(at, "should") && (at == 0 || is(at - 1, Part::comma))) return read_inversion(at);
  if (!is(at, Part::opener) || spent()) return out;
  Parses clauses = read_simple(at + 1);
  append(clauses, read_parenthetic(at + 1));
  if (is(at + 1, Part::to)) {  // "whether to include it": whether it should be
    for (const Parse& each : read_predicate(at + 2, nullptr, false, VerbForm::base)) {
      Node advised = copy_of(each.what);
      advised->modality = "modality:recommendation";
      append(clauses, {{advised, each.end, false}});
    }
  }
  append(clauses, read_predicate(at + 1, nullptr, false, VerbForm::ing));
  append(clauses, read_predicate(at + 1, nullptr, false, VerbForm::past));
  append(clauses, read_placed_elision(at + 1));
  for (const Parse& clause : clauses) {
    Node inner = copy_of(clause.what);
    inner->is_elided = inner->subject == nullptr;
    auto holder = std::make_shared<Proposition>();
    holder->circumstances.push_back({terms_[at].key, inner, {}});
    append(out, {{holder, clause.end, false}});
  }
  return out;
}

Parses SentenceReader::read_inversion(std::size_t at) {
  Parses out;
  for (const Parse& subject : read_nouns(at + 1)) {
    for (const Parse& clause : read_predicate(subject.end, subject.what, false, VerbForm::base)) {
      auto holder = std::make_shared<Proposition>();
      holder->circumstances.push_back({"condition:if", clause.what, {}});
      append(out, {{holder, clause.end, false}});
    }
  }
  return out;
}

Parses SentenceReader::read_parenthetic(std::size_t at) {
  Parses out;
  if (!is(at, Part::comma)) return out;
  for (const Parse& within : read_prepositional(at + 1, false)) {
    if (!is(within.end, Part::comma)) continue;
    for (const Parse& clause : read_simple(within.end + 1)) {
      Node whole = copy_of(clause.what);
      whole->circumstances.push_back(within.what->circumstances.front());
      append(out, {{whole, clause.end, false}});
    }
  }
  return out;
}

Parses SentenceReader::read_placed_elision(std::size_t at) {
  Parses out;
  for (const Parse& placed : read_prepositional(at, false)) {
    auto event = std::make_shared<Proposition>();
    event->type = Type::event;
    event->head = "be";
    event->circumstances = placed.what->circumstances;
    append(out, {{event, placed.end, false}});
  }
  return out;
}

Parses SentenceReader::read_beside(std::size_t at, bool gap) {
  Parses out = read_subordinate(at);
  append(out, read_prepositional(at, gap));
  return out;
}

Parses SentenceReader::read_tail(const Parse& verb, bool gap) {
  std::vector<std::string> hosts{verb.what->head};
  // The subject stands too far from it, be it who acts or what is acted on.
  if (verb.what->object != nullptr && verb.what->object != verb.what->topic) {
    append_heads(hosts, *verb.what->object);
  }
  return read_rest(verb, hosts, gap);
}

Parses SentenceReader::read_rest(const Parse& verb, const std::vector<std::string>& hosts,
                                 bool gap) {
  Parses out;
  if (spent()) return out;
  const std::size_t at = skip_comma(verb.end);
  if (is(at, Part::adverb)) {
    Node event = copy_of(verb.what);
    event->attributes.push_back({(terms_[at].is_denied ? "not " : "") + terms_[at].key, {}});
    append(out, read_rest({event, at + 1, verb.used_gap}, hosts, gap));
  }
  const bool states = at < terms_.size() && terms_[at].is_adjective && verb.what->head != "be" &&
                      verb.what->type == Type::event && is(at, Part::noun) &&
                      !is(at + 1, Part::noun) && !is(at + 1, Part::number);
  if (states) {  // "holds the doors open"
    Node event = copy_of(verb.what);
    event->attributes.push_back({(terms_[at].is_denied ? "not " : "") + terms_[at].key, {}});
    append(out, read_rest({event, at + 1, verb.used_gap}, hosts, gap));
  }
  for (const Parse& beside : read_beside(at, gap)) {
    Node event = copy_of(verb.what);
    Circumstance found = beside.what->circumstances.front();
    std::vector<std::string> more = hosts;
    append_heads(more, *found.of);
    if (is_agent_of(*event, found)) {
      event->subject = found.of;
    } else {
      found.hosts = is(at, Part::preposition) ? hosts : std::vector<std::string>();
      event->circumstances.push_back(std::move(found));
    }
    append(out, read_rest({event, beside.end, verb.used_gap || beside.used_gap}, more,
                          gap && !beside.used_gap));
  }
  append(out, {verb});
  return out;
}

bool SentenceReader::is_agent_of(const Proposition& event, const Circumstance& found) {
  return found.of->head != kGap && found.relation == "by" && event.subject == nullptr &&
         event.object != nullptr && found.of->type != Type::event &&
         found.of->head != "word:default";
}

}  // namespace doccord
