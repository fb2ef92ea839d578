// Numbers are written seven bits a byte, the lowest first, as all are small. A text is the number
// of its place in a table that stands before all else, which has the sizes of all texts and, of
// those that the document has as they are, where they begin in it; then come the bytes of the
// others.

#include "cache/reading_record.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "text/utf8.h"

namespace doccord {
namespace {

void put_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
  out += static_cast<char>(number);
}

// Texts that are shorter are hardly longer than where they would be found.
constexpr std::size_t kShortest = 8;

class Writer {
 public:
  Writer(const ReadDocument& read, const Source& source) : source_(source.text) {
    number(static_cast<std::uint64_t>(read.format));
    list(read.proposals, [this](const Proposal& each) { proposal(each); });
  }

  std::string bytes() const {
    std::string all;
    put_number(all, texts_.size());
    for (const Text& each : texts_) {
      put_number(all, 2 * each.bytes.size() + each.begin.has_value());
      if (each.begin) put_number(all, *each.begin);
    }
    for (const Text& each : texts_) {
      if (!each.begin) all += each.bytes;
    }
    return all + body_;
  }

 private:
  struct Text {
    std::string_view bytes;
    std::optional<std::size_t> begin;  // Where the document has it as it is, if that is known.
  };

  void number(std::uint64_t value) { put_number(body_, value); }

  void text(std::string_view value) {
    const auto [found, is_new] = places_.try_emplace(value, texts_.size());
    if (is_new) texts_.push_back({value, find_in(near_, value)});
    number(found->second);
  }

  // Looks no further than the entry may have it that is being written.
  std::optional<std::size_t> find_in(Span span, std::string_view value) const {
    constexpr std::size_t kWindow = 1024;
    if (value.size() < kShortest) return std::nullopt;
    const std::size_t most = 4 * value.size() + kWindow;
    const std::string_view window = source_.substr(span.begin, std::min(span.size(), most));
    // In contrast to string_view::find, this takes time in proportion to the texts.
    const void* found = ::memmem(window.data(), window.size(), value.data(), value.size());
    if (found == nullptr) return std::nullopt;
    return static_cast<std::size_t>(static_cast<const char*>(found) - source_.data());
  }

  template <class T, class Write>
  void list(const std::vector<T>& items, Write write) {
    number(items.size());
    for (const T& item : items) write(item);
  }

  void texts(const std::vector<std::string>& all) {
    list(all, [this](const std::string& each) { text(each); });
  }

  void span(Span value) {
    number(value.begin);
    number(value.size());
  }

  void entry(const Entry& value) {
    near_ = value.span;
    text(value.key);
    texts(value.aliases);
    texts(value.names);
    text(value.description);
    list(value.fields, [this](const Field& field) {
      text(field.label);
      text(field.text);
    });
    text(value.section);
    span(value.span);
  }

  void proposal(const Proposal& value) {
    text(value.shape);
    number(static_cast<std::uint64_t>(value.pattern));
    const auto score = std::bit_cast<std::uint64_t>(value.score);
    for (int shift = 0; shift < 64; shift += 8) body_ += static_cast<char>(score >> shift);
    list(value.entries, [this](const Entry& each) { entry(each); });
    list(value.suspects, [this](const Suspect& each) {
      near_ = each.span;
      span(each.span);
      text(each.key);
      text(each.reason);
    });
    const Coverage& coverage = value.coverage;
    for (const std::size_t part :
         {coverage.entries, coverage.headings, coverage.other, coverage.unclaimed}) {
      number(part);
    }
  }

  std::string_view source_;
  Span near_;
  std::string body_;
  std::vector<Text> texts_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

// The bytes are not as the writer makes them; thrown and caught within this file only.
struct Fault {};

class Reader {
 public:
  Reader(std::string_view bytes, const Source& source) : rest_(bytes), source_(source) {}

  ReadDocument read() {
    read_texts();
    ReadDocument read;
    read.format = one_of<Format>(Format::source);
    read.proposals = list<Proposal>([this] { return proposal(); });
    if (!rest_.empty()) throw Fault{};
    const auto better = [](const Proposal& a, const Proposal& b) { return a.score > b.score; };
    if (!std::is_sorted(read.proposals.begin(), read.proposals.end(), better)) throw Fault{};
    return read;
  }

 private:
  unsigned char byte() {
    if (rest_.empty()) throw Fault{};
    const auto first = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return first;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint64_t part = byte();
      value |= (part & 0x7F) << shift;
      if (part < 0x80) return value;
    }
    throw Fault{};
  }

  // How many items follow: each takes a byte at least, so that no count makes us ask for more
  // memory than the bytes justify.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) throw Fault{};
    return value;
  }

  template <class T, class Read>
  std::vector<T> list(Read read) {
    const std::size_t size = count();
    std::vector<T> items;
    items.reserve(std::min<std::size_t>(size, kMostReserved));
    for (std::size_t i = 0; i < size; ++i) items.push_back(read());
    return items;
  }

  template <class T>
  T one_of(T last) {
    const std::uint64_t value = number();
    if (value > static_cast<std::uint64_t>(last)) throw Fault{};
    return static_cast<T>(value);
  }

  void read_texts() {
    struct Place {
      std::size_t size = 0;
      std::optional<std::size_t> begin;
    };
    const auto places = list<Place>([this] {
      const std::uint64_t value = number();
      return value % 2 == 0 ? Place{value / 2, {}} : Place{value / 2, number()};
    });
    texts_.reserve(places.size());
    for (const Place& place : places) {
      texts_.push_back(place.begin ? of_document(*place.begin, place.size) : bytes(place.size));
    }
  }

  std::string_view bytes(std::size_t size) {
    if (size > rest_.size()) throw Fault{};
    const std::string_view text = rest_.substr(0, size);
    if (find_invalid_utf8(text)) throw Fault{};
    rest_.remove_prefix(size);
    return text;
  }

  std::string_view of_document(std::size_t begin, std::size_t size) const {
    const Span span = checked(begin, size);
    return std::string_view(source_.text).substr(span.begin, span.size());
  }

  std::string_view text_view() {
    const std::uint64_t place = number();
    if (place >= texts_.size()) throw Fault{};
    return texts_[place];
  }

  std::string text() { return std::string(text_view()); }

  std::vector<std::string> texts() {
    return list<std::string>([this] { return text(); });
  }

  Span span() {
    const std::uint64_t begin = number();
    return checked(begin, number());
  }

  Span checked(std::uint64_t begin, std::uint64_t size) const {
    const std::size_t end = source_.text.size();
    if (begin > end || size > end - begin) throw Fault{};
    const Span span{begin, begin + size};
    if (!is_between_characters(source_.text, span.begin) ||
        !is_between_characters(source_.text, span.end)) {
      throw Fault{};
    }
    return span;
  }

  Entry entry() {
    Entry entry;
    entry.key = text();
    if (entry.key.empty()) throw Fault{};
    entry.aliases = texts();
    entry.names = texts();
    entry.description = text();
    entry.fields = list<Field>([this] {
      std::string label = text();
      return Field{std::move(label), text()};
    });
    entry.section = text();
    entry.span = span();
    return entry;
  }

  Suspect suspect() {
    const Span where = span();
    std::string key = text();
    return {where, std::move(key), text()};
  }

  double score() {
    std::uint64_t bits = 0;
    for (int shift = 0; shift < 64; shift += 8) bits |= std::uint64_t{byte()} << shift;
    const auto score = std::bit_cast<double>(bits);
    if (!std::isfinite(score) || score <= 0) throw Fault{};
    return score;
  }

  Coverage coverage() {
    Coverage coverage{size_on_disk(source_), number(), number(), number(), number()};
    std::size_t left = coverage.bytes;
    for (const std::size_t part :
         {coverage.entries, coverage.headings, coverage.other, coverage.unclaimed}) {
      if (part > left) throw Fault{};
      left -= part;
    }
    if (left != 0) throw Fault{};
    return coverage;
  }

  Proposal proposal() {
    Proposal proposal;
    proposal.shape = find_shape_name(text_view());
    if (proposal.shape.empty()) throw Fault{};
    proposal.pattern = one_of<KeyPattern>(KeyPattern::identifier);
    proposal.score = score();
    proposal.entries = list<Entry>([this] { return entry(); });
    if (proposal.entries.empty()) throw Fault{};
    proposal.suspects = list<Suspect>([this] { return suspect(); });
    proposal.coverage = coverage();
    return proposal;
  }

  static constexpr std::size_t kMostReserved = 4096;

  std::string_view rest_;
  const Source& source_;
  std::vector<std::string_view> texts_;
};

}  // namespace

std::string write_reading(const ReadDocument& read, const Source& source) {
  return Writer(read, source).bytes();
}

std::optional<ReadDocument> read_reading(std::string_view bytes, const Source& source) {
  try {
    return Reader(bytes, source).read();
  } catch (const Fault&) {
    return std::nullopt;
  }
}

}  // namespace doccord
