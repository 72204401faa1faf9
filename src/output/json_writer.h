// JsonWriter: JSON text, written front to back.
//
// Keys come out in the order they are written, so the order is the schema's. Pretty style indents by two spaces,
// one member a line; containers opened as `flat` stay on one line ({"block": 5, "start": 29, "end": 40}). Strings
// must be valid UTF-8 and are written as they are, except " \ and control characters, and U+2028 and U+2029, which
// older JavaScript takes for line breaks. Nesting is the caller's to get right. Linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "output/json.h"

namespace newsgloss {

class JsonWriter {
 public:
  explicit JsonWriter(JsonStyle style) : pretty_(style == JsonStyle::pretty) {}

  enum class Layout : unsigned char { tall, flat };

  void open_object(Layout layout = Layout::tall) { open('{', layout); }
  void close_object() { close('}'); }
  void open_array(Layout layout = Layout::tall) { open('[', layout); }
  void close_array() { close(']'); }

  void key(std::string_view name);
  void string(std::string_view text);
  void integer(std::uint64_t value);
  /// `value` ten-thousandths: 9800 is 0.98, 10000 is 1.
  void ten_thousandths(std::uint32_t value);
  void boolean(bool value);
  void null();

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void open(char bracket, Layout layout);
  void close(char bracket);
  void separate();
  void new_line();

  std::string out_;
  bool pretty_;
  bool first_ = true;       // nothing yet in the innermost container
  bool after_key_ = false;  // the next value belongs to a key
  int depth_ = 0;
  int flat_depth_ = 0;  // > 0: inside a flat container, that many deep
};

/// Appends `text` as a JSON string, quote marks included.
void append_json_string(std::string& out, std::string_view text);

}  // namespace newsgloss
