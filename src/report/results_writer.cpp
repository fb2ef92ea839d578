#include "report/results_writer.h"

#include <algorithm>

namespace doccord {

void ResultsWriter::ids(std::string_view name, const std::vector<std::size_t>& sources) {
  out_.list(name, sources, [&](std::size_t source) { out_.value(id(source)); });
}

void ResultsWriter::id_or_null(std::string_view name, const std::optional<std::size_t>& source) {
  out_.key(name);
  source ? out_.value(id(*source)) : out_.null();
}

void ResultsWriter::position(std::size_t source, Span span) {
  const Position start = locations_.start(source, span);
  const Position end = locations_.end(source, span);
  out_.member("startLine", start.line);
  out_.member("startColumn", start.column);
  out_.member("endLine", end.line);
  out_.member("endColumn", end.column);
}

void ResultsWriter::location(std::size_t source, Span span) {
  out_.object("location", [&] {
    const std::string_view file = locations_.file(source, span);
    if (!file.empty()) out_.member("path", file);
    position(source, span);
  });
}

// A label may stand twice in one entry; neither text may be lost.
void ResultsWriter::fields(const std::vector<Field>& fields) {
  out_.object("fields", [&] {
    for (auto field = fields.begin(); field != fields.end(); ++field) {
      const auto same = [&](const Field& other) { return other.label == field->label; };
      if (std::any_of(fields.begin(), field, same)) continue;
      std::string text = field->text;
      for (auto further = std::find_if(field + 1, fields.end(), same); further != fields.end();
           further = std::find_if(further + 1, fields.end(), same)) {
        text += "; " + further->text;
      }
      out_.member(field->label, text);
    }
  });
}

void ResultsWriter::entry(const Entry& entry, std::size_t source) {
  if (!entry.aliases.empty()) out_.member("aliases", entry.aliases);
  out_.member("names", entry.names);
  out_.member("description", entry.description);
  fields(entry.fields);
  out_.member("section", entry.section);
  location(source, entry.span);
}

void ResultsWriter::edits(const std::vector<Edit>& edits) {
  out_.objects("edits", edits, [&](const Edit& edit) {
    out_.member("kind", to_string(edit.kind));
    out_.member("a", edit.a);
    out_.member("b", edit.b);
    if (!edit.reason.empty()) out_.member("reason", edit.reason);
  });
}

}  // namespace doccord
