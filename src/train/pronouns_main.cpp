// newsgloss_pronouns: articles with annotated pronouns → the candidates of each and which is right, for the trainer.
//
//   newsgloss_pronouns MODEL < ARTICLES.jsonl
//
// A line: {"blocks": [{"text"}], "pronouns": [{"block", "start", "names": [[block, start, end], …], "others": […]}]},
// offsets in UTF-8 bytes; `names` are names of the person meant, `others` names of persons who are not. Out, a line a
// pronoun that has a right candidate: for each candidate its features in hexadecimal, and 1 (right), 0 (wrong) or ?
// (not known).
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "article/classify.h"
#include "article/front_matter.h"
#include "entities/clusters.h"
#include "entities/pronouns.h"
#include "entities/roles.h"
#include "entities/spans.h"
#include "tagger/model_tagger.h"

namespace {

using namespace newsgloss;
using nlohmann::json;

/// Does the entity have a name at one of these places?
bool is_named_at(const Entity& entity, const Document& document, const json& places) {
  for (const json& place : places)
    for (const Mention& mention : entity.mentions) {
      if (mention.form == MentionForm::pronoun || mention.block != place[0].get<std::uint32_t>()) continue;
      const Span span = document.blocks[mention.block].bytes(mention.tokens);
      if (span.begin < place[2].get<std::uint32_t>() && place[1].get<std::uint32_t>() < span.end) return true;
    }
  return false;
}

void read_article(const json& line, Tagger& tagger) {
  Article article;
  for (const json& block : line.at("blocks"))
    article.blocks.push_back({BlockKind::paragraph, block.at("text").get<std::string>(), true});
  Document document;
  document.article = &article;
  document.blocks.resize(article.blocks.size());
  for (std::size_t b = 0; b < article.blocks.size(); ++b) read_block(article.blocks[b], document.blocks[b]);
  Tagging tagging;
  tagging.blocks.resize(document.blocks.size());
  tagger.begin(document);
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) tagger.tag(b, tagging.blocks[b]);

  Vocabulary vocabulary;
  vocabulary.read(document);
  std::vector<Entity> entities = cluster_names(vocabulary, refine_spans(vocabulary, tagging));
  find_roles(vocabulary, entities);
  const json& wanted = line.at("pronouns");
  resolve_pronouns(vocabulary, entities, [&](const PronounAt& at, const std::vector<PronounCandidate>& candidates) {
    const std::uint32_t begin = document.blocks[at.block].tokens[at.token].span.begin;
    for (const json& one : wanted) {
      if (one.at("block") != at.block || one.at("start") != begin) continue;
      std::string out;
      bool right = false;
      for (const PronounCandidate& candidate : candidates) {
        const Entity& entity = entities[candidate.person];
        const bool yes = is_named_at(entity, document, one.at("names"));
        const bool no = !yes && is_named_at(entity, document, one.at("others"));
        right = right || yes;
        char text[32];
        std::snprintf(text, sizeof text, "%llx:%c ", static_cast<unsigned long long>(candidate.features),
                      yes  ? '1'
                      : no ? '0'
                           : '?');
        out += text;
      }
      if (right) std::printf("%s\n", out.c_str());
    }
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "Usage: newsgloss_pronouns MODEL < ARTICLES.jsonl\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string model((std::istreambuf_iterator<char>(file)), {});
  ModelTagger made = make_model_tagger(std::as_bytes(std::span(model)), AttributionsFrom::rules_and_model);
  if (!made.tagger) {
    std::fprintf(stderr, "%s: no model\n", argv[1]);
    return 1;
  }
  for (std::string line; std::getline(std::cin, line);) read_article(json::parse(line), *made.tagger);
  return 0;
}
