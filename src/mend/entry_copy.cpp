#include "mend/entry_copy.h"

#include <algorithm>
#include <utility>

#include "mend/naming.h"
#include "mend/written_text.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

bool is_word_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0x80 || byte == '_' || is_letter(byte) || is_digit(byte);
}

// Exchanges what stands in the model's bytes.
class Exchange {
 public:
  Exchange(const Workshop& workshop, std::size_t source, Span block)
      : source_(source),
        block_(block),
        text_(workshop.source(source).text),
        format_(workshop.state.entry_sets[source].format) {}

  // Whether every one of the places could be exchanged, and there was one.
  bool replace(const std::vector<Stretch>& places, std::string_view to) {
    for (const Stretch& place : places) {
      const auto written = written_text(to, text_, format_, place);
      if (!written) return false;
      edits_.push_back({source_, place.span, *written});
    }
    return !places.empty();
  }

  // Where the bytes stand as they are outside of what readers see, as anchors do and the member
  // names of JSON and YAML; tells how often.
  std::size_t replace_unseen(std::string_view from, std::string_view to) {
    std::size_t count = 0;
    for (std::size_t at = text_.find(from, block_.begin);
         at != std::string_view::npos && at + from.size() <= block_.end;
         at = text_.find(from, at + from.size())) {
      const Span span{at, at + from.size()};
      const bool apart = (at == 0 || !is_word_byte(text_, at - 1)) &&
                         (span.end == text_.size() || !is_word_byte(text_, span.end));
      if (!apart || !is_unseen(span)) continue;
      edits_.push_back({source_, span, std::string(to)});
      ++count;
    }
    return count;
  }

  bool is_taken(Span span) const {
    return std::any_of(edits_.begin(), edits_.end(), [&](const ByteEdit& edit) {
      return edit.span.begin < span.end && span.begin < edit.span.end;
    });
  }

  std::string text() {
    sort_edits(edits_);
    std::string out(text_.substr(block_.begin, block_.size()));
    for (auto edit = edits_.rbegin(); edit != edits_.rend(); ++edit) {
      out.replace(edit->span.begin - block_.begin, edit->span.size(), edit->text);
    }
    return out;
  }

 private:
  // In a tag, quoted, or before a colon, and not exchanged yet.
  bool is_unseen(Span span) const {
    if (is_taken(span)) return false;
    if (format_ == Format::json) return text_.substr(span.end, 1) == "\"";
    if (format_ == Format::yaml) {
      const std::string_view behind = text_.substr(span.end, 2);
      return behind.starts_with(':') || behind == "\":" || behind == "':";
    }
    const std::string_view before = text_.substr(block_.begin, span.begin - block_.begin);
    const std::size_t opened = before.rfind('<');
    return opened != std::string_view::npos && before.find('>', opened) == std::string_view::npos;
  }

  std::size_t source_;
  Span block_;
  std::string_view text_;
  Format format_;
  std::vector<ByteEdit> edits_;
};

// As anchors have it: "not-found".
std::string anchor_form(std::string_view name) {
  std::string form = fold_case(name);
  std::replace_if(
      form.begin(), form.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
  return form;
}

bool replace_key(Exchange& exchange, const Workshop& workshop, std::size_t source,
                 const Entry& model, const std::string& key) {
  const bool seen = exchange.replace(name_stretches(workshop, source, model, model.key), key);
  const bool unseen = exchange.replace_unseen(model.key, key) > 0;
  exchange.replace_unseen(fold_case(model.key), fold_case(key));
  return seen || unseen;
}

// Whether an anchor of the copy is one of the document's already: then it names two places.
bool repeats_anchor(std::string_view copy, std::string_view document) {
  constexpr std::string_view kId = "id=\"";
  for (std::size_t at = copy.find(kId); at != std::string_view::npos; at = copy.find(kId, at + 1)) {
    const std::size_t end = copy.find('"', at + kId.size());
    if (end == std::string_view::npos) return false;
    if (document.find(copy.substr(at, end + 1 - at)) != std::string_view::npos) return true;
  }
  return false;
}

// The model's names, each for the given one in its style; false when one is not there to exchange.
bool replace_names(Exchange& exchange, const Workshop& workshop, std::size_t source,
                   const Entry& model, const Claim& given, std::vector<std::string>& names) {
  if (given.entry.names.empty()) return model.names.empty();
  for (const std::string& from : model.names) {
    const std::string like = name_model(workshop, source, model, from);
    const std::string bare =
        without_own_prefix(workshop, given.source, fitting_name(workshop, given, like));
    const std::string to = styled_like(workshop, source, bare, like);
    if (!exchange.replace(name_stretches(workshop, source, model, from), to)) return false;
    exchange.replace_unseen(from, to);
    exchange.replace_unseen(fold_case(from), fold_case(to));
    exchange.replace_unseen(anchor_form(from), anchor_form(to));
    names.push_back(to);
  }
  return true;
}

bool replace_text(Exchange& exchange, const Workshop& workshop, std::size_t source,
                  const Entry& model, const std::string& text) {
  if (model.description.empty() || text.empty()) return model.description.empty() && text.empty();
  const auto places = workshop.stretches(source).find_all(model.span, model.description);
  return places.size() == 1 && exchange.replace(places, text);
}

// The model's further fields, each for the given one of the same label.
bool replace_fields(Exchange& exchange, const Workshop& workshop, std::size_t source,
                    const Entry& model, const Claim& given, std::vector<Field>& fields) {
  for (const Field& field : model.fields) {
    const auto same = std::find_if(
        given.entry.fields.begin(), given.entry.fields.end(),
        [&](const Field& each) { return fold_case(each.label) == fold_case(field.label); });
    if (same == given.entry.fields.end()) return false;
    auto places = workshop.stretches(source).find_all(model.span, field.text);
    std::erase_if(places, [&](const Stretch& place) { return exchange.is_taken(place.span); });
    if (places.size() != 1 || !exchange.replace(places, same->text)) return false;
    fields.push_back({field.label, same->text});
  }
  return true;
}

// Behind the closing tags that follow on the line.
std::size_t behind_tags(std::string_view text, std::size_t at) {
  for (std::size_t next = at;; at = next) {
    while (next < text.size() && text[next] == ' ') ++next;
    if (!text.substr(next).starts_with("</")) return at;
    next = text.find('>', next);
    if (next == std::string_view::npos) return at;
    ++next;
  }
}

// Before the tags that stand in front on the line, `least` at the furthest.
std::size_t before_tags(std::string_view text, std::size_t at, std::size_t least) {
  for (std::size_t next = at;; at = next) {
    while (next > least && text[next - 1] == ' ') --next;
    if (next <= least || text[next - 1] != '>') return at;
    next = text.rfind('<', next - 1);
    if (next == std::string_view::npos || next < least) return at;
  }
}

}  // namespace

std::vector<Span> entry_blocks(std::string_view text, Format format,
                               const std::vector<Entry>& entries) {
  std::vector<Span> blocks;
  const bool tagged = format == Format::html || format == Format::markdown || format == Format::xml;
  std::size_t least = 0;
  for (const Entry& entry : entries) {
    Span block = entry.span;
    if (tagged) block = {before_tags(text, block.begin, least), behind_tags(text, block.end)};
    least = block.end;
    blocks.push_back(block);
  }
  return blocks;
}

std::optional<EntryCopy> copy_entry(const Workshop& workshop, std::size_t source,
                                    const Entry& model, Span block, const Claim& given,
                                    std::string& why_not) {
  EntryCopy copy;
  copy.entry.key = given.entry.key;
  copy.entry.description = collapse(given.entry.description);
  if (!model.aliases.empty()) {
    why_not = "the entries beside it have several ways to write the key";
    return std::nullopt;
  }
  Exchange exchange(workshop, source, block);
  if (!replace_text(exchange, workshop, source, model, copy.entry.description) ||
      !replace_names(exchange, workshop, source, model, given, copy.entry.names) ||
      !replace_key(exchange, workshop, source, model, copy.entry.key)) {
    why_not = "key, name and text of the entries beside it do not stand there as plain text";
    return std::nullopt;
  }
  if (!replace_fields(exchange, workshop, source, model, given, copy.entry.fields)) {
    why_not = "the entries beside it have more to say than key, name and description";
    return std::nullopt;
  }
  copy.text = exchange.text();
  if (repeats_anchor(copy.text, workshop.source(source).text)) {
    why_not = "the anchors of the entries beside it cannot be exchanged";
    return std::nullopt;
  }
  return copy;
}

}  // namespace doccord
