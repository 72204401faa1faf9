#include "evaluation/figures.h"

#include <array>
#include <charconv>

namespace newsgloss::evaluation {

std::string one_decimal(double value) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1).ptr;
  return {digits.data(), end};
}

double f1_percent(double p, double r) noexcept { return p + r > 0 ? 200 * p * r / (p + r) : 0.0; }

void FiguresWriter::key(std::string_view name) {
  if (!first_) out_ += ',';
  first_ = false;
  out_.append("\n").append(depth_, ' ').append("\"").append(name).append("\": ");
}

void FiguresWriter::end() {
  --depth_;
  if (!first_) out_.append("\n").append(depth_, ' ');
  out_ += '}';
  first_ = false;
}

void FiguresWriter::open(std::string_view name) {
  key(name);
  out_ += '{';
  ++depth_;
  first_ = true;
}

void FiguresWriter::close() { end(); }

void FiguresWriter::count(std::string_view name, std::size_t value) {
  key(name);
  out_ += std::to_string(value);
}

void FiguresWriter::percent(std::string_view name, double value) {
  key(name);
  out_ += one_decimal(value);
}

void FiguresWriter::share(std::string_view name, Share value) {
  if (value.all > 0) return percent(name, static_cast<double>(100 * value.hits) / static_cast<double>(value.all));
  key(name);
  out_ += "null";
}

void FiguresWriter::counts(std::string_view name, const Counts& value) {
  const auto ratio = [](std::size_t part, std::size_t all) {
    return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0.0;
  };
  const double p = ratio(value.right, value.right + value.spurious);
  const double r = ratio(value.right, value.right + value.missed);
  open(name);
  percent("p", 100 * p);
  percent("r", 100 * r);
  percent("f1", f1_percent(p, r));
  count("gold", value.right + value.missed);
  close();
}

std::string FiguresWriter::take() {
  end();
  out_ += '\n';
  return std::move(out_);
}

}  // namespace newsgloss::evaluation
