#include "site/matrix.h"

#include <array>

#include "site/base_data.h"
#include "site/pages.h"

namespace doccord {
namespace {

constexpr std::size_t kFewSources = 7;  // So many columns fit a wide screen without scrolling.

using Counts = std::array<std::size_t, 11>;  // By State.

Value row_value(const Page& page, std::size_t record) {
  Value::List cells;
  for (const Cell& cell : page.model.cells[record]) cells.push_back(state_value(cell.state));
  return Value()
      .set("key", page.model.record(record).key)
      .set("slug", page.model.key_slugs[record])
      .set("href", page.root + key_path(page.model, record))
      .set("readings_data", readings_data(page.model, record))
      .set("kinds_data", kinds_data(page.model, record))
      .set("merged_data", merged_data(page.model, record))
      .set("name_parts", name_parts(page.model.labels[record]))
      .set("cells", std::move(cells));
}

Value groups_value(const Page& page) {
  Value::List groups;
  for (const KeyGroup& group : page.model.groups) {
    Value::List rows;
    for (std::size_t i = 0; i < group.count; ++i) rows.push_back(row_value(page, group.first + i));
    groups.push_back(Value()
                         .set("group", group.title)
                         .set("group_size", counted(group.count, "key", "keys"))
                         .set("rows", std::move(rows)));
  }
  return groups;
}

// The states that occur in the matrix.
Value legend_value(const Model& model) {
  Counts counts{};
  for (const std::vector<Cell>& cells : model.cells) {
    for (const Cell& cell : cells) ++counts[static_cast<std::size_t>(cell.state)];
  }
  Value::List list;
  for (const StateWords& words : all_states()) {
    if (counts[static_cast<std::size_t>(words.state)] > 0) list.push_back(state_value(words.state));
  }
  return list;
}

Value columns_value(const Page& page) {
  Value::List list;
  for (std::size_t i = 0; i < page.model.source_count(); ++i) list.push_back(source_link(page, i));
  return list;
}

}  // namespace

std::size_t count_of(const Model& model, std::size_t source, State state) {
  std::size_t count = 0;
  for (const std::vector<Cell>& cells : model.cells) count += cells[source].state == state;
  return count;
}

// How many of the source's texts depart from those of its family.
std::size_t departing(const Model& model, std::size_t source) {
  std::size_t count = 0;
  for (const std::vector<Cell>& cells : model.cells) count += cells[source].base.has_value();
  return count;
}

void set_matrix(const Page& page, Value& value) {
  const Model& model = page.model;
  const std::size_t keys = model.results.registry.records.size();
  value
      .set("matrix_caption", counted(keys, "key", "keys") + " by " +
                                 counted(model.source_count(), "document", "documents"))
      .set("legend", legend_value(model))
      .set("few", model.source_count() <= kFewSources)
      .set("column_count", model.source_count() + 1)
      .set("columns", columns_value(page))
      .set("groups", groups_value(page));
}

Value matrix_page(const Page& page) {
  Value value = page_value(page, "Key by key – " + page.frame.site_title, "matrix");
  value.set("own_page", true);
  set_matrix(page, value);
  return value;
}

}  // namespace doccord
