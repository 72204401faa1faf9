#include "tagger/lexica/fold.h"

#include <array>

namespace newsgloss {
namespace {

// Base letters of U+00C0..U+017F and U+1E00..U+1EFF (Unicode decompositions; "?" where there is none).
constexpr std::string_view latin_00c0 =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view latin_1e00 =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy?s??s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

struct Letter {
  std::uint32_t value;
  std::uint32_t bytes;
};

// Decodes without check: `text` is valid UTF-8 by the engine's contract; a cut sequence at the end reads as bytes.
Letter letter_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC0 && lead < 0xE0 && at + 1 < text.size()) return {(lead & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
  if (lead >= 0xE0 && lead < 0xF0 && at + 2 < text.size())
    return {(lead & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F), 3};
  if (lead >= 0xF0 && at + 3 < text.size()) return {0x10000, 4};
  return {lead, 1};
}

void append(std::string& out, std::uint32_t value) {
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else {
    out.push_back(static_cast<char>(0xC0 | value >> 6));
    out.push_back(static_cast<char>(0x80 | (value & 0x3F)));
  }
}

enum class Case : unsigned char { none, lower, upper };

Case case_of(std::uint32_t c) noexcept {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? Case::lower : c >= 'A' && c <= 'Z' ? Case::upper : Case::none;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? Case::none : Case::upper;
  if (c >= 0xDF && c <= 0xFF) return c == 0xF7 ? Case::none : Case::lower;
  // Latin Extended-A alternates capital and small; the parity turns at U+0138 and U+0149, and back at U+0179.
  if (c >= 0x100 && c <= 0x137) return c % 2 == 0 ? Case::upper : Case::lower;
  if (c >= 0x138 && c <= 0x148) return c % 2 == 1 && c != 0x138 ? Case::upper : Case::lower;
  if (c >= 0x149 && c <= 0x177) return c % 2 == 0 ? Case::upper : Case::lower;
  if (c == 0x178) return Case::upper;
  if (c >= 0x179 && c <= 0x17F) return c % 2 == 1 && c != 0x17F ? Case::upper : Case::lower;
  if (c >= 0x1E00 && c <= 0x1EFF) return c % 2 == 0 ? Case::upper : Case::lower;
  if (c >= 0x391 && c <= 0x3A9) return Case::upper;
  if (c >= 0x3B1 && c <= 0x3C9) return Case::lower;
  if (c >= 0x400 && c <= 0x42F) return Case::upper;
  if (c >= 0x430 && c <= 0x45F) return Case::lower;
  return c >= 0xC0 ? Case::lower : Case::none;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, bytes] = letter_at(text, at);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
    } else if (c >= 0xC0 && c <= 0x17F && latin_00c0[c - 0xC0] != '?') {
      if (c == 0xC6 || c == 0xE6) {
        out += "ae";
      } else if (c == 0x152 || c == 0x153) {
        out += "oe";
      } else if (c == 0xDF) {
        out += "ss";
      } else if (c == 0xDE || c == 0xFE) {
        out += "th";
      } else {
        out.push_back(latin_00c0[c - 0xC0]);
      }
    } else if (c >= 0x1E00 && c <= 0x1EFF && latin_1e00[c - 0x1E00] != '?') {
      out.push_back(latin_1e00[c - 0x1E00]);
    } else if (c == 0x2018 || c == 0x2019 || c == 0x2BB || c == 0x2BC) {
      out.push_back('\'');
    } else if (c == 0x2010 || c == 0x2011) {
      out.push_back('-');
    } else if (c >= 0x391 && c <= 0x3A9) {
      append(out, c + 32);
    } else if (c >= 0x410 && c <= 0x42F) {
      append(out, c + 32);
    } else if (c >= 0x400 && c <= 0x40F) {
      append(out, c + 80);
    } else {
      out.append(text, at, bytes);
    }
    at += bytes;
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

Shape shape_of(std::string_view word) noexcept {
  if (word.empty()) return Shape::other;
  const Letter first = letter_at(word, 0);
  const Case start = case_of(first.value);
  if (start == Case::none) return Shape::other;
  if (start == Case::lower) return Shape::lower;
  std::uint32_t capitals = 1;
  std::uint32_t others = 0;
  // Long words are as they begin: a bound keeps the cost of a 100,000-character word flat.
  for (std::size_t at = first.bytes; at < word.size() && at < 64;) {
    const Letter letter = letter_at(word, at);
    const Case c = case_of(letter.value);
    if (c == Case::lower) return Shape::capital;
    if (c == Case::upper) ++capitals;
    if (c == Case::none && letter.value != '.') ++others;
    at += letter.bytes;
  }
  if (capitals > 1) return Shape::all_caps;
  return others == 0 ? Shape::initial : Shape::all_caps;
}

}  // namespace newsgloss
