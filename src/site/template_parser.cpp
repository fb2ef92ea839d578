#include "site/template_parser.h"

#include <set>
#include <utility>

#include "text/whitespace.h"

namespace doccord {
namespace {

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
    for (;;) {
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

// Cuts an expanded template into nodes.
class Parser {
 public:
  explicit Parser(std::vector<TemplateNode>& nodes) : nodes_(nodes) {}

  // What is wrong with it, in words; empty when nothing is.
  std::string parse(std::string_view text) {
    while (!text.empty()) {
      const std::size_t tag = text.find("{{");
      add_text(text.substr(0, tag));
      if (tag == std::string_view::npos) break;
      const std::size_t end = text.find("}}", tag);
      if (std::string fault = add_tag(trim(text.substr(tag + 2, end - tag - 2))); !fault.empty()) {
        return fault;
      }
      text.remove_prefix(end + 2);
    }
    return open_.empty() ? "" : "the section `" + name_of(open_.back()) + "` is not closed";
  }

 private:
  std::string name_of(std::size_t node) const { return std::string(nodes_[node].name.text()); }

  // Lines without a section's border are always printed, so they stay together. The end of any
  // other is a node of its own.
  void add_text(std::string_view text) {
    if (border_in_line_) {
      const std::size_t line_end = text.find('\n');
      add_run(text.substr(0, line_end));
      if (line_end == std::string_view::npos) return;
      nodes_.push_back({.kind = TemplateNode::Kind::line_end, .text = text.substr(line_end, 1)});
      border_in_line_ = false;
      text.remove_prefix(line_end + 1);
    }
    add_run(text);
  }

  void add_run(std::string_view text) {
    if (text.empty()) return;
    const std::size_t line_end = text.rfind('\n');
    const std::size_t start = line_end == std::string_view::npos ? line_end : line_end + 1;
    nodes_.push_back({.text = text, .line_start = start});
  }

  std::string add_tag(std::string_view inside) {
    const char mark = inside.empty() ? ' ' : inside.front();
    if (mark == '!') return "";
    if (inside.empty()) return "a tag is empty";
    const bool border = mark == '#' || mark == '^' || mark == '/';
    const Name name = Name::in_template(border ? trim(inside.substr(1)) : inside);
    border_in_line_ = border_in_line_ || border;
    if (mark == '/') return close(name);
    TemplateNode node;
    node.kind = mark == '#'   ? TemplateNode::Kind::section
                : mark == '^' ? TemplateNode::Kind::inverted
                              : TemplateNode::Kind::value;
    node.name = name;
    if (border) open_.push_back(nodes_.size());
    nodes_.push_back(node);
    return "";
  }

  std::string close(const Name& name) {
    if (open_.empty()) return "the section `" + std::string(name.text()) + "` is not open";
    if (nodes_[open_.back()].name != name) {
      return "the section `" + name_of(open_.back()) + "` is closed by `" +
             std::string(name.text()) + "`";
    }
    nodes_[open_.back()].end = nodes_.size();
    open_.pop_back();
    return "";
  }

  std::vector<TemplateNode>& nodes_;
  std::vector<std::size_t> open_;  // Sections, by their nodes.
  bool border_in_line_ = false;
};

}  // namespace

Error template_error(const std::string& name, std::string message) {
  return {name + ".html", 0, 0, std::move(message)};
}

Result<ParsedTemplate> parse_template(const std::map<std::string, std::string>& texts,
                                      const std::string& name) {
  Result<std::string> expanded = Expander(texts).expand(name);
  if (!expanded) return tl::unexpected(std::move(expanded.error()));
  ParsedTemplate parsed{std::make_unique<const std::string>(std::move(*expanded)), {}};
  if (std::string fault = Parser(parsed.nodes).parse(*parsed.text); !fault.empty()) {
    return tl::unexpected(template_error(name, std::move(fault)));
  }
  return parsed;
}

}  // namespace doccord
