// Which format a document is written in. The extension decides where it says something; otherwise
// the text does, by marks that prose does not have.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "parse/parse.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

struct Extensions {
  Format format;
  std::string_view names;  // Each with a blank on both sides.
};

constexpr std::array<Extensions, 8> kExtensions{
    {{Format::html, " html htm xhtml xht shtml "},
     {Format::markdown, " md markdown mdown mkd mkdn mdx "},
     {Format::text, " txt text rst rest adoc asciidoc man log asc conf cfg cnf ini properties env "},
     {Format::xml, " xml docbook dbk xsd rng "},
     {Format::csv, " csv tsv tab "},
     {Format::json, " json geojson webmanifest "},
     {Format::yaml, " yaml yml "},
     {Format::source,
      " c h cc cpp cxx c++ hh hpp hxx h++ ipp inc def idl cs d go java js jsx kt lua m mjs mm php "
      "pl "
      "pm proto py pyi rb rs scala sh sql swift thrift ts tsx vb zig "}}};

constexpr std::array<std::string_view, 18> kHtmlTags{
    "!doctype html", "html", "head", "body", "div", "section",
    "article",       "main", "h1",   "h2",   "h3",  "p",
    "table",         "dl",   "ul",   "ol",   "pre", "nav"};

// A text that is not decided on its first lines is not decided by the rest of it.
constexpr std::size_t kLinesLookedAt = 200;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// The extension in lower case, without the dot; empty when there is none. That of a model to copy,
// `server.conf.sample`, is the one before it.
std::string extension(std::string_view path) {
  constexpr std::string_view kModels = " sample example dist default template tmpl in ";
  const std::size_t slash = path.find_last_of("/\\");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  const std::string found = lower(path.substr(dot + 1));
  const bool model = kModels.find(" " + found + " ") != std::string_view::npos;
  return model && path.find('.') != dot ? extension(path.substr(0, dot)) : found;
}

std::vector<std::string_view> first_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kLinesLookedAt) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(trim_right(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool starts_with_html(std::string_view text) {
  if (!text.starts_with('<')) return false;
  const std::string start = lower(text.substr(1, 16));
  return std::any_of(kHtmlTags.begin(), kHtmlTags.end(), [&](std::string_view tag) {
    return start.starts_with(tag) &&
           (start.size() == tag.size() ||
            std::string_view(" >/\r\n\t").find(start[tag.size()]) != std::string_view::npos);
  });
}

bool is_xml(std::string_view text) {
  return text.starts_with("<?xml") || (text.starts_with('<') && text.ends_with('>'));
}

// XHTML has an XML declaration first.
bool is_xhtml(std::string_view text) {
  const std::size_t end = text.find("?>");
  return text.starts_with("<?xml") && end != std::string_view::npos &&
         starts_with_html(trim_left(text.substr(end + 2)));
}

bool is_json(std::string_view text) {
  if (text.size() < 2) return false;
  const char second = trim_left(text.substr(1)).front();
  if (text.front() == '{') return text.back() == '}' && (second == '"' || second == '}');
  return text.front() == '[' && text.back() == ']' && (second == '{' || second == '[');
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool is_markdown(const std::vector<std::string_view>& lines) {
  int marks = 0;
  for (const std::string_view line : lines) {
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ') marks += 2;
    // Commented out, as settings are.
    if (hashes == 1 && line.size() > 1 && is_letter(static_cast<unsigned char>(line[1])))
      marks -= 4;
    if (line.starts_with("```") || line.find("](") != std::string_view::npos) ++marks;
    if (line.starts_with("- ") || line.find("**") != std::string_view::npos) ++marks;
    if (is_table_rule(line)) marks += 4;
  }
  return marks >= 4 || (!lines.empty() && lines.front() == "---" && marks >= 1);
}

// `key:` with nothing or a blank behind it, at the beginning of a line or of an item.
bool opens_member(std::string_view line) {
  while (line.starts_with("- ")) line = trim_left(line.substr(2));
  constexpr std::string_view kNotKeys = "-#|>{}[]&*!%@`<";
  if (line.empty() || kNotKeys.find(line.front()) != std::string_view::npos) return false;
  const std::size_t colon = std::min(line.find(": "), line.size() - 1);
  const std::string_view key = line.substr(0, colon);
  // Words before a colon are a sentence.
  return line[colon] == ':' && !key.empty() && key.find(' ') == std::string_view::npos;
}

// Every line that is not indented opens a member, an item or a document, and some member has others
// below it. Where nothing is said of the format, a document of lines `Code: 10` is text.
bool is_yaml(const std::vector<std::string_view>& lines) {
  if (!lines.empty() && lines.front().starts_with("%YAML ")) return true;
  bool nested = false;
  bool opened = false;  // The last line was `key:` alone.
  for (const std::string_view line : lines) {
    const std::string_view bare = trim_left(line);
    if (bare.empty() || bare.starts_with('#')) continue;
    const bool indented = bare.size() < line.size();
    nested = nested || (opened && (indented || bare.starts_with("- ")) && opens_member(bare));
    opened = opens_member(bare) && bare.ends_with(':');
    const bool fits =
        opens_member(line) || line.starts_with("- ") || line == "---" || line == "...";
    if (!indented && !fits) return false;
  }
  return nested;
}

bool is_source(const std::vector<std::string_view>& lines) {
  const auto marks = std::count_if(lines.begin(), lines.end(), [](std::string_view line) {
    return line.starts_with("#include") || line.starts_with("#define ") ||
           line.starts_with("#ifndef ") || line.starts_with("#ifdef ") || line == "#endif" ||
           line.starts_with("package ") || line.starts_with("import ") || line == "};" ||
           line.starts_with("enum ");
  });
  return marks >= 2;
}

// The same separator as often on every line. A comma is common in prose, so that one on each of
// two lines says nothing.
bool is_csv(const std::vector<std::string_view>& lines) {
  for (const char separator : {'\t', ';', ','}) {
    const auto count = [&](std::string_view line) {
      return std::count(line.begin(), line.end(), separator);
    };
    const auto first = lines.empty() ? 0 : count(lines.front());
    const std::size_t enough = separator == '\t' ? 2 : 3;
    if (first >= (separator == ',' ? 2 : 1) && lines.size() >= enough &&
        std::all_of(lines.begin(), lines.end(), [&](auto line) { return count(line) == first; })) {
      return true;
    }
  }
  return false;
}

}  // namespace

Format detect_format(const Source& source) {
  const std::string name = " " + extension(source.path) + " ";
  for (const auto& [format, names] : kExtensions) {
    if (name.size() > 2 && names.find(name) != std::string_view::npos) return format;
  }
  const std::string_view text = trim(source.text);
  if (starts_with_html(text) || is_xhtml(text)) return Format::html;
  if (is_xml(text)) return Format::xml;
  if (is_json(text)) return Format::json;
  const std::vector<std::string_view> lines = first_lines(text);
  if (is_yaml(lines)) return Format::yaml;
  if (is_source(lines)) return Format::source;
  if (is_markdown(lines)) return Format::markdown;
  if (is_csv(lines)) return Format::csv;
  return Format::text;
}

}  // namespace doccord
