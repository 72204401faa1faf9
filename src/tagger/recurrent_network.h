// A small recurrent network: features of tokens -> a score for each label of each token. Both learned taggers have one.
//
//   x      = lexicon vector | sum of the feature vectors (a hashed table, Weinberger et al. 2009)   8-bit integers
//   layers = bidirectional GRUs (Cho et al. 2014), forward states then backward states               8-bit integers
//            r = sigmoid(Wr x + br + Ur h)   z = sigmoid(Wz x + bz + Uz h)
//            n = tanh(Wn x + bn + r * Un h)  h' = (1 - z) n + z h
//   scores = linear in the last layer's states
//
// In a section of the model file, little-endian:
//
//   shape    u32 version (1), u32 bit set of the features (AttributionFeature), u32 rows and u32 width of the table,
//   u32
//            width of the lexicon's vectors, f32 unit of x, f32 unit of the table, u32 layers n, n * u32 size, u32
//            labels K
//   weights  the table: rows * u8 step, rows * width / 2 bytes of 4-bit weights (a weight w as w + 8, the first in the
//            low half; a table element is weight * step * unit); per layer: W (6 * size rows: forward r z n, backward
//            r z n), then U forward, U backward (3 * size rows); the head (K rows). A matrix is f32 step per row, f32
//            bias per row (of W and head), 4-bit weights as above, row by row (of the head: int8).
//
// What is read is expanded once. Nothing is allocated once the buffers have grown to the longest run of tokens (at most
// `longest`: longer ones are cut by the caller). The same bits come out of all builds of the kernels.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tagger/attribution_features.h"
#include "tagger/lexicon.h"
#include "tagger/model_file.h"
#include "tagger/network_kernels.h"

namespace newsgloss {

/// A number that a trained model may hold: anything else in its place means damage, and clears `valid`.
[[nodiscard]] float read_number(SectionReader& reader, bool& valid) noexcept;

class RecurrentNetwork {
 public:
  static constexpr std::size_t longest = 1024;

  /// Reads the shape of a network of `labels` labels that fits `lexicon`, which must outlive the network; false when it
  /// is invalid.
  [[nodiscard]] bool read_shape(SectionReader& reader, const Lexicon& lexicon, std::size_t labels);

  /// Reads the weights of that shape; false when they are invalid.
  [[nodiscard]] bool read_weights(SectionReader& reader);

  /// The scores of `tokens` (at most `longest`), `stride()` floats a token, of which the first are the labels'. They
  /// stand until the next run.
  std::span<const float> run(std::span<const TokenFeatures> tokens);
  [[nodiscard]] std::size_t stride() const noexcept { return head_.rows; }

  /// For tests: the build of the kernels to run on.
  void use(const NetworkKernels& kernels) noexcept { kernels_ = &kernels; }

 private:
  struct Layer {
    std::size_t size = 0;
    PackedMatrix input;                     // W
    std::array<PackedMatrix, 2> recurrent;  // U
  };

  void embed(std::span<const TokenFeatures> tokens);

  const Lexicon* lexicon_ = nullptr;
  const NetworkKernels* kernels_ = &best_kernels();
  std::vector<std::uint32_t> features_;  // which hashes to look up
  std::uint32_t rows_ = 0;
  std::uint32_t width_ = 0;
  std::size_t labels_ = 0;
  float table_to_input_ = 0;  // table units -> steps of x
  std::vector<std::int16_t> table_;
  std::vector<Layer> layers_;
  PackedMatrix head_;

  std::vector<std::int16_t> x_;  // inputs of the layer at hand
  std::vector<std::int16_t> y_;  // its states
  std::vector<float> gates_;
  std::vector<float> scratch_;
  std::vector<std::int16_t> state_;
};

}  // namespace newsgloss
