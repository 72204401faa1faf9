// Figures: what an evaluation prints. Counts of right, spurious and missed become precision, recall and F1 in per
// cent with one decimal, as an indented JSON object:
//
//   {
//    "entities": {
//     "p": 90.1,
//     "r": 88.4,
//     "f1": 89.2,
//     "gold": 1043
//    },
//    "speaker_accuracy": 93.8
//   }
//
// Quotients are taken in double precision in one fixed order and rounded to the nearest decimal, ties to even; what
// has no denominator is 0.0 in a Counts and null as a share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgloss::evaluation {

struct Counts {
  std::size_t right = 0;
  std::size_t spurious = 0;
  std::size_t missed = 0;

  Counts& operator+=(const Counts& other) noexcept {
    right += other.right;
    spurious += other.spurious;
    missed += other.missed;
    return *this;
  }
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// `hits` of `all`.
struct Share {
  std::size_t hits = 0;
  std::size_t all = 0;
  void add(bool hit) noexcept {
    ++all;
    hits += hit ? 1 : 0;
  }
};

/// "89.2": `value` rounded to one decimal.
[[nodiscard]] std::string one_decimal(double value);

/// 2pr / (p + r) in per cent, or 0.
[[nodiscard]] double f1_percent(double p, double r) noexcept;

/// Writes the JSON object front to back. Names must be plain ASCII.
class FiguresWriter {
 public:
  FiguresWriter() : out_("{") {}

  void open(std::string_view name);
  void close();
  void count(std::string_view name, std::size_t value);
  void percent(std::string_view name, double value);
  void share(std::string_view name, Share value);
  void counts(std::string_view name, const Counts& value);

  /// The whole, with a line break at its end. Ends the writer.
  [[nodiscard]] std::string take();

 private:
  void key(std::string_view name);
  void end();

  std::string out_;
  std::size_t depth_ = 1;
  bool first_ = true;
};

}  // namespace newsgloss::evaluation
