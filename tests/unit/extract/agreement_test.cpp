#include "extract/agreement.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "extract/read_documents.h"

namespace doccord::test {
namespace {

Source source_of(const std::string& path, const std::string& text) {
  Source source;
  source.id = path;
  source.path = path;
  source.text = text;
  return source;
}

// The keys that are taken from each of the sources, in the light of the others.
std::vector<std::string> keys_taken(const std::vector<Source>& sources) {
  SourceSet set;
  set.sources = sources;
  std::vector<Error> errors;
  std::vector<std::string> taken;
  auto documents = read_documents(set, errors);
  weigh_agreement(documents);
  for (const ReadDocument& read : documents) {
    const auto entries = entries_of(set.sources[read.source], read.format, read.proposals);
    REQUIRE(entries);
    std::string keys;
    for (const Entry& entry : entries->entries) keys += entry.key + " ";
    taken.push_back(keys);
  }
  CHECK(errors.empty());
  return taken;
}

const Source kBoth =
    source_of("both.md",
              "| Alarm | Value | Meaning |\n|---|---|---|\n| PUMP_HOT | 11 | The pump is hot. |\n"
              "| PUMP_WET | 12 | The pump is wet. |\n| PUMP_DRY | 13 | The pump is dry. |\n");
const Source kNames = source_of(
    "names.md",
    "| Name | Meaning |\n|---|---|\n| PUMP_HOT | Hot pump, switch it off. |\n| PUMP_WET | "
    "Wet pump, wipe it dry. |\n| PUMP_DRY | Dry pump, fill it up. |\n");
const Source kNumbers = source_of("numbers.txt",
                                  "11 Hot pump\n- Switch it off.\n12 Wet pump\n- Wipe it dry.\n"
                                  "13 Dry pump\n- Fill it up.\n");

}  // namespace

TEST_CASE("agreement: a document with names and numbers is read by what the others have") {
  CHECK(keys_taken({kBoth}) == std::vector<std::string>{"11 12 13 "});
  CHECK(keys_taken({kBoth, kNumbers}) == std::vector<std::string>{"11 12 13 ", "11 12 13 "});
  CHECK(keys_taken({kBoth, kNames}) ==
        std::vector<std::string>{"PUMP_HOT PUMP_WET PUMP_DRY ", "PUMP_HOT PUMP_WET PUMP_DRY "});
}

TEST_CASE("agreement: the order of the sources makes no difference") {
  CHECK(keys_taken({kNames, kBoth}) ==
        std::vector<std::string>{"PUMP_HOT PUMP_WET PUMP_DRY ", "PUMP_HOT PUMP_WET PUMP_DRY "});
}

TEST_CASE("agreement: where one document is read another way, the others follow") {
  const std::string few = "PUMP_HOT PUMP_WET PUMP_DRY ";
  std::string all = few;
  Source longer = source_of("longer.md", kBoth.text);
  Source names = source_of("more-names.md", kNames.text);
  for (char c = 'A'; c <= 'Z'; ++c) {
    const std::string name = std::string("PUMP_") + c + c + c;
    longer.text += "| " + name + " | " + std::to_string(100 + c) + " | Ends with " + c + ". |\n";
    names.text += "| " + name + " | Look for the end with " + c + ". |\n";
    all += name + " ";
  }
  CHECK(keys_taken({kBoth, longer, names}) == std::vector<std::string>{few, all, all});
  CHECK(keys_taken({names, longer, kBoth}) == std::vector<std::string>{all, all, few});
}

TEST_CASE("agreement: numbers that go by other names are other numbers") {
  const std::string colours =
      "| Colour | Value | Meaning |\n|---|---|---|\n| RED | 11 | The lamp is red. |\n| BLUE | 12 "
      "| The lamp is blue. |\n| GREEN | 13 | The lamp is green. |\n| GREY | 14 | It is off. |\n";
  const Source header =
      source_of("pumps.md", "# Lamps\n\n" + colours + "\n# Pumps\n\n" + kBoth.text);
  const Source guide = source_of("guide.txt",
                                 "PUMP_HOT (11)\n  Switch it off.\nPUMP_WET (12)\n  Wipe it dry.\n"
                                 "PUMP_DRY (13)\n  Fill it up.\n");
  SourceSet set;
  set.sources = {header, guide};
  std::vector<Error> errors;
  auto documents = read_documents(set, errors);
  weigh_agreement(documents);
  const auto entries = entries_of(header, documents[0].format, documents[0].proposals);
  REQUIRE(entries);
  REQUIRE(entries->entries.size() == 3);
  CHECK(entries->entries[0].names == std::vector<std::string>{"PUMP_HOT"});
}

}  // namespace doccord::test
