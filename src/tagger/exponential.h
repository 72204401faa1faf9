// The exponential function and the natural logarithm without libm, whose results differ between platforms in the last
// bit.
//
// exp(x) = 2^k * exp(r) with r in [-ln 2 / 2, ln 2 / 2] and a polynomial of degree 6 for exp(r) (Cody and Waite 1980);
// relative error below 4e-7. log(x) = k log 2 + 2 atanh((m - 1) / (m + 1)) with m in [sqrt 1/2, sqrt 2] and the series
// of atanh to its ninth power; absolute error below 1e-6 for x in [1e-6, 1]. Only additions, multiplications and one
// division in a fixed order, so every platform gives the same bits (compile with -ffp-contract=off).
#pragma once

#include <bit>
#include <cstdint>

namespace newsgloss {

/// 0 for x < -87, 2^127 for x > 88.
[[nodiscard]] constexpr float exponential(float x) noexcept {
  if (!(x >= -87.0F)) return 0.0F;
  if (x > 88.0F) return std::bit_cast<float>(0x7F000000u);
  const float scaled = x * 1.44269504F;
  const auto k = static_cast<std::int32_t>(scaled < 0 ? scaled - 0.5F : scaled + 0.5F);
  const auto n = static_cast<float>(k);
  const float r = (x - n * 0.693145752F) - n * 1.42860677e-6F;
  float p = 1.0F / 720;
  p = p * r + 1.0F / 120;
  p = p * r + 1.0F / 24;
  p = p * r + 1.0F / 6;
  p = p * r + 0.5F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  return p * std::bit_cast<float>(static_cast<std::uint32_t>(k + 127) << 23);
}

/// Of a positive number that is not subnormal.
[[nodiscard]] constexpr float natural_logarithm(float x) noexcept {
  constexpr std::uint32_t root_half = 0x3F3504F3u;
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::int32_t k = static_cast<std::int32_t>(bits - root_half) >> 23;
  const float m = std::bit_cast<float>(bits - (static_cast<std::uint32_t>(k) << 23));
  const float s = (m - 1.0F) / (m + 1.0F);
  const float q = s * s;
  float p = 2.0F / 9;
  p = p * q + 2.0F / 7;
  p = p * q + 2.0F / 5;
  p = p * q + 2.0F / 3;
  p = p * q + 2.0F;
  return static_cast<float>(k) * 0.693147181F + p * s;
}

}  // namespace newsgloss
