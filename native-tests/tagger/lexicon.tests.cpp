#include "tagger/lexicon.h"

#include <array>

#include "catch.h"
#include "tagger/model_builder.h"

using namespace newsgloss;
using namespace newsgloss::test;

namespace {
constexpr std::uint64_t hash_of(std::uint32_t key) { return (std::uint64_t{key} << 40) | 0x123456789Au; }
}  // namespace

TEST_CASE("A lexicon finds its words and gives their vectors") {
  const std::vector<std::uint32_t> keys = {0, 1, 5, 4095, 4096, 4100, 70000};
  const Bytes section = lexicon_of(keys);
  Lexicon lexicon;
  REQUIRE(lexicon.open(section));
  CHECK(lexicon.size() == keys.size());
  CHECK(lexicon.parts() == 2);
  CHECK(lexicon.width() == 2);
  CHECK(lexicon.unit() == 1.0F / 32);
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    CAPTURE(keys[i]);
    REQUIRE(lexicon.find(hash_of(keys[i])) == i);
    CHECK(lexicon.code(i, 1) == 2 * i);
    std::array<std::int16_t, 2> vector{};
    lexicon.vector(i, vector.data());
    CHECK(vector[0] == static_cast<int>(i) - 100);
    CHECK(vector[1] == 100 - 2 * static_cast<int>(i));
  }
  for (const std::uint32_t key : {2u, 4u, 6u, 4097u, 69999u, 70001u, 0xFFFFFFu})
    CHECK(lexicon.find(hash_of(key)) == Lexicon::unknown);
}

TEST_CASE("A lexicon with invalid content is refused") {
  Lexicon lexicon;
  const Bytes good = lexicon_of({3, 9, 27});
  REQUIRE(lexicon.open(good));
  const auto with = [&](std::size_t at, std::uint8_t value) {
    Bytes bytes = good;
    bytes[at] = std::byte{value};
    return lexicon.open(bytes);
  };
  CHECK_FALSE(with(0, 2));    // version
  CHECK_FALSE(with(4, 0));    // words
  CHECK_FALSE(with(4, 200));  // more words than there is room for
  CHECK_FALSE(with(7, 1));    // far more
  CHECK_FALSE(with(8, 0));    // parts
  CHECK_FALSE(with(8, 65));
  CHECK_FALSE(with(12, 0));   // width
  CHECK_FALSE(with(20, 24));  // Rice parameter
  CHECK_FALSE(with(24, 0));   // size of the keys
  CHECK_FALSE(with(24, 255));
  for (std::size_t size = 0; size < good.size(); ++size) {
    const Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(lexicon.open(cut));
  }
  CHECK(lexicon.size() == 0);
  CHECK(lexicon.find(hash_of(3)) == Lexicon::unknown);
}

TEST_CASE("Any damage to a lexicon section is refused or read, never more") {
  Bytes bytes = lexicon_of({3, 9, 27, 500, 60000, 90000});
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
    const Bytes exact(bytes.begin(), bytes.end());
    Lexicon lexicon;
    std::array<std::int16_t, 4096> vector{};
    if (lexicon.open(exact))
      for (std::uint32_t i = 0; i < lexicon.size(); ++i) lexicon.vector(i, vector.data());
    bytes[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
  }
  SUCCEED();
}
