// Features of the attribution tagger: what its network is told of each token, as hashes into one table of vectors.
//
//   word        the word, its affixes, shape, case
//   sentence    first or last in its sentence; the place in the paragraph
//   quotation   inside, outside, at the marks; how the paragraph before ended (a quotation may run on)
//   document    does this capitalised word also occur in small letters in the article?
//   pairs       the word with the one before it and with the one after it
//
// A model names the features it was trained with (a bit each) and maps the 32-bit hashes to rows itself. The word's
// vector in the lexicon is looked up by `word`, then by `last_part` (what follows the last hyphen). Training and
// tagging call this same code; the trained weights depend on every hash. Linear in the tokens.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "article/document.h"
#include "tagger/word_form.h"

namespace newsgloss {

enum class AttributionFeature : unsigned char {
  word,
  prefix2,
  prefix3,
  suffix1,
  suffix2,
  suffix3,
  suffix4,
  shape,
  collapsed_shape,
  letter_case,   // and: first of its sentence
  quotation,     // and: are the paragraph's marks paired?
  place,         // in the paragraph: distance from its start and its end, up to 4
  document,      // capitalised here, in small letters elsewhere
  sentence,      // distance to the sentence's end, up to 3; first, middle or last sentence
  continuation,  // of the block: did the one before end inside a quotation, does this one begin with a mark
  next_pair,     // word and next word
  last_pair,     // word before and word
};
inline constexpr std::size_t attribution_feature_count = 17;

struct TokenFeatures {
  std::uint64_t word = 0;       // WordForm::lower
  std::uint64_t last_part = 0;  // the same of what follows the last hyphen; 0 where there is none
  std::array<std::uint32_t, attribution_feature_count> hashes{};
};

class AttributionFeatures {
 public:
  /// Looks over the whole document for the features that need it. `document` must outlive the calls of `extract`.
  void begin(const Document& document);

  /// The features of each token of block `block` into `out`, whose memory is reused.
  void extract(std::uint32_t block, std::vector<TokenFeatures>& out);

 private:
  struct BlockState {
    bool begins_inside = false;  // a quotation of an earlier block runs on to a closing mark in this one or later
    bool starts_with_mark = false;
    bool ends_inside = false;   // a quotation is open at its end
    bool after_inside = false;  // ... at the end of the last block with tokens before this one
    bool has_marks = false;
    std::uint32_t first_form = 0;  // of its tokens, in forms_
  };

  void find_running_quotations();
  void find_quotations(const DocumentBlock& block, bool begins_inside);

  const Document* document_ = nullptr;
  std::vector<WordForm> forms_;  // of all tokens
  std::vector<BlockState> blocks_;
  std::vector<std::uint64_t> lower_words_;  // sorted: words seen in small letters
  std::vector<std::uint8_t> quotation_;     // of the block at hand, a QuoteState a token
};

}  // namespace newsgloss
