// What the lexica say of one word, as a set of flags.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgloss {

/// Bits; a word has several ("chief": title, role, modifier).
namespace word {
inline constexpr std::uint32_t organization_head = 1U << 0;
inline constexpr std::uint32_t facility_head = 1U << 1;
inline constexpr std::uint32_t event_head = 1U << 2;
inline constexpr std::uint32_t law_head = 1U << 3;
inline constexpr std::uint32_t work_head = 1U << 4;
inline constexpr std::uint32_t product_head = 1U << 5;
inline constexpr std::uint32_t other_head = 1U << 6;
inline constexpr std::uint32_t location_head = 1U << 7;
inline constexpr std::uint32_t government_head = 1U << 8;
inline constexpr std::uint32_t place_opener = 1U << 9;
inline constexpr std::uint32_t of_joiner = 1U << 10;
inline constexpr std::uint32_t place_noun = 1U << 11;
inline constexpr std::uint32_t honorific = 1U << 12;
inline constexpr std::uint32_t role = 1U << 13;
inline constexpr std::uint32_t role_modifier = 1U << 14;
inline constexpr std::uint32_t female = 1U << 15;
inline constexpr std::uint32_t male = 1U << 16;
inline constexpr std::uint32_t particle = 1U << 17;
inline constexpr std::uint32_t speech_verb = 1U << 18;
inline constexpr std::uint32_t calendar = 1U << 19;
inline constexpr std::uint32_t function = 1U << 20;
inline constexpr std::uint32_t ordinal = 1U << 21;
inline constexpr std::uint32_t plain_acronym = 1U << 22;
inline constexpr std::uint32_t organization_opener = 1U << 28;
// From the generated tables.
inline constexpr std::uint32_t common = 1U << 23;
inline constexpr std::uint32_t given_name = 1U << 24;
inline constexpr std::uint32_t given_female = 1U << 25;
inline constexpr std::uint32_t given_male = 1U << 26;
inline constexpr std::uint32_t surname = 1U << 27;

inline constexpr std::uint32_t any_head = organization_head | facility_head | event_head | law_head | work_head |
                                          other_head | location_head | government_head;
}  // namespace word

/// Flags of a folded word. O(log of the lexica).
[[nodiscard]] std::uint32_t word_flags(std::string_view folded_word) noexcept;

}  // namespace newsgloss
