// Captions: description and credit told apart, the entities shown, where in the picture they stand, and the
// paragraphs that the picture belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "article/document.h"
#include "entities/entities.h"

namespace newsgloss {

struct Credit {
  Span span;                                // bytes in the caption's block
  std::optional<std::string> photographer;  // as printed; several in one string
  std::optional<std::string> agency;
};

struct PicturePosition {
  EntityId entity = 0;
  std::string text;  // "left", "second from right", "center" — as printed
};

struct ParagraphLink {
  std::uint32_t block = 0;
  Score score = 0;
};

struct Caption {
  std::uint32_t block = 0;
  Span description;
  std::optional<Credit> credit;
  std::vector<EntityId> entities;          // by place in the description
  std::vector<PicturePosition> positions;  // by place
  std::vector<ParagraphLink> paragraphs;   // best first; empty when none fits
  std::optional<std::string> date;         // when the picture was taken, where the caption says so
  bool file_photo = false;
};

/// The credit at the end (or the start) of a caption's text, if there is one.
[[nodiscard]] std::optional<Credit> find_credit(std::string_view caption);

/// One for each caption block, in order. Complexity: captions × paragraphs × entities named in them.
[[nodiscard]] std::vector<Caption> read_captions(const Document& document, const std::vector<Entity>& entities,
                                                 const std::vector<Value>& values);

}  // namespace newsgloss
