#include "quotes/relations.h"

#include <algorithm>
#include <string_view>

namespace newsgloss {
namespace {

constexpr Score quotation_score = 8000;  // a quotation beside a cue that the tagger had not marked
constexpr Score implicit_score = 7000;
constexpr std::uint32_t none = 0xFFFFFFFF;

struct Piece {
  TokenRange tokens;
  Score score = 0;
  std::uint32_t cue = none;  // index into the block's cues
};

struct Marked {
  TokenRange tokens;
  Score score = 0;
};

/// The relations of one block.
class BlockRelations {
 public:
  BlockRelations(const DocumentBlock& block, std::uint32_t number, const BlockTagging& tagging,
                 const std::vector<Quotation>& quotations)
      : block_(block), number_(number), quotations_(quotations) {
    for (const AttributionSpan& span : tagging.attribution) {
      if (span.tokens.empty() || span.tokens.last > block.tokens.size()) continue;
      switch (span.label) {
        case AttributionLabel::source:
          sources_.push_back({span.tokens, span.score});
          break;
        case AttributionLabel::cue:
          cues_.push_back({span.tokens, span.score});
          break;
        case AttributionLabel::content:
          pieces_.push_back({span.tokens, span.score});
          break;
      }
    }
    find_units();
    join_quotations();
  }

  void append_to(std::vector<Relation>& relations) {
    link();
    const std::size_t before = relations.size();
    emit_cued(relations);
    emit_rest(relations);
    std::sort(relations.begin() + static_cast<std::ptrdiff_t>(before), relations.end(),
              [](const Relation& a, const Relation& b) {
                return a.content.front().first != b.content.front().first
                           ? a.content.front().first < b.content.front().first
                           : a.content.front().last < b.content.front().last;
              });
  }

 private:
  /// Number of the joined sentence that each token belongs to.
  void find_units() {
    unit_.assign(block_.tokens.size(), 0);
    std::size_t q = 0;
    std::uint32_t unit = 0;
    for (std::size_t s = 0; s < block_.sentences.size(); ++s) {
      const TokenRange sentence = block_.sentences[s];
      while (q < quotations_.size() && quotations_[q].tokens.last <= sentence.first) ++q;
      const bool inside = q < quotations_.size() && quotations_[q].tokens.first < sentence.first &&
                          sentence.first < quotations_[q].tokens.last;
      if (s > 0 && !inside) ++unit;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) unit_[i] = unit;
    }
  }

  /// Content spans grow to take in the quotations they cut; speech that no span touches becomes a piece of its own.
  void join_quotations() {
    std::size_t p = 0;
    std::vector<Piece> added;
    std::size_t c = 0;
    std::size_t s = 0;
    for (const Quotation& quotation : quotations_) {
      while (p < pieces_.size() && pieces_[p].tokens.last <= quotation.tokens.first) ++p;
      while (c < cues_.size() && cues_[c].tokens.last <= quotation.tokens.first) ++c;
      while (s < sources_.size() && sources_[s].tokens.last <= quotation.tokens.first) ++s;
      bool touched = false;
      for (std::size_t k = p; k < pieces_.size() && pieces_[k].tokens.first < quotation.tokens.last; ++k) {
        Piece& piece = pieces_[k];
        if (quotation.sort == QuotationSort::label) {
          // A name in marks at the span's edge: take its missing mark in.
          if (piece.tokens.last == quotation.tokens.last - 1) ++piece.tokens.last;
          if (piece.tokens.first == quotation.tokens.first + 1) --piece.tokens.first;
        } else if (!touched) {
          piece.tokens.first = std::min(piece.tokens.first, quotation.tokens.first);
          piece.tokens.last = std::max(piece.tokens.last, quotation.tokens.last);
        } else {
          piece.tokens = {0, 0};  // a second piece of the same quotation
        }
        touched = true;
      }
      // Cues and sources inside the quotation are the speaker's own words.
      const bool holds_cue = c < cues_.size() && cues_[c].tokens.first < quotation.tokens.last;
      const bool holds_source = s < sources_.size() && sources_[s].tokens.first < quotation.tokens.last;
      if (!touched && quotation.sort == QuotationSort::speech && !holds_source) {
        if (holds_cue) continue;
        added.push_back({quotation.tokens, quotation_score});
      }
    }
    pieces_.insert(pieces_.end(), added.begin(), added.end());
    std::sort(pieces_.begin(), pieces_.end(),
              [](const Piece& a, const Piece& b) { return a.tokens.first < b.tokens.first; });
    std::vector<Piece> kept;
    for (const Piece& piece : pieces_) {
      if (piece.tokens.empty()) continue;
      if (!kept.empty() && piece.tokens.first < kept.back().tokens.last) {
        kept.back().tokens.last = std::max(kept.back().tokens.last, piece.tokens.last);
        continue;
      }
      kept.push_back(piece);
    }
    pieces_ = std::move(kept);
    drop_covered(cues_);
    drop_covered(sources_);
  }

  /// A cue or source inside a content span (which grew over it) is part of what was said.
  void drop_covered(std::vector<Marked>& marked) {
    std::vector<Marked> kept;
    std::size_t p = 0;
    for (const Marked& mark : marked) {
      while (p < pieces_.size() && pieces_[p].tokens.last <= mark.tokens.first) ++p;
      if (p < pieces_.size() && pieces_[p].tokens.overlaps(mark.tokens)) continue;
      kept.push_back(mark);
    }
    marked = std::move(kept);
  }

  [[nodiscard]] bool same_unit(TokenRange a, TokenRange b) const {
    return a.first < b.first ? unit_[a.last - 1] == unit_[b.first] : unit_[b.last - 1] == unit_[a.first];
  }

  void link() {
    // Content → cue.
    std::vector<bool> has_right(cues_.size(), false);
    std::size_t next = 0;
    for (Piece& piece : pieces_) {
      while (next < cues_.size() && cues_[next].tokens.first < piece.tokens.first) ++next;
      const std::uint32_t left =
          next > 0 && same_unit(cues_[next - 1].tokens, piece.tokens) ? static_cast<std::uint32_t>(next - 1) : none;
      const std::uint32_t right =
          next < cues_.size() && same_unit(piece.tokens, cues_[next].tokens) ? static_cast<std::uint32_t>(next) : none;
      if (left == none || right == none) {
        piece.cue = left == none ? right : left;
      } else {
        const std::uint32_t gap_left = piece.tokens.first - cues_[left].tokens.last;
        const std::uint32_t gap_right = gap_without_source(piece.tokens.last, cues_[right].tokens.first);
        // A cue that already reports what follows it takes a second piece on that side only where it is a direct
        // continuation: "he said A, adding B".
        piece.cue = gap_left <= gap_right + (has_right[left] ? 0 : 1) ? left : right;
        if (gap_left > 0 && has_right[left] && gap_right <= gap_left) piece.cue = right;
      }
      if (piece.cue != none && piece.cue == left) has_right[left] = true;
    }
    // Cue → source.
    source_of_.assign(cues_.size(), none);
    std::size_t s = 0;
    for (std::size_t c = 0; c < cues_.size(); ++c) {
      const TokenRange cue = cues_[c].tokens;
      while (s < sources_.size() && sources_[s].tokens.first < cue.first) ++s;
      const std::uint32_t left =
          s > 0 && same_unit(sources_[s - 1].tokens, cue) ? static_cast<std::uint32_t>(s - 1) : none;
      const std::uint32_t right =
          s < sources_.size() && same_unit(cue, sources_[s].tokens) ? static_cast<std::uint32_t>(s) : none;
      if (left == none || right == none) {
        source_of_[c] = left == none ? right : left;
        continue;
      }
      const std::uint32_t gap_left = cue.first - sources_[left].tokens.last;
      const std::uint32_t gap_right = sources_[right].tokens.first - cue.last;
      const bool other_closer = c + 1 < cues_.size() && cues_[c + 1].tokens.first >= sources_[right].tokens.last &&
                                cues_[c + 1].tokens.first - sources_[right].tokens.last <= gap_right;
      source_of_[c] = gap_right < gap_left && !other_closer && gap_right <= 2 ? right : left;
    }
  }

  [[nodiscard]] std::uint32_t gap_without_source(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t gap = to - from;
    const auto at =
        std::lower_bound(sources_.begin(), sources_.end(), from,
                         [](const Marked& source, std::uint32_t token) { return source.tokens.first < token; });
    if (at != sources_.end() && at->tokens.last <= to) gap -= at->tokens.size();
    return gap;
  }

  void emit_cued(std::vector<Relation>& relations) {
    std::vector<Relation> by_cue(cues_.size());
    for (const Piece& piece : pieces_) {
      if (piece.cue == none) continue;
      Relation& relation = by_cue[piece.cue];
      if (const std::optional<TokenRange> trimmed = trim(piece.tokens)) {
        relation.content.push_back(*trimmed);
        relation.score = std::max(relation.score, piece.score);
      }
    }
    for (std::size_t c = 0; c < cues_.size(); ++c) {
      Relation& relation = by_cue[c];
      if (relation.content.empty()) {
        const std::optional<TokenRange> outer = sentence_before(c);
        if (!outer) continue;
        relation.content.push_back(*outer);
        relation.score = cues_[c].score;
      }
      relation.block = number_;
      relation.cue = cues_[c].tokens;
      if (source_of_[c] != none) relation.source = sources_[source_of_[c]].tokens;
      relation.kind = kind_of(relation.content);
      relation.score = std::min(relation.score, cues_[c].score);
      const Quotation* opening = quotation_over(relation.content.front().first);
      relation.continues = opening != nullptr && opening->continues;
      relations.push_back(std::move(relation));
    }
  }

  /// "He said that he had not sold it, the precinct said.": a source and a cue close the sentence, whose content spans
  /// belong to a cue inside it. What they report is the whole sentence before them.
  [[nodiscard]] std::optional<TokenRange> sentence_before(std::size_t c) const {
    if (source_of_[c] == none || c == 0) return std::nullopt;
    const TokenRange source = sources_[source_of_[c]].tokens;
    const TokenRange cue = cues_[c].tokens;
    if (source.last > cue.first || cue.first - source.last > 3 || source.first < 2) return std::nullopt;
    std::uint32_t after = cue.last;
    while (after < block_.tokens.size() && block_.token(after) == ".") ++after;
    if (after < block_.tokens.size() && unit_[after] == unit_[cue.first]) return std::nullopt;
    if (block_.token(source.first - 1) != "," || !same_unit(cues_[c - 1].tokens, source)) return std::nullopt;
    std::uint32_t first = cues_[c - 1].tokens.first;
    for (std::size_t k = c; k-- > 0 && same_unit(cues_[k].tokens, source);)
      first = std::min(first, cues_[k].tokens.first);
    while (first > 0 && unit_[first - 1] == unit_[source.first]) --first;
    return trim({first, source.first - 1});
  }

  /// Content without a cue: a headline's "Minister: ..." keeps its source, a quotation becomes implicit.
  void emit_rest(std::vector<Relation>& relations) {
    std::vector<bool> used(sources_.size(), false);
    for (const std::uint32_t source : source_of_)
      if (source != none) used[source] = true;
    for (const Piece& piece : pieces_) {
      if (piece.cue != none) continue;
      const std::optional<TokenRange> trimmed = trim(piece.tokens);
      if (!trimmed) continue;
      Relation relation;
      relation.block = number_;
      relation.content.push_back(*trimmed);
      relation.kind = kind_of(relation.content);
      relation.score = piece.score;
      const auto next = std::lower_bound(sources_.begin(), sources_.end(), piece.tokens.first,
                                         [](const Marked& m, std::uint32_t token) { return m.tokens.first < token; });
      for (auto at = next == sources_.begin() ? next : next - 1; at != sources_.end() && at <= next; ++at) {
        const std::uint32_t gap = at->tokens.last <= piece.tokens.first ? piece.tokens.first - at->tokens.last
                                                                        : at->tokens.first - piece.tokens.last;
        if (!used[static_cast<std::size_t>(at - sources_.begin())] && same_unit(at->tokens, piece.tokens) && gap <= 2)
          relation.source = at->tokens;
      }
      if (!relation.source) {
        const auto at =
            std::lower_bound(quotations_.begin(), quotations_.end(), trimmed->first,
                             [](const Quotation& q, std::uint32_t token) { return q.tokens.first < token; });
        const bool speech = at != quotations_.end() && at->tokens.first == trimmed->first &&
                            at->sort == QuotationSort::speech && relation.kind == QuoteKind::direct;
        if (!speech) continue;
        // Alone in its sentence: a quotation inside a sentence of the reporter's is somebody's, but whose?
        const bool opens = trimmed->first == 0 || unit_[trimmed->first - 1] != unit_[trimmed->first];
        const bool closes = trimmed->last >= block_.tokens.size() || unit_[trimmed->last] != unit_[trimmed->last - 1] ||
                            (trimmed->last + 1 == block_.tokens.size() && block_.token(trimmed->last) == ".");
        if (!opens || !closes) continue;
        relation.continues = at->continues;
        relation.score = std::min(relation.score, implicit_score);
      }
      relations.push_back(std::move(relation));
    }
  }

  [[nodiscard]] const Quotation* quotation_over(std::uint32_t token) const {
    auto at = std::upper_bound(quotations_.begin(), quotations_.end(), token,
                               [](std::uint32_t t, const Quotation& q) { return t < q.tokens.first; });
    if (at == quotations_.begin()) return nullptr;
    --at;
    return at->tokens.contains(token) ? &*at : nullptr;
  }

  [[nodiscard]] std::optional<TokenRange> trim(TokenRange range) const {
    const auto loose = [&](std::uint32_t i) {
      const std::string_view token = block_.token(i);
      return token == "," || token == "." || token == ";" || token == ":" ||
             (block_.tokens[i].kind == TokenKind::dash && block_.tokens[i].space_before);
    };
    const auto quoted = [&](std::uint32_t i) { return quotation_over(i) != nullptr; };
    while (!range.empty() && loose(range.first) && !quoted(range.first)) ++range.first;
    if (!range.empty() && !quoted(range.first) &&
        (block_.token(range.first) == "that" || block_.token(range.first) == "That") && range.size() > 3) {
      ++range.first;
      while (!range.empty() && loose(range.first) && !quoted(range.first)) ++range.first;
    }
    while (!range.empty() && loose(range.last - 1) && !quoted(range.last - 1)) --range.last;
    if (range.empty()) return std::nullopt;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (block_.tokens[i].kind == TokenKind::word || block_.tokens[i].kind == TokenKind::number ||
          block_.tokens[i].kind == TokenKind::link)
        return range;
    return std::nullopt;  // only punctuation
  }

  /// A name or a title in quotation marks is nobody's words; "timid" is.
  [[nodiscard]] bool is_title(TokenRange label) const {
    for (std::uint32_t i = label.first; i < label.last; ++i)
      if (block_.tokens[i].kind == TokenKind::word)
        return block_.token(i).front() < 'a' || block_.token(i).front() > 'z';
    return true;
  }

  [[nodiscard]] QuoteKind kind_of(const std::vector<TokenRange>& content) const {
    bool all = true;
    bool part = false;
    for (const TokenRange& range : content) {
      auto at = std::lower_bound(quotations_.begin(), quotations_.end(), range.first,
                                 [](const Quotation& q, std::uint32_t token) { return q.tokens.last <= token; });
      std::uint32_t covered = range.first;
      for (; at != quotations_.end() && at->tokens.first < range.last; ++at) {
        if (at->sort != QuotationSort::label || !is_title(at->tokens)) part = true;
        if (at->tokens.first <= covered) covered = std::max(covered, at->tokens.last);
      }
      if (covered < range.last) all = false;
    }
    return all ? QuoteKind::direct : part ? QuoteKind::mixed : QuoteKind::indirect;
  }

  const DocumentBlock& block_;
  std::uint32_t number_;
  const std::vector<Quotation>& quotations_;
  std::vector<Marked> sources_;
  std::vector<Marked> cues_;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> unit_;
  std::vector<std::uint32_t> source_of_;
};

}  // namespace

std::vector<Relation> find_relations(const Document& document, const Tagging& tagging,
                                     const std::vector<std::vector<Quotation>>& quotations) {
  std::vector<Relation> relations;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const DocumentBlock& block = document.blocks[b];
    if (block.tokens.empty()) continue;
    if (block.kind == BlockKind::byline || block.kind == BlockKind::date || block.kind == BlockKind::dateline ||
        block.kind == BlockKind::credit || block.kind == BlockKind::furniture)
      continue;
    BlockRelations(block, static_cast<std::uint32_t>(b), tagging.blocks[b], quotations[b]).append_to(relations);
  }
  return relations;
}

}  // namespace newsgloss
