// newsgloss_features: text -> what the attribution tagger's network is told of each token, in binary, for the trainer.
//
//   newsgloss_features raw    stdin: a paragraph a line, "-DOCSTART-" before each document; tokenised by the engine
//   newsgloss_features given  stdin: a token a line (up to the first TAB), a blank line after each paragraph,
//   "-DOCSTART-" newsgloss_features words  stdin: a word a line -> one u64 each, the key under which the lexicon keeps
//   it
//
// Output of raw and given, little-endian, per paragraph: u32 document, u32 n, then n times
// { u32 begin, u32 end (bytes in the line), u64 word, u64 last part, attribution_feature_count * u32 hash }.
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "tagger/attribution_features.h"
#include "tagger/given_tokens.h"

namespace {

using namespace newsgloss;

template <typename T>
void put(const T& value) {
  std::fwrite(&value, sizeof value, 1, stdout);
}

void write_document(std::uint32_t index, const Document& document) {
  AttributionFeatures features;
  std::vector<TokenFeatures> rows;
  features.begin(document);
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const DocumentBlock& block = document.blocks[b];
    features.extract(b, rows);
    put(index);
    put(static_cast<std::uint32_t>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      put(block.tokens[i].span.begin);
      put(block.tokens[i].span.end);
      put(rows[i].word);
      put(rows[i].last_part);
      put(rows[i].hashes);
    }
  }
}

constexpr std::string_view docstart = "-DOCSTART-";

void raw() {
  Article article;
  std::uint32_t index = 0;
  const auto flush = [&] {
    if (article.blocks.empty()) return;
    Document document;
    document.article = &article;
    document.blocks.resize(article.blocks.size());
    for (std::size_t i = 0; i < article.blocks.size(); ++i) read_block(article.blocks[i], document.blocks[i]);
    write_document(index++, document);
    article.blocks.clear();
  };
  for (std::string line; std::getline(std::cin, line);) {
    if (line.starts_with(docstart)) {
      flush();
    } else {
      article.blocks.push_back({BlockKind::paragraph, line, true});
    }
  }
  flush();
}

void given() {
  std::vector<std::vector<std::string>> paragraphs(1);
  std::uint32_t index = 0;
  const auto flush = [&] {
    if (paragraphs.back().empty()) paragraphs.pop_back();
    std::vector<GivenBlock> blocks(paragraphs.size());
    Document document;
    document.blocks.resize(paragraphs.size());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      join_given_tokens({paragraphs[i].begin(), paragraphs[i].end()}, blocks[i]);
      read_given_block(blocks[i], document.blocks[i]);
    }
    if (!blocks.empty()) write_document(index++, document);
    paragraphs.assign(1, {});
  };
  for (std::string line; std::getline(std::cin, line);) {
    if (line.starts_with(docstart)) {
      flush();
    } else if (line.empty()) {
      if (!paragraphs.back().empty()) paragraphs.emplace_back();
    } else {
      paragraphs.back().push_back(line.substr(0, line.find('\t')));
    }
  }
  flush();
}

void words() {
  for (std::string line; std::getline(std::cin, line);) put(word_form(line).lower);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc == 2 ? argv[1] : "";
  std::ios::sync_with_stdio(false);
  if (mode == "raw") {
    raw();
  } else if (mode == "given") {
    given();
  } else if (mode == "words") {
    words();
  } else {
    std::cerr << "usage: newsgloss_features raw|given|words\n";
    return 2;
  }
}
