// Whole captions, with entities made by hand: the entity layer has its own tests.
#include "captions/captions.h"

#include <string>

#include "article/document.h"
#include "catch.h"

namespace {

using namespace newsgloss;

/// Every place where the words of `name` stand in the document.
Entity entity_of(const Document& document, EntityType type, const std::string& name) {
  Entity entity;
  entity.type = type;
  entity.name = name;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const DocumentBlock& block = document.blocks[b];
    for (std::uint32_t first = 0; first < block.tokens.size(); ++first)
      for (std::uint32_t last = first + 1; last <= block.tokens.size() && last < first + 6; ++last)
        if (block.words({first, last}) == name) entity.mentions.push_back({b, {first, last}, MentionForm::name, 9000});
  }
  return entity;
}

struct Reading {
  Article article;
  Document document;
  std::vector<Entity> entities;
  std::vector<Caption> captions;
};

void read(Reading& reading, const std::vector<std::pair<BlockKind, std::string>>& blocks,
          const std::vector<std::string>& persons, const std::vector<std::string>& places = {}) {
  for (const auto& [kind, text] : blocks) reading.article.blocks.push_back({kind, text, true});
  reading.article.published = CivilDate{2025, 11, 7};
  reading.document = read_document(reading.article);
  for (const std::string& name : persons)
    reading.entities.push_back(entity_of(reading.document, EntityType::person, name));
  for (const std::string& name : places) reading.entities.push_back(entity_of(reading.document, EntityType::gpe, name));
  reading.captions = read_captions(reading.document, reading.entities, find_values(reading.document));
}

std::string positions_of(const std::string& caption, const std::vector<std::string>& persons) {
  Reading reading;
  read(reading, {{BlockKind::caption, caption}}, persons);
  std::string out;
  for (const PicturePosition& position : reading.captions.at(0).positions)
    out += (out.empty() ? "" : "; ") + persons[position.entity] + ": " + position.text;
  return out;
}

}  // namespace

TEST_CASE("a caption's description, credit, date, names and paragraphs", "[captions]") {
  Reading reading;
  read(reading,
       {{BlockKind::headline, "Weavers of Osh look to the north"},
        {BlockKind::caption,
         "Visitors from Karakol try a loom at the Osh Silk Fair on Tuesday. DINARA ASAN/SILK NEWS SERVICE"},
        {BlockKind::paragraph,
         "Grain prices fell again in the region, traders said, and the ministry promised to look into freight rates."},
        {BlockKind::paragraph, "At the Osh Silk Fair, visitors from Karakol and Naryn tried looms old and new."},
        {BlockKind::paragraph, "Freight rates rose in the autumn, the railway said."}},
       {}, {"Karakol", "Osh"});
  REQUIRE(reading.captions.size() == 1);
  const Caption& caption = reading.captions[0];
  CHECK(slice(reading.article.blocks[1].text, caption.description) ==
        "Visitors from Karakol try a loom at the Osh Silk Fair on Tuesday.");
  REQUIRE(caption.credit);
  CHECK(caption.credit->photographer == "DINARA ASAN");
  CHECK(caption.credit->agency == "SILK NEWS SERVICE");
  CHECK(caption.date == "2025-11-04");
  CHECK_FALSE(caption.file_photo);
  CHECK(caption.entities == std::vector<EntityId>{0, 1});
  REQUIRE(caption.paragraphs.size() == 1);
  CHECK(caption.paragraphs[0].block == 3);
}

TEST_CASE("no paragraph fits a caption that shares nothing", "[captions]") {
  Reading reading;
  read(reading,
       {{BlockKind::caption, "Penguins dive for herring."},
        {BlockKind::paragraph, "The budget passed by a wide margin after a long night."},
        {BlockKind::paragraph, "Ministers praised the vote."}},
       {});
  REQUIRE(reading.captions.size() == 1);
  CHECK(reading.captions[0].paragraphs.empty());
  CHECK_FALSE(reading.captions[0].credit);
  CHECK_FALSE(reading.captions[0].date);
}

TEST_CASE("one shared name is little against a caption that tells much else", "[captions]") {
  const auto links = [](const std::string& caption) {
    Reading reading;
    read(reading,
         {{BlockKind::caption, caption},
          {BlockKind::paragraph, "The players of Beira City had been promised a new field by the council of the town."},
          {BlockKind::paragraph, "A striker had played for Beira City before he went abroad, his agent said."},
          {BlockKind::paragraph, "Ticket prices stay as they are, and the season begins in spring."}},
         {"Beira City", "Nampula United", "Harbour Stadium"});
    return reading.captions.at(0).paragraphs.size();
  };
  CHECK(links("Beira City parade.") > 0);
  CHECK(links("Supporters dressed in yellow celebrate an early goal by Beira City against Nampula United during a cup "
              "quarterfinal at Harbour Stadium.") == 0);
  CHECK(links("A striker greets his agent at Harbour Stadium.") > 0);  // words of content, without a name
  CHECK(links("A tall heron catches some silver fish near the muddy banks of a river in spring.") == 0);
}

TEST_CASE("a word and what it is derived from are one", "[captions]") {
  Reading reading;
  read(reading,
       {{BlockKind::caption, "The mayor announces her resignation after the celebrations."},
        {BlockKind::paragraph, "Rain fell on the fields for a third week, and the roads were closed."},
        {BlockKind::paragraph, "Few had thought that the mayor would resign while the town celebrated."}},
       {});
  REQUIRE_FALSE(reading.captions.at(0).paragraphs.empty());
  CHECK(reading.captions[0].paragraphs[0].block == 2);
}

TEST_CASE("a caption that is only a credit has an empty description", "[captions]") {
  Reading reading;
  read(reading, {{BlockKind::caption, "Photo: Ana Sitoe/Reuters"}, {BlockKind::paragraph, "Boats wait."}},
       {"Ana Sitoe"});
  REQUIRE(reading.captions.size() == 1);
  CHECK(reading.captions[0].description.empty());
  CHECK(reading.captions[0].entities.empty());  // the photographer is not in the picture
  CHECK(reading.captions[0].paragraphs.empty());
}

TEST_CASE("places in the picture", "[captions][positions]") {
  CHECK(positions_of("Ana Sitoe (left) meets Omar Diallo.", {"Ana Sitoe", "Omar Diallo"}) == "Ana Sitoe: left");
  CHECK(positions_of("Ana Sitoe (L) meets Omar Diallo (R).", {"Ana Sitoe", "Omar Diallo"}) ==
        "Ana Sitoe: L; Omar Diallo: R");
  CHECK(positions_of("Ana Sitoe, center, sings in Praia.", {"Ana Sitoe"}) == "Ana Sitoe: center");
  CHECK(positions_of("Ana Sitoe, second from right, waits.", {"Ana Sitoe"}) == "Ana Sitoe: second from right");
  CHECK(positions_of("Ana Sitoe, at left, and Omar Diallo wait.", {"Ana Sitoe", "Omar Diallo"}) == "Ana Sitoe: left");
  CHECK(positions_of("From left, Ana Sitoe and Omar Diallo wait.", {"Ana Sitoe", "Omar Diallo"}) ==
        "Ana Sitoe: From left; Omar Diallo: From left");
  CHECK(positions_of("Ana Sitoe left the house with Omar Diallo.", {"Ana Sitoe", "Omar Diallo"}).empty());
  CHECK(positions_of("Left: Ana Sitoe in court.", {"Ana Sitoe"}) == "Ana Sitoe: Left");
}

TEST_CASE("archive pictures", "[captions]") {
  const auto is_file = [](const std::string& text) {
    Reading reading;
    read(reading, {{BlockKind::caption, text}}, {});
    return reading.captions.at(0).file_photo;
  };
  CHECK(is_file("FILE - Boats wait in Beira, May 14, 2013."));
  CHECK(is_file("File photo of boats in Beira."));
  CHECK(is_file("Boats wait in Beira in this file photo."));
  CHECK(is_file("Boats wait in Beira. REUTERS/Ana Sitoe/File"));
  CHECK(is_file("Boats wait in Beira in 1993."));
  CHECK_FALSE(is_file("Boats wait in Beira on Tuesday."));
  CHECK_FALSE(is_file("Clerks file papers in Beira."));
}

TEST_CASE("every caption of a thousand finds its own paragraph", "[captions][property]") {
  Reading reading;
  std::vector<std::pair<BlockKind, std::string>> blocks;
  constexpr int count = 1000;
  for (int i = 0; i < count; ++i) {
    const std::string boat = "boat" + std::to_string(i);
    const std::string master = "master" + std::to_string(i);
    blocks.push_back(
        {BlockKind::caption, boat + " and " + master + " wait in the port of Beira. Photo: Ana Sitoe/LNA"});
    blocks.push_back({BlockKind::paragraph, master + " had come with timber on " + boat + " for the port of Beira."});
  }
  read(reading, blocks, {});
  REQUIRE(reading.captions.size() == count);
  for (std::uint32_t i = 0; i < count; ++i) {
    CAPTURE(i);
    REQUIRE_FALSE(reading.captions[i].paragraphs.empty());
    CHECK(reading.captions[i].paragraphs[0].block == 2 * i + 1);
  }
}
