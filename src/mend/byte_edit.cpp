#include "mend/byte_edit.h"

#include <algorithm>
#include <tuple>

namespace doccord {

void sort_edits(std::vector<ByteEdit>& edits) {
  std::sort(edits.begin(), edits.end(), [](const ByteEdit& a, const ByteEdit& b) {
    return std::tie(a.source, a.span.begin, a.span.end, a.text) <
           std::tie(b.source, b.span.begin, b.span.end, b.text);
  });
}

bool collide(const std::vector<ByteEdit>& edits) {
  const auto meets = [](const ByteEdit& a, const ByteEdit& b) {
    return a.source == b.source && (b.span.begin < a.span.end || (a.span.begin == b.span.begin));
  };
  return std::adjacent_find(edits.begin(), edits.end(), meets) != edits.end();
}

void apply_edits(std::vector<Source>& sources, const std::vector<ByteEdit>& edits) {
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    Source& source = sources[edit->source];
    source.text.replace(edit->span.begin, edit->span.size(), edit->text);
    for (SourceFile& file : source.files) {
      // What is added at the seam of two files belongs to the first: it came behind something.
      const bool seam = file.begin == edit->span.begin && edit->span.empty();
      if (file.begin > edit->span.begin || (seam && file.begin > 0)) {
        file.begin = file.begin + edit->text.size() - edit->span.size();
      }
    }
  }
}

}  // namespace doccord
