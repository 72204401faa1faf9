// Persons' names → persons. A step of clusters.h.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/spans.h"

namespace newsgloss {

/// For each of `names`, by place, the number of its person; `no_cluster` for names of other types. Numbers are dense.
/// Cost: names × 8 candidates that share a word.
inline constexpr std::uint32_t no_cluster = 0xFFFFFFFF;
[[nodiscard]] std::vector<std::uint32_t> cluster_persons(const Vocabulary& vocabulary,
                                                         const std::vector<NameSpan>& names);

}  // namespace newsgloss
