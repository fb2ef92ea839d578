#include "compare/clauses.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "compare/noun_phrases.h"
#include "compare/verb_groups.h"

namespace doccord {
namespace {

using Type = Proposition::Type;
using Node = std::shared_ptr<Proposition>;

constexpr int kMostSteps = 20000;         // A sentence that takes more is not understood.
constexpr std::size_t kMostReadings = 12; // Of a sentence.
constexpr std::size_t kMostParses = 24;   // Of a part of it.

class SentenceReader {
 public:
  explicit SentenceReader(const std::vector<Term>& terms) : terms_(terms) {}

  std::vector<PropositionPtr> read() {
    std::vector<PropositionPtr> readings;
    const auto take = [&](const Parses& parses) {
      for (const Parse& parse : parses) {
        if (parse.end == terms_.size() && readings.size() < kMostReadings) {
          readings.push_back(parse.what);
        }
      }
    };
    take(read_sentence_at(0));
    take(read_fragment(0));
    take(read_subordinate(0));
    return readings;
  }

 private:
  bool is(std::size_t at, Part part) const { return at < terms_.size() && terms_[at].part == part; }
  bool is_word(std::size_t at, std::string_view word) const {
    return at < terms_.size() && terms_[at].word == word;
  }
  std::size_t skip_comma(std::size_t at) const { return is(at, Part::comma) ? at + 1 : at; }
  bool spent() { return --steps_ < 0; }

  static void append(Parses& to, Parses more) {
    for (Parse& each : more) {
      if (to.size() < kMostParses) to.push_back(std::move(each));
    }
  }

  // --- Things

  // Nouns with all that follows and belongs to them, and lists of such.
  Parses read_nouns(std::size_t at) {
    Parses out;
    if (spent()) return out;
    if (is(at, Part::pronoun)) return {{make_pronoun(at), at + 1, false}};
    if (is(at, Part::relative)) return read_question(at);
    if (is_word(at, "both") || is_word(at, "either")) {
      for (const Parse& one : read_one(at + 1)) append(out, read_list(one, at));
    }
    for (const Parse& one : read_one(at)) {
      append(out, read_list(one, at));
      append(out, {one});
    }
    return out;
  }

  Node make_pronoun(std::size_t at) const {
    auto pronoun = std::make_shared<Proposition>();
    const bool points = is_word(at, "it") || is_word(at, "they") || is_word(at, "them");
    pronoun->head = points ? "it" : terms_[at].word;
    pronoun->is_pronoun = points;
    pronoun->is_definite = true;
    return pronoun;
  }

  Parses read_one(std::size_t at) {
    Parses out;
    if (spent()) return out;
    for (const Parse& chunk : read_chunks(terms_, at)) append(out, read_postmodified(chunk, true));
    if (at < terms_.size() && terms_[at].is_verb && terms_[at].form == VerbForm::ing) {
      append(out, read_predicate(at, nullptr, false, VerbForm::ing));  // "Changing this setting"
    }
    return out;
  }

  // `what is deleted`: that which is; `which files are open`: the files that are.
  Parses read_question(std::size_t at) {
    Parses things;
    if (is_word(at, "what")) {
      auto thing = std::make_shared<Proposition>();
      thing->head = "what";
      things.push_back({thing, at + 1, false});
    } else if (is_word(at, "which")) {
      things = read_chunks(terms_, at + 1);
    }
    Parses out;
    for (const Parse& thing : things) {
      for (const Parse& clause : read_clause_with_gap(thing.end)) {
        Node whole = copy_of(thing.what);
        whole->circumstances.push_back({"that", clause.what, heads_of(*thing.what)});
        append(out, {{whole, clause.end, false}});
      }
    }
    return out;
  }

  // `A, B and C`, behind the preposition before it, which may come again: `by A or by B`.
  Parses read_list(const Parse& first, std::size_t begin) {
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
    if (!is_word(link, "and") && !is_word(link, "or")) return out;
    const bool again = begin > 0 && link + 1 < terms_.size() &&
                       is(begin - 1, Part::preposition) && is_word(link + 1, terms_[begin - 1].word);
    for (const Parse& last : read_one(again ? link + 2 : link + 1)) {
      auto list = std::make_shared<Proposition>();
      list->type = Type::list;
      list->head = terms_[link].word;
      list->members = members;
      list->members.push_back(last.what);
      const bool is_chunk = last.end <= at_end_of_chunk(again ? link + 2 : link + 1);
      Node shared = is_chunk ? share_head(*list) : nullptr;
      if (shared != nullptr) append(out, {{shared, last.end, false}});
      append(out, {{list, last.end, false}});
    }
    return out;
  }

  std::size_t at_end_of_chunk(std::size_t at) const {
    const Parses chunks = read_chunks(terms_, at);
    return chunks.empty() ? at : chunks.front().end;
  }

  // `client and server certificates`: both are. Null where that cannot be meant.
  static Node share_head(const Proposition& list) {
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

  // What follows a noun and belongs to it, with and without each.
  Parses read_postmodified(const Parse& thing, bool with_clauses) {
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

  // A clause that says something of the noun before it.
  Parses read_attached_clause(std::size_t at) {
    Parses out;
    const auto take = [&](const Parses& clauses) {
      for (const Parse& each : clauses) {
        if (each.used_gap) append(out, {each});
      }
    };
    const std::size_t open = skip_comma(at);
    if (is_word(at, "whose")) return read_possession(at + 1);
    if (is(open, Part::that) || (is(open, Part::relative) && !is_word(open, "where"))) {
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
    } else if (is(at, Part::determiner) || is(at, Part::pronoun)) {
      take(read_active_with_gap(at));
    }
    return out;
  }

  // `whose names match`: that have names that match.
  Parses read_possession(std::size_t at) {
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

  bool is_participle_at(std::size_t at) const {
    return (terms_[at].is_verb && terms_[at].form == VerbForm::past) ||
           (is(at, Part::negation) && at + 1 < terms_.size() && terms_[at + 1].is_verb &&
            terms_[at + 1].form == VerbForm::past);
  }

  // `in which the files are`: the clause is whole, and its place is what it belongs to.
  void take_placed(Parses& out, std::size_t at, const std::string& relation) {
    for (const Parse& clause : read_simple(at)) {
      Node whole = copy_of(clause.what);
      whole->circumstances.push_back({relation, make_gap(), {}});
      append(out, {{whole, clause.end, true}});
    }
  }

  Parses read_clause_with_gap(std::size_t at) {
    Parses out = read_predicate(at, make_gap(), false, VerbForm::third);
    for (Parse& each : out) each.used_gap = true;
    append(out, read_active_with_gap(at));
    return out;
  }

  // `the server supports *`
  Parses read_active_with_gap(std::size_t at) {
    Parses out;
    for (const Parse& subject : read_nouns(at)) {
      append(out, read_predicate(subject.end, subject.what, true, VerbForm::third));
    }
    return out;
  }

  // --- Events

  // A subject with its verb and all that follows.
  Parses read_simple(std::size_t at) {
    Parses out;
    if (spent()) return out;
    if (is(at, Part::there)) return read_existence(at + 1);
    for (const Parse& subject : read_nouns(at)) {
      append(out, read_after_subject(subject));
    }
    return out;
  }

  Parses read_after_subject(const Parse& subject) {
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

  // `there is a file`: it exists.
  Parses read_existence(std::size_t at) {
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

  // "it is possible to": where the statement begins; 0 when `it` is somebody.
  std::size_t after_expletive(std::size_t at) const {
    std::size_t begin = at;
    while (is(begin, Part::be) || is(begin, Part::have)) ++begin;
    const bool stated = begin > at && is(begin, Part::modal) &&
                        terms_[begin].word.find("possible to") != std::string::npos;
    return stated ? begin : 0;
  }

  // A verb with all that follows. Within a relative clause `gap` says that a place is to be found
  // for what it belongs to.
  Parses read_predicate(std::size_t at, Node subject, bool gap, VerbForm form) {
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

  // `the file is written to`
  Parses read_stranded(const Node& passive, std::size_t at, bool of_gap) {
    Parses out;
    const bool stranded = (is(at, Part::to) || is(at, Part::preposition)) && passive->object != nullptr &&
                          (at + 1 == terms_.size() || is(at + 1, Part::comma) || is(at + 1, Part::linker));
    if (!stranded) return out;
    Node event = copy_of(passive);
    event->circumstances.push_back({is(at, Part::to) ? "to" : terms_[at].key, event->object, {}});
    event->object = nullptr;
    return {{event, at + 1, of_gap}};
  }

  // `is open`, `is a file`, `is in use`
  Parses read_linked(const Parse& verb, bool gap) {
    Parses out;
    for (const Parse& predicate : read_one(verb.end)) {
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
    return out;
  }

  Parses read_objects(const Parse& verb, bool gap) {
    Parses out;
    for (const Parse& object : read_nouns(verb.end)) {
      append(out, read_made_to(verb, object, gap));
      Node event = copy_of(verb.what);
      event->object = object.what;
      append(out, read_tail({event, object.end, verb.used_gap}, gap));
    }
    if (verb.what->circumstances.empty()) {  // "Read from FILE the list"
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

  // `allows modules to be loaded`, `prevents it from using pages`
  Parses read_made_to(const Parse& verb, const Parse& object, bool gap) {
    Parses out;
    Parses made;
    if (is(object.end, Part::to)) {
      made = read_predicate(object.end + 1, object.what, false, VerbForm::base);
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

  // `says that ...`, `removing files`, `continues to grow`
  Parses read_content(const Parse& verb, bool gap) {
    Parses contents;
    if (is(verb.end, Part::that)) contents = read_simple(verb.end + 1);
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

  // --- What stands beside

  static void append_heads(std::vector<std::string>& hosts, const Proposition& of) {
    for (std::string& head : heads_of(of)) hosts.push_back(std::move(head));
  }

  // A preposition with its noun, as the only circumstance of a nameless thing.
  Parses read_prepositional(std::size_t at, bool gap) {
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
      if (relation == "to" && of->type == Type::event) named = "for";
      Node shown = copy_of(of);
      shown->is_elided = shown->is_elided || noun_event;
      holder->circumstances.push_back({named, shown, {}});
      append(out, {{holder, end, used}});
    };
    const std::size_t after =
        relation == "condition:instead" && is_word(at + 1, "to") ? at + 2 : at + 1;
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

  // A clause with what opens it: `if it fails`, `while waiting`.
  Parses read_subordinate(std::size_t at) {
    Parses out;
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

  // `if, for 15 minutes, it fails`
  Parses read_parenthetic(std::size_t at) {
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

  // `while in use`: it is.
  Parses read_placed_elision(std::size_t at) {
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

  Parses read_beside(std::size_t at, bool gap) {
    Parses out = read_subordinate(at);
    append(out, read_prepositional(at, gap));
    return out;
  }

  // Everything that may follow verb and object.
  Parses read_tail(const Parse& verb, bool gap) {
    std::vector<std::string> hosts{verb.what->head};
    // The subject stands too far from it, be it who acts or what is acted on.
    if (verb.what->object != nullptr && verb.what->object != verb.what->topic) {
      append_heads(hosts, *verb.what->object);
    }
    return read_rest(verb, hosts, gap);
  }

  Parses read_rest(const Parse& verb, const std::vector<std::string>& hosts, bool gap) {
    Parses out;
    if (spent()) return out;
    const std::size_t at = skip_comma(verb.end);
    if (is(at, Part::adverb)) {
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

  static bool is_agent_of(const Proposition& event, const Circumstance& found) {
    return found.of->head != kGap && found.relation == "by" && event.subject == nullptr && event.object != nullptr &&
           found.of->type != Type::event;
  }

  // --- Sentences

  // A clause with what comes before it.
  Parses read_full(std::size_t at) {
    Parses out = read_simple(at);
    append(out, read_predicate(at, nullptr, false, VerbForm::base));
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

  Parses read_plain(std::size_t at) {
    Parses out = read_simple(at);
    append(out, read_predicate(at, nullptr, false, VerbForm::base));
    append(out, read_fragment(at));
    return out;
  }

  Parses read_sentence_at(std::size_t at) {
    Parses out;
    for (const Parse& first : read_full(at)) {
      append(out, read_next(first));
      append(out, {first});
    }
    return out;
  }

  // A further clause, or a further verb of the same subject.
  Parses read_next(const Parse& first) {
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

  static Node link_clauses(const std::string& word, const PropositionPtr& first,
                           const PropositionPtr& next) {
    if (word == "so") {  // The first is why.
      Node effect = copy_of(next);
      effect->circumstances.push_back({"because", first, {}});
      return effect;
    }
    auto list = std::make_shared<Proposition>();
    list->type = Type::list;
    list->head = word == "but" ? "and" : word;
    list->members = {first, next};
    return list;
  }

  // "Connection refused", "Address already in use": without the auxiliary.
  Parses read_headline(const Parse& thing) {
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

  // A sentence without a verb of its own: "Number of seconds to wait".
  Parses read_fragment(std::size_t at) {
    Parses out;
    for (const Parse& thing : read_nouns(at)) {
      std::vector<std::string> hosts = heads_of(*thing.what);
      append(out, read_rest({copy_of(thing.what), thing.end, false}, hosts, false));
      append(out, read_headline(thing));
    }
    return out;
  }

  const std::vector<Term>& terms_;
  int steps_ = kMostSteps;
};

}  // namespace

std::vector<PropositionPtr> read_sentence(const std::vector<Term>& terms) {
  return SentenceReader(terms).read();
}

}  // namespace doccord
