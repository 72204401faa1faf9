#include <algorithm>
#include <iterator>

#include "article/agencies_lexicon.h"

namespace newsgloss {
namespace {
static_assert(std::is_sorted(std::begin(agencies), std::end(agencies),
                             [](const Agency& a, const Agency& b) { return a.name < b.name; }));
}

const Agency* find_agency(std::string_view folded) noexcept {
  const auto* found = std::lower_bound(std::begin(agencies), std::end(agencies), folded,
                                       [](const Agency& agency, std::string_view key) { return agency.name < key; });
  return found != std::end(agencies) && found->name == folded ? found : nullptr;
}

}  // namespace newsgloss
