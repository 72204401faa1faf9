// Annotator: the pipeline, article in, annotations out; whole or in steps.
//
//   Annotator annotator(make_model_tagger(bytes, AttributionsFrom::rules_and_model).tagger);
//   Annotations a = annotator.annotate(std::move(article));
//
//   annotator.begin(std::move(article));            // in slices, for a main thread that must not block
//   while (!annotator.step(200)) yield_to_browser();
//   Annotations a = annotator.result();
//
// Pure: the same article gives the same annotations, whatever came before it. One annotator a thread.
#pragma once

#include <cstddef>
#include <memory>

#include "annotate/annotations.h"
#include "tagger/tagger.h"

namespace newsgloss {

class Annotator {
 public:
  explicit Annotator(std::unique_ptr<Tagger> tagger);
  ~Annotator();
  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;

  /// Starts on `article`; an article in progress is dropped.
  void begin(Article article);

  /// Works through about `budget` tokens more (at least one block). Returns true when the article is done; further
  /// calls do nothing.
  bool step(std::size_t budget);

  /// The annotations, once `step` has returned true; empty annotations otherwise. Ends the article.
  [[nodiscard]] Annotations result();

  /// `begin`, all steps, `result`.
  [[nodiscard]] Annotations annotate(Article article);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsgloss
