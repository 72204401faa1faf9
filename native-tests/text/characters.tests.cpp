#include "text/characters.h"

#include "catch.h"
#include "text/exact.h"

using namespace newsgloss;
using newsgloss::testing::Exact;

TEST_CASE("letters of many scripts have their class and their small letter", "[characters]") {
  const struct {
    char32_t c;
    CharacterClass kind;
    char32_t lower;
  } rows[] = {
      {U'A', CharacterClass::upper, U'a'},
      {U'z', CharacterClass::lower, U'z'},
      {U'7', CharacterClass::digit, U'7'},
      {0x00C9, CharacterClass::upper, 0x00E9},  // E acute
      {0x00DF, CharacterClass::lower, 0x00DF},  // sharp s
      {0x0100, CharacterClass::upper, 0x0101},  // A macron: Maori
      {0x0101, CharacterClass::lower, 0x0101},
      {0x0130, CharacterClass::upper, 0x0130},   // I with dot: its small letter is two characters
      {0x0141, CharacterClass::upper, 0x0142},   // L stroke
      {0x018F, CharacterClass::upper, 0x0259},   // schwa: Azerbaijani
      {0x0218, CharacterClass::upper, 0x0219},   // S comma: Romanian
      {0x1EA0, CharacterClass::upper, 0x1EA1},   // A dot below: Vietnamese
      {0x0391, CharacterClass::upper, 0x03B1},   // Greek
      {0x0416, CharacterClass::upper, 0x0436},   // Cyrillic
      {0x0490, CharacterClass::upper, 0x0491},   // Ukrainian
      {0x0531, CharacterClass::upper, 0x0561},   // Armenian
      {0x0627, CharacterClass::letter, 0x0627},  // Arabic
      {0x05D0, CharacterClass::letter, 0x05D0},  // Hebrew
      {0x0E01, CharacterClass::letter, 0x0E01},  // Thai
      {0x02BB, CharacterClass::letter, 0x02BB},  // 'okina
      {0x534E, CharacterClass::cjk, 0x534E},
      {0x3042, CharacterClass::cjk, 0x3042},
      {0xAC00, CharacterClass::cjk, 0xAC00},
      {0x0301, CharacterClass::mark, 0x0301},
      {0x0663, CharacterClass::digit, 0x0663},
      {0x00BD, CharacterClass::number, 0x00BD},
      {0x00A0, CharacterClass::space, 0x00A0},
      {0x3000, CharacterClass::space, 0x3000},
      {0x0000, CharacterClass::space, 0x0000},
      {0x00AD, CharacterClass::ignorable, 0x00AD},
      {0x200B, CharacterClass::ignorable, 0x200B},
      {0x2014, CharacterClass::punctuation, 0x2014},
      {0x20AC, CharacterClass::symbol, 0x20AC},
      {0x1F600, CharacterClass::symbol, 0x1F600},
      {0x10FFFF, CharacterClass::symbol, 0x10FFFF},
  };
  for (const auto& row : rows) {
    CAPTURE(static_cast<std::uint32_t>(row.c));
    CHECK(class_of(row.c) == row.kind);
    CHECK(static_cast<std::uint32_t>(to_lower(row.c)) == static_cast<std::uint32_t>(row.lower));
  }
}

TEST_CASE("small letters of capitals are small letters", "[characters]") {
  for (char32_t c = 0; c < 0x20000; ++c) {
    if (to_lower(c) == c) continue;
    CAPTURE(static_cast<std::uint32_t>(c));
    REQUIRE(is_upper(c));
    REQUIRE(is_lower(to_lower(c)));
    REQUIRE(to_lower(to_lower(c)) == to_lower(c));
  }
}

TEST_CASE("folding and shapes of words", "[characters]") {
  const struct {
    const char *word, *folded;
    bool capitalised, caps, small;
  } rows[] = {
      {"", "", false, false, false},
      {"Shen", "shen", true, false, false},
      {"NATO", "nato", true, true, false},
      {"U.S.", "u.s.", true, true, false},
      {"COVID-19", "covid-19", true, true, false},
      {"said", "said", false, false, true},
      {"iPhone", "iphone", false, false, false},
      {"O\u2019Brien", "o'brien", true, false, false},
      {"'ali", "'ali", false, false, true},
      {"'Ali", "'ali", true, false, false},
      {"\u02BBOkina", "'okina", true, false, false},
      {"co\u00ADoperate", "cooperate", false, false, true},
      {"\u00C9cole", "\u00E9cole", true, false, false},
      {"\u041C\u043E\u0441\u043A\u0432\u0430", "\u043C\u043E\u0441\u043A\u0432\u0430", true, false, false},
      {"\u534E\u5E73", "\u534E\u5E73", false, false, false},
      {"x\u2011ray", "x-ray", false, false, true},
      {"42", "42", false, false, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.word);
    const Exact word(row.word);
    CHECK(fold_case(word.view()) == row.folded);
    CHECK(is_capitalised(word.view()) == row.capitalised);
    CHECK(is_all_caps(word.view()) == row.caps);
    CHECK(is_all_lower(word.view()) == row.small);
  }
}
