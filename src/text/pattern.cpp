#include "text/pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <utility>

namespace doccord {
namespace {

constexpr std::size_t kMostPatternBytes = 4096;
constexpr std::int64_t kMostMemory = std::int64_t{8} << 20;

tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected(Error{"", 0, 0, std::move(message)});
}

std::string explained(const RE2& expression) {
  // The groups as PCRE and JavaScript write them are the likeliest slip.
  const std::string hint =
      expression.error_arg() == "(?<" ? "; a named group is written (?P<name>...)" : "";
  return fmt::format("is not a regular expression: {}{}", expression.error(), hint);
}

}  // namespace

struct Pattern::Compiled {
  Compiled(const std::string& text, const RE2::Options& options) : expression(text, options) {}
  RE2 expression;
  std::vector<std::string> names;
};

Result<Pattern> Pattern::compile(std::string_view text) {
  if (text.size() > kMostPatternBytes) {
    return failure(fmt::format("exceeds the limit of {} bytes a pattern", kMostPatternBytes));
  }
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  auto compiled = std::make_shared<Compiled>("(?m)" + std::string(text), options);
  const RE2& expression = compiled->expression;
  // Messages are to quote the pattern as it was written.
  if (!expression.ok()) return failure(explained(RE2(std::string(text), options)));
  compiled->names.resize(static_cast<std::size_t>(expression.NumberOfCapturingGroups()));
  for (const auto& [number, name] : expression.CapturingGroupNames()) {
    compiled->names[static_cast<std::size_t>(number) - 1] = name;
  }
  return Pattern(std::move(compiled));
}

bool Pattern::matches(std::string_view text) const {
  return compiled_->expression.Match({text.data(), text.size()}, 0, text.size(), RE2::ANCHOR_BOTH,
                                     nullptr, 0);
}

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
  std::vector<re2::StringPiece> parts(compiled_->names.size() + 1);
  if (!compiled_->expression.Match({text.data(), text.size()}, from, text.size(), RE2::UNANCHORED,
                                   parts.data(), static_cast<int>(parts.size()))) {
    return std::nullopt;
  }
  const auto span_of = [&](const re2::StringPiece& part) {
    const auto begin = static_cast<std::size_t>(part.data() - text.data());
    return Span{begin, begin + part.size()};
  };
  PatternMatch match{span_of(parts[0]), {}};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    match.groups.push_back(parts[i].data() == nullptr ? std::nullopt
                                                      : std::optional<Span>(span_of(parts[i])));
  }
  return match;
}

const std::vector<std::string>& Pattern::group_names() const { return compiled_->names; }

}  // namespace doccord
