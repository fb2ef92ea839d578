#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/entry.h"
#include "extract/proposal.h"
#include "load/source.h"
#include "text/pattern.h"

namespace doccord {

// An error at the place where the configuration gives a hint; its message begins with the hint's
// name, and `what` goes on from there.
Error hint_error(const Source& source, std::string_view hint, std::string_view what);

// What the configuration of a source says about its keys: `key`, the keys of `exclude`, `aliases`.
class KeyHints {
 public:
  static Result<KeyHints> of(const Source& source);

  // Sets prefixes aside, leaves out what is no key or excluded, and puts keys for their aliases. An
  // error names the first hint that says nothing about any of the entries.
  Result<std::vector<Proposal>> apply(std::vector<Proposal> proposals) const;
  // Leaves out what the hints say is no entry.
  void apply(std::vector<Suspect>& suspects) const;

 private:
  explicit KeyHints(const Source& source) : source_(&source) {}

  bool is_wanted(std::string_view key) const;
  void strip_prefix(std::string& key) const;
  // Puts the key for its alias, which is kept as such.
  void resolve_alias(Entry& entry) const;
  std::optional<Error> find_idle_hint(const std::vector<Proposal>& proposals) const;

  const Source* source_;
  std::optional<Pattern> pattern_;
  std::vector<std::string> excluded_;
  std::map<std::string, std::string, std::less<>> key_of_alias_;
};

}  // namespace doccord
