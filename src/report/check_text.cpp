#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/excerpt.h"
#include "report/layout.h"
#include "report/locations.h"
#include "report/paint.h"
#include "report/reported.h"
#include "report/short_diff.h"
#include "report/tally.h"
#include "report/text.h"
#include "text/percent.h"
#include "text/terminal.h"
#include "text/utf8.h"
#include "text/workflow.h"

namespace doccord {
namespace {

constexpr std::size_t kMostPlaces = 6;   // Excerpts in one block.
constexpr std::size_t kUsualPlaces = 3;  // Of a discrepancy of one key.

class CheckText {
 public:
  CheckText(const Results& results, const TextOptions& options)
      : results_(results), options_(options), paint_(options.colour), locations_(results.sources) {}

  std::string write() {
    std::size_t room = options_.most_findings;
    for (const Level level : {Level::error, Level::warning, Level::note}) {
      shown_ = open(level);
      if (options_.most_findings > 0) {
        left_out_ += shown_.size() - std::min(room, shown_.size());
        shown_.resize(std::min(room, shown_.size()));
        room -= shown_.size();
      }
      if (as_lines(level)) {
        options_.detail == Detail::brief ? add_lines() : add_grouped_lines();
      } else {
        for (const Discrepancy* discrepancy : shown_) add_block(*discrepancy);
      }
    }
    if (left_out_ > 0) {
      out_ += fmt::format(
          "... and {} not shown; --max-findings 0 shows all\n",
          left_out_ == 1 ? "1 more discrepancy" : fmt::format("{} more discrepancies", left_out_));
    }
    if (options_.show_accepted) add_accepted();
    return out_;
  }

 private:
  bool as_lines(Level level) const {
    return options_.detail == Detail::brief ||
           (options_.detail == Detail::normal && level == Level::note);
  }

  std::vector<const Discrepancy*> open(Level level) const {
    std::vector<const Discrepancy*> found;
    for (const Discrepancy& discrepancy : results_.discrepancies) {
      if (discrepancy.level == level && is_open(results_, discrepancy))
        found.push_back(&discrepancy);
    }
    return found;
  }

  std::string tag(const Discrepancy& discrepancy) const {
    return paint_(
        colour_of(discrepancy.level),
        fmt::format("{}[{}/{}]", to_string(discrepancy.level), discrepancy.code, discrepancy.name));
  }

  std::string path_of(const Place& place) const {
    return path_in_line(terminal_safe(doccord::path_of(results_, place)));
  }

  std::string address(const Place& place) const {
    const Position start = locations_.start(place.source, place.span);
    const std::string path = doccord::path_of(results_, place);
    return paint_.link(options_.link_root.empty() ? "" : options_.link_root + percent_encoded(path),
                       fmt::format("{}:{}:{}", path_of(place), start.line, start.column));
  }

  std::string address(const Discrepancy& discrepancy) const {
    return discrepancy.places.empty() ? "doccord" : address(discrepancy.places.front());
  }

  void add_lines() {
    for (const Discrepancy* discrepancy : shown_) {
      out_ += fmt::format("{}: {}: {} {}\n", address(*discrepancy), tag(*discrepancy),
                          terminal_safe(discrepancy->message),
                          paint_(Colour::faint, "[" + discrepancy->id + "]"));
    }
  }

  // By rule, so that what is most numerous and least grave takes least room.
  void add_grouped_lines() {
    std::vector<const Discrepancy*>& found = shown_;
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->code < b->code; });
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i == 0 || found[i]->code != found[i - 1]->code) {
        const auto same = std::count_if(found.begin(), found.end(), [&](const auto* other) {
          return other->code == found[i]->code;
        });
        const Rule* rule = find_rule(found[i]->code);
        out_ += fmt::format("{}{} ({}; doccord explain {})\n", i == 0 ? "" : "\n",
                            tag(*found[i]) + ": " + std::string(rule ? rule->summary : ""), same,
                            found[i]->code);
      }
      out_ += fmt::format("  {}: {} {}\n", address(*found[i]), terminal_safe(found[i]->message),
                          paint_(Colour::faint, "[" + found[i]->id + "]"));
    }
    if (!found.empty()) out_ += "\n";
  }

  // What was decided, one line each, with the reason below.
  void add_accepted() {
    for (const Discrepancy& discrepancy : results_.discrepancies) {
      if (!discrepancy.accepted) continue;
      const Acceptance& decision = *discrepancy.accepted;
      out_ += fmt::format(
          "{}: accepted[{}]: {} {}\n  = {}: {}\n", address(discrepancy), rule_of(discrepancy),
          terminal_safe(discrepancy.message), paint_(Colour::faint, "[" + discrepancy.id + "]"),
          terminal_safe(decision.on + (decision.by.empty() ? "" : " " + decision.by)),
          terminal_safe(decision.reason));
    }
  }

  void add_block(const Discrepancy& discrepancy) {
    out_ += fmt::format("{}: {}\n", tag(discrepancy),
                        paint_(Colour::strong, terminal_safe(discrepancy.message)));
    const std::size_t most = std::clamp(discrepancy.keys.size() + 1, kUsualPlaces, kMostPlaces);
    const std::size_t shown = std::min(discrepancy.places.size(), most);
    gutter_ = 1;
    for (std::size_t i = 0; i < shown; ++i) {
      const Place& place = discrepancy.places[i];
      const std::size_t line = locations_.start(place.source, place.span).line;
      gutter_ = std::max(gutter_, std::to_string(line).size());
    }
    for (std::size_t i = 0; i < shown; ++i) {
      add_excerpt(discrepancy.places[i], i == 0 ? colour_of(discrepancy.level) : Colour::gutter,
                  i == 0);
    }
    if (shown < discrepancy.place_count()) {
      add_note("note",
               fmt::format("... and {}", counted(discrepancy.place_count() - shown, "more place")));
    }
    add_evidence(discrepancy.evidence);
    add_note("id", discrepancy.id);
    add_note("help", "doccord explain " + discrepancy.code);
    out_ += "\n";
  }

  void add_excerpt(const Place& place, Colour colour, bool first) {
    const std::string margin(gutter_, ' ');
    const std::string bar = paint_(Colour::gutter, margin + " |");
    const std::size_t room = options_.width - std::min(options_.width, gutter_ + 3);
    const Excerpt shown = excerpt(locations_.lines(place.source), place.span, room);
    out_ += fmt::format("{}{} {}\n", margin, paint_(Colour::gutter, first ? "-->" : ":::"),
                        address(place));
    if (first) out_ += bar + "\n";
    out_ +=
        fmt::format("{} {}\n", paint_(Colour::gutter, fmt::format("{:>{}} |", shown.line, gutter_)),
                    shown.text);
    if (options_.plain) return;
    const std::string mark = paint_(colour, std::string(shown.mark_width, first ? '^' : '-'));
    const std::string label = terminal_safe(place.label);
    const std::size_t after = shown.mark_column + shown.mark_width;
    const std::string before_mark = fmt::format("{} {}", bar, std::string(shown.mark_column, ' '));
    if (after + 1 + display_width(label) <= room || label.empty()) {
      out_ += fmt::format("{}{}{}{}\n", before_mark, mark, label.empty() ? "" : " ",
                          paint_(colour, label));
      return;
    }
    const std::size_t left = room - std::min(room, display_width(label));
    out_ += before_mark + mark + "\n";
    out_ += fmt::format("{} {}{}\n", bar, std::string(std::min(left, shown.mark_column), ' '),
                        paint_(colour, label));
  }

  void add_evidence(const Evidence& evidence) {
    const auto& quotes = evidence.quotes;
    const bool revised =
        !evidence.edits.empty() && quotes.size() >= 2 && quotes[0].key == quotes[1].key;
    if (revised) add_note("diff", short_diff(quotes[0].text, quotes[1].text, paint_));
    for (const auto& [name, text] : evidence.facts) {
      add_note(terminal_safe(name), terminal_safe(text));
    }
  }

  void add_note(std::string_view name, std::string_view text) {
    out_ += fmt::format("{} {} {}: {}\n", std::string(gutter_, ' '), paint_(Colour::gutter, "="),
                        name, text);
  }

  const Results& results_;
  const TextOptions& options_;
  Paint paint_;
  Locations locations_;
  std::size_t gutter_ = 1;
  std::vector<const Discrepancy*> shown_;  // Of the level at hand.
  std::size_t left_out_ = 0;
  std::string out_;
};

// "; since main: 2 new, 1 mended, 3 altered, 12 unchanged, 1 acceptance added".
std::string changes_summary(const Results& results) {
  if (!results.changes) return "";
  const Changes& changes = *results.changes;
  std::string text = fmt::format("; since {}: {} new, {} mended, {} altered, {} unchanged",
                                 terminal_safe(changes.base), changes.fresh.size(),
                                 changes.mended.size(), changes.altered.size(), changes.unchanged);
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count > 0) text += fmt::format(", {} {}", counted(count, "acceptance"), what);
  };
  add(changes.acceptances_added.size(), "added");
  add(changes.acceptances_removed.size(), "removed");
  return text;
}

}  // namespace

std::string check_text(const Results& results, const TextOptions& options) {
  return without_commands(CheckText(results, options).write());
}

std::string check_summary(const Results& results) {
  const Tally tally = count(results);
  std::string line = fmt::format(
      "{}, {}, {}: {}, {}, {}", counted(tally.sources, "document"), counted(tally.keys, "key"),
      tally.entries == 1 ? "1 entry" : fmt::format("{} entries", tally.entries),
      counted(tally.errors, "error"), counted(tally.warnings, "warning"),
      counted(tally.notes, "note"));
  if (tally.accepted > 0) line += fmt::format(", {} accepted", tally.accepted);
  return line + changes_summary(results);
}

}  // namespace doccord
