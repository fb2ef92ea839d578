#include "compare/rephrasings.h"

#include "compare/noun_phrases.h"
#include "compare/proposition_parts.h"

namespace doccord {
namespace {

// What somebody did is done.
void leave_out_somebody(Proposition& event) {
  if (event.subject == nullptr) return;
  const std::string_view who = word_of(event.subject->head);
  if (who == "someone" || who == "somebody") event.subject = nullptr;
}

// Who is told to make sure of something checks it.
void check_for_sure(Proposition& event) {
  const bool told = event.is_order && event.head == "content:ensure" && event.object != nullptr &&
                    event.object->type == Proposition::Type::event;
  if (told) event.head = "content:check";
}

}  // namespace

PropositionPtr say_plainly(const Proposition& event) {
  if (PropositionPtr other = say_action_plainly(event)) return other;
  auto said = std::make_shared<Proposition>(event);
  leave_out_somebody(*said);
  check_for_sure(*said);
  say_quality_plainly(*said);
  say_condition_plainly(*said);
  if (PropositionPtr steps = say_steps_plainly(*said)) return steps;
  return said;
}

}  // namespace doccord
