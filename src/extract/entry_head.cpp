#include "extract/entry_head.h"

#include "extract/prose.h"
#include "text/whitespace.h"

namespace doccord {

EntryHead make_head(const std::vector<TextLine>& lines, std::size_t line, std::size_t mark,
                    const Label& label) {
  EntryHead head;
  head.line = line;
  head.at = mark;
  head.label = lines[line].text.substr(mark);
  head.key = label.key;
  head.name = label.before.empty() ? label.after : label.before;
  head.inline_text = label.form == LabelForm::key_second ||
                     (label.form == LabelForm::key_first && is_prose(label.after));
  return head;
}

std::size_t text_column(const TextLine& line, const Label& label) {
  return line.indent + static_cast<std::size_t>(label.after.data() - line.text.data());
}

bool has_gap(const TextLine& line, const Label& label) {
  const auto text = static_cast<std::size_t>(label.after.data() - line.text.data());
  return text >= 2 && line.text[text - 1] == ' ' && line.text[text - 2] == ' ';
}

EntryHead head_beside(const std::vector<TextLine>& lines, std::size_t at, const Label& label) {
  const std::string_view text = lines[at].text;
  const auto begin = static_cast<std::size_t>(label.after.data() - text.data());
  EntryHead head;
  head.line = at;
  head.label = trim_right(text.substr(0, begin));
  head.key = label.key;
  head.beside = text.substr(begin);
  return head;
}

}  // namespace doccord
