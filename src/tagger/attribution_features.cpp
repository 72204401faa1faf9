#include "tagger/attribution_features.h"

#include <algorithm>

#include "tagger/hash.h"

namespace newsgloss {
namespace {

enum QuoteState : std::uint8_t { outside, opening, inside, closing };

enum class Mark : unsigned char { none, double_open, double_close, single_open, single_close };

Mark mark_of(const DocumentBlock& block, std::uint32_t i) noexcept {
  const TokenKind kind = block.tokens[i].kind;
  if (kind != TokenKind::open_quote && kind != TokenKind::close_quote) return Mark::none;
  const std::string_view text = block.token(i);
  const bool single = text == "'" || text == "\xE2\x80\x98" || text == "\xE2\x80\x99" || text == "`";
  if (kind == TokenKind::open_quote) return single ? Mark::single_open : Mark::double_open;
  return single ? Mark::single_close : Mark::double_close;
}

constexpr std::uint32_t hashed(AttributionFeature feature, std::uint64_t value) noexcept {
  return static_cast<std::uint32_t>(combine(static_cast<std::uint64_t>(feature) + 1, value) >> 32);
}

}  // namespace

void AttributionFeatures::begin(const Document& document) {
  document_ = &document;
  forms_.clear();
  lower_words_.clear();
  find_running_quotations();
  bool inside_before = false;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const DocumentBlock& block = document.blocks[b];
    BlockState& state = blocks_[b];
    state.first_form = static_cast<std::uint32_t>(forms_.size());
    for (std::uint32_t i = 0; i < block.tokens.size(); ++i) {
      forms_.push_back(word_form(block.token(i)));
      if (forms_.back().letter_case == Case::lower) lower_words_.push_back(forms_.back().lower);
    }
    find_quotations(block, state.begins_inside);
    state.after_inside = inside_before;
    if (!block.tokens.empty()) {
      const auto last = static_cast<QuoteState>(quotation_.back());
      state.ends_inside = last == inside || last == opening;
      state.starts_with_mark = quotation_.front() == opening;
      inside_before = state.ends_inside;
    }
    state.has_marks = std::any_of(quotation_.begin(), quotation_.end(), [](std::uint8_t q) { return q != outside; });
  }
  std::sort(lower_words_.begin(), lower_words_.end());
  lower_words_.erase(std::unique(lower_words_.begin(), lower_words_.end()), lower_words_.end());
}

// A quotation that is open at a block's end runs on when, within a few blocks that have no double marks, one comes
// whose first double mark closes. (A paragraph that opens a mark anew, as print does it, needs nothing of this.)
void AttributionFeatures::find_running_quotations() {
  constexpr std::size_t reach = 8;
  blocks_.assign(document_->blocks.size(), {});
  std::size_t open_since = 0;  // blocks that wait for a closing mark begin here
  bool open = false;
  for (std::size_t b = 0; b < blocks_.size(); ++b) {
    const DocumentBlock& block = document_->blocks[b];
    for (std::uint32_t i = 0, marks = 0; i < block.tokens.size(); ++i) {
      const Mark mark = mark_of(block, i);
      if (mark != Mark::double_open && mark != Mark::double_close) continue;
      if (marks++ == 0 && mark == Mark::double_close && open && b - open_since < reach)
        for (std::size_t k = open_since; k <= b; ++k) blocks_[k].begins_inside = true;
      open = mark == Mark::double_open;
      open_since = b + 1;
    }
  }
}

// A double mark opens a quotation whether or not it is closed in this block (the next paragraph may go on with it); a
// single one only when it is closed here, for it may be an apostrophe. Marks of the other sort inside are passed over.
// A first double mark that closes tells that the block begins inside a quotation.
void AttributionFeatures::find_quotations(const DocumentBlock& block, bool begins_inside) {
  const auto size = static_cast<std::uint32_t>(block.tokens.size());
  quotation_.assign(size, outside);
  std::uint32_t last_single_close = 0;
  for (std::uint32_t i = 0; i < size; ++i)
    if (mark_of(block, i) == Mark::single_close) last_single_close = i;
  Mark awaited = begins_inside ? Mark::double_close : Mark::none;
  bool any_double = begins_inside;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Mark mark = mark_of(block, i);
    if (awaited == Mark::none) {
      if (mark == Mark::double_open || (mark == Mark::single_open && i < last_single_close)) {
        awaited = mark == Mark::double_open ? Mark::double_close : Mark::single_close;
        quotation_[i] = opening;
      } else if (mark == Mark::double_close) {
        if (!any_double) std::fill_n(quotation_.begin(), i, std::uint8_t{inside});
        quotation_[i] = closing;
      }
      any_double |= mark == Mark::double_open || mark == Mark::double_close;
    } else if (mark == awaited) {
      awaited = Mark::none;
      quotation_[i] = closing;
    } else {
      quotation_[i] = inside;
    }
  }
}

void AttributionFeatures::extract(std::uint32_t block_index, std::vector<TokenFeatures>& out) {
  const DocumentBlock& block = document_->blocks[block_index];
  const BlockState& state = blocks_[block_index];
  const auto size = static_cast<std::uint32_t>(block.tokens.size());
  out.resize(size);
  find_quotations(block, state.begins_inside);
  const std::uint64_t continuation = (state.starts_with_mark ? 1u : 0u) + (state.after_inside ? 2u : 0u) +
                                     (state.ends_inside ? 4u : 0u) + (state.has_marks ? 8u : 0u);
  std::size_t sentence = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    while (sentence + 1 < block.sentences.size() && i >= block.sentences[sentence].last) ++sentence;
    const TokenRange range = block.sentences.empty() ? TokenRange{0, size} : block.sentences[sentence];
    const WordForm& form = forms_[state.first_form + i];
    const std::uint64_t next = i + 1 < size ? forms_[state.first_form + i + 1].lower : 1;
    const std::uint64_t last = i > 0 ? forms_[state.first_form + i - 1].lower : 1;
    const auto letter_case = static_cast<std::uint64_t>(form.letter_case);
    const std::uint64_t first_of_sentence = i == range.first ? 1 : 0;
    std::uint64_t seen_lower = 0;
    if (form.letter_case != Case::lower && form.letter_case != Case::none)
      seen_lower =
          2 * letter_case + 1 + (std::binary_search(lower_words_.begin(), lower_words_.end(), form.lower) ? 1u : 0u);
    const std::uint64_t to_end = range.last > i ? std::min<std::uint32_t>(range.last - 1 - i, 3) : 0;
    const std::uint64_t which = (sentence == 0 ? 1u : 0u) + (sentence + 1 >= block.sentences.size() ? 2u : 0u);

    TokenFeatures& features = out[i];
    features.word = form.lower;
    features.last_part = 0;
    const std::string_view token = block.token(i);
    const std::string_view tail = token.size() > 48 ? token.substr(token.size() - 48) : token;
    const std::size_t hyphen = tail.rfind('-');
    if (hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < tail.size())
      features.last_part = word_form(tail.substr(hyphen + 1)).lower;

    const auto set = [&features](AttributionFeature feature, std::uint64_t value) {
      features.hashes[static_cast<std::size_t>(feature)] = hashed(feature, value);
    };
    set(AttributionFeature::word, form.lower);
    set(AttributionFeature::prefix2, form.prefix[1]);
    set(AttributionFeature::prefix3, form.prefix[2]);
    set(AttributionFeature::suffix1, form.suffix[0]);
    set(AttributionFeature::suffix2, form.suffix[1]);
    set(AttributionFeature::suffix3, form.suffix[2]);
    set(AttributionFeature::suffix4, form.suffix[3]);
    set(AttributionFeature::shape, form.shape);
    set(AttributionFeature::collapsed_shape, form.collapsed);
    set(AttributionFeature::letter_case, 2 * letter_case + first_of_sentence);
    set(AttributionFeature::quotation, 2u * quotation_[i] + (state.ends_inside ? 1u : 0u));
    set(AttributionFeature::place, 8 * std::min<std::uint32_t>(i, 4) + std::min<std::uint32_t>(size - 1 - i, 3));
    set(AttributionFeature::document, 4 * seen_lower + first_of_sentence);
    set(AttributionFeature::sentence, 4 * to_end + which);
    set(AttributionFeature::continuation, continuation);
    set(AttributionFeature::next_pair, combine(form.lower, next));
    set(AttributionFeature::last_pair, combine(last, form.lower));
  }
}

}  // namespace newsgloss
