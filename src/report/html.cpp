// One HTML file with nothing outside of it, for mail and build artifacts.

#include <fmt/format.h>

#include <algorithm>

#include "report/excerpt.h"
#include "report/locations.h"
#include "report/markup_text.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/text.h"
#include "text/word_diff.h"

namespace doccord {
namespace {

constexpr std::size_t kMostPlaces = 6;
constexpr std::size_t kWidth = 120;

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Where the documents disagree</title>
<style>
body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1c1c1c; background: #fff; }
article { border-left: .3rem solid #767676; margin: 1.5rem 0; padding-left: 1rem; }
article.error { border-color: #b00020; }
article.warning { border-color: #9a6700; }
h2 { font-size: 1.1rem; }
pre { background: #f4f4f4; overflow-x: auto; padding: .5rem; }
ins { background: #d7f5dc; }
del { background: #ffdfe0; }
footer, .id { color: #595959; font-size: .9rem; }
</style>
</head>
<body>
<main>
<h1>Where the documents disagree</h1>
)";

// Our own back-quotes become code.
std::string message_html(std::string_view message) {
  std::string out;
  for (bool inside = false;; inside = !inside) {
    const std::size_t mark = message.find('`');
    const bool closed = mark != std::string_view::npos;
    const std::string text = markup_text(message.substr(0, mark));
    out += inside && closed ? "<code>" + text + "</code>" : text;
    if (!closed) return out;
    message.remove_prefix(mark + 1);
  }
}

std::string place_html(const Results& results, const Locations& locations, const Place& place) {
  const Position start = locations.start(place.source, place.span);
  const Excerpt shown = excerpt(locations.lines(place.source), place.span, kWidth);
  return fmt::format("<p>{}:{}:{} {}</p>\n<pre>{}</pre>\n", markup_text(path_of(results, place)),
                     start.line, start.column, message_html(place.label), markup_text(shown.text));
}

std::string diff_html(std::string_view a, std::string_view b) {
  std::string out;
  for (const DiffRun& run : word_diff(a, b)) {
    const std::string text = markup_text(run.text);
    switch (run.op) {
      case DiffRun::Op::same:
        out += text;
        break;
      case DiffRun::Op::removed:
        out += "<del>" + text + "</del>";
        break;
      case DiffRun::Op::added:
        out += "<ins>" + text + "</ins>";
        break;
    }
  }
  return out;
}

std::string article(const Results& results, const Locations& locations, const Discrepancy& each) {
  std::string out =
      fmt::format("<article class=\"{0}\">\n<h2>{0} {1}: {2}</h2>\n", to_string(each.level),
                  markup_text(rule_of(each)), message_html(each.message));
  for (std::size_t i = 0; i < each.places.size() && i < kMostPlaces; ++i) {
    out += place_html(results, locations, each.places[i]);
  }
  const std::size_t shown = std::min(each.places.size(), kMostPlaces);
  if (shown < each.place_count()) {
    out += fmt::format("<p>and {} more</p>\n", counted(each.place_count() - shown, "place"));
  }
  const auto& quotes = each.evidence.quotes;
  if (!each.evidence.edits.empty() && quotes.size() >= 2 && quotes[0].key == quotes[1].key) {
    out += "<p>" + diff_html(quotes[0].text, quotes[1].text) + "</p>\n";
  }
  for (const auto& [name, text] : each.evidence.facts) {
    out += fmt::format("<p>{}: {}</p>\n", markup_text(name), message_html(text));
  }
  return out + fmt::format("<p class=\"id\">{}</p>\n</article>\n", each.id);
}

std::string write_check(const Results& results, const TextOptions&) {
  const Locations locations(results.sources);
  std::string out(kHead);
  out += "<p>" + markup_text(check_summary(results)) + "</p>\n";
  for (const Discrepancy* each : open_discrepancies(results)) {
    out += article(results, locations, *each);
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace

const Report report_table::html{
    .name = "html", .summary = "one file for a browser", .extension = "html", .check = write_check};

}  // namespace doccord
