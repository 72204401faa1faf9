// What each feature of a pronoun's candidate is worth, in the order of PronounFeature. Written by
// src/train/pronouns.py.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "entities/pronoun_candidates.h"

namespace newsgloss {

/// Below this nobody is meant who was named.
inline constexpr int least_pronoun_score = -100000;

inline constexpr std::array<std::int16_t, static_cast<std::size_t>(PronounFeature::count)> pronoun_weights = {{
    177,   // last_0
    38,    // last_1
    -86,   // last_2
    -93,   // last_3
    -66,   // last_4
    -80,   // last_far
    -24,   // subject_0
    13,    // subject_1
    23,    // subject_2
    7,     // subject_none
    100,   // subject_for_subject
    -29,   // subject_for_possessive
    -28,   // other_for_object
    -95,   // other_for_possessive
    -20,   // owner
    -57,   // governed
    -34,   // by_pronoun
    -5,    // same_pronoun
    -47,   // joined
    -61,   // said
    -31,   // opens_block
    18,    // opened_before
    200,   // topic
    64,    // who
    93,    // newest
    61,    // second_newest
    32,    // newest_subject
    54,    // near_possessive
    125,   // joined_possessive
    -3,    // same_clause
    -123,  // bound
    2,     // reflexive
    21,    // parallel
    1,     // paragraphs
    -83,   // left_quotation
    -118,  // entered_quotation
    -150,  // speaks_it
    57,    // speaks_again
    -21,   // ahead
    123,   // ahead_fronted
    2,     // gender_shown
    9,     // gender_likely
    38,    // named_twice
    36,    // named_often
    30,    // named_most
    28,    // first_person
    12,    // subject_0_for_subject
    -13,   // subject_0_for_possessive
    -40,   // subject_0_for_object
    23,    // subject_1_for_subject
    -15,   // subject_1_for_possessive
}};

}  // namespace newsgloss
