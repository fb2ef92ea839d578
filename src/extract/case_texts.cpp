#include "extract/case_texts.h"

#include <algorithm>
#include <optional>

namespace doccord {
namespace {

using Kind = CodeToken::Kind;
using Tokens = std::vector<CodeToken>;

// What stands at a place of a line, and the place behind it.
struct Chosen {
  std::string_view name;
  std::string_view number;
  std::size_t end = 0;
};

// A number, or a name with what qualifies it: `Code::NotFound`, `http.StatusNotFound`.
std::optional<Chosen> read_chosen(const Tokens& tokens, std::size_t at) {
  if (is_kind(tokens, at, Kind::number)) return Chosen{{}, tokens[at].text, at + 1};
  if (!is_word(tokens, at)) return std::nullopt;
  while (true) {
    std::size_t next = at + 1;
    while (is_mark(tokens, next, ":") || is_mark(tokens, next, ".")) ++next;
    // A colon alone ends the case.
    const bool qualified =
        next > at + 1 && is_word(tokens, next) && (next == at + 3 || is_mark(tokens, at + 1, "."));
    if (!qualified) return Chosen{tokens[at].text, {}, at + 1};
    at = next;
  }
}

std::optional<std::string_view> string_from(const Tokens& tokens, std::size_t at) {
  const auto found =
      std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.end(),
                   [](const CodeToken& token) { return token.kind == Kind::string; });
  if (found == tokens.end() || found->text.empty()) return std::nullopt;
  return found->text;
}

bool has_switch(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const CodeToken& token) {
    return token.kind == Kind::word && (token.text == "switch" || token.text == "match");
  });
}

class CaseReader {
 public:
  explicit CaseReader(const std::vector<CodeLine>& lines) : lines_(lines) {}

  std::vector<CaseText> read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Tokens& tokens = lines_[i].tokens;
      if (tokens.empty()) continue;
      if (has_switch(tokens)) ++choice_;
      if (!read_case(tokens, i) && !read_arm(tokens, i)) end_cases(tokens, i);
    }
    return std::move(found_);
  }

 private:
  // "case 404:", with or without its text.
  bool read_case(const Tokens& tokens, std::size_t line) {
    if (tokens[0].kind != Kind::word || tokens[0].text != "case") return false;
    const auto chosen = read_chosen(tokens, 1);
    if (!chosen || !(is_mark(tokens, chosen->end, ":") || is_mark(tokens, chosen->end, "-"))) {
      open_.clear();
      return true;
    }
    open_.push_back({line, line, choice_, chosen->name, chosen->number, {}});
    if (string_from(tokens, chosen->end)) end_cases(tokens, line);
    return true;
  }

  // "Code::NotFound => "Not Found",".
  bool read_arm(const Tokens& tokens, std::size_t line) {
    const auto chosen = read_chosen(tokens, 0);
    if (!chosen || chosen->name.empty()) return false;
    const std::size_t at = chosen->end;
    const bool arrow = (is_mark(tokens, at, "=") || is_mark(tokens, at, "-")) &&
                       is_mark(tokens, at + 1, ">") && is_kind(tokens, at + 2, Kind::string);
    if (!arrow || tokens[at + 2].text.empty()) return false;
    found_.push_back({line, line, choice_, chosen->name, {}, tokens[at + 2].text});
    return true;
  }

  // The first line behind cases has their text, or they have none.
  void end_cases(const Tokens& tokens, std::size_t line) {
    const auto text = string_from(tokens, 0);
    for (CaseText& each : open_) {
      if (!text) break;
      each.last = line;
      each.text = *text;
      found_.push_back(each);
    }
    open_.clear();
  }

  const std::vector<CodeLine>& lines_;
  std::vector<CaseText> open_;  // Whose text is still to come.
  std::vector<CaseText> found_;
  std::size_t choice_ = 0;
};

}  // namespace

std::vector<CaseText> case_texts(const std::vector<CodeLine>& lines) {
  return CaseReader(lines).read();
}

}  // namespace doccord
