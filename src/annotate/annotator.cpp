#include "annotate/annotator.h"

#include <utility>

#include "article/classify.h"
#include "article/language.h"
#include "text/sentences.h"

namespace newsgloss {

// Stages of one article. Tokenising and tagging are sliced by block; what follows is quick and done in one step.
struct Annotator::State {
  enum class Stage : unsigned char { idle, read, tag, finish, done };

  std::unique_ptr<Tagger> tagger;
  Stage stage = Stage::idle;
  std::uint32_t next_block = 0;
  Article article;
  Document document;
  Tagging tagging;
  Annotations annotations;

  void start(Article given) {
    article = std::move(given);
    classify_blocks(article);
    document = {};
    document.article = &article;
    document.front = read_front_matter(article);
    document.blocks.resize(article.blocks.size());
    tagging.blocks.clear();
    tagging.blocks.resize(article.blocks.size());
    annotations = {};
    next_block = 0;
    stage = Stage::read;
  }

  /// Runs `work` on blocks until `budget` tokens are spent; true when no block is left.
  template <typename Work>
  bool over_blocks(std::size_t budget, Work work) {
    std::size_t spent = 0;
    while (next_block < document.blocks.size()) {
      work(next_block);
      spent += document.blocks[next_block].tokens.size() + 1;
      ++next_block;
      if (spent >= budget) break;
    }
    if (next_block < document.blocks.size()) return false;
    next_block = 0;
    return true;
  }

  void finish() {
    if (article.lang.empty()) article.lang = detect_language(document).value_or("");
    annotations.entities = find_entities(document, tagging);
    annotations.values = find_values(document);
    annotations.quotes = find_quotes(document, tagging, annotations.entities);
    annotations.captions = read_captions(document, annotations.entities, annotations.values);
    annotations.front = std::move(document.front);
    annotations.tokens.reserve(document.blocks.size());
    for (DocumentBlock& block : document.blocks) annotations.tokens.push_back(std::move(block.tokens));
    annotations.article = std::move(article);
  }
};

Annotator::Annotator(std::unique_ptr<Tagger> tagger) : state_(std::make_unique<State>()) {
  state_->tagger = std::move(tagger);
}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

void Annotator::begin(Article article) { state_->start(std::move(article)); }

bool Annotator::step(std::size_t budget) {
  State& s = *state_;
  using Stage = State::Stage;
  switch (s.stage) {
    case Stage::idle:
    case Stage::done:
      return true;
    case Stage::read:
      if (s.over_blocks(budget, [&](std::uint32_t b) { read_block(s.article.blocks[b], s.document.blocks[b]); })) {
        s.tagger->begin(s.document);
        s.stage = Stage::tag;
      }
      return false;
    case Stage::tag:
      if (s.over_blocks(budget, [&](std::uint32_t b) { s.tagger->tag(b, s.tagging.blocks[b]); }))
        s.stage = Stage::finish;
      return false;
    case Stage::finish:
      s.finish();
      s.stage = Stage::done;
      return true;
  }
  return true;
}

Annotations Annotator::result() {
  if (state_->stage != State::Stage::done) return {};
  state_->stage = State::Stage::idle;
  return std::move(state_->annotations);
}

Annotations Annotator::annotate(Article article) {
  begin(std::move(article));
  while (!step(static_cast<std::size_t>(-1))) {
  }
  return result();
}

}  // namespace newsgloss
