#include "output/json_writer.h"

#include <array>
#include <charconv>

namespace newsgloss {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

// Bytes that cannot stand in a JSON string as they are, and 0xE2, with which U+2028 and U+2029 begin.
constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> special{};
  for (std::size_t c = 0; c < 0x20; ++c) special[c] = true;
  special['"'] = special['\\'] = special[0x7f] = special[0xe2] = true;
  return special;
}
constexpr std::array<bool, 256> special = make_special();

void append_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += hex_digits[c >> 4];
      out += hex_digits[c & 15];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (!special[c]) continue;
    if (c == 0xe2) {
      const std::string_view three = text.substr(i, 3);
      if (three != "\xE2\x80\xA8" && three != "\xE2\x80\xA9") continue;
      out.append(text, written, i - written);
      out += three.back() == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out.append(text, written, i - written);
      append_escape(out, c);
    }
    written = i + 1;
  }
  out.append(text, written, text.size() - written);
  out += '"';
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * static_cast<std::size_t>(depth_), ' ');
}

// What comes before a key, or before a value that has none: a comma after the first, and the line break.
void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_ += ',';
  if (pretty_ && flat_depth_ == 0)
    new_line();
  else if (pretty_ && !first_)
    out_ += ' ';
  first_ = false;
}

void JsonWriter::open(char bracket, Layout layout) {
  separate();
  out_ += bracket;
  ++depth_;
  if (flat_depth_ > 0 || layout == Layout::flat) ++flat_depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (flat_depth_ > 0)
    --flat_depth_;
  else if (pretty_ && !first_)
    new_line();
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += pretty_ ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  append_json_string(out_, text);
}

void JsonWriter::integer(std::uint64_t value) {
  separate();
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void JsonWriter::ten_thousandths(std::uint32_t value) {
  integer(value / 10000);
  std::uint32_t rest = value % 10000;
  if (rest == 0) return;
  out_ += '.';
  for (std::uint32_t place = 1000; rest != 0; place /= 10) {
    out_ += static_cast<char>('0' + rest / place);
    rest %= place;
  }
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

}  // namespace newsgloss
