#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/layout.h"
#include "report/locations.h"
#include "report/paint.h"
#include "report/text.h"
#include "text/terminal.h"
#include "text/utf8.h"
#include "text/workflow.h"

namespace doccord {
namespace {

constexpr std::size_t kWidestKey = 16;
constexpr std::size_t kWidestName = 32;
constexpr std::size_t kNarrowestText = 20;

std::string joined_names(const Entry& entry) {
  return fmt::format("{}", fmt::join(entry.names, ", "));
}

std::string ids_of(const Results& results, const std::vector<std::size_t>& sources) {
  std::vector<std::string> ids;
  for (const std::size_t source : sources) {
    ids.push_back(terminal_safe(results.sources.sources[source].id));
  }
  return fmt::format("{}", fmt::join(ids, ", "));
}

// The widths of the columns of a source's entries.
struct Columns {
  std::size_t line = 1;
  std::size_t key = 1;
  std::size_t name = 0;
  std::size_t text = kNarrowestText;
};

Columns columns_for(const EntrySet& set, const LineIndex& lines, std::size_t width) {
  Columns columns;
  for (const Entry& entry : set.entries) {
    const std::size_t line = lines.position(entry.span.begin).line;
    columns.line = std::max(columns.line, std::to_string(line).size());
    columns.key = std::max(columns.key, display_width(terminal_safe(entry.key)));
    columns.name = std::max(columns.name, display_width(terminal_safe(joined_names(entry))));
  }
  columns.key = std::min(columns.key, kWidestKey);
  columns.name = std::min(columns.name, kWidestName);
  const std::size_t taken = 2 + columns.line + 2 + columns.key + 2 + columns.name + 2;
  columns.text = std::max(kNarrowestText, width - std::min(width, taken));
  return columns;
}

void add_entry(std::string& out, const Entry& entry, const LineIndex& lines, const Columns& columns,
               const Paint& paint) {
  const std::size_t line = lines.position(entry.span.begin).line;
  out += fmt::format("  {}  {}", paint(Colour::gutter, fmt::format("{:>{}}", line, columns.line)),
                     paint(Colour::strong, cell(entry.key, columns.key)));
  if (columns.name > 0) out += "  " + cell(joined_names(entry), columns.name);
  if (!entry.description.empty()) out += "  " + cut(entry.description, columns.text);
  out.erase(out.find_last_not_of(' ') + 1);
  out += "\n";
}

void add_reading(std::string& out, const Results& results, const Reading& reading,
                 const TextOptions& options, const Paint& paint) {
  out += fmt::format("  {}:\n", paint(Colour::faint, ids_of(results, reading.sources)));
  out += wrapped(reading.text, options.width, 4);
}

void add_record(std::string& out, const Results& results, const Record& record,
                const TextOptions& options, const Paint& paint) {
  out += paint(Colour::strong, terminal_safe(record.key)) + "\n";
  for (const NameUse& use : record.names) {
    out += fmt::format("  {} ({})\n", terminal_safe(use.name), ids_of(results, use.sources));
  }
  for (const Reading& reading : record.readings) {
    add_reading(out, results, reading, options, paint);
  }
  for (const FieldUse& field : record.fields) {
    for (const FieldValue& value : field.values) {
      out += fmt::format("  {}: {} ({})\n", terminal_safe(field.label), terminal_safe(value.value),
                         ids_of(results, value.sources));
    }
  }
  if (!record.missing.empty()) {
    out += fmt::format("  not in {}\n", ids_of(results, record.missing));
  }
}

}  // namespace

std::string extract_text(const Results& results, const TextOptions& options) {
  const Paint paint(options.colour);
  const Locations locations(results.sources);
  std::string out;
  for (std::size_t i = 0; i < results.entry_sets.size(); ++i) {
    const EntrySet& set = results.entry_sets[i];
    const Source& source = results.sources.sources[i];
    const std::size_t count = set.entries.size();
    if (i > 0) out += "\n";
    out += fmt::format("{} ({}): {}, {}, {}\n", paint(Colour::strong, terminal_safe(source.id)),
                       terminal_safe(source.path), to_string(set.format),
                       set.shape.empty() ? "no shape" : set.shape,
                       count == 1 ? "1 entry" : fmt::format("{} entries", count));
    const Columns columns = columns_for(set, locations.lines(i), options.width);
    for (const Entry& entry : set.entries) {
      add_entry(out, entry, locations.lines(i), columns, paint);
    }
  }
  return without_commands(out);
}

std::string registry_text(const Results& results, const TextOptions& options) {
  const Paint paint(options.colour);
  std::string out;
  for (const Record& record : results.registry.records) {
    if (!out.empty()) out += "\n";
    add_record(out, results, record, options, paint);
  }
  return without_commands(out);
}

}  // namespace doccord
