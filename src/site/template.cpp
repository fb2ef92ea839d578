#include "site/template.h"

#include <cassert>
#include <kainjow/mustache.hpp>
#include <set>

#include "text/escape.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

namespace mustache = kainjow::mustache;

// The library's lists and objects copy what is put into them, level by level. So places are made
// first and filled by moving; the const_cast is on an object that this function made and owns.
mustache::data to_data(const Value& value) {
  struct Convert {
    mustache::data operator()(bool flag) const { return flag; }
    mustache::data operator()(const Value::Never&) const { return false; }
    mustache::data operator()(const std::string& text) const {
      return text.empty() ? mustache::data(false) : mustache::data(text);
    }
    mustache::data operator()(const Value::List& list) const {
      mustache::data data(mustache::data::type::list);
      for (std::size_t i = 0; i < list.size(); ++i) data.push_back(false);
      auto& places = const_cast<mustache::list&>(data.list_value());
      for (std::size_t i = 0; i < list.size(); ++i) places[i] = to_data(list[i]);
      return data;
    }
    mustache::data operator()(const Value::Object& object) const {
      mustache::data data(mustache::data::type::object);
      for (const auto& [name, member] : object) data[name] = to_data(member);
      return data;
    }
  };
  return std::visit(Convert{}, value.data());
}

// Looks names up from the innermost section outwards, and remembers the first that nobody has.
class Context final : public mustache::basic_context<std::string> {
 public:
  explicit Context(const mustache::data& root) { push(&root); }

  void push(const mustache::data* data) override { stack_.push_back(data); }
  void pop() override { stack_.pop_back(); }

  const mustache::data* get(const std::string& name) const override {
    if (name == ".") return stack_.back();
    for (auto item = stack_.rbegin(); item != stack_.rend(); ++item) {
      if (const mustache::data* found = (*item)->get(name)) return found;
    }
    if (missing_.empty()) missing_ = name;
    return nullptr;
  }

  const mustache::data* get_partial(const std::string& name) const override { return get(name); }

  const std::string& missing() const { return missing_; }

 private:
  std::vector<const mustache::data*> stack_;
  mutable std::string missing_;
};

// What the library prints to.
struct Sink {
  std::string text;
  Sink& operator<<(const std::string& part) {
    text += part;
    return *this;
  }
};

Error template_error(const std::string& name, std::string message) {
  return {name + ".html", 0, 0, std::move(message)};
}

// Replaces each `{{> name}}`, recursively.
class Expander {
 public:
  explicit Expander(const std::map<std::string, std::string>& texts) : texts_(texts) {}

  Result<std::string> expand(const std::string& name) {
    const auto found = texts_.find(name);
    if (found == texts_.end()) {
      return tl::unexpected(template_error(name, "there is no such template"));
    }
    if (!open_.insert(name).second) {
      return tl::unexpected(template_error(name, "the template includes itself"));
    }
    Result<std::string> expanded = expand_text(name, found->second);
    open_.erase(name);
    return expanded;
  }

 private:
  Result<std::string> expand_text(const std::string& name, std::string_view text) {
    // A file ends with a line end; where it is included, it does not.
    if (open_.size() > 1 && text.ends_with('\n')) text.remove_suffix(1);
    std::string out;
    while (true) {
      const std::size_t tag = text.find("{{");
      out += text.substr(0, tag);
      if (tag == std::string_view::npos) return out;
      const std::size_t end = text.find("}}", tag);
      if (end == std::string_view::npos) {
        return tl::unexpected(template_error(name, "a tag has no end, expected }}"));
      }
      const std::string_view inside = trim(text.substr(tag + 2, end - tag - 2));
      if (inside.starts_with('{') || inside.starts_with('&') || inside.starts_with('=')) {
        return tl::unexpected(template_error(
            name, "{{" + std::string(1, inside[0]) + " is not allowed: texts are escaped"));
      }
      if (inside.starts_with('>')) {
        Result<std::string> part = expand(std::string(trim(inside.substr(1))));
        if (!part) return part;
        out += *part;
      } else {
        out += text.substr(tag, end + 2 - tag);
      }
      text.remove_prefix(end + 2);
    }
  }

  const std::map<std::string, std::string>& texts_;
  std::set<std::string> open_;
};

}  // namespace

Value& Value::set(std::string name, Value value) & {
  assert(std::holds_alternative<Object>(data_));
  Object& members = std::get<Object>(data_);
  if (members.empty()) members.reserve(8);
  members.push_back({std::move(name), std::move(value)});
  return *this;
}

struct TemplateSet::Parsed {
  std::map<std::string, mustache::mustache> templates;
};

TemplateSet::TemplateSet() : parsed_(std::make_unique<Parsed>()) {}
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

Result<TemplateSet> TemplateSet::parse(const std::map<std::string, std::string>& texts) {
  TemplateSet set;
  for (const auto& [name, text] : texts) {
    Result<std::string> expanded = Expander(texts).expand(name);
    if (!expanded) return tl::unexpected(std::move(expanded.error()));
    mustache::mustache parsed(*expanded);
    if (!parsed.is_valid()) {
      return tl::unexpected(template_error(name, parsed.error_message()));
    }
    parsed.set_custom_escape([](const std::string& unsafe) { return escape_html(unsafe); });
    set.parsed_->templates.emplace(name, std::move(parsed));
  }
  return set;
}

Result<std::string> TemplateSet::render(const std::string& name, const Value& data) const {
  const auto found = parsed_->templates.find(name);
  if (found == parsed_->templates.end()) {
    return tl::unexpected(template_error(name, "there is no such template"));
  }
  const mustache::data root = to_data(data);
  Context context(root);
  Sink sink;
  sink.text.reserve(std::size_t{1} << 14);
  found->second.render(context, sink);
  if (!context.missing().empty()) {
    return tl::unexpected(
        template_error(name, "there is no value for the tag `" + context.missing() + "`"));
  }
  if (!found->second.is_valid()) {
    return tl::unexpected(template_error(name, found->second.error_message()));
  }
  return std::move(sink.text);
}

}  // namespace doccord
