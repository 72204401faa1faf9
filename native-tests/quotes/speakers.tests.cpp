#include "quotes/speakers.h"

#include "catch.h"
#include "quotes/quotes.h"
#include "quotes/reading.h"
#include "quotes/source_head.h"

using namespace newsgloss;
using newsgloss::testing::Reading;

namespace {

struct Given {
  EntityType type;
  const char* name;
  const char* role;  // nullptr: none
  Gender gender;
};

/// Entities of an article whose names are given: every place where the full name, or a person's last name alone,
/// stands is a mention.
std::vector<Entity> entities_of(const Reading& reading, const std::vector<Given>& given) {
  std::vector<Entity> entities;
  for (const Given& person : given) {
    Entity entity;
    entity.type = person.type;
    entity.name = person.name;
    if (person.role != nullptr) entity.role = person.role;
    entity.gender = entity.likely_gender = person.gender;
    const std::string full = person.name;
    const std::size_t space = full.rfind(' ');
    const std::string last =
        person.type == EntityType::person && space != std::string::npos ? full.substr(space + 1) : full;
    for (std::uint32_t b = 0; b < reading.document.blocks.size(); ++b) {
      const DocumentBlock& block = reading.document.blocks[b];
      for (std::uint32_t i = 0; i < block.tokens.size(); ++i)
        for (const std::string& name : {full, last}) {
          std::uint32_t end = i;
          while (end < block.tokens.size() && block.tokens[end].span.end < block.tokens[i].span.begin + name.size())
            ++end;
          if (end >= block.tokens.size() || block.words({i, end + 1}) != name) continue;
          if (name == last && !entity.mentions.empty() && entity.mentions.back().block == b &&
              entity.mentions.back().tokens.contains(i))
            continue;
          entity.mentions.push_back({b, {i, end + 1}, MentionForm::name, 9000});
        }
    }
    entities.push_back(entity);
  }
  return entities;
}

/// Names of the speakers of every quote, quotes apart by " | ", nobody as "-".
std::string speakers_of(const std::vector<std::string>& lines, const std::vector<Given>& given) {
  const Reading reading(lines);
  std::vector<Entity> entities = entities_of(reading, given);
  std::string out;
  for (const Quote& quote : find_quotes(reading.document, reading.tag(), entities)) {
    if (!out.empty()) out += " | ";
    out += name_of(quote.basis);
    out += ":";
    for (const EntityId id : quote.speakers) out += " " + entities[id].name;
    if (quote.speakers.empty()) out += " -";
  }
  return out;
}

const std::vector<Given> people = {
    {EntityType::person, "Ann Li", "health minister", Gender::female},
    {EntityType::person, "Bo Rasch", "president of the Harbour Union", Gender::male},
    {EntityType::org, "Harbour Union", nullptr, Gender::unknown},
    {EntityType::org, "World Bank", nullptr, Gender::unknown},
    {EntityType::org, "Election Commission", nullptr, Gender::unknown},
    {EntityType::gpe, "Kenya", nullptr, Gender::unknown},
};

}  // namespace

TEST_CASE("speakers: names that are the source's head") {
  struct Row {
    const char* text;
    const char* speakers;
  };
  for (const Row& row : std::vector<Row>{
           {"Ann Li said rain was near.", "name: Ann Li"},
           {"Health minister Ann Li said rain was near.", "name: Ann Li"},
           {"Minister of Health Ann Li said rain was near.", "name: Ann Li"},
           {"Ann Li, the health minister of Kenya, said rain was near.", "name: Ann Li"},
           {"The minister, Ann Li, said rain was near.", "name: Ann Li"},
           {"Its representative at the World Bank Ann Li said rain was near.", "name: Ann Li"},
           {"\"Rain is near,\" said Bo Rasch, president of the Harbour Union.", "name: Bo Rasch"},
           {"Ann Li and Bo Rasch said rain was near.", "name: Ann Li Bo Rasch"},
           {"Ann Li, the minister, and Bo Rasch, the union chief, both called for calm.", "name: Ann Li Bo Rasch"},
           {"Ann Li and other doctors said rain was near.", "name: Ann Li"},
           {"The World Bank said rain was near.", "name: World Bank"},
           {"Kenya's Election Commission said rain was near.", "name: Election Commission"},
           {"A report by the World Bank said rain was near.", "name: World Bank"},
       }) {
    CAPTURE(row.text);
    CHECK(speakers_of({row.text}, people) == row.speakers);
  }
}

TEST_CASE("speakers: a name that is not the head is nobody's speaker") {
  for (const char* text : {"A spokesman for Ann Li said rain was near.", "Officials in Kenya said rain was near.",
                           "Rasch's lawyer said rain was near.", "A World Bank economist said rain was near.",
                           "The wife of Bo Rasch said rain was near.", "Participants said rain was near.",
                           "Two aides to Ann Li said rain was near.", "Police in Kenya said rain was near."}) {
    CAPTURE(text);
    CHECK(speakers_of({text}, people) == "nominal: -");
  }
}

TEST_CASE("speakers: pronouns") {
  CHECK(speakers_of({"Ann Li said rain was near. She called for calm."}, people) == "name: Ann Li | pronoun: Ann Li");
  CHECK(speakers_of({"Bo Rasch met Ann Li. She said rain was near."}, people) == "pronoun: Ann Li");
  CHECK(speakers_of({"Ann Li said rain was near.", "Bo Rasch said it was not.", "She said boats were safe."}, people) ==
        "name: Ann Li | name: Bo Rasch | pronoun: Ann Li");
  CHECK(speakers_of({"They said rain was near."}, people) == "pronoun: -");
  CHECK(speakers_of({"He said rain was near."}, people) == "pronoun: -");
  // Nobody speaks of himself by name: "he" is the one before.
  CHECK(speakers_of({"Bo Rasch opened the port. Omar Haddad was late, he said."},
                    {{EntityType::person, "Bo Rasch", nullptr, Gender::male},
                     {EntityType::person, "Omar Haddad", nullptr, Gender::male}}) == "pronoun: Bo Rasch");
  // "He" is the pilot, and nobody knows who that is.
  CHECK(speakers_of({"Bo Rasch met the pilot. A pilot said rain was near. He called for calm."}, people) ==
        "nominal: - | pronoun: -");
  CHECK(speakers_of({"The lender, World Bank, said growth was slow."}, people) == "name: World Bank");
  CHECK(speakers_of({"The World Bank said growth was slow. It warned of debt."}, people) ==
        "name: World Bank | pronoun: World Bank");
}

TEST_CASE("speakers: titles and bodies") {
  CHECK(speakers_of({"Ann Li came late.", "The minister said rain was near."}, people) == "nominal: Ann Li");
  CHECK(speakers_of({"Bo Rasch came late.", "The union's chief said rain was near."}, people) == "nominal: Bo Rasch");
  CHECK(speakers_of({"The Election Commission met.", "The commission said the vote was fair."}, people) ==
        "nominal: Election Commission");
  CHECK(speakers_of({"Ann Li came late.", "The finance minister said rain was near."}, people) == "nominal: -");
  CHECK(speakers_of({"Ann Li came late.", "A minister said rain was near."}, people) == "nominal: -");
  CHECK(speakers_of({"Ann Li and Omar Haddad met.", "The minister said rain was near."},
                    {{EntityType::person, "Ann Li", "health minister", Gender::female},
                     {EntityType::person, "Omar Haddad", "finance minister", Gender::male}}) == "nominal: -");
}

TEST_CASE("speakers: whom the sentence names first, two who speak together, who goes on behind his words") {
  const std::vector<Given> two = {{EntityType::person, "Bo Rasch", nullptr, Gender::male},
                                  {EntityType::person, "Omar Haddad", nullptr, Gender::male}};
  CHECK(speakers_of({"Bo Rasch said rain was near.", "As for Omar Haddad, he said it was not."}, two) ==
        "name: Bo Rasch | pronoun: Omar Haddad");
  CHECK(speakers_of({"As for Bo Rasch and Omar Haddad, they said rain was near."}, two) ==
        "pronoun: Bo Rasch Omar Haddad");
  CHECK(speakers_of({"Bo Rasch and Omar Haddad said rain was near. They said boats were safe."}, two) ==
        "name: Bo Rasch Omar Haddad | pronoun: Bo Rasch Omar Haddad");
  // Omar Haddad is in what is said.
  CHECK(speakers_of({"Bo Rasch said rain was near.", "Omar Haddad came late and left early, he said."}, two) ==
        "name: Bo Rasch | pronoun: Bo Rasch");
}

TEST_CASE("speakers: bodies that go by any noun, and who issued a statement") {
  const std::vector<Given> bodies = {{EntityType::org, "Kabar", nullptr, Gender::unknown},
                                     {EntityType::org, "Ministry of Water", nullptr, Gender::unknown}};
  CHECK(speakers_of({"Kabar said rain was near.", "The company said boats were safe."}, bodies) ==
        "name: Kabar | nominal: Kabar");
  CHECK(speakers_of({"Kabar cut its prices.", "The company said boats were safe."}, bodies) == "nominal: Kabar");
  // A ministry is no company, and two may be meant.
  CHECK(speakers_of({"The Ministry of Water said rain was near.", "The company said boats were safe."}, bodies) ==
        "name: Ministry of Water | nominal: -");
  CHECK(speakers_of({"Kabar met officials of the Ministry of Water.", "The institution said boats were safe."},
                    bodies) == "nominal: -");
  CHECK(speakers_of({"Kabar said this in a statement on Monday.", "Boats were safe, the statement said."}, bodies) ==
        "name: Kabar | nominal: Kabar");
  CHECK(speakers_of({"A Kabar statement said boats were safe."}, bodies) == "name: Kabar");
  CHECK(speakers_of({"A Kabar research team said boats were safe."}, bodies) == "nominal: -");
}

TEST_CASE("speakers: a headline runs ahead of the names") {
  CHECK(speakers_of({"# Commission hails fair vote", "The Election Commission met on Monday."}, people) ==
        "nominal: Election Commission");
}

TEST_CASE("speakers: quotations without a cue") {
  CHECK(speakers_of({"\u201CWe go,\u201D Ann Li said. \u201CWe stay.\u201D"}, people) ==
        "name: Ann Li | implicit: Ann Li");
  CHECK(speakers_of({"\u201CWe go,\u201D Ann Li said.", "\u201CWe stay.", "\u201CIt is late.\u201D"}, people) ==
        "name: Ann Li | implicit: Ann Li | implicit: Ann Li");
  CHECK(speakers_of({"\u201CWe go,\u201D Ann Li said.", "The port opened in 1911.", "\u201CWe stay.\u201D"}, people) ==
        "name: Ann Li | implicit: -");
  CHECK(speakers_of({"\u201CWe go,\u201D Ann Li said.", "\u201CLi is wrong.\u201D"}, people) ==
        "name: Ann Li | implicit: -");
  CHECK(speakers_of({"\u201CWe go.", "\u201CWe stay,\u201D Ann Li said."}, people) ==
        "implicit: Ann Li | name: Ann Li");
  CHECK(speakers_of({"\u201CWe go,\u201D one sailor said. \u201CWe stay.\u201D"}, people) ==
        "nominal: - | implicit: -");
}

TEST_CASE("speakers: nominal and pronoun sources become mentions, in order") {
  const Reading reading({"Ann Li came late. She said rain was near.", "The minister said boats were safe."});
  std::vector<Entity> entities = entities_of(reading, {people[0]});
  const std::vector<Quote> quotes = find_quotes(reading.document, reading.tag(), entities);
  REQUIRE(quotes.size() == 2);
  REQUIRE(entities[0].mentions.size() == 3);
  CHECK(entities[0].mentions[1].form == MentionForm::pronoun);
  CHECK(entities[0].mentions[2].form == MentionForm::nominal);
  CHECK(reading.document.blocks[1].words(entities[0].mentions[2].tokens) == "The minister");
}

TEST_CASE("quotes: any spans and any marks give quotes inside their blocks, with speakers that exist") {
  const std::vector<std::string> pieces = {
      "\"",           "\u201C", "\u201D", "\u2018", "\u2019", "said", "Ann Li", "he",    ".",  ",",
      "the minister", "rain",   "that",   "and",    "who",    "(",    ")",      "Kenya", "'s", "\u00E9t\u00E9"};
  std::uint32_t state = 99;
  const auto random = [&](std::uint32_t n) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % n;
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> lines(1 + random(4));
    for (std::string& line : lines)
      for (std::uint32_t i = random(25); i > 0; --i)
        line += pieces[random(static_cast<std::uint32_t>(pieces.size()))] + " ";
    const Reading reading(lines);
    std::vector<Entity> entities = entities_of(reading, people);
    Tagging tagging;
    tagging.blocks.resize(lines.size());
    for (std::size_t b = 0; b < lines.size(); ++b) {
      const std::uint32_t size = static_cast<std::uint32_t>(reading.document.blocks[b].tokens.size());
      for (std::uint32_t at = 0; at < size;) {
        const std::uint32_t first = at + random(4);
        const std::uint32_t last = first + 1 + random(5);
        if (last > size) break;
        tagging.blocks[b].attribution.push_back(
            {{first, last}, static_cast<AttributionLabel>(random(3)), static_cast<Score>(random(10001))});
        at = last;
      }
    }
    const std::vector<Quote> quotes = find_quotes(reading.document, tagging, entities);
    std::uint32_t block = 0;
    for (const Quote& quote : quotes) {
      REQUIRE(!quote.content.empty());
      REQUIRE(quote.content.front().block >= block);
      block = quote.content.front().block;
      std::uint32_t end = 0;
      const std::string& text = reading.article->blocks[block].text;
      for (const BlockSpan& piece : quote.content) {
        CAPTURE(text);
        REQUIRE(piece.block == block);
        REQUIRE(piece.span.begin >= end);
        REQUIRE(piece.span.begin < piece.span.end);
        REQUIRE(piece.span.end <= text.size());
        REQUIRE((static_cast<unsigned char>(text[piece.span.begin]) & 0xC0) != 0x80);
        REQUIRE((piece.span.end == text.size() || (static_cast<unsigned char>(text[piece.span.end]) & 0xC0) != 0x80));
        end = piece.span.end;
      }
      for (const EntityId id : quote.speakers) REQUIRE(id < entities.size());
    }
  }
}
