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
constexpr int kLabelLine = 18;
constexpr double kArrow = 15.0;  // Length of an arrow's head.
constexpr double kGap = 4.0;     // Between its tip and the member.

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
  return members <= 4 ? 250 : 320 + 24 * static_cast<int>(members > 8 ? members - 8 : 0);
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

int weight_of(const FamilyEdge& edge) {
  return 1 + static_cast<int>(std::lround(closeness(edge) * 6));
}

// How far the picture reaches.
struct Extent {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  void cover(Point middle, int width, int height) {
    left = std::min(left, middle.x - width / 2);
    right = std::max(right, middle.x + width / 2);
    top = std::min(top, middle.y - height / 2);
    bottom = std::max(bottom, middle.y + height / 2);
  }
};

// A member's box and its middle.
struct Node {
  Point at;
  int width = 0;
};

// The head of an arrow that ends at a member's box, and where the line goes over into it.
struct Arrow {
  Point neck;
  std::string points;
};

Arrow arrow_to(const Node& to, Point from, int weight) {
  const double x = from.x - to.at.x;
  const double y = from.y - to.at.y;
  const double length = std::max(1.0, std::sqrt(x * x + y * y));
  const double right = x / length;
  const double down = y / length;
  // How far from its middle the way leaves the box.
  const double across = right == 0.0 ? length : to.width / 2.0 / std::abs(right);
  const double along = down == 0.0 ? length : kNodeHeight / 2.0 / std::abs(down);
  const double tip = std::min(across, along) + kGap;
  const auto point = [&](double away, double aside) {
    return Point{to.at.x + static_cast<int>(std::lround(right * away - down * aside)),
                 to.at.y + static_cast<int>(std::lround(down * away + right * aside))};
  };
  const double half = 6.0 + weight / 2.0;
  Arrow arrow{point(tip + kArrow - 1, 0), ""};
  for (const Point& corner :
       {point(tip, 0), point(tip + kArrow, half), point(tip + kArrow, -half)}) {
    arrow.points += (arrow.points.empty() ? "" : " ") + number(corner.x) + "," + number(corner.y);
  }
  return arrow;
}

// Where the label stands: one line, or a second one that says that the order cannot be told.
void set_label(Value& value, const FamilyEdge& edge, Point middle) {
  const bool unknown = edge.first == CameFirst::unknown;
  const std::string label = std::to_string(edge.same) + " of " + std::to_string(edge.shared);
  const int width = std::max(12 + 8 * static_cast<int>(label.size()), unknown ? 88 : 0);
  const int height = unknown ? 24 + kLabelLine : 24;
  value.set("label", label)
      .set("untold", unknown)
      .set("label_left", number(middle.x - width / 2))
      .set("label_top", number(middle.y - height / 2))
      .set("label_width", number(width))
      .set("label_height", number(height))
      .set("label_x", number(middle.x))
      .set("label_y", number(middle.y - height / 2 + 17))
      .set("untold_y", number(middle.y - height / 2 + 17 + kLabelLine));
}

Value edge_value(const FamilyEdge& edge, const std::vector<std::string>& ids, const Node& a,
                 const Node& b) {
  const bool from_a = edge.first != CameFirst::b;
  const Node& later = from_a ? b : a;
  const Point begin = from_a ? a.at : b.at;
  const int weight = weight_of(edge);
  const bool told = edge.first != CameFirst::unknown;
  const Arrow arrow = arrow_to(later, begin, weight);
  const Point end = told ? arrow.neck : later.at;
  Value value;
  value.set("x1", number(begin.x))
      .set("y1", number(begin.y))
      .set("x2", number(end.x))
      .set("y2", number(end.y))
      .set("weight", number(weight))
      .set("arrow", told ? arrow.points : std::string())
      .set("from", ids[from_a ? edge.a : edge.b])
      .set("to", ids[from_a ? edge.b : edge.a]);
  set_label(value, edge, {(a.at.x + b.at.x) / 2, (a.at.y + b.at.y) / 2});
  return value;
}

Value node_value(const std::string& id, const Node& node) {
  const auto& [at, width] = node;
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
  std::vector<Node> placed;
  Extent extent{kWidth, height, 0, 0};
  Value::List nodes;
  for (std::size_t i = 0; i < members; ++i) {
    placed.push_back({position_of(i, members, height), node_width(ids[i])});
    extent.cover(placed[i].at, placed[i].width, kNodeHeight);
    nodes.push_back(node_value(ids[i], placed[i]));
  }
  Value::List lines;
  bool arrows = false;
  bool untold = false;
  for (const FamilyEdge& edge : edges) {
    lines.push_back(edge_value(edge, ids, placed[edge.a], placed[edge.b]));
    (edge.first == CameFirst::unknown ? untold : arrows) = true;
  }
  constexpr int kEdge = 4;  // Room for the outlines.
  return Value()
      .set("view_left", number(extent.left - kEdge))
      .set("view_top", number(extent.top - kEdge))
      .set("view_width", number(extent.right - extent.left + 2 * kEdge))
      .set("view_height", number(extent.bottom - extent.top + 2 * kEdge))
      .set("arrows_any", arrows)
      .set("untold_any", untold)
      .set("lines", std::move(lines))
      .set("nodes", std::move(nodes));
}

}  // namespace doccord
