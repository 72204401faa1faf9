#include "tagger/tagger.h"

#include <array>

namespace newsgloss {
namespace {
constexpr std::array<std::string_view, entity_type_count> type_names = {
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "OTHER"};
constexpr std::array<std::string_view, 3> attribution_names = {"source", "cue", "content"};
}  // namespace

std::string_view name_of(EntityType type) noexcept { return type_names[static_cast<std::size_t>(type)]; }
std::string_view name_of(AttributionLabel label) noexcept { return attribution_names[static_cast<std::size_t>(label)]; }

}  // namespace newsgloss
