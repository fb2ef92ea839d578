// One set of entries, written in many layouts and formats, must extract alike. Where pandoc is
// installed, each layout is also converted by it.

#include <doctest/doctest.h>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/extracted.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

struct Item {
  std::string key;
  std::string name;
  std::string text;
};

const std::vector<Item>& items() {
  static const std::vector<Item> kItems{
      {"100", "CONNECT_FAILED", "The server could not be reached."},
      {"103", "TIMED_OUT", "No answer came within the time that was set with the option for it."},
      {"106", "BAD_VERSION",
       "Client and server speak different versions; at least one of them has to be brought up to "
       "date "
       "before they can talk."},
      {"109", "NOT_READY", "The server is starting."},
      {"112", "QUEUE_FULL", "More than 128 requests are waiting, see 109."},
      {"404", "ROW_LOST", "The row was there & is gone <now>."},
      {"1200", "DISK_FULL", "Nothing more can be written."}};
  return kItems;
}

std::string expected() {
  std::string out;
  for (const Item& item : items()) out += item.key + " <" + item.name + "> " + item.text + "\n";
  return out;
}

// Without the sections and fields, which layouts do not share.
std::string bare(const std::string& extracted) {
  std::string out;
  for (std::size_t begin = 0; begin < extracted.size();) {
    const std::size_t end = extracted.find('\n', begin);
    const std::string line = extracted.substr(begin, end - begin);
    const std::size_t section = line.rfind(" {");
    out += line.substr(0, section) + "\n";
    begin = end + 1;
  }
  return out;
}

template <class Format>
std::string each(Format format) {
  std::string out;
  for (const Item& item : items()) out += format(item);
  return out;
}

// Text as Markdown has it: what would be markup is escaped.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '<' || c == '_' || c == '*' || c == '&') out += '\\';
    out += c;
  }
  return out;
}

struct Layout {
  std::string name;
  std::string markdown;
};

std::vector<Layout> layouts() {
  const std::string intro = "# Errors\n\nThe server returns one of these.\n\n";
  return {
      {"table", intro + "| Code | Name | Meaning |\n|---|---|---|\n" + each([](const Item& item) {
                  return "| " + item.key + " | `" + item.name + "` | " + escaped(item.text) +
                         " |\n";
                })},
      {"table, key last",
       intro + "| Meaning | Name | Code |\n|---|---|---|\n" + each([](const Item& item) {
         return "| " + escaped(item.text) + " | " + escaped(item.name) + " | " + item.key + " |\n";
       })},
      {"headings, key first", intro + each([](const Item& item) {
                                return "## " + item.key + " " + escaped(item.name) + "\n\n" +
                                       escaped(item.text) + "\n\n";
                              })},
      {"headings, key last", intro + each([](const Item& item) {
                               return "## " + escaped(item.name) + " (" + item.key + ")\n\n" +
                                      escaped(item.text) + "\n\n";
                             })},
      {"definitions", intro + each([](const Item& item) {
                        return item.key + " " + escaped(item.name) + "\n:   " + escaped(item.text) +
                               "\n\n";
                      })},
      {"bullets", intro + each([](const Item& item) {
                    return "- " + item.key + " " + escaped(item.name) + ": " + escaped(item.text) +
                           "\n";
                  })},
  };
}

// What pandoc makes of it, or nothing when it is not installed.
std::string converted(const std::string& markdown, const std::string& to) {
  const TemporaryDirectory directory;
  const auto in = directory.path() / "in.md";
  const auto out = directory.path() / "out";
  std::ofstream(in, std::ios::binary) << markdown;
  const std::string command = "pandoc -f markdown -s --metadata title=Errors -t " + to + " " +
                              in.string() + " -o " + out.string() + " 2>/dev/null";
  if (std::system(command.c_str()) != 0) return "";
  std::ifstream result(out, std::ios::binary);
  return {std::istreambuf_iterator<char>(result), {}};
}

}  // namespace

TEST_CASE("same entries: every layout of Markdown extracts alike") {
  for (const Layout& layout : layouts()) {
    CAPTURE(layout.name);
    CHECK(bare(extracted("a.md", layout.markdown)) == expected());
  }
}

TEST_CASE("same entries: what JSON says, YAML says in any style") {
  const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
  struct Style {
    std::string name;
    std::string list;
    std::string map;  // From keys.
  };
  const auto listed = [&](auto write) { return "errors:\n" + each(write); };
  const std::vector<Style> styles{
      {"flow", "{errors: [" + each([&](const Item& item) {
                 return "{name: " + item.name + ", code: " + item.key +
                        ", message: " + quoted(item.text) + "},\n";
               }) + "]}",
       "{" + each([&](const Item& item) {
         return item.key + ": {name: " + item.name + ", message: " + quoted(item.text) + "},\n";
       }) + "}"},
      {"block", listed([&](const Item& item) {
         return "- name: " + item.name + "  # as in errors.h\n  code: " + item.key +
                "\n  message: '" + item.text + "'\n";
       }),
       each([&](const Item& item) {
         return "'" + item.key + "':\n  name: " + item.name + "\n  message: " + item.text + "\n";
       })},
      {"blocks of lines", listed([&](const Item& item) {
         return "- name: |\n    " + item.name + "\n  code: !!int " + item.key +
                "\n  message: >-\n    " + item.text + "\n";
       }),
       each([&](const Item& item) {
         return item.key + ": # here\n  name: &n" + item.key + " " + item.name +
                "\n  message: |+\n    " + item.text + "\n\n";
       })}};
  const std::string list_json = "{\"errors\": [" + each([&](const Item& item) {
                                  return "{\"name\": " + quoted(item.name) +
                                         ", \"code\": " + item.key +
                                         ", \"message\": " + quoted(item.text) + "},";
                                });
  const std::string map_json = "{" + each([&](const Item& item) {
                                 return quoted(item.key) + ": {\"name\": " + quoted(item.name) +
                                        ", \"message\": " + quoted(item.text) + "},";
                               });
  const auto closed = [](const std::string& json, const std::string& end) {
    return json.substr(0, json.size() - 1) + end;
  };
  const std::string list_said = extracted("a.json", closed(list_json, "]}"));
  const std::string map_said = extracted("a.json", closed(map_json, "}"));
  CHECK(bare(list_said) == expected());
  CHECK(bare(map_said) == expected());
  for (const Style& style : styles) {
    CAPTURE(style.name);
    CHECK(extracted("a.yaml", style.list) == list_said);
    CHECK(extracted("a.yaml", style.map) == map_said);
  }
}

TEST_CASE("same entries: text, CSV, JSON, XML and source code extract alike") {
  const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
  CHECK(bare(extracted("a.txt", each([](const Item& item) {
                         return item.name + " (" + item.key + ")\n   " + item.text + "\n";
                       }))) == expected());
  CHECK(bare(extracted("a.txt", "Constant Value Description\n" + each([](const Item& item) {
                                  return item.name + " " + item.key + " " + item.text + "\n";
                                }))) == expected());
  CHECK(bare(extracted("a.csv", "Meaning,Code,Name\n" + each([&](const Item& item) {
                                  return quoted(item.text) + "," + item.key + "," + item.name +
                                         "\n";
                                }))) == expected());
  CHECK(bare(extracted(
            "a.json",
            "[" + each([&](const Item& item) {
              return "{\"name\": " + quoted(item.name) + ", \"code\": " + item.key +
                     ", \"message\": " + quoted(item.text) + "},";
            }) + "{\"name\": \"NONE\", \"code\": 1300, \"message\": \"Nothing to say.\"}]")) ==
        expected() + "1300 <NONE> Nothing to say.\n");
  CHECK(bare(extracted("a.h", "enum Error {\n" + each([](const Item& item) {
                                return "  /** " + item.text + " */\n  " + item.name + " = " +
                                       item.key + ",\n";
                              }) + "};\n")) == expected());
}

TEST_CASE("same entries: what pandoc makes of each layout extracts alike") {
  if (std::system("pandoc --version >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: pandoc is not installed");
    return;
  }
  struct Target {
    std::string pandoc;
    std::string file;
  };
  const std::vector<Target> targets{{"gfm", "a.md"},       {"markdown", "a.md"},
                                    {"html", "a.html"},    {"docbook", "a.xml"},
                                    {"docbook5", "a.xml"}, {"plain", "a.txt"}};
  for (const Layout& layout : layouts()) {
    for (const Target& target : targets) {
      CAPTURE(layout.name);
      CAPTURE(target.pandoc);
      const std::string text = converted(layout.markdown, target.pandoc);
      CAPTURE(text);
      CHECK(bare(extracted(target.file, text)) == expected());
    }
  }
}

}  // namespace doccord::test
