#include "cli/accept_in_file.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/acceptances.h"
#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

Discrepancy found(std::string id, std::string code, std::string key,
                  std::vector<std::size_t> sources) {
  Discrepancy discrepancy;
  discrepancy.id = std::move(id);
  discrepancy.code = std::move(code);
  discrepancy.keys = {std::move(key)};
  discrepancy.field = "entry";
  discrepancy.sources = std::move(sources);
  discrepancy.message = "message of " + discrepancy.id;
  return discrepancy;
}

constexpr const char* kFirst = "aaaa111111111111";
constexpr const char* kSecond = "aaaa222222222222";
constexpr const char* kThird = "bbbb333333333333";
constexpr const char* kAboutAcceptance = "cccc444444444444";

// A project in the working directory in which these were found.
Results results_here() {
  std::ofstream("doccord.json") << "{}";
  Results results;
  results.sources.config_path = "doccord.json";
  for (const char* id : {"guide", "wiki", "book"}) {
    Source source;
    source.id = id;
    results.sources.sources.push_back(source);
    results.registry.sources.emplace_back().id = id;
  }
  results.discrepancies = {
      found(kFirst, "DC101", "404", {2}), found(kSecond, "DC301", "404", {0, 1}),
      found(kThird, "DC301", "410", {1, 2}), found(kAboutAcceptance, "DC901", "404", {0})};
  return results;
}

AcceptOptions because(const std::string& reason) {
  AcceptOptions options;
  options.reason = reason;
  options.by = "jo";
  return options;
}

// What is printed, or the errors, one a line.
std::string accepted(const AcceptOptions& options, Results results = results_here()) {
  std::ostringstream out;
  const auto count = accept_in_file(options, "2025-03-01", std::move(results), out);
  if (count) return out.str() + std::to_string(*count) + "\n";
  std::string errors;
  for (const Error& error : count.error()) errors += error.message + "\n";
  return errors;
}

// One or more of the four, by rule, key and source.
std::string all_with(std::vector<std::string> rules, std::vector<std::string> keys,
                     std::vector<std::string> sources) {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  AcceptOptions options = because("as agreed");
  options.all = true;
  options.rules = std::move(rules);
  options.keys = std::move(keys);
  options.sources = std::move(sources);
  return accepted(options);
}

const std::string kToldFirst = "accepted aaaa111111111111 DC101: message of aaaa111111111111\n";
const std::string kToldSecond = "accepted aaaa222222222222 DC301: message of aaaa222222222222\n";
const std::string kToldThird = "accepted bbbb333333333333 DC301: message of bbbb333333333333\n";

}  // namespace

TEST_CASE("accept: of all, those that rule, key and source allow, and none about acceptances") {
  CHECK(all_with({}, {}, {}) == kToldFirst + kToldSecond + kToldThird + "3\n");
  CHECK(all_with({"DC301"}, {}, {}) == kToldSecond + kToldThird + "2\n");
  CHECK(all_with({"missing-entry", "no-such-rule"}, {}, {}) == kToldFirst + "1\n");
  CHECK(all_with({}, {"404"}, {}) == kToldFirst + kToldSecond + "2\n");
  CHECK(all_with({}, {}, {"wiki"}) == kToldSecond + kToldThird + "2\n");
  CHECK(all_with({"DC301"}, {"410"}, {"guide"}) == "0\n");
}

TEST_CASE("accept: by the beginning of an id, if it is that of one") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  AcceptOptions options = because("as agreed");
  options.ids = {"aaaa1", "bbbb"};
  CHECK(accepted(options) == kToldFirst + kToldThird + "2\n");
  options.ids = {"aaaa", "aa", "dddd", "cccc"};
  CHECK(accepted(options) ==
        "`aaaa` begins more than one id: aaaa111111111111 and aaaa222222222222\n"
        "`aa` is too short; give at least 4 digits of an id\n"
        "no discrepancy has an id that begins with `dddd`\n"
        "cccc444444444444 is about an acceptance and cannot be accepted itself; `doccord explain "
        "DC901` says what to do\n");
}

TEST_CASE("accept: what is accepted again has the later reason, and --all leaves it alone") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  AcceptOptions options = because("as agreed");
  options.ids = {kFirst};
  CHECK(accepted(options) == kToldFirst + "1\n");
  options.reason = "as agreed  since";
  CHECK(accepted(options) == kToldFirst + "1\n");
  const auto book = read_acceptances("doccord.json");
  REQUIRE(book);
  REQUIRE(book->entries.size() == 1);
  CHECK(book->entries[0].decision.reason == "as agreed since");
  options.ids.clear();
  options.all = true;
  CHECK(accepted(options) == kToldSecond + kToldThird + "2\n");
}

TEST_CASE("accept: nothing without a configuration, a lock, a file that is understood, a place") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  AcceptOptions options = because("as agreed");
  options.all = true;
  Results results = results_here();
  results.sources.config_path.clear();
  CHECK(
      accepted(options, results) ==
      "acceptances are kept beside a doccord.json, and there is none; `doccord init` writes one\n");
  results.sources.config_path = "none/doccord.json";
  CHECK(accepted(options, results) == "cannot write: No such file or directory\n");
  std::ofstream("doccord-accepted.jsonl") << "{}\n";
  CHECK(accepted(options) == "expected a first line with the version\n");
  std::filesystem::remove("doccord-accepted.jsonl");
  const FailingCall failing("fsync", ENOSPC);
  CHECK(accepted(options) == "cannot write: No space left on device\n");
}

TEST_CASE("acceptances: the configuration beside which they are") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  constexpr const char* kMissing = "no doccord.json here, beside which acceptances are";
  CHECK(find_configuration("").error().message == kMissing);
  CHECK(find_configuration("docs").error().message == kMissing);
  std::filesystem::create_directory("docs");
  CHECK(find_configuration("docs").error().message == kMissing);
  std::ofstream("docs/doccord.json") << "{}";
  CHECK(*find_configuration("docs") == "docs/doccord.json");
  CHECK(*find_configuration("docs/../docs/doccord.json") == "docs/doccord.json");
  std::ofstream("doccord.json") << "{}";
  CHECK(find_configuration("")->ends_with("doccord.json"));
}

TEST_CASE("acceptances: the day and who decides, by options, variables and what else there is") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  const std::string epoch =
      std::getenv("SOURCE_DATE_EPOCH") ? std::getenv("SOURCE_DATE_EPOCH") : "";
  GateOptions gate;
  ::setenv("SOURCE_DATE_EPOCH", "1740787200", 1);
  CHECK(*today_of(gate) == "2025-03-01");
  for (const char* senseless : {"tomorrow", "12h", "-1"}) {
    ::setenv("SOURCE_DATE_EPOCH", senseless, 1);
    CHECK(today_of(gate).error().message ==
          "expected SOURCE_DATE_EPOCH to be a number of seconds since 1970");
  }
  gate.today = "2025-04-01";
  CHECK(*today_of(gate) == "2025-04-01");
  gate.today.clear();
  ::unsetenv("SOURCE_DATE_EPOCH");
  CHECK(today_of(gate)->size() == 10);
  if (!epoch.empty()) ::setenv("SOURCE_DATE_EPOCH", epoch.c_str(), 1);

  // Without git's configuration, and with one.
  for (const char* name : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"})
    ::setenv(name, "/dev/null", 1);
  ::setenv("USER", "mo", 1);
  CHECK(decider_of({}) == "mo");
  std::ofstream("gitconfig") << "[user]\n  email = jo@example.org\n";
  ::setenv("GIT_CONFIG_GLOBAL", (directory.path() / "gitconfig").c_str(), 1);
  CHECK(decider_of({}) == "jo@example.org");
  ::setenv("DOCCORD_BY", "flo", 1);
  CHECK(decider_of({}) == "flo");
  CHECK(decider_of(because("x")) == "jo");
  for (const char* name : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "DOCCORD_BY"})
    ::unsetenv(name);
}

}  // namespace doccord::test
