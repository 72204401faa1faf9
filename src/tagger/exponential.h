// The exponential function without libm, whose results differ between platforms in the last bit.
//
// exp(x) = 2^k * exp(r) with r in [-ln 2 / 2, ln 2 / 2] and a polynomial of degree 6 for exp(r) (Cody and Waite 1980);
// relative error below 4e-7. Only additions and multiplications in a fixed order, so every platform gives the same bits
// (compile with -ffp-contract=off).
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

}  // namespace newsgloss
