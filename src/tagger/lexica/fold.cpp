#include "tagger/lexica/fold.h"

#include "text/characters.h"
#include "text/utf8.h"

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

}  // namespace

void append_name_key(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out.push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte));
      ++at;
      continue;
    }
    const auto [c, bytes] = decode(text, at);
    at += bytes;
    if (c == 0xC6 || c == 0xE6) {
      out += "ae";
    } else if (c == 0x152 || c == 0x153) {
      out += "oe";
    } else if (c == 0xDF) {
      out += "ss";
    } else if (c == 0xDE || c == 0xFE) {
      out += "th";
    } else if (c >= 0xC0 && c <= 0x17F && latin_00c0[c - 0xC0] != '?') {
      out.push_back(latin_00c0[c - 0xC0]);
    } else if (c >= 0x1E00 && c <= 0x1EFF && latin_1e00[c - 0x1E00] != '?') {
      out.push_back(latin_1e00[c - 0x1E00]);
    } else if (is_apostrophe(c)) {
      out.push_back('\'');
    } else if (is_hyphen(c)) {
      out.push_back('-');
    } else if (const CharacterClass kind = class_of(c);
               kind != CharacterClass::mark && kind != CharacterClass::ignorable) {
      append_utf8(out, to_lower(c));
    }
  }
}

std::string name_key(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_name_key(out, text);
  return out;
}

Shape shape_of(std::string_view word) noexcept {
  std::uint32_t capitals = 0;
  std::uint32_t others = 0;
  // Long words are as they begin: a bound keeps the cost of a 100,000-character word flat.
  for (std::size_t at = 0; at < word.size() && at < 64;) {
    const auto [c, bytes] = decode(word, at);
    const bool upper = is_upper(c);
    if (at == 0 && !upper) return is_letter(c) ? Shape::lower : Shape::other;
    if (upper) ++capitals;
    if (!upper && is_letter(c)) return Shape::capital;
    if (!upper && c != '.') ++others;
    at += bytes;
  }
  if (capitals == 0) return Shape::other;
  return capitals == 1 && others == 0 ? Shape::initial : Shape::all_caps;
}

}  // namespace newsgloss
