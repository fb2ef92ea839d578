#include "extract/label.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace doccord::test {
namespace {

// "form|before|key|alias|after|separator", or "none".
std::string show(std::string_view text, KeyPattern pattern, LabelForm form) {
  const auto label = read_label(text, pattern, form);
  if (!label) return "none";
  std::string out(to_string(label->form));
  for (const std::string_view part :
       {label->before, label->key, label->alias, label->after, label->separator}) {
    out += "|" + std::string(part);
  }
  return out;
}

struct Case {
  std::string_view text;
  LabelForm form;
  std::string expected;
};

}  // namespace

TEST_CASE("label: numbers are found where documents write them") {
  const std::vector<Case> cases{
      {"404", LabelForm::whole, "key||404|||"},
      {"`404`", LabelForm::whole, "key||404|||"},
      {"(404)", LabelForm::whole, "key||404|||"},
      {"2 (0x2)", LabelForm::whole, "key||2|0x2||"},
      {"404 Not Found", LabelForm::key_first, "key name||404||Not Found|"},
      {"404 - Not Found", LabelForm::key_first, "key name||404||Not Found|-"},
      {"-12 (ECPG_OUT_OF_MEMORY)", LabelForm::key_first, "key name||-12||(ECPG_OUT_OF_MEMORY)|"},
      {"404.15 \u2013 Query string", LabelForm::key_first, "key name||404.15||Query string|\u2013"},
      {"404: Not Found", LabelForm::key_first, "key name||404||Not Found|:"},
      {"4000-4999 Private use", LabelForm::key_first, "key name||4000-4999||Private use|"},
      {"15.5.5. 404 Not Found", LabelForm::key_first, "key name||404||Not Found|"},
      {"15.5.5.\u00A0404 Not Found", LabelForm::key_first, "key name||404||Not Found|"},
      {"HTTP 404 Not Found", LabelForm::key_first, "key name||404||Not Found|"},
      {"Error code 1045 Access denied", LabelForm::key_first, "key name||1045||Access denied|"},
      {"HTTP_STATUS_GONE (410)", LabelForm::key_last, "name key|HTTP_STATUS_GONE|410|||("},
      {"Not Found (404)", LabelForm::key_last, "name key|Not Found|404|||("},
      {"GONE: = 410", LabelForm::key_last, "name key|GONE|410|||: ="},
      {"GONE 410", LabelForm::key_last, "name key|GONE|410|||"},
      {"ERROR_FILE_NOT_FOUND 2 (0x2)", LabelForm::key_last,
       "name key|ERROR_FILE_NOT_FOUND|2|0x2||"},
      {"HTTP_STATUS_GONE 410 The resource is gone.", LabelForm::key_second,
       "name key text|HTTP_STATUS_GONE|410||The resource is gone.|"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(show(test.text, KeyPattern::number, test.form) == test.expected);
  }
}

TEST_CASE("label: what only looks like a number is no key") {
  for (const std::string_view text :
       {"404th time", "10% of it", "1,000 items", "2018-05-31", "15.5. Client Error",
        "3.2.1. Terms", "4xx Client Error", "", "   ", "404Not Found"}) {
    CAPTURE(text);
    CHECK(show(text, KeyPattern::number, LabelForm::key_first) == "none");
  }
}

TEST_CASE("label: other kinds of keys are read in the same forms") {
  CHECK(show("0x80070005 Access denied", KeyPattern::hexadecimal, LabelForm::key_first) ==
        "key name||0x80070005||Access denied|");
  CHECK(show("22P02 invalid_text_representation", KeyPattern::sqlstate, LabelForm::key_first) ==
        "key name||22P02||invalid_text_representation|");
  CHECK(show("ENOENT", KeyPattern::identifier, LabelForm::whole) == "key||ENOENT|||");
  CHECK(show("E_FAIL (0x80004005)", KeyPattern::hexadecimal, LabelForm::key_last) ==
        "name key|E_FAIL|0x80004005|||(");
}

TEST_CASE("label: decoration around a name is set aside") {
  CHECK(strip_decoration(" `NOT_FOUND`: ") == "NOT_FOUND");
  CHECK(strip_decoration("**Gone**") == "Gone");
  CHECK(strip_decoration("\"OK\",") == "OK");
  CHECK(strip_decoration("I'm a teapot") == "I'm a teapot");
}

}  // namespace doccord::test
