#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace doccord {

// How much white space there is. `indented`: by two blanks a level. `lines`: none, but that each
// item of a list of lines stands on a line of its own, so that what works by lines can find and
// compare them.
enum class JsonLayout { indented, lines };

// Writes JSON from front to back, without a tree of it in memory; texts as append_json_string
// (json_text.h) does.
class JsonWriter {
 public:
  explicit JsonWriter(JsonLayout layout) : layout_(layout) {}

  // `fill` writes what stands within: members of an object, values of an array.
  template <std::invocable Fill>
  void object(Fill&& fill) {
    open('{');
    fill();
    close('}');
  }
  template <std::invocable Fill>
  void array(Fill&& fill) {
    open('[');
    fill();
    close(']');
  }
  template <std::invocable Fill>
  void object(std::string_view name, Fill&& fill) {
    key(name);
    object(std::forward<Fill>(fill));
  }
  template <std::invocable Fill>
  void array(std::string_view name, Fill&& fill) {
    key(name);
    array(std::forward<Fill>(fill));
  }
  // An array of which `write(item)` writes each item.
  template <class Items, std::invocable<const typename Items::value_type&> Write>
  void list(std::string_view name, const Items& items, Write&& write) {
    array(name, [&] {
      for (const auto& item : items) write(item);
    });
  }
  // An array of objects, of which `write(item)` writes the members of each.
  template <class Items, std::invocable<const typename Items::value_type&> Write>
  void objects(std::string_view name, const Items& items, Write&& write) {
    list(name, items, [&](const auto& item) { object([&] { write(item); }); });
  }
  // As list, of `count` items that `write(place)` writes, as a list of lines.
  template <std::invocable<std::size_t> Write>
  void lines(std::string_view name, std::size_t count, Write&& write) {
    key(name);
    open('[');
    levels_.back().by_lines = true;
    const std::size_t begin = out_.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (i == kSample) reserve_for(out_.size() - begin, count);
      write(i);
    }
    close(']');
  }

  void key(std::string_view name);
  template <class Value>
  void member(std::string_view name, const Value& its) {
    key(name);
    value(its);
  }

  void value(std::string_view text);
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void value(double number);
  void value(std::size_t number);
  void value(const std::vector<std::string>& texts) {
    array([&] {
      for (const std::string& text : texts) value(text);
    });
  }
  void null() { raw("null"); }

  // What was written, with a line end; then the writer is empty.
  std::string take();

 private:
  // The first items of a list tell how much room all need, so that the text is not copied as it
  // grows.
  static constexpr std::size_t kSample = 64;

  struct Level {
    bool any = false;  // Something stands in it.
    bool by_lines = false;
  };

  void open(char bracket);
  void close(char bracket);
  void raw(std::string_view bytes);
  void begin_item();
  void end_line();
  void reserve_for(std::size_t sample, std::size_t count);

  JsonLayout layout_;
  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace doccord
