#include "output/conll.h"

#include <algorithm>
#include <vector>

#include "output/columns.h"
#include "text/sentences.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

// What is said of one token.
struct Row {
  std::uint32_t name = none;  // the entity whose name it is part of
  bool name_begins = false;
  std::uint32_t entity = none;  // also by pronoun or nominal
  std::uint32_t quote = none;
  AttributionLabel part = AttributionLabel::content;
  bool part_begins = false;
};

class ConllWriter {
 public:
  explicit ConllWriter(const Annotations& annotations) : a_(annotations) {}

  std::string write() {
    for (const std::vector<Token>& tokens : a_.tokens) rows_.emplace_back(tokens.size());
    mark_entities();
    mark_quotes();
    out_ = "-DOCSTART- " + printable(a_.article.id) + "\n\n";
    std::vector<TokenRange> sentences;
    for (std::uint32_t block = 0; block < a_.tokens.size(); ++block) {
      split_sentences(a_.article.blocks[block].text, a_.tokens[block], sentences);
      for (const TokenRange sentence : sentences) {
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) write_row(block, i, i == sentence.first);
        out_ += '\n';
      }
    }
    return std::move(out_);
  }

 private:
  void mark_entities() {
    for (std::uint32_t id = 0; id < a_.entities.size(); ++id)
      for (const Mention& mention : a_.entities[id].mentions)
        for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
          Row& row = rows_[mention.block][i];
          row.entity = id;
          if (mention.form != MentionForm::name && mention.form != MentionForm::acronym) continue;
          row.name = id;
          row.name_begins = i == mention.tokens.first;
        }
  }

  void mark_quotes() {
    // Longest content first, so that what lies inside is written over it; then what is never content's.
    std::vector<std::uint32_t> order(a_.quotes.size());
    for (std::uint32_t id = 0; id < order.size(); ++id) order[id] = id;
    const auto length = [this](std::uint32_t id) {
      std::size_t bytes = 0;
      for (const BlockSpan& part : a_.quotes[id].content) bytes += part.span.size();
      return bytes;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&length](std::uint32_t x, std::uint32_t y) { return length(x) > length(y); });
    for (const std::uint32_t id : order)
      for (const BlockSpan& part : a_.quotes[id].content) mark(part, id, AttributionLabel::content);
    for (const std::uint32_t id : order) {
      if (a_.quotes[id].source) mark(*a_.quotes[id].source, id, AttributionLabel::source);
      if (a_.quotes[id].cue) mark(*a_.quotes[id].cue, id, AttributionLabel::cue);
    }
  }

  void mark(const BlockSpan& at, std::uint32_t quote, AttributionLabel part) {
    const std::vector<Token>& tokens = a_.tokens[at.block];
    auto token = std::lower_bound(tokens.begin(), tokens.end(), at.span.begin,
                                  [](const Token& t, std::uint32_t begin) { return t.span.begin < begin; });
    for (bool begins = true; token != tokens.end() && token->span.end <= at.span.end; ++token, begins = false) {
      Row& row = rows_[at.block][static_cast<std::size_t>(token - tokens.begin())];
      row.quote = quote;
      row.part = part;
      row.part_begins = begins;
    }
  }

  // A span that an inner one has cut in two begins again behind it, and one that goes on in the next sentence there:
  // readers of BIO forget at a blank line.
  [[nodiscard]] bool begins_part(std::uint32_t block, std::uint32_t i, bool first_of_sentence) const {
    const Row& row = rows_[block][i];
    if (row.part_begins || first_of_sentence) return true;
    const Row& before = rows_[block][i - 1];
    return before.quote != row.quote || before.part != row.part;
  }

  void write_row(std::uint32_t block, std::uint32_t i, bool first_of_sentence) {
    const Row& row = rows_[block][i];
    out_ += slice(a_.article.blocks[block].text, a_.tokens[block][i].span);
    out_ += '\t';
    if (row.name == none)
      out_ += 'O';
    else
      out_.append(row.name_begins || first_of_sentence ? "B-" : "I-").append(name_of(a_.entities[row.name].type));
    out_ += row.entity == none ? "\t_\t" : "\te" + std::to_string(row.entity) + '\t';
    if (row.quote == none)
      out_ += "O\t_\n";
    else
      out_.append(begins_part(block, i, first_of_sentence) ? "B-" : "I-")
          .append(name_of(row.part))
          .append("\tq")
          .append(std::to_string(row.quote))
          .append("\n");
  }

  const Annotations& a_;
  std::vector<std::vector<Row>> rows_;  // a row a token, by block
  std::string out_;
};

}  // namespace

std::string to_conll(const Annotations& annotations) { return ConllWriter(annotations).write(); }

}  // namespace newsgloss
