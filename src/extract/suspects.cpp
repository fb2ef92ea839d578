#include "extract/suspects.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/prose.h"
#include "extract/text_layout.h"
#include "text/name_words.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kMostNameWords = 6;

// What the keys of the entries have in common beyond their pattern.
struct KnownKeys {
  std::set<std::string, std::less<>> keys;
  std::set<std::string, std::less<>> looks;
  std::string name_prefix;  // Of all constants of a program's list.
};

// Each character by its kind, "999" of 404 and "9.9" of 1.2: what looks otherwise than every key is
// the number of a section, a version or a figure.
std::string look_of(std::string_view key) {
  std::string look;
  for (const char c : key) {
    const unsigned char byte = static_cast<unsigned char>(c);
    look += is_digit(byte) ? '9' : is_letter(byte) ? 'A' : c;
  }
  return look;
}

// A constant whose name does not begin like all of the list belongs to another one.
std::string name_prefix_of(const std::vector<Entry>& entries) {
  std::vector<std::string_view> names;
  for (const Entry& entry : entries) {
    if (!entry.names.empty()) names.push_back(entry.names[0]);
  }
  std::string_view prefix = constant_prefix(names);
  if (prefix.empty()) prefix = camel_prefix(names);
  return std::string(prefix);
}

KnownKeys known_keys(const Proposal& proposal, Format format) {
  KnownKeys known;
  if (format == Format::source) known.name_prefix = name_prefix_of(proposal.entries);
  for (const Entry& entry : proposal.entries) {
    known.keys.insert(entry.key);
    known.looks.insert(look_of(entry.key));
  }
  return known;
}

// Whether the text beside a key reads like the name of an entry and not like part of a sentence.
bool reads_like_name(const Label& label) {
  if (!label.before.empty()) return is_constant(strip_decoration(label.before));
  const std::string_view name = label.after;
  return is_upper(code_point_at(name, 0).value) && is_title_case(name) && !ends_sentence(name) &&
         count_words(name) <= kMostNameWords;
}

// The key of an entry that `text` seems to open, unless there is such an entry.
std::optional<std::string> unknown_key(std::string_view text, KeyPattern pattern,
                                       const KnownKeys& known) {
  for (const LabelForm form : {LabelForm::key_second, LabelForm::key_last, LabelForm::key_first}) {
    const auto label = read_label(text, pattern, form);
    if (!label || !reads_like_name(*label)) continue;
    if (!strip_decoration(label->before).starts_with(known.name_prefix)) return std::nullopt;
    std::string key = canonical_key(label->key);
    if (known.looks.contains(look_of(key)) && !known.keys.contains(key)) return key;
    return std::nullopt;
  }
  return std::nullopt;
}

// The bytes that entries take up.
class TakenSpans {
 public:
  explicit TakenSpans(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) spans_.push_back(entry.span);
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    // Each end becomes the furthest one so far, so that the last span before a place tells.
    for (std::size_t i = 1; i < spans_.size(); ++i) {
      spans_[i].end = std::max(spans_[i].end, spans_[i - 1].end);
    }
  }

  // Whether one entry holds all of the span.
  bool hold(Span span) const {
    const auto behind =
        std::upper_bound(spans_.begin(), spans_.end(), span.begin,
                         [](std::size_t place, Span each) { return place < each.begin; });
    return behind != spans_.begin() && std::prev(behind)->end >= span.end;
  }

 private:
  std::vector<Span> spans_;
};

std::vector<Suspect> suspects_in_lines(const DocumentTexts& texts, const Proposal& proposal,
                                       const KnownKeys& known) {
  std::vector<Suspect> suspects;
  const TakenSpans taken(proposal.entries);
  const std::vector<TextLine>& lines = texts.lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    const bool begins = i == 0 || lines[i - 1].blank() || ends_sentence(lines[i - 1].text);
    if (!begins) continue;
    const auto key = unknown_key(lines[i].text, proposal.pattern, known);
    if (!key) continue;
    suspects.push_back({lines[i].span, *key,
                        taken.hold(lines[i].span)
                            ? "is written otherwise than the entries around it"
                            : "stands apart from the entries"});
  }
  return suspects;
}

std::vector<Suspect> suspects_in_blocks(const DocumentTexts& texts, const Proposal& proposal,
                                        const KnownKeys& known) {
  std::vector<Suspect> suspects;
  const TakenSpans taken(proposal.entries);
  for (const GridCell& block : texts.blocks()) {
    if (taken.hold(block.span)) continue;
    const auto key = unknown_key(block.text, proposal.pattern, known);
    if (key) suspects.push_back({block.span, *key, "stands apart from the entries"});
  }
  return suspects;
}

}  // namespace

std::vector<Suspect> find_suspects(const DocumentTexts& texts, const Proposal& proposal) {
  // Words look like identifiers everywhere, so that nothing could be told from them.
  if (proposal.pattern == KeyPattern::identifier) return {};
  const KnownKeys known = known_keys(proposal, texts.document().format());
  return texts.document().format() == Format::text ? suspects_in_lines(texts, proposal, known)
                                                   : suspects_in_blocks(texts, proposal, known);
}

}  // namespace doccord
