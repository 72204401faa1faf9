// The model that is built into the command (models/newsgloss.model).
#pragma once

#include <cstddef>
#include <span>

namespace newsgloss::cli {

[[nodiscard]] std::span<const std::byte> embedded_model() noexcept;

}  // namespace newsgloss::cli
