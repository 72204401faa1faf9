#include "tagger/entity_network.h"

#include <array>
#include <cstdlib>

#include "catch.h"
#include "tagger/model_builder.h"

using namespace newsgloss;
using namespace newsgloss::test;

namespace {

constexpr std::uint32_t labels = 3;

// A network of one layer of eight whose weights are all 0, so that its scores are the head's biases.
Bytes network_of_biases(float share, float floor, const std::array<float, labels>& biases) {
  constexpr std::uint32_t size = 8;
  constexpr std::uint32_t columns = 4;  // the lexicon's two and the table's two
  Writer out;
  out.f32(share).f32(floor);
  out.u32(1).u32(1).u32(1).u32(2).u32(2).f32(1.0F / 32).f32(0.01F).u32(1).u32(size).u32(labels);
  const auto zeros = [&out](std::uint32_t weights) {
    for (std::uint32_t i = 0; i < weights / 2; ++i) out.u8(0x88);
  };
  const auto numbers = [&out](std::uint32_t count, float value) {
    for (std::uint32_t i = 0; i < count; ++i) out.f32(value);
  };
  out.u8(1);
  zeros(2);
  numbers(6 * size, 1.0F);
  numbers(6 * size, 0.0F);
  zeros(6 * size * columns);
  for (int direction = 0; direction < 2; ++direction) {
    numbers(3 * size, 1.0F);
    zeros(3 * size * size);
  }
  numbers(labels, 1.0F);
  for (const float bias : biases) out.f32(bias);
  for (std::uint32_t i = 0; i < labels * 2 * size; ++i) out.u8(0);
  return out.bytes;
}

struct TestLexicon {
  Bytes bytes = lexicon_of({5, 9, 1000});
  Lexicon lexicon;
  TestLexicon() { REQUIRE(lexicon.open(bytes)); }
};

}  // namespace

TEST_CASE("entity network: scores are the share of the CRF's log-probabilities and the network's, below the best") {
  const TestLexicon test;
  const Bytes section = network_of_biases(0.5F, 0.01F, {0.0F, 2.0F, -1.0F});
  EntityNetwork network;
  REQUIRE(network.open(section, test.lexicon, labels));
  Article article;
  article.blocks.push_back({BlockKind::paragraph, "One two.", true});
  const Document document = read_document(article);
  network.begin(document);
  network.read_block(0);
  const std::vector<float> probabilities = {1.0F, 0.0F, 0.0F, 0.09F, 0.81F, 0.1F, 0.99F, 0.0F, 0.01F};
  std::vector<std::int32_t> scores(9);
  network.correct({0, 3}, probabilities, scores);
  // 256 (0.5 log (p + 0.01) + bias), less the token's best: of the first 0.5 log 1.01, of the second 0.5 log 0.82 + 2.
  const std::vector<std::int32_t> expected = {0, -79, -847, -781, 0, -1025, 0, -77, -757};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    CAPTURE(i);
    CHECK(std::abs(scores[i] - expected[i]) <= 1);
  }
}

TEST_CASE("entity network: what cannot be is refused") {
  const TestLexicon test;
  const std::array<float, labels> biases = {0.0F, 0.0F, 0.0F};
  EntityNetwork network;
  CHECK(network.open(network_of_biases(1.0F, 0.002F, biases), test.lexicon, labels));
  CHECK_FALSE(network.open(network_of_biases(1.0F, 0.002F, biases), test.lexicon, labels + 1));
  CHECK_FALSE(network.open(network_of_biases(-1.0F, 0.002F, biases), test.lexicon, labels));
  CHECK_FALSE(network.open(network_of_biases(1.0F, 0.0F, biases), test.lexicon, labels));
  CHECK_FALSE(network.open(network_of_biases(1.0F, 0.002F, {0.0F, 1.0e30F, 0.0F}), test.lexicon, labels));
  CHECK_FALSE(network.open({}, test.lexicon, labels));
}
