#include "tagger/network_kernels.h"

#include <cstring>
#include <random>

#include "catch.h"

using namespace newsgloss;

namespace {

PackedMatrix random_matrix(std::mt19937& random, std::size_t rows, std::size_t columns, int most) {
  PackedMatrix m;
  m.resize(rows, columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c)
      m.set(r, c,
            static_cast<std::int16_t>(static_cast<int>(random() % (2u * static_cast<unsigned>(most) + 1)) - most));
    m.steps[r] = static_cast<float>(random() % 1000) / 300000.0F;
    m.bias[r] = static_cast<float>(random() % 1000) / 500.0F - 1.0F;
  }
  return m;
}

std::vector<std::int16_t> random_inputs(std::mt19937& random, std::size_t count) {
  std::vector<std::int16_t> x(count);
  for (std::int16_t& v : x) v = static_cast<std::int16_t>(static_cast<int>(random() % 255) - 127);
  return x;
}

template <typename T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

std::vector<const NetworkKernels*> builds() {
  std::vector<const NetworkKernels*> out = {&simd_kernels(), &best_kernels()};
  if (avx2_kernels() != nullptr) out.push_back(avx2_kernels());
  return out;
}

}  // namespace

TEST_CASE("The scalar product is the sum it says") {
  PackedMatrix m;
  m.resize(3, 3);
  CHECK(m.rows == 8);
  CHECK(m.columns == 4);
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 3; ++c) m.set(r, c, static_cast<std::int16_t>(10 * r + c));
    m.steps[r] = 0.5F;
    m.bias[r] = 1.0F;
  }
  const std::vector<std::int16_t> x = {1, 2, 3, 0, -1, 0, 1, 0};
  std::vector<float> out(2 * m.rows);
  scalar_kernels().affine(m, x.data(), 2, out.data());
  CHECK(out[0] == 1.0F + 0.5F * (0 + 2 + 6));
  CHECK(out[1] == 1.0F + 0.5F * (10 + 22 + 36));
  CHECK(out[2] == 1.0F + 0.5F * (20 + 42 + 66));
  CHECK(out[8] == 1.0F + 0.5F * 2);
  CHECK(out[9] == 1.0F + 0.5F * 2);
}

TEST_CASE("All builds of the kernels give the same bits") {
  std::mt19937 random(20251107);
  for (const std::size_t tokens : {1u, 2u, 3u, 4u, 5u, 7u, 31u}) {
    for (const std::size_t size : {8u, 24u, 64u}) {
      CAPTURE(tokens, size);
      const PackedMatrix input = random_matrix(random, 6 * size, 37, 7);
      const PackedMatrix recurrent = random_matrix(random, 3 * size, size, 127);
      const std::vector<std::int16_t> x = random_inputs(random, tokens * input.columns);
      std::vector<float> gates(tokens * input.rows);
      scalar_kernels().affine(input, x.data(), tokens, gates.data());
      for (const NetworkKernels* kernels : builds()) {
        std::vector<float> other(gates.size());
        kernels->affine(input, x.data(), tokens, other.data());
        CHECK(same_bits(gates, other));
      }
      for (const bool reverse : {false, true}) {
        const auto states = [&](const NetworkKernels& kernels) {
          std::vector<std::int16_t> out(tokens * 2 * size, 99);
          std::vector<float> scratch(4 * size);
          std::vector<std::int16_t> state(size);
          kernels.gru(recurrent, gates.data(), 6 * size, tokens, reverse, out.data(), 2 * size, scratch.data(),
                      state.data());
          return out;
        };
        const std::vector<std::int16_t> expected = states(scalar_kernels());
        for (const std::int16_t v : expected) CHECK((v == 99 || (v >= -127 && v <= 127)));
        for (const NetworkKernels* kernels : builds()) CHECK(same_bits(expected, states(*kernels)));
      }
    }
  }
}

TEST_CASE("A GRU step follows its equations") {
  PackedMatrix recurrent;
  recurrent.resize(24, 8);  // no weights: U h = 0
  std::vector<float> gates(24, 0.0F);
  gates[0] = 9.0F;    // r: no effect without U
  gates[8] = -20.0F;  // z = 0: the new state is n
  gates[16] = 0.5F;
  gates[17] = 0.5F;  // z = 1/2: half of it
  gates[18] = 50.0F;
  std::vector<std::int16_t> out(8);
  std::vector<float> scratch(32);
  std::vector<std::int16_t> state(8);
  scalar_kernels().gru(recurrent, gates.data(), 24, 1, false, out.data(), 8, scratch.data(), state.data());
  CHECK(out[0] == 59);  // 127 tanh(0.5) = 58.69
  CHECK(out[1] == 29);
  CHECK((out[2] == 63 || out[2] == 64));  // 127 / 2
  CHECK(out[3] == 0);
}
