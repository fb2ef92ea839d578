#include "extract/constant_statement.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "extract/key.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using Kind = CodeToken::Kind;
using Tokens = std::vector<CodeToken>;

constexpr std::size_t kFewestRows = 3;  // Of a table that macros make.

// Words that may stand before the name of a constant and make clear that it is one.
bool declares_constant(std::string_view word) {
  constexpr std::array<std::string_view, 9> kWords{
      "const", "final", "static", "constexpr", "readonly", "val", "pub", "define", "public"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// The number of a token, with the minus sign right before it.
std::string_view number_at(const Tokens& tokens, std::size_t at) {
  const std::string_view number = without_suffix(tokens[at].text);
  const bool negative =
      at > 0 && is_mark(tokens, at - 1, "-") && tokens[at - 1].text.data() + 1 == number.data();
  return negative ? std::string_view(number.data() - 1, number.size() + 1) : number;
}

bool is_operator(const Tokens& tokens, std::size_t at) {
  for (const std::string_view mark : {"+", "*", "|", "<", "/", "&", "-"}) {
    if (is_mark(tokens, at, mark)) return true;
  }
  return false;
}

// What the calculation at the token comes to; Go's `iota` is where counting begins.
std::optional<Calculation> calculated(const Tokens& tokens, std::size_t at,
                                      const StatementContext& context) {
  if (context.values == nullptr) return std::nullopt;
  const bool counts =
      is_word(tokens, at) && tokens[at].text == "iota" && is_mark(tokens, at + 1, "+");
  const auto found = read_calculation(tokens, counts ? at + 2 : at, *context.values);
  if (counts && !found && is_kind(tokens, at + 2, Kind::number)) {
    const auto first = integer_of(tokens[at + 2].text);
    if (first && !is_operator(tokens, at + 3)) return Calculation{*first, at + 3};
  }
  return counts ? std::nullopt : found;
}

// The value and the strings beside it, from token `at` on; nothing when it does not begin with one.
std::optional<Constant> read_value(const Tokens& tokens, std::size_t at, std::string_view name,
                                   const StatementContext& context) {
  Constant constant{name, {}, {}, false};
  if (const auto calculation = calculated(tokens, at, context)) {
    constant.value = std::to_string(calculation->value);
    at = calculation->end;
  }
  for (; at < tokens.size(); ++at) {
    const CodeToken& token = tokens[at];
    if (token.kind == Kind::number && constant.value.empty()) {
      const bool minus = number_at(tokens, at).data() != tokens[at].text.data();
      // Of a calculation that is not understood nothing is said.
      if (is_operator(tokens, at + 1) || (at > 0 && !minus && is_operator(tokens, at - 1)))
        return std::nullopt;
      constant.value = number_at(tokens, at);
    }
    // Where Go begins to count.
    if (token.kind == Kind::word && token.text == "iota" && !is_operator(tokens, at + 1))
      constant.value = "0";
    if (token.kind != Kind::string) continue;
    // NAME = "22P02": codes that are no numbers are written as strings.
    const bool code =
        constant.value.empty() && constant.strings.empty() && is_constant(name) &&
        (is_key(token.text, KeyPattern::sqlstate) || is_key(token.text, KeyPattern::hexadecimal));
    if (code) {
      constant.value = token.text;
    } else {
      constant.strings.push_back(token.text);
    }
  }
  if (constant.value.empty()) return std::nullopt;
  return constant;
}

// NAME = value, with whatever declares it before: "public static final int NAME = 404;".
std::optional<Constant> read_assignment(const Tokens& tokens, const StatementContext& context) {
  std::size_t equals = 0;
  while (equals < tokens.size() && !is_mark(tokens, equals, "=")) ++equals;
  if (equals == 0 || equals >= tokens.size() || is_mark(tokens, equals + 1, "="))
    return std::nullopt;
  std::size_t name = equals - 1;
  for (std::size_t i = 1; i < equals; ++i) {
    if (is_mark(tokens, i, ":")) name = i - 1;  // NAME: u16 = 404
  }
  // A block that holds nothing but constants: `Ok Code = 0`.
  const bool typed = context.constants_only && name == 1 && is_word(tokens, 0);
  if (typed) name = 0;
  if (!is_word(tokens, name)) return std::nullopt;
  if (name > 0) {
    const bool declared =
        std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(name),
                    [](const CodeToken& token) { return declares_constant(token.text); });
    if (!declared) return std::nullopt;
  }
  return read_value(tokens, equals + 1, tokens[name].text, context);
}

// The arguments of a row as written, without quotes and what a string is wrapped in, as N_("text")
// does: from the token behind the bracket on.
std::vector<std::string_view> arguments(const Tokens& tokens, std::size_t at) {
  std::vector<std::string_view> found;
  std::string_view argument;
  bool is_string = false;
  std::size_t depth = 0;
  for (; at < tokens.size(); ++at) {
    const CodeToken& token = tokens[at];
    const bool closes =
        is_mark(tokens, at, ")") || is_mark(tokens, at, "}") || is_mark(tokens, at, "]");
    if (closes && depth > 0) {
      --depth;
    } else if (closes || (is_mark(tokens, at, ",") && depth == 0)) {
      if (argument.data() != nullptr) found.push_back(argument);
      argument = {};
      is_string = false;
      if (closes) break;
    } else if (token.kind == Kind::string) {
      if (!is_string) argument = token.text;
      is_string = true;
    } else if (!is_string) {
      if (is_mark(tokens, at, "(")) ++depth;
      const char* begin = argument.data() == nullptr ? token.text.data() : argument.data();
      argument = {begin, static_cast<std::size_t>(token.text.data() + token.text.size() - begin)};
    }
  }
  return found;
}

// A row of a table: {404, "Not Found"}, (404, NOT_FOUND, "Not Found"), XX(NOT_FOUND, "not found"),
// XX(NotFound, 404, "Not Found").
std::optional<Constant> read_row(const Tokens& tokens, std::size_t at) {
  const std::vector<std::string_view> texts = arguments(tokens, at);
  if (texts.size() < 2) return std::nullopt;
  Constant constant;
  constant.tabled = true;
  std::size_t next = 0;
  if (is_key(texts[0], KeyPattern::number) || is_key(texts[0], KeyPattern::hexadecimal)) {
    constant.value = texts[next++];
  }
  const bool numbered_behind = constant.value.empty() && is_word(tokens, at) &&
                               is_mark(tokens, at + 1, ",") &&
                               is_kind(tokens, at + 2, Kind::number);
  const bool named = numbered_behind || is_constant(texts[next]);
  if (named) constant.name = texts[next++];
  if (numbered_behind) constant.value = texts[next++];
  if (constant.value.empty() && (!named || !is_kind(tokens, at + 2, Kind::string)))
    return std::nullopt;
  for (; next < texts.size(); ++next) constant.strings.push_back(texts[next]);
  return constant;
}

// An enumerator with arguments: NAME(404, "Not Found"), NAME((byte)10, "close").
std::optional<Constant> read_called(const Tokens& tokens, const StatementContext& context) {
  std::size_t at = 2;
  if (is_mark(tokens, at, "(") && is_word(tokens, at + 1) && is_mark(tokens, at + 2, ")")) at += 3;
  const bool negative = is_mark(tokens, at, "-");
  if (is_kind(tokens, at + negative, Kind::number)) {
    return read_value(tokens, at + negative, tokens[0].text, context);
  }
  if (!context.enumerators) return std::nullopt;
  Constant constant{tokens[0].text, {}, {}, false};
  for (const CodeToken& token : tokens) {
    if (token.kind == Kind::string) constant.strings.push_back(token.text);
  }
  return constant;
}

}  // namespace

std::optional<Constant> read_constant(const Tokens& tokens, const StatementContext& context) {
  if (context.enumerators && is_word(tokens, 0) && is_constant(tokens[0].text)) {
    const bool alone = tokens.size() == 1 ||
                       (tokens.size() == 2 && (is_mark(tokens, 1, ",") || is_mark(tokens, 1, ";")));
    if (alone) return Constant{tokens[0].text, {}, {}, false};
  }
  if (tokens.size() < 3) return std::nullopt;
  if (is_mark(tokens, 0, "#") && tokens[1].text == "define" && is_word(tokens, 2)) {
    // Names that begin with an underscore are the implementation's: include guards, feature tests.
    if (tokens[2].text[0] == '_') return std::nullopt;
    // What takes arguments is no constant: the bracket follows the name at once.
    const std::string_view name = tokens[2].text;
    if (is_mark(tokens, 3, "(") && tokens[3].text.data() == name.data() + name.size())
      return std::nullopt;
    return read_value(tokens, 3, tokens[2].text, context);
  }
  // 404: "Not Found" and 404 => "Not Found", as maps of several languages have it.
  const bool listed = is_mark(tokens, 2, "(") || is_mark(tokens, 2, "[");
  const bool mapped = tokens[0].kind == Kind::number &&
                      ((is_mark(tokens, 1, ":") &&
                        (tokens[2].kind == Kind::string ||
                         (listed && (tokens.size() == 3 || is_kind(tokens, 3, Kind::string))))) ||
                       (is_mark(tokens, 1, "=") && is_mark(tokens, 2, ">")));
  if (mapped) return read_value(tokens, 0, "", context);
  const bool quoted = tokens[0].kind == Kind::string && is_key(tokens[0].text, KeyPattern::number);
  if (quoted && is_mark(tokens, 1, ":") && tokens[2].kind == Kind::string) {
    return Constant{{}, std::string(tokens[0].text), {tokens[2].text}, false};
  }
  // NOT_FOUND: 404, as objects of JavaScript have it.
  const bool member = is_word(tokens, 0) && is_constant(tokens[0].text) && is_mark(tokens, 1, ":");
  if (member && tokens[2].kind == Kind::number) {
    return read_value(tokens, 2, tokens[0].text, context);
  }
  const bool opens = is_mark(tokens, 0, "(") || is_mark(tokens, 0, "{") || is_mark(tokens, 0, "[");
  if (opens && is_kind(tokens, 1, Kind::number)) return read_row(tokens, 1);
  if (is_word(tokens, 0) && is_mark(tokens, 1, "(")) {
    if (context.row_macros != nullptr && context.row_macros->contains(tokens[0].text))
      return read_row(tokens, 2);
    if (is_constant(tokens[0].text)) return read_called(tokens, context);
  }
  return read_assignment(tokens, context);
}

std::set<std::string_view> find_row_macros(const std::vector<CodeLine>& lines) {
  std::map<std::string_view, std::size_t> counts;
  for (const CodeLine& line : lines) {
    const Tokens& tokens = line.tokens;
    if (!is_word(tokens, 0) || !is_mark(tokens, 1, "(") || !is_mark(tokens, 3, ",")) continue;
    const bool numbered =
        is_kind(tokens, 2, Kind::number) ||
        (is_word(tokens, 2) && is_kind(tokens, 4, Kind::number) && is_mark(tokens, 5, ","));
    const bool named =
        is_word(tokens, 2) && is_constant(tokens[2].text) && is_kind(tokens, 4, Kind::string);
    counts[tokens[0].text] += numbered || named;
  }
  std::set<std::string_view> macros;
  for (const auto& [word, count] : counts) {
    if (count >= kFewestRows) macros.insert(word);
  }
  return macros;
}

}  // namespace doccord
