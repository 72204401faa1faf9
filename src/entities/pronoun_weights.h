// What each feature of a pronoun's candidate is worth, in PronounFeature's order. Written by src/train/pronouns.py.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "entities/pronoun_candidates.h"

namespace newsgloss {

// clang-format off
inline constexpr std::array<std::int16_t, static_cast<std::size_t>(PronounFeature::count)> pronoun_weights = {{
    179,  // last_0
    37,  // last_1
    -89,  // last_2
    -95,  // last_3
    -68,  // last_4
    -77,  // last_far
    -25,  // subject_0
    12,  // subject_1
    25,  // subject_2
    8,  // subject_none
    97,  // subject_for_subject
    -27,  // subject_for_possessive
    -31,  // other_for_object
    -96,  // other_for_possessive
    -18,  // owner
    -58,  // governed
    -42,  // by_pronoun
    9,  // same_pronoun
    -44,  // joined
    -60,  // said
    -28,  // opens_block
    21,  // opened_before
    200,  // topic
    68,  // who
    91,  // newest
    60,  // second_newest
    32,  // newest_subject
    55,  // near_possessive
    124,  // joined_possessive
    1,  // same_clause
    -127,  // bound
    3,  // reflexive
    22,  // parallel
    1,  // paragraphs
    -81,  // left_quotation
    -125,  // entered_quotation
    -148,  // speaks_it
    57,  // speaks_again
    -21,  // ahead
    122,  // ahead_fronted
    2,  // gender_shown
    7,  // gender_likely
    38,  // named_twice
    40,  // named_often
    33,  // named_most
    24,  // first_person
    12,  // subject_0_for_subject
    -14,  // subject_0_for_possessive
    -42,  // subject_0_for_object
    27,  // subject_1_for_subject
    -15,  // subject_1_for_possessive
}};
// clang-format on

}  // namespace newsgloss
