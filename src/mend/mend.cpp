#include "mend/mend.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "mend/proposers.h"
#include "mend/trial.h"

namespace doccord {
namespace {

// Each trial goes the whole way, so that large documents get fewer of them.
constexpr std::size_t kMostBytesTried = std::size_t{32} << 20;
constexpr std::size_t kFewestTrials = 32;
constexpr std::size_t kMostTrials = 1000;

std::size_t most_trials(const SourceSet& sources) {
  std::size_t bytes = 1;
  for (const Source& source : sources.sources) bytes += source.text.size();
  return std::clamp(kMostBytesTried / bytes, kFewestTrials, kMostTrials);
}

struct RuleMender {
  std::string_view code;
  void (*propose)(const Workshop&, const Discrepancy&, MendProposal&);
  std::string_view option;  // That says by whom to go; empty: none is needed.
};

constexpr std::array<RuleMender, 10> kMenders{{{"DC101", propose_entry, "--add-missing-from"},
                                               {"DC201", propose_name, "--names-from"},
                                               {"DC202", propose_name, "--names-from"},
                                               {"DC204", propose_name, "--names-from"},
                                               {"DC301", propose_wording, "--wording-of"},
                                               {"DC302", propose_wording, "--wording-of"},
                                               {"DC303", propose_wording, "--wording-of"},
                                               {"DC304", propose_spelling, ""},
                                               {"DC305", propose_wording, "--wording-of"},
                                               {"DC307", propose_slip, ""}}};

const RuleMender* mender_of(const Discrepancy& found) {
  const auto known = std::find_if(kMenders.begin(), kMenders.end(),
                                  [&](const RuleMender& each) { return each.code == found.code; });
  return known == kMenders.end() ? nullptr : known;
}

bool has_source(const MendSources& from, std::string_view option) {
  if (option == "--names-from") return from.names.has_value();
  if (option == "--wording-of") return from.wording.has_value();
  return option.empty() || from.missing.has_value();
}

// Why nothing was proposed for what was asked for by name.
std::string nothing_to_say(const MendRequest& request, const RuleMender* mender) {
  if (mender == nullptr) return "discrepancies of this rule are not mended by doccord";
  if (!has_source(request.from, mender->option)) {
    return "it takes a source to go by: " + std::string(mender->option) + " SOURCE";
  }
  return "the source to go by has no part in it";
}

// Mends round by round: what changes the same bytes as something else comes one round later, and
// what was mended may show more.
class Mender {
 public:
  Mender(const SourceSet& sources, const Decisions& decisions, const MendRequest& request)
      : decisions_(decisions),
        request_(request),
        state_(mend_state_of(sources, decisions)),
        most_trials_(most_trials(sources)) {
    if (state_ == nullptr) return;
    for (const Discrepancy& found : state_->discrepancies) first_.emplace(found.id, found);
  }

  Mended run(const SourceSet& sources) {
    if (state_ == nullptr) return {sources, {}, {}};
    while (mend_once()) continue;
    return {state_->sources, std::move(done_), std::move(left_)};
  }

 private:
  // Whether there may be more to mend.
  bool mend_once() {
    const Workshop workshop(*state_, request_.from);
    const std::vector<MendProposal> all = proposals(workshop);
    bool more = false;
    std::vector<const MendProposal*> batch = apart(all, more);
    // What does not stand the test is mostly of one rule, and mostly entries that are added: last
    // and together, they take the fewest trials from the others.
    std::stable_sort(batch.begin(), batch.end(), [&](const auto* a, const auto* b) {
      return state_->discrepancies[a->finding].code > state_->discrepancies[b->finding].code;
    });
    good_.clear();
    after_ = nullptr;
    attempt(batch);
    if (good_.empty() && more) return true;  // Those that were refused make room for others.
    if (good_.empty()) {
      left_.clear();
      for (const MendProposal& each : all) {
        const auto refused = refused_.find({state_->discrepancies[each.finding].id, each.key});
        const std::string& why_not = refused == refused_.end() ? each.why_not : refused->second;
        if (!why_not.empty()) left_.push_back(subject(each, why_not));
      }
      return false;
    }
    for (const TriedProposal& tried : good_) done_.push_back(subject(*tried.proposal, ""));
    state_ = std::move(after_);
    refused_.clear();  // What has changed may be what they lacked.
    return true;
  }

  std::vector<MendProposal> proposals(const Workshop& workshop) const {
    std::vector<MendProposal> all;
    for (std::size_t i = 0; i < state_->discrepancies.size(); ++i) {
      const Discrepancy& found = state_->discrepancies[i];
      if (found.accepted || (request_.named && !request_.named(found))) continue;
      const RuleMender* mender = mender_of(found);
      if (mender == nullptr && !request_.named) continue;
      for (const std::string& key : found.keys) {
        MendProposal proposal{i, key, {}, "", true};
        const bool refused = refused_.contains({found.id, key});
        if (mender != nullptr && !refused) mender->propose(workshop, found, proposal);
        if (request_.named && proposal.ways.empty() && proposal.why_not.empty()) {
          proposal.why_not = nothing_to_say(request_, mender);
        }
        all.push_back(std::move(proposal));
      }
    }
    return all;
  }

  // Those that can be made at once, and whether there are more.
  static std::vector<const MendProposal*> apart(const std::vector<MendProposal>& all, bool& more) {
    std::vector<const MendProposal*> batch;
    std::vector<ByteEdit> taken;
    for (const MendProposal& proposal : all) {
      if (proposal.ways.empty()) continue;
      std::vector<ByteEdit> with = taken;
      with.insert(with.end(), proposal.ways[0].edits.begin(), proposal.ways[0].edits.end());
      sort_edits(with);
      if (collide(with)) {
        more = true;
        continue;
      }
      taken = std::move(with);
      batch.push_back(&proposal);
    }
    return batch;
  }

  // Adds to good_ all of the batch that stand the test together: at first all at once, then, where
  // they do not, by halves down to the single ones.
  void attempt(const std::vector<const MendProposal*>& batch) {
    if (batch.empty()) return;
    std::string why_not;
    if (batch.size() == 1) {
      for (const MendWay& way : batch[0]->ways) {
        std::string reason;
        if (stands({{batch[0], &way}}, reason)) return;
        if (why_not.empty()) why_not = std::move(reason);
      }
      refused_[{state_->discrepancies[batch[0]->finding].id, batch[0]->key}] = why_not;
      return;
    }
    std::vector<TriedProposal> tried;
    for (const MendProposal* each : batch) tried.push_back({each, &each->ways[0]});
    if (stands(tried, why_not)) return;
    const auto middle = batch.begin() + static_cast<std::ptrdiff_t>(batch.size() / 2);
    attempt({batch.begin(), middle});
    attempt({middle, batch.end()});
  }

  bool stands(const std::vector<TriedProposal>& more, std::string& why_not) {
    if (++trials_ > most_trials_) {
      why_not = "too many changes were tried; name it with --only";
      return false;
    }
    std::vector<TriedProposal> all = good_;
    all.insert(all.end(), more.begin(), more.end());
    std::vector<ByteEdit> edits;
    for (const TriedProposal& each : all) {
      edits.insert(edits.end(), each.way->edits.begin(), each.way->edits.end());
    }
    sort_edits(edits);
    if (collide(edits)) {  // A second way may, where the first did not.
      why_not = "another change is proposed in the same place";
      return false;
    }
    Trial trial = try_changes(*state_, all, decisions_);
    why_not = std::move(trial.why_not);
    if (trial.after == nullptr) return false;
    after_ = std::move(trial.after);
    good_ = std::move(all);
    return true;
  }

  MendSubject subject(const MendProposal& proposal, std::string why_not) const {
    const Discrepancy& found = state_->discrepancies[proposal.finding];
    const auto before = first_.find(found.id);
    return {before == first_.end() ? found : before->second, proposal.key, std::move(why_not)};
  }

  const Decisions& decisions_;
  const MendRequest& request_;
  std::unique_ptr<const MendState> state_;
  std::map<std::string, Discrepancy> first_;  // What was found before anything was mended, by id.
  std::map<std::pair<std::string, std::string>, std::string> refused_;  // Ids and keys; why not.
  std::vector<TriedProposal> good_;
  std::unique_ptr<const MendState> after_;  // With the changes of good_.
  std::size_t most_trials_;
  std::size_t trials_ = 0;
  std::vector<MendSubject> done_;
  std::vector<MendSubject> left_;
};

}  // namespace

Mended mend(const SourceSet& sources, const Decisions& decisions, const MendRequest& request) {
  return Mender(sources, decisions, request).run(sources);
}

}  // namespace doccord
