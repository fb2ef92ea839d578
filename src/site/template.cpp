#include "site/template.h"

#include <algorithm>
#include <cassert>

#include "site/template_parser.h"
#include "text/escape.h"

namespace doccord {
namespace {

using Kind = TemplateNode::Kind;

bool stands_for_itself(char c) {
  return c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

// Most texts have nothing to escape.
void append_escaped(std::string& out, const std::string& text) {
  if (std::all_of(text.begin(), text.end(), stands_for_itself)) {
    out += text;
  } else {
    out += escape_html(text);
  }
}

// Prints one template.
class Renderer {
 public:
  Renderer(const std::vector<TemplateNode>& nodes, const Value& root)
      : nodes_(nodes), context_{&root} {
    out_.reserve(std::size_t{1} << 14);
  }

  std::string run() {
    print(0, nodes_.size());
    end_line({});
    return std::move(out_);
  }

  // The first name that nothing was given for; empty when all had a value.
  std::string_view missing() const { return missing_; }

 private:
  void print(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const TemplateNode& node = nodes_[i];
      switch (node.kind) {
        case Kind::text:
          print_text(node);
          break;
        case Kind::line_end:
          end_line(node.text);
          break;
        case Kind::value:
          print_value(node.name);
          break;
        default:
          print_section(i);
          i = node.end - 1;
      }
    }
  }

  void print_text(const TemplateNode& node) {
    out_ += node.text;
    if (node.line_start == TemplateNode::npos) return;
    line_start_ = out_.size() - (node.text.size() - node.line_start);
    border_in_line_ = false;
  }

  void end_line(std::string_view mark) {
    const bool blank = out_.find_first_not_of(" \t", line_start_) == std::string::npos;
    if (border_in_line_ && blank) {
      out_.resize(line_start_);
    } else {
      out_ += mark;
    }
    line_start_ = out_.size();
    border_in_line_ = false;
  }

  void print_value(const Name& name) {
    const Value* value = find(name);
    if (value == nullptr) return;
    if (const auto* text = std::get_if<std::string>(&value->data())) append_escaped(out_, *text);
  }

  void print_section(std::size_t place) {
    const TemplateNode& node = nodes_[place];
    const Value* value = find(node.name);
    const bool holds = value != nullptr && value->holds();
    if (holds != (node.kind == Kind::section)) return;
    if (!holds) return print_inside(place, node.end, value);
    if (const auto* list = std::get_if<Value::List>(&value->data())) {
      for (const Value& item : *list) print_inside(place, node.end, &item);
    } else {
      print_inside(place, node.end, value);
    }
  }

  void print_inside(std::size_t place, std::size_t end, const Value* value) {
    border_in_line_ = true;
    if (value != nullptr) context_.push_back(value);
    print(place + 1, end);
    if (value != nullptr) context_.pop_back();
    border_in_line_ = true;
  }

  // From the innermost section outwards.
  const Value* find(const Name& name) {
    if (name.text() == ".") return context_.back();
    for (auto item = context_.rbegin(); item != context_.rend(); ++item) {
      if (const Value* found = (*item)->find(name)) return found;
    }
    if (missing_.empty()) missing_ = name.text();
    return nullptr;
  }

  const std::vector<TemplateNode>& nodes_;
  std::vector<const Value*> context_;
  std::string out_;
  std::size_t line_start_ = 0;
  bool border_in_line_ = false;
  std::string_view missing_;
};

}  // namespace

Value& Value::set(Name name, Value value) & {
  assert(std::holds_alternative<Object>(data_));
  Object& members = std::get<Object>(data_);
  if (members.empty()) members.reserve(8);
  members.push_back({name, std::move(value)});
  return *this;
}

const Value* Value::find(const Name& name) const {
  const auto* members = std::get_if<Object>(&data_);
  if (members == nullptr) return nullptr;
  for (const Member& member : *members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

bool Value::holds() const {
  if (const auto* flag = std::get_if<bool>(&data_)) return *flag;
  if (const auto* text = std::get_if<std::string>(&data_)) return !text->empty();
  if (const auto* list = std::get_if<List>(&data_)) return !list->empty();
  return std::holds_alternative<Object>(data_);
}

struct TemplateSet::Parsed {
  std::map<std::string, ParsedTemplate> templates;
};

TemplateSet::TemplateSet() : parsed_(std::make_unique<Parsed>()) {}
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

Result<TemplateSet> TemplateSet::parse(const std::map<std::string, std::string>& texts) {
  TemplateSet set;
  for (const auto& [name, text] : texts) {
    Result<ParsedTemplate> parsed = parse_template(texts, name);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    set.parsed_->templates.emplace(name, std::move(*parsed));
  }
  return set;
}

Result<std::string> TemplateSet::render(const std::string& name, const Value& data) const {
  const auto found = parsed_->templates.find(name);
  if (found == parsed_->templates.end()) {
    return tl::unexpected(template_error(name, "there is no such template"));
  }
  Renderer renderer(found->second.nodes, data);
  std::string html = renderer.run();
  if (!renderer.missing().empty()) {
    return tl::unexpected(template_error(
        name, "there is no value for the tag `" + std::string(renderer.missing()) + "`"));
  }
  return html;
}

}  // namespace doccord
