#include "extract/head_groups.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "extract/label.h"
#include "extract/option_heads.h"
#include "extract/prose.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestHeads = 2;
constexpr std::size_t kFewestWordHeads = 3;  // Two words may be set off by chance.
constexpr double kMostly = 0.7;
constexpr std::size_t kMostNameWords = 12;
constexpr std::size_t kAnyIndent = std::string::npos;

using Lines = std::vector<TextLine>;

// What lines that open entries of one group have in common.
struct Look {
  KeyPattern pattern = KeyPattern::number;
  LabelForm form = LabelForm::whole;
  std::string separator;
  bool constant = false;   // What stands before the key is a constant.
  std::size_t indent = 0;  // Of identifiers only: prose may begin with one, but not time and again
                           // at a place of its own; options may stand anywhere.
  bool numbered = false;   // Section numbers stand before the keys, or there are none.
  bool closed = false;     // A mark closes the label.
  friend auto operator<=>(const Look&, const Look&) = default;
};

std::string_view marker_of(std::string_view text) {
  for (const std::string_view mark : {"- ", "* ", ": ", "\u2022 ", "\u00B7 ", "-- ", "\u2013 "}) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

// Whether a text that is split over lines may not begin here: the line above breaks off.
bool continues_line_above(const Lines& lines, std::size_t at) {
  if (at == 0 || lines[at - 1].blank() || item_mark_size(lines[at].text) > 0) return false;
  const std::string_view above = lines[at - 1].text;
  return !ends_sentence(above) && count_words(above) > kMostNameWords;
}

// Whether a word that could begin any line is set off as a key: alone above an indented text,
// before a colon, or before a gap as columns have it.
bool is_set_off(const Lines& lines, std::size_t at, const Label& label) {
  constexpr std::size_t kFewestLetters = 2;
  constexpr std::size_t kFewestLettersAlone = 4;
  if (label.key.size() < kFewestLetters || !is_constant(label.key)) return false;
  // Inside a paragraph a line may begin with any word.
  const bool opens = at == 0 || lines[at - 1].blank() || lines[at - 1].indent > lines[at].indent ||
                     item_mark_size(lines[at].text) > 0 ||
                     (lines[at - 1].indent < lines[at].indent && is_heading_line(lines, at - 1));
  if (!opens) return false;
  const bool below = at + 1 < lines.size() && !lines[at + 1].blank();
  const bool deeper = below && lines[at + 1].indent > lines[at].indent;
  // "max_speed = <integer>", "max_speed (integer)" above its text.
  const bool noted = label.separator == "=" || label.after.starts_with('(');
  if (noted && deeper) return true;
  if (label.form == LabelForm::whole) {
    if (deeper) return true;
    // By itself between blank lines, a constant of some length is no word of a text.
    const bool alone = (at == 0 || lines[at - 1].blank()) && !below && !lines[at].heading;
    return (alone || lines[at].coded) && label.key.size() >= kFewestLettersAlone;
  }
  const std::string_view before_gap = label.argument.empty() ? label.key : label.argument;
  const auto gap =
      static_cast<std::size_t>(label.after.data() - before_gap.data()) - before_gap.size();
  const bool marked = item_mark_size(lines[at].text) > 0 && !label.separator.empty();
  return marked || label.separator == ":" || (label.separator.empty() && gap >= 2);
}

std::optional<Look> look_of(const Lines& lines, std::size_t at, const Label& label,
                            KeyPattern pattern) {
  const bool constant = is_constant(strip_decoration(label.before));
  if (pattern == KeyPattern::identifier) {
    if (!is_set_off(lines, at, label)) return std::nullopt;
    const std::string_view mark = label.after.starts_with('(') ? "(" : label.separator;
    // Long options without a short one stand further in than the others.
    const std::size_t indent = label.key.starts_with('-') ? kAnyIndent : lines[at].indent;
    return Look{pattern, label.form, std::string(mark), constant, indent};
  }
  if (label.form == LabelForm::key_last) {
    // A sentence that happens to end with a number is no label.
    const bool marked =
        !label.separator.empty() && label.separator != "." && label.separator != ",";
    if (!constant && (!marked || count_words(label.before) > kMostNameWords)) return std::nullopt;
    // "success (0)" among "operationsError (1)": one word is one name, however it is written.
    const bool named = constant || (label.separator == "(" && count_words(label.before) == 1);
    return Look{pattern,        label.form,  std::string(label.separator), named, 0,
                label.numbered, label.closed};
  }
  return Look{pattern, label.form, std::string(label.separator), constant, 0, label.numbered};
}

// Adds the line to each group that it could open an entry of.
void add_line(const Lines& lines, std::size_t at, std::map<Look, HeadGroup>& groups) {
  constexpr std::array kPatterns{KeyPattern::number, KeyPattern::hexadecimal, KeyPattern::sqlstate,
                                 KeyPattern::identifier};
  const std::size_t mark = item_mark_size(lines[at].text);
  const std::string_view text = lines[at].text.substr(mark);
  const auto add = [&](const std::optional<Label>& label, KeyPattern pattern) {
    const auto look = label ? look_of(lines, at, *label, pattern) : std::nullopt;
    if (look) groups[*look].heads.push_back(make_head(lines, at, mark, *label));
  };
  for (const KeyPattern pattern : kPatterns) {
    add(read_opening_key(text, pattern), pattern);
    if (pattern == KeyPattern::identifier) continue;
    for (const LabelForm form : {LabelForm::key_second, LabelForm::key_last}) {
      add(read_label(text, pattern, form), pattern);
    }
  }
}

// The column at which a text begins that stands below the heads of a group, if most have one there.
std::optional<std::size_t> column_below(const Lines& lines, const HeadGroup& group) {
  std::map<std::size_t, std::size_t> counts;
  for (const EntryHead& head : group.heads) {
    const std::size_t below = head.line + 1;
    if (below < lines.size() && !lines[below].blank()) ++counts[lines[below].indent];
  }
  for (const auto& [column, count] : counts) {
    if (static_cast<double>(count) >= kMostly * static_cast<double>(group.heads.size()))
      return column;
  }
  return std::nullopt;
}

// A head whose text begins on its own line, at the column where the texts of the others begin.
std::optional<EntryHead> hanging_head(const Lines& lines, std::size_t at, std::size_t column) {
  const TextLine& line = lines[at];
  const auto label =
      read_label(line.text, KeyPattern::identifier, LabelForm::key_first, Words::any);
  if (!label || !label->separator.empty() || !label->argument.empty()) return std::nullopt;
  const bool there = has_gap(line, *label) && text_column(line, *label) == column;
  return there ? std::optional(head_beside(lines, at, *label)) : std::nullopt;
}

// A word by itself above a text that begins at that column.
std::optional<EntryHead> plain_head(const Lines& lines, std::size_t at, std::size_t column) {
  const bool above =
      at + 1 < lines.size() && !lines[at + 1].blank() && lines[at + 1].indent == column;
  const auto label =
      read_label(lines[at].text, KeyPattern::identifier, LabelForm::whole, Words::any);
  if (!above || !label) return std::nullopt;
  EntryHead head;
  head.line = at;
  head.label = lines[at].text;
  head.key = label->key;
  return head;
}

// Manual pages set a label beside its text where it is short enough and above it where not, and
// among labels that are constants there are words. Both are known by where they and their texts
// stand.
void join_hanging(const Lines& lines, const Look& look, HeadGroup& group) {
  constexpr std::size_t kFewestHanging = 5;  // Constants, which show what the layout is.
  if (look.pattern != KeyPattern::identifier || look.form != LabelForm::whole) return;
  const auto column = column_below(lines, group);
  const bool options = look.indent == kAnyIndent;
  if (!column || (!options && *column <= look.indent) || group.heads.size() < kFewestHanging)
    return;
  std::set<std::size_t> known;
  for (const EntryHead& head : group.heads) known.insert(head.line);
  std::vector<EntryHead> joined;
  for (std::size_t i = group.heads.front().line; i < lines.size(); ++i) {
    const bool opens =
        lines[i].indent == look.indent && !lines[i].blank() && (i == 0 || lines[i - 1].blank());
    if (!opens || known.contains(i)) continue;
    auto head = hanging_head(lines, i, *column);
    if (!head) head = plain_head(lines, i, *column);
    if (head) joined.push_back(std::move(*head));
  }
  if (joined.empty() || joined.size() > group.heads.size()) return;
  group.keyed = true;
  std::move(joined.begin(), joined.end(), std::back_inserter(group.heads));
  std::sort(group.heads.begin(), group.heads.end(),
            [](const EntryHead& a, const EntryHead& b) { return a.line < b.line; });
}

std::map<Look, HeadGroup> find_groups(const Lines& lines) {
  std::map<Look, HeadGroup> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    const bool opens = !line.blank() && !line.heading && !line.inner;
    if (opens && !continues_line_above(lines, i)) add_line(lines, i, groups);
  }
  for (auto& [look, group] : groups) join_hanging(lines, look, group);
  if (std::vector<EntryHead> heads = option_heads(lines); !heads.empty()) {
    const Look look{KeyPattern::identifier, LabelForm::whole, {}, false, kAnyIndent};
    groups[look].heads = std::move(heads);
  }
  std::erase_if(groups, [](const auto& item) {
    const bool words = item.first.pattern == KeyPattern::identifier;
    return item.second.heads.size() < (words ? kFewestWordHeads : kFewestHeads);
  });
  return groups;
}

// Heads that are keys by themselves may have their names on the line below or above.
void learn_names(const Lines& lines, HeadGroup& group) {
  std::size_t above = 0;
  std::size_t below = 0;
  for (const EntryHead& head : group.heads) {
    if (!head.name.empty()) return;
    const std::size_t before = text_above(lines, head.line);
    above += before < lines.size() && is_constant(strip_decoration(lines[before].text));
    below += head.line + 1 < lines.size() && is_constant(lines[head.line + 1].text);
  }
  const double most = kMostly * static_cast<double>(group.heads.size());
  group.name_below = static_cast<double>(below) >= most;
  group.name_above = static_cast<double>(above) >= most && !group.name_below;
}

// How wide the lines of the document are: those that were broken do not go beyond it.
std::size_t width_of(const Lines& lines) {
  std::size_t width = 0;
  for (const TextLine& line : lines)
    width = std::max(width, line.indent + count_code_points(line.text));
  return width;
}

// Whether the line below could not have begun on the line `at`: its first word had no room there.
bool is_broken_below(const Lines& lines, std::size_t at, std::size_t width) {
  const std::string_view below = lines[at + 1].text;
  std::size_t word = 0;
  while (word < below.size() && space_size(below, word) == 0)
    word += code_point_at(below, word).size;
  return lines[at].indent + count_code_points(lines[at].text) + 1 + word > width;
}

// Where most heads that have a line right below were broken there, it is their text that goes on,
// and no text of its own.
void learn_wrapping(const Lines& lines, const Look& look, HeadGroup& group) {
  if (look.form != LabelForm::key_first || !group.marker.empty()) return;
  const std::size_t width = width_of(lines);
  std::size_t followed = 0;
  std::size_t broken = 0;
  for (const EntryHead& head : group.heads) {
    const TextLine& line = lines[head.line];
    const bool below = head.line + 1 < lines.size() && !lines[head.line + 1].blank() &&
                       lines[head.line + 1].indent > line.indent;
    if (!below) continue;
    ++followed;
    broken += is_broken_below(lines, head.line, width);
  }
  group.wrapped =
      followed > 0 && static_cast<double>(broken) >= kMostly * static_cast<double>(followed);
}

// Learns what the text below the heads begins with; heads without it are no heads then: a number
// that a line happens to begin with does not have it below.
void learn_marker(const Lines& lines, HeadGroup& group) {
  std::set<std::size_t> heads;
  for (const EntryHead& head : group.heads) heads.insert(head.line);
  std::map<std::string_view, std::size_t> seen;
  for (const EntryHead& head : group.heads) {
    const std::size_t below = next_text(lines, head.line);
    // Below the items of a list stand other items, and no texts with marks.
    if (below < lines.size() && !heads.contains(below)) ++seen[marker_of(lines[below].text)];
  }
  for (const auto& [marker, count] : seen) {
    if (static_cast<double>(count) >= kMostly * static_cast<double>(group.heads.size())) {
      group.marker = marker;
    }
  }
  if (group.marker.empty()) return;
  std::erase_if(group.heads, [&](const EntryHead& head) {
    const std::size_t below = next_text(lines, head.line);
    return below >= lines.size() || !lines[below].text.starts_with(group.marker);
  });
}

// The column that most heads share, by their first byte or, of numbers set flush right, by the last
// one of their keys; nothing where they stand anywhere.
struct Column {
  bool of_ends = false;
  std::size_t place = 0;
};

std::size_t place_of(const Lines& lines, const EntryHead& head, bool of_ends) {
  return lines[head.line].indent + (of_ends ? head.at + head.key.size() : 0);
}

std::optional<Column> common_column(const Lines& lines, const HeadGroup& group) {
  for (const bool of_ends : {false, true}) {
    std::map<std::size_t, std::size_t> counts;
    for (const EntryHead& head : group.heads) ++counts[place_of(lines, head, of_ends)];
    for (const auto& [place, count] : counts) {
      if (static_cast<double>(count) >= kMostly * static_cast<double>(group.heads.size())) {
        return Column{of_ends, place};
      }
    }
  }
  return std::nullopt;
}

// A number that opens some line far from the list, and at another column, is none of its keys: a
// manual that ends with its exit codes has many of them.
void drop_heads_apart(const Lines& lines, HeadGroup& group) {
  constexpr std::size_t kFar = 20;  // Times the lines that an entry takes.
  const auto column = common_column(lines, group);
  if (!column) return;
  const auto is_in_column = [&](const EntryHead& head) {
    return place_of(lines, head, column->of_ends) == column->place;
  };
  std::vector<std::size_t> list;
  for (const EntryHead& head : group.heads) {
    if (is_in_column(head)) list.push_back(head.line);
  }
  const std::size_t far = kFar * (1 + (list.back() - list.front()) / list.size());
  std::erase_if(group.heads, [&](const EntryHead& head) {
    return !is_in_column(head) && (head.line + far < list.front() || list.back() + far < head.line);
  });
}

// Texts that were flattened run into one another: "... was placed. 202 Accepted". Behind the end of
// a sentence, at the end of a line and above a marked text, such a label opens an entry as well.
void find_heads_inside_lines(const Lines& lines, const Look& look, HeadGroup& group) {
  if (group.marker.empty() || look.form != LabelForm::key_first) return;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = lines[i].text;
    if (!lines[i + 1].text.starts_with(group.marker)) continue;
    for (std::size_t at = text.size(); at-- > 1;) {
      if (space_size(text, at - 1) == 0 || !ends_sentence(text.substr(0, at - 1))) continue;
      const auto label = read_label(text.substr(at), look.pattern, LabelForm::key_first);
      if (!label || is_prose(label->after)) continue;
      group.heads.push_back(
          {i, at, text.substr(at), std::string(label->key), label->after, false, {}, {}});
      break;
    }
  }
  std::sort(group.heads.begin(), group.heads.end(), [](const EntryHead& a, const EntryHead& b) {
    return std::pair(a.line, a.at) < std::pair(b.line, b.at);
  });
}

}  // namespace

std::vector<HeadGroup> find_head_groups(const std::vector<TextLine>& lines) {
  std::vector<HeadGroup> found;
  for (auto& [look, group] : find_groups(lines)) {
    drop_heads_apart(lines, group);
    learn_marker(lines, group);
    learn_names(lines, group);
    learn_wrapping(lines, look, group);
    find_heads_inside_lines(lines, look, group);
    if (group.heads.size() >= kFewestHeads) found.push_back(std::move(group));
  }
  return found;
}

}  // namespace doccord
