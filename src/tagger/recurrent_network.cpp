#include "tagger/recurrent_network.h"

#include <algorithm>

namespace newsgloss {
namespace {

constexpr std::uint32_t most_rows = 1u << 18;
constexpr std::uint32_t widest = 256;
constexpr std::uint32_t most_layers = 4;
constexpr std::uint32_t largest_layer = 256;

// Steps, biases and scores are of modest size in any trained model; bounds keep what is damaged from becoming
// infinities and NaNs.
constexpr float largest_number = 1.0e4F;

std::int16_t nibble(std::byte byte, bool high) noexcept {
  const auto value = std::to_integer<std::int32_t>(byte);
  return static_cast<std::int16_t>((high ? value >> 4 : value & 15) - 8);
}

enum class WeightBits : unsigned char { four, eight };

/// Reads a matrix; `unit` is what an input step stands for and becomes part of the rows' steps.
bool read_matrix(SectionReader& reader, std::size_t rows, std::size_t columns, bool with_bias, WeightBits bits,
                 float unit, PackedMatrix& out) {
  bool valid = true;
  out.resize(rows, columns);
  for (std::size_t r = 0; r < rows; ++r) out.steps[r] = read_number(reader, valid) * unit;
  for (std::size_t r = 0; with_bias && r < rows; ++r) out.bias[r] = read_number(reader, valid);
  const std::size_t count = rows * columns;
  const auto weights = reader.bytes(bits == WeightBits::four ? (count + 1) / 2 : count);
  if (reader.failed() || !valid) return false;
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t i = r * columns + c;
      out.set(r, c,
              bits == WeightBits::four ? nibble(weights[i / 2], i % 2 != 0)
                                       : static_cast<std::int8_t>(std::to_integer<std::uint8_t>(weights[i])));
    }
  }
  return true;
}

}  // namespace

float read_number(SectionReader& reader, bool& valid) noexcept {
  const float value = reader.f32();
  if (!(value >= -largest_number && value <= largest_number)) valid = false;
  return value;
}

bool RecurrentNetwork::read_shape(SectionReader& reader, const Lexicon& lexicon, std::size_t labels) {
  layers_.clear();
  features_.clear();
  lexicon_ = &lexicon;
  labels_ = labels;
  bool valid = true;
  const std::uint32_t version = reader.u32();
  const std::uint32_t features = reader.u32();
  rows_ = reader.u32();
  width_ = reader.u32();
  const std::uint32_t lexicon_width = reader.u32();
  const float unit = read_number(reader, valid);
  const float table_unit = read_number(reader, valid);
  const std::uint32_t layer_count = reader.u32();
  if (reader.failed() || !valid || version != 1 || features == 0 || features >> attribution_feature_count != 0 ||
      rows_ == 0 || rows_ > most_rows || width_ == 0 || width_ > widest || width_ % 2 != 0 ||
      lexicon_width != lexicon.width() || unit != lexicon.unit() || !(table_unit > 0) || layer_count == 0 ||
      layer_count > most_layers)
    return false;
  for (std::uint32_t i = 0; i < attribution_feature_count; ++i)
    if ((features >> i & 1u) != 0) features_.push_back(i);
  table_to_input_ = table_unit / unit;
  layers_.resize(layer_count);
  for (Layer& layer : layers_) {
    layer.size = reader.u32();
    if (layer.size == 0 || layer.size > largest_layer || layer.size % row_group != 0) return false;
  }
  return reader.u32() == labels;
}

bool RecurrentNetwork::read_weights(SectionReader& reader) {
  const auto steps = reader.bytes(rows_);
  const auto weights = reader.bytes(std::size_t{rows_} * width_ / 2);
  if (reader.failed()) return false;
  table_.resize(std::size_t{rows_} * width_);
  for (std::size_t i = 0; i < table_.size(); ++i)
    table_[i] = static_cast<std::int16_t>(nibble(weights[i / 2], i % 2 != 0) *
                                          std::to_integer<std::int32_t>(steps[i / width_]));

  std::size_t columns = lexicon_->width() + width_;
  float step = lexicon_->unit();
  for (Layer& layer : layers_) {
    if (!read_matrix(reader, 6 * layer.size, columns, true, WeightBits::four, step, layer.input)) return false;
    step = 1.0F / 127.0F;
    for (PackedMatrix& recurrent : layer.recurrent)
      if (!read_matrix(reader, 3 * layer.size, layer.size, false, WeightBits::four, step, recurrent)) return false;
    columns = 2 * layer.size;
  }
  return read_matrix(reader, labels_, columns, true, WeightBits::eight, step, head_);
}

void RecurrentNetwork::embed(std::span<const TokenFeatures> tokens) {
  const std::size_t lexicon_width = lexicon_->width();
  const std::size_t columns = layers_.front().input.columns;
  std::array<std::int32_t, widest> sum;
  x_.assign(tokens.size() * columns, 0);
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    std::int16_t* x = x_.data() + t * columns;
    std::uint32_t word = lexicon_->find(tokens[t].word);
    if (word == Lexicon::unknown && tokens[t].last_part != 0) word = lexicon_->find(tokens[t].last_part);
    if (word != Lexicon::unknown) lexicon_->vector(word, x);
    std::fill_n(sum.begin(), width_, 0);
    for (const std::uint32_t feature : features_) {
      const auto row = static_cast<std::size_t>((std::uint64_t{tokens[t].hashes[feature]} * rows_) >> 32);
      const std::int16_t* vector = table_.data() + row * width_;
      for (std::size_t i = 0; i < width_; ++i) sum[i] += vector[i];
    }
    for (std::size_t i = 0; i < width_; ++i) {
      const float value = std::clamp(static_cast<float>(sum[i]) * table_to_input_, -127.0F, 127.0F);
      x[lexicon_width + i] = static_cast<std::int16_t>(value < 0 ? value - 0.5F : value + 0.5F);
    }
  }
}

std::span<const float> RecurrentNetwork::run(std::span<const TokenFeatures> tokens) {
  const std::size_t n = tokens.size();
  if (n == 0) return {};
  embed(tokens);
  for (const Layer& layer : layers_) {
    const std::size_t size = layer.size;
    gates_.resize(n * 6 * size);
    kernels_->affine(layer.input, x_.data(), n, gates_.data());
    y_.resize(n * 2 * size);
    scratch_.resize(4 * size);
    state_.resize(size);
    for (std::size_t d = 0; d < 2; ++d)
      kernels_->gru(layer.recurrent[d], gates_.data() + d * 3 * size, 6 * size, n, d == 1, y_.data() + d * size,
                    2 * size, scratch_.data(), state_.data());
    std::swap(x_, y_);
  }
  gates_.resize(n * head_.rows);
  kernels_->affine(head_, x_.data(), n, gates_.data());
  return gates_;
}

}  // namespace newsgloss
