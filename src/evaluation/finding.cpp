#include "evaluation/finding.h"

#include <algorithm>

#include "output/columns.h"

namespace newsgloss::evaluation {
namespace {

constexpr std::size_t around = 48;  // bytes of context on either side
constexpr std::string_view gap = "...";

bool is_boundary(std::string_view text, std::size_t at) noexcept {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

std::string to_line(const Finding& finding) {
  const auto or_dash = [](const std::string& text) { return text.empty() ? std::string("-") : printable(text); };
  return finding.what + '\t' + printable(finding.where) + "\tgold: " + or_dash(finding.gold) +
         "\tfound: " + or_dash(finding.found) + "\ttext: " + or_dash(finding.text);
}

std::string in_context(std::string_view text, Span span) {
  std::size_t begin = span.begin > around ? span.begin - around : 0;
  std::size_t end = std::min<std::size_t>(text.size(), span.end + around);
  while (!is_boundary(text, begin)) ++begin;
  while (!is_boundary(text, end)) --end;
  std::string out(begin > 0 ? gap : "");
  out.append(text.substr(begin, span.begin - begin)).append("[").append(slice(text, span)).append("]");
  return out.append(text.substr(span.end, end - span.end)).append(end < text.size() ? gap : "");
}

}  // namespace newsgloss::evaluation
