// A file for each entry, in a directory that is one source. What the entry is about stands in the
// file's title, in its front matter or in its name; its text is what follows the title, up to the
// next heading.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/shape.h"
#include "extract/tree_text.h"
#include "parse/front_matter.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

struct FrontCell {
  std::string label;
  GridCell cell;
};

struct FilePage {
  std::string name;
  Span span;
  std::vector<FrontCell> front;
  GridCell title;  // Of the page; without text where it has none.
  std::vector<GridCell> blocks;
};

std::vector<FrontCell> front_of(const Document& document, Span span) {
  std::vector<FrontCell> cells;
  for (const FrontMatterField& field :
       front_matter_fields(document.text().substr(span.begin, span.size()))) {
    const Span place{span.begin + field.span.begin, span.begin + field.span.end};
    cells.push_back({std::string(field.label), {collapse(field.value), place, false}});
  }
  return cells;
}

// The title that the front matter gives, else the first heading where nothing stands before it.
GridCell title_of(const FilePage& page, const std::vector<Heading>& headings,
                  const std::vector<GridCell>& blocks) {
  if (!headings.empty() && headings.front().level == 1) {
    return {headings.front().text, headings.front().span, headings.front().coded};
  }
  for (const FrontCell& each : page.front) {
    if (fold_case(each.label) == "title") return each.cell;
  }
  const bool opens =
      !headings.empty() && !blocks.empty() && headings.front().span.contains(blocks.front().span);
  if (!opens) return {};
  return {headings.front().text, headings.front().span, headings.front().coded};
}

// The text below the title: what stands before the next heading, or, where that is nothing, all.
// Above the title stands what all pages have.
std::vector<GridCell> text_of(const GridCell& title, const std::vector<Heading>& headings,
                              std::vector<GridCell> blocks) {
  std::erase_if(blocks, [&](const GridCell& block) { return block.span.begin < title.span.end; });
  const auto next = std::find_if(headings.begin(), headings.end(), [&](const Heading& heading) {
    return heading.span != title.span && heading.span.begin >= title.span.end;
  });
  if (next == headings.end()) return blocks;
  const auto end = std::find_if(blocks.begin(), blocks.end(), [&](const GridCell& block) {
    return block.span.begin >= next->span.begin;
  });
  if (end != blocks.begin()) blocks.erase(end, blocks.end());
  return blocks;
}

// Takes from the front of `all` what lies in `span`.
template <class T>
std::vector<T> in_span(const std::vector<T>& all, Span span, auto span_of) {
  std::vector<T> found;
  const auto first = std::partition_point(
      all.begin(), all.end(), [&](const T& each) { return span_of(each).begin < span.begin; });
  for (auto at = first; at != all.end() && span_of(*at).begin < span.end; ++at) {
    found.push_back(*at);
  }
  return found;
}

std::vector<FilePage> read_pages(const DocumentTexts& texts) {
  const Document& document = texts.document();
  const std::vector<Heading>& headings = texts.sections().headings();
  const std::vector<GridCell>& blocks = texts.blocks();
  std::vector<FilePage> pages;
  for (const Document::File& file : document.files()) {
    FilePage page{file.name, file.span, front_of(document, file.span), {}, {}};
    const auto own_headings =
        in_span(headings, file.span, [](const Heading& heading) { return heading.span; });
    auto own_blocks = in_span(blocks, file.span, [](const GridCell& block) { return block.span; });
    page.title = title_of(page, own_headings, own_blocks);
    page.blocks = text_of(page.title, own_headings, std::move(own_blocks));
    pages.push_back(std::move(page));
  }
  return pages;
}

// Title and text one behind the other, with the file's name before them or not.
Grid sequence(const std::vector<FilePage>& pages, bool with_name) {
  Grid grid;
  grid.shape = shapes::files.name;
  grid.sequential = true;
  grid.keyed = with_name;
  for (const FilePage& page : pages) {
    GridRow row{{}, "", page.span};
    if (with_name) row.cells.push_back({page.name, {page.span.begin, page.span.begin}, false});
    const bool says_more = !page.title.text.empty() && page.title.text != page.name;
    if (says_more || !with_name) row.cells.push_back(page.title);
    row.cells.insert(row.cells.end(), page.blocks.begin(), page.blocks.end());
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

// The fields of the front matter side by side, and the text behind them.
Grid records(const std::vector<FilePage>& pages) {
  Grid grid;
  grid.shape = shapes::files.name;
  for (const FilePage& page : pages) {
    for (const FrontCell& each : page.front) {
      if (std::find(grid.header.begin(), grid.header.end(), each.label) == grid.header.end()) {
        grid.header.push_back(each.label);
      }
    }
  }
  if (grid.header.empty()) return grid;
  for (const FilePage& page : pages) {
    GridRow row{std::vector<GridCell>(grid.header.size() + 1), "", page.span};
    for (const FrontCell& each : page.front) {
      const auto at = std::find(grid.header.begin(), grid.header.end(), each.label);
      row.cells[static_cast<std::size_t>(at - grid.header.begin())] = each.cell;
    }
    GridCell& text = row.cells.back();
    for (const GridCell& block : page.blocks) {
      if (text.text.empty()) text.span.begin = block.span.begin;
      text.text += (text.text.empty() ? "" : " ") + block.text;
      text.span.end = block.span.end;
    }
    grid.rows.push_back(std::move(row));
  }
  grid.header.emplace_back();
  return grid;
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  if (texts.document().files().empty()) return {};
  const std::vector<FilePage> pages = read_pages(texts);
  std::vector<Grid> grids{sequence(pages, false), sequence(pages, true)};
  if (Grid grid = records(pages); !grid.rows.empty()) grids.push_back(std::move(grid));
  return grids;
}

}  // namespace

const Shape shapes::files{
    .name = "files", .summary = "a directory with a file for each entry", .propose = propose};

}  // namespace doccord
