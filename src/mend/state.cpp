#include "mend/state.h"

#include <utility>

#include "accept/accept.h"
#include "compare/compare.h"
#include "extract/agreement.h"
#include "extract/extract.h"
#include "reconcile/reconcile.h"

namespace doccord {

namespace {

// Reads the documents at these places; false when one cannot be read.
bool read_at(const std::vector<std::size_t>& places, MendState& state) {
  SourceSet part;
  part.settings = state.sources.settings;
  for (const std::size_t place : places) part.sources.push_back(state.sources.sources[place]);
  std::vector<Error> errors;
  std::vector<ReadDocument> read = read_documents(part, errors);
  if (!errors.empty()) return false;
  for (ReadDocument& document : read) {
    document.source = places[document.source];
    state.read[document.source] = std::move(document);
  }
  return true;
}

bool read_changed(MendState& state, const MendState* before) {
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < state.sources.sources.size(); ++i) {
    const bool same =
        before != nullptr && before->sources.sources[i].text == state.sources.sources[i].text;
    if (!same) changed.push_back(i);
  }
  state.read = before != nullptr ? before->read : std::vector<ReadDocument>(changed.size());
  return read_at(changed, state);
}

// What each document says in the light of the others.
bool take_entries(MendState& state) {
  std::vector<ReadDocument> weighed = state.read;
  weigh_agreement(weighed);
  for (ReadDocument& read : weighed) {
    auto entries =
        entries_of(state.sources.sources[read.source], read.format, std::move(read.proposals));
    if (!entries) return false;
    state.entry_sets.push_back(std::move(*entries));
  }
  return true;
}

}  // namespace

std::unique_ptr<const MendState> mend_state_of(SourceSet sources, const Decisions& decisions,
                                               const MendState* before) {
  auto state = std::make_unique<MendState>();
  state->sources = std::move(sources);
  if (!read_changed(*state, before) || !take_entries(*state)) return nullptr;
  state->registry = reconcile(state->sources, state->entry_sets);
  state->comparisons = compare(state->registry);
  state->discrepancies = run_rules(state->input());
  if (!decisions.entries.empty()) {
    // The file of the decisions stands behind the documents, as it does in reports.
    const AcceptInput input{state->registry, decisions.entries, decisions.today,
                            state->sources.sources.size(), decisions.file_text};
    state->discrepancies = accept(std::move(state->discrepancies), input);
  }
  return state;
}

}  // namespace doccord
