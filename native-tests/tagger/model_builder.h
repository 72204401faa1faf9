// Small model files for tests, put together by hand from the formats' descriptions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "tagger/lexicon.h"
#include "tagger/model_file.h"

namespace newsgloss::test {

using Bytes = std::vector<std::byte>;

class Writer {
 public:
  Writer& u8(std::uint32_t v) { return number(v, 1); }
  Writer& u16(std::uint32_t v) { return number(v, 2); }
  Writer& u32(std::uint32_t v) { return number(v, 4); }
  Writer& f32(float v) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &v, sizeof bits);
    return u32(bits);
  }
  Writer& text(std::string_view s) {
    for (const char c : s) u8(static_cast<unsigned char>(c));
    return *this;
  }
  Writer& append(const Bytes& b) {
    bytes.insert(bytes.end(), b.begin(), b.end());
    return *this;
  }
  Bytes bytes;

 private:
  Writer& number(std::uint32_t v, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::byte>(v >> (8 * i)));
    return *this;
  }
};

using Sections = std::vector<std::pair<SectionKind, Bytes>>;

inline Bytes model_of(const Sections& sections) {
  Writer table;
  Writer body;
  std::size_t at = 24 + 16 * sections.size();
  const auto pad = [&] {
    while (at % 16 != 0) {
      body.u8(0);
      ++at;
    }
  };
  for (const auto& [kind, content] : sections) {
    pad();
    table.u32(static_cast<std::uint32_t>(kind)).u32(static_cast<std::uint32_t>(at));
    table.u32(static_cast<std::uint32_t>(content.size())).u32(crc32(content));
    body.append(content);
    at += content.size();
  }
  pad();
  Writer file;
  file.text("newsglos").u32(1).u32(static_cast<std::uint32_t>(sections.size())).u32(static_cast<std::uint32_t>(at));
  file.u32(crc32(table.bytes, crc32(file.bytes)));
  return file.append(table.bytes).append(body.bytes).bytes;
}

inline Bytes read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(in)), {});
  Bytes bytes(content.size());
  if (!content.empty()) std::memcpy(bytes.data(), content.data(), content.size());
  return bytes;
}

/// The released model of this source tree.
inline const Bytes& released_model() {
  static const Bytes bytes = read_bytes(NEWSGLOSS_SOURCE_DIR "/models/newsgloss.model");
  return bytes;
}

/// The released model's file and lexicon, opened: what a test of one of its taggers begins with.
struct ReleasedModel {
  ModelFile file;
  Lexicon lexicon;
  ReleasedModel() {
    REQUIRE(file.open(released_model()).ok());
    REQUIRE(lexicon.open(file.section(SectionKind::lexicon)));
  }
};

/// A lexicon of the given sorted keys, two parts of one element each, Rice parameter 3: word i has codes i and 2 i,
/// centroid c of part 0 is c - 100, of part 1 is 100 - c.
inline Bytes lexicon_of(const std::vector<std::uint32_t>& keys) {
  std::vector<bool> bits;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::uint32_t gap = i == 0 ? keys[0] : keys[i] - last - 1;
    last = keys[i];
    bits.insert(bits.end(), gap >> 3, true);
    bits.push_back(false);
    for (int b = 0; b < 3; ++b) bits.push_back((gap >> b & 1u) != 0);
  }
  Bytes coded((bits.size() + 7) / 8);
  for (std::size_t i = 0; i < bits.size(); ++i)
    if (bits[i]) coded[i / 8] |= static_cast<std::byte>(1u << (i % 8));
  Writer out;
  out.u32(1).u32(static_cast<std::uint32_t>(keys.size())).u32(2).u32(1).f32(1.0F / 32).u32(3);
  out.u32(static_cast<std::uint32_t>(coded.size())).append(coded);
  for (std::uint32_t part = 0; part < 2; ++part)
    for (std::uint32_t i = 0; i < keys.size(); ++i) out.u8((part + 1) * i);
  for (std::uint32_t part = 0; part < 2; ++part)
    for (int c = 0; c < 256; ++c) {
      const int value = part == 0 ? c - 100 : 100 - c;
      out.u8(static_cast<std::uint8_t>(value < -128 ? -128 : value > 127 ? 127 : value));
    }
  return out.bytes;
}

}  // namespace newsgloss::test
