// Given documents: lines of tokens as corpora write them, and the labels that the engine gives each line.
//
//   -DOCSTART- story-1        O         O
//
//   Ana                       B-PERSON  B-source
//   Otieno     B-PER          I-PERSON  I-source
//   said                      O         B-cue
//
// A token ends at the first TAB of its line. Lines without a blank one between them are a chunk, and a chunk is a
// block; the tagger sees the whole document before it labels its first chunk.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tagger/tagger.h"

namespace newsgloss::cli {

inline constexpr std::string_view document_start = "-DOCSTART-";

/// Lines of one document as they came, and which of them are tokens of which chunk.
struct GivenDocument {
  struct Line {
    std::string text;  // without the line break
    bool is_token = false;
  };
  struct Chunk {
    std::vector<std::size_t> lines;
  };
  std::vector<Line> lines;
  std::vector<Chunk> chunks;
  bool in_chunk = false;

  void add(std::string line);
};

/// Two labels for each line of a document, in BIO; "O" for what is no token.
struct LineLabels {
  std::vector<std::string> entity;
  std::vector<std::string> attribution;
};

class DocumentLabeller {
 public:
  explicit DocumentLabeller(std::unique_ptr<Tagger> tagger) : tagger_(std::move(tagger)) {}

  [[nodiscard]] LineLabels label(const GivenDocument& given);

 private:
  std::unique_ptr<Tagger> tagger_;
};

}  // namespace newsgloss::cli
