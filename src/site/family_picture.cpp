#include "site/family_picture.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kAllEdges = 5;  // Members up to which every edge is drawn.
constexpr std::size_t kLongestId = 18;
constexpr double kPi = 3.14159265358979323846;
constexpr int kNodeHeight = 36;
constexpr int kWidth = 520;

struct Point {
  int x = 0;
  int y = 0;
};

std::string number(int value) { return std::to_string(value); }

std::string shown_id(const std::string& id) {
  std::u32string points = to_code_points(id);
  if (points.size() <= kLongestId) return id;
  points.resize(kLongestId - 1);
  return to_utf8(points) + "…";
}

int node_width(const std::string& id) {
  return 28 + 10 * static_cast<int>(count_code_points(shown_id(id)));
}

int picture_height(std::size_t members) {
  if (members <= 2) return 90;
  return members <= 4 ? 230 : 300 + 24 * static_cast<int>(members > 8 ? members - 8 : 0);
}

// Two side by side, more on an ellipse that begins at its top.
Point position_of(std::size_t member, std::size_t members, int height) {
  const int middle = height / 2;
  if (members == 2) return {member == 0 ? 100 : kWidth - 100, middle};
  const double turn = 2.0 * kPi * static_cast<double>(member) / static_cast<double>(members);
  const double across = kWidth / 2.0 - 100;
  const double down = height / 2.0 - kNodeHeight;
  return {kWidth / 2 + static_cast<int>(std::lround(across * std::sin(turn))),
          middle - static_cast<int>(std::lround(down * std::cos(turn)))};
}

double closeness(const FamilyEdge& edge) {
  return edge.shared == 0 ? 0.0 : static_cast<double>(edge.same) / static_cast<double>(edge.shared);
}

// The closest ties that connect all members without a ring.
std::vector<FamilyEdge> closest_ties(std::vector<FamilyEdge> edges, std::size_t members) {
  std::stable_sort(edges.begin(), edges.end(), [](const FamilyEdge& x, const FamilyEdge& y) {
    return closeness(x) > closeness(y);
  });
  std::vector<std::size_t> group(members);
  std::iota(group.begin(), group.end(), std::size_t{0});
  std::vector<FamilyEdge> kept;
  for (const FamilyEdge& edge : edges) {
    const std::size_t from = group[edge.a];
    const std::size_t to = group[edge.b];
    if (from == to) continue;
    std::replace(group.begin(), group.end(), from, to);
    kept.push_back(edge);
  }
  return kept;
}

Value edge_value(const FamilyEdge& edge, Point a, Point b) {
  const std::string label = std::to_string(edge.same) + " of " + std::to_string(edge.shared);
  const int label_width = 12 + 8 * static_cast<int>(label.size());
  const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
  return Value()
      .set("x1", number(a.x))
      .set("y1", number(a.y))
      .set("x2", number(b.x))
      .set("y2", number(b.y))
      .set("weight", number(1 + static_cast<int>(std::lround(closeness(edge) * 6))))
      .set("label", label)
      .set("label_left", number(middle.x - label_width / 2))
      .set("label_top", number(middle.y - 12))
      .set("label_width", number(label_width))
      .set("label_x", number(middle.x))
      .set("label_y", number(middle.y + 5));
}

Value node_value(const std::string& id, Point at) {
  const int width = node_width(id);
  return Value()
      .set("id", shown_id(id))
      .set("left", number(at.x - width / 2))
      .set("top", number(at.y - kNodeHeight / 2))
      .set("width", number(width))
      .set("height", number(kNodeHeight))
      .set("x", number(at.x))
      .set("y", number(at.y + 5));
}

}  // namespace

Value family_picture(const std::vector<std::string>& ids, std::vector<FamilyEdge> edges) {
  const std::size_t members = ids.size();
  const int height = picture_height(members);
  if (members > kAllEdges) edges = closest_ties(std::move(edges), members);
  Value::List lines;
  for (const FamilyEdge& edge : edges) {
    lines.push_back(edge_value(edge, position_of(edge.a, members, height),
                               position_of(edge.b, members, height)));
  }
  Value::List nodes;
  for (std::size_t i = 0; i < members; ++i) {
    nodes.push_back(node_value(ids[i], position_of(i, members, height)));
  }
  return Value()
      .set("view_width", number(kWidth))
      .set("view_height", number(height))
      .set("lines", std::move(lines))
      .set("nodes", std::move(nodes));
}

}  // namespace doccord
