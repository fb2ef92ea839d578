// Calls all of the library, and prints what it gives; tests/consumer/expected.txt is what it must
// print.

#include <doccord/doccord.h>

#include <iostream>
#include <string>
#include <vector>

namespace dc = doccord::api;

namespace {

constexpr const char* kManual = R"(# Error codes

| Code | Name | Meaning |
|---|---|---|
| E1 | NotFound | There is no such thing. |
| E2 | Refused | The server is unwilling to do that. |
| E3 | Busy | Try again after 30 seconds. |
| E4 | TooLarge | The request is larger than the server takes. |
)";

constexpr const char* kWiki = R"(<h1>Error codes</h1>
<table>
<tr><th>Code</th><th>Name</th><th>Meaning</th></tr>
<tr><td>E1</td><td>NotFound</td><td>There is no such thing.</td></tr>
<tr><td>E2</td><td>Refused</td><td>The server is unable to do that.</td></tr>
<tr><td>E3</td><td>Busy</td><td>Try again after 60 seconds.</td></tr>
</table>
)";

int tell(const std::vector<dc::Error>& errors) {
  for (const dc::Error& error : errors) std::cout << dc::to_string(error) << "\n";
  return 1;
}

void print_entries(const dc::Analysis& analysis) {
  std::cout << "== entries\n";
  for (const dc::EntrySet& set : analysis.entries()) {
    std::cout << set.source << ": " << to_string(set.format) << "\n";
    for (const dc::Entry& entry : set.entries) {
      std::cout << "  " << entry.key << " at " << entry.location.path << ":"
                << entry.location.start_line << ": " << entry.description << "\n";
    }
  }
}

void print_registry(const dc::Analysis& analysis) {
  std::cout << "== registry\n";
  for (const dc::Record& record : analysis.registry().records) {
    std::cout << record.key << ": " << record.claims.size() << " of "
              << analysis.registry().sources.size() << ", " << record.readings.size()
              << " readings\n";
    for (const dc::Comparison& each : record.comparisons) {
      std::cout << "  " << to_string(each.kind);
      for (const dc::Edit& edit : each.edits) std::cout << ": " << edit.a << " / " << edit.b;
      std::cout << "\n";
    }
  }
}

void print_discrepancies(const dc::Analysis& analysis) {
  std::cout << "== discrepancies\n";
  for (const dc::Discrepancy& each : analysis.discrepancies()) {
    std::cout << to_string(each.level) << " " << each.code << " " << each.keys.at(0) << " at "
              << each.places.at(0).source << ":" << each.places.at(0).location.start_line << ": "
              << each.message << (each.accepted ? " (accepted)" : "") << "\n";
  }
}

int print_outputs(const dc::Analysis& analysis) {
  std::cout << "== outputs\n";
  const auto text = analysis.report(dc::Subject::discrepancies, "concise");
  if (!text) return tell(text.errors());
  std::cout << *text;
  const auto json = analysis.report(dc::Subject::registry, "json");
  if (!json) return tell(json.errors());
  std::cout << "registry as JSON begins with: " << json->substr(0, json->find('\n')) << "\n";
  const auto site = analysis.site({.title = "Codes"});
  if (!site) return tell(site.errors());
  std::cout << "the site has " << (site->contains("index.html") ? "a" : "no") << " start page\n";
  return 0;
}

void print_failures() {
  std::cout << "== failures\n";
  const std::vector<dc::Document> same{{.id = "a", .text = kManual}, {.id = "a", .text = kWiki}};
  tell(dc::analyze(same).errors());
  tell(dc::analyze({{.id = "empty", .text = ""}}).errors());
  tell(dc::analyze({{.id = "a", .text = kManual}}, {.rules = {{"DC31", {}}}}).errors());
  tell(dc::analyze_files({"nowhere.md"}).errors());
  const auto one = dc::analyze({{.id = "a", .text = kManual}, {.id = "prose", .text = "Nothing."}},
                               {.unreadable = dc::Unreadable::leave_out});
  if (!one) return;
  tell(one->left_out());
  tell(one->report(dc::Subject::entries, "pdf").errors());
  tell(one->report(dc::Subject::entries, "sarif").errors());
}

int run() {
  const std::vector<dc::Document> documents{
      {.id = "manual", .text = kManual, .path = "manual.md", .authority = true},
      {.id = "wiki", .text = kWiki, .format = dc::Format::html}};
  const auto analysis = dc::analyze(documents, {.rules = {{"missing-entry", dc::Level::error}}});
  if (!analysis) return tell(analysis.errors());
  print_entries(*analysis);
  print_registry(*analysis);
  print_discrepancies(*analysis);
  if (const int code = print_outputs(*analysis); code != 0) return code;
  print_failures();
  return 0;
}

}  // namespace

// With arguments: the discrepancies of the documents that they name. Without: those above.
int main(int argc, char** argv) {
  if (argc < 2) return run();
  const auto analysis = dc::analyze_files(std::vector<std::string>(argv + 1, argv + argc));
  if (!analysis) return tell(analysis.errors());
  std::cout << "doccord " << dc::version() << ", " << dc::rules().size() << " rules, "
            << dc::report_formats().size() << " formats\n";
  print_discrepancies(*analysis);
  return 0;
}
