#include "output/file_name.h"

#include <cstddef>

#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::size_t most_bytes = 120;

// Names that Windows keeps for devices, whatever suffix they have (learn.microsoft.com, "Naming Files").
constexpr std::string_view devices[] = {
    "con",         "prn",         "aux",         "nul",         "com0",        "com1",        "com2",   "com3",
    "com4",        "com5",        "com6",        "com7",        "com8",        "com9",        "lpt0",   "lpt1",
    "lpt2",        "lpt3",        "lpt4",        "lpt5",        "lpt6",        "lpt7",        "lpt8",   "lpt9",
    "com\xC2\xB9", "com\xC2\xB2", "com\xC2\xB3", "lpt\xC2\xB9", "lpt\xC2\xB2", "lpt\xC2\xB3", "conin$", "conout$"};

// White space, controls, and what is not seen or reorders what follows.
bool is_unseen(char32_t c) noexcept {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x61C || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFD) || (c & 0xFFFE) == 0xFFFE || c >= 0xE0000;
}

// Separators, wildcards, quotes and what shells and web addresses (brat's) read as their own.
bool is_syntax(char32_t c) noexcept {
  return c < 0x80 &&
         std::string_view("/\\:*?\"<>|'`$&;!#%(){}[]~^").find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_device(std::string_view name) {
  const std::string folded = folded_name(name.substr(0, name.find('.')));
  for (const std::string_view device : devices)
    if (folded == device) return true;
  return false;
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

std::string file_name_of(std::string_view id) {
  std::string out;
  bool gap = false;  // something was left out since the last character
  bool dot = false;  // a dot waits for a character after it
  for (std::size_t at = 0; at < id.size() && out.size() < most_bytes;) {
    const CodePoint c = decode(id, at);
    if (c.value == '.') {
      gap = gap || dot || out.empty();
      dot = !gap;
    } else if (is_unseen(c.value) || is_syntax(c.value) || (c.value == '-' && out.empty())) {
      gap = true;
      dot = false;
    } else {
      if (gap)
        out += '_';
      else if (dot)
        out += '.';
      if (out.size() + c.bytes > most_bytes) break;
      out += id.substr(at, c.bytes);
      gap = dot = false;
    }
    at += c.bytes;
  }
  while (!out.empty() && out.back() == '.') out.pop_back();  // cut there
  if (out.empty()) return "article";
  return is_device(out) ? '_' + out : out;
}

}  // namespace newsgloss
