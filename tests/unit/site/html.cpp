#include "unit/site/html.h"

#include <array>
#include <cstddef>

#include "text/whitespace.h"

namespace doccord::test {
namespace {

std::string undo_entities(std::string_view text) {
  struct Named {
    std::string_view entity;
    char character;
  };
  constexpr std::array<Named, 5> kEntities{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string out;
  while (!text.empty()) {
    bool found = false;
    for (const Named& named : kEntities) {
      if (!text.starts_with(named.entity)) continue;
      out += named.character;
      text.remove_prefix(named.entity.size());
      found = true;
      break;
    }
    if (found) continue;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

bool is_void(std::string_view element) {
  return element == "meta" || element == "link" || element == "br" || element == "wbr";
}

}  // namespace

std::vector<std::string> attribute_values(std::string_view html, std::string_view name) {
  const std::string opening = " " + std::string(name) + "=\"";
  std::vector<std::string> values;
  for (std::size_t at = html.find(opening); at != html.npos; at = html.find(opening, at)) {
    at += opening.size();
    const std::size_t end = html.find('"', at);
    values.push_back(undo_entities(html.substr(at, end - at)));
  }
  return values;
}

std::string visible_text(std::string_view html) {
  html.remove_prefix(html.find("<body>"));
  std::string out;
  while (!html.empty()) {
    const std::size_t tag = html.find('<');
    out += html.substr(0, tag);
    if (tag == html.npos) break;
    // An element inside a line keeps its neighbours together, others part them.
    const std::string_view rest = html.substr(tag);
    const bool joins =
        rest.starts_with("<wbr") || rest.starts_with("<ins") || rest.starts_with("</ins") ||
        rest.starts_with("<del") || rest.starts_with("</del") || rest.starts_with("<span") ||
        rest.starts_with("</span") || rest.starts_with("<a") || rest.starts_with("</a") ||
        rest.starts_with("<b>") || rest.starts_with("</b>") || rest.starts_with("<code") ||
        rest.starts_with("</code");
    if (!joins) out += ' ';
    html.remove_prefix(html.find('>', tag) + 1);
  }
  return collapse(undo_entities(out));
}

std::vector<std::string> nesting_faults(std::string_view html) {
  std::vector<std::string> faults;
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == html.npos) {
      faults.push_back("a tag without an end");
      break;
    }
    const std::string_view tag = html.substr(at + 1, end - at - 1);
    if (tag.starts_with("!") || tag.ends_with("/")) continue;
    const bool closes = tag.starts_with("/");
    const std::string name(tag.substr(closes ? 1 : 0, tag.find_first_of(" \n") - (closes ? 1 : 0)));
    if (is_void(name)) continue;
    if (!closes) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      faults.push_back("</" + name + "> where " + (open.empty() ? "nothing" : open.back()) +
                       " is open");
      return faults;
    } else {
      open.pop_back();
    }
  }
  for (const std::string& name : open) faults.push_back(name + " is never closed");
  return faults;
}

std::string resolve(const std::string& path, const std::string& href) {
  std::string target = href.substr(0, href.find('#'));
  if (target.empty()) return "";
  std::string folder = path.substr(0, path.rfind('/') == path.npos ? 0 : path.rfind('/') + 1);
  while (target.starts_with("../")) {
    if (folder.empty()) return "above the site: " + href;
    target.erase(0, 3);
    folder.pop_back();
    const std::size_t slash = folder.rfind('/');
    folder.resize(slash == folder.npos ? 0 : slash + 1);
  }
  return folder + target;
}

}  // namespace doccord::test
