// An article of paragraphs, read up to its entities: what the tests of names, clusters, roles and pronouns share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/document.h"
#include "entities/entities.h"
#include "tagger/rule_tagger.h"

namespace newsgloss::test {

/// Keeps the article that a document points into.
struct Reading {
  Article article;
  Document document;
  Tagging tagging;
  std::vector<Entity> entities;

  explicit Reading(const std::vector<std::string>& paragraphs, BlockKind first = BlockKind::paragraph) {
    for (const std::string& text : paragraphs) article.blocks.push_back({BlockKind::paragraph, text, true});
    if (!article.blocks.empty()) article.blocks.front().kind = first;
    document = read_document(article);
    const auto tagger = make_rule_tagger();
    tagger->begin(document);
    tagging.blocks.resize(document.blocks.size());
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b) tagger->tag(b, tagging.blocks[b]);
    entities = find_entities(document, tagging);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] std::string text(const Mention& m) const {
    return std::string(document.blocks[m.block].words(m.tokens));
  }

  /// "TYPE name; TYPE name", in order.
  [[nodiscard]] std::string names() const {
    std::string out;
    for (const Entity& e : entities) {
      if (!out.empty()) out += "; ";
      out += std::string(name_of(e.type)) + " " + e.name;
    }
    return out;
  }

  [[nodiscard]] const Entity* find(std::string_view name) const {
    for (const Entity& e : entities)
      if (e.name == name) return &e;
    return nullptr;
  }

  /// The texts of an entity's mentions, in order, joined by "|"; "-" when there is no such entity.
  [[nodiscard]] std::string mentions(std::string_view name) const {
    const Entity* e = find(name);
    if (e == nullptr) return "-";
    std::string out;
    for (const Mention& m : e->mentions) out += (out.empty() ? "" : "|") + text(m);
    return out;
  }

  [[nodiscard]] std::string role(std::string_view name) const {
    const Entity* e = find(name);
    if (e == nullptr) return "(no such person)";
    return e->role.value_or("-");
  }

  [[nodiscard]] Gender gender(std::string_view name) const {
    const Entity* e = find(name);
    return e == nullptr ? Gender::unknown : e->gender;
  }
};

}  // namespace newsgloss::test
