#include "tagger/rule_entities.h"

#include <string>

#include "catch.h"
#include "entities/read.h"
#include "tagger/lexica/fold.h"
#include "tagger/lexica/gazetteer.h"
#include "tagger/lexica/words.h"

using namespace newsgloss;
using newsgloss::test::Reading;

namespace {
// What the tagger alone says of a text's first block.
std::string tagged(const Reading& reading) {
  std::string out;
  for (const EntitySpan& span : reading.tagging.blocks[0].entities) {
    if (!out.empty()) out += "; ";
    out += std::string(name_of(span.type)) + " " + std::string(reading.document.blocks[0].words(span.tokens));
  }
  return out;
}
}  // namespace

TEST_CASE("Keys drop case, marks and typography") {
  CHECK(name_key("Estel\u00ED") == "esteli");
  CHECK(name_key("REN\u00C9 FERN\u00C1NDEZ") == "rene fernandez");
  CHECK(name_key("O\u2019Brien") == "o'brien");
  CHECK(name_key("Nguy\u1EC5n V\u0103n \u0110\u1EE9c") == "nguyen van duc");
  CHECK(name_key("Stra\u00DFe \u00C6gir \u0152uvre") == "strasse aegir oeuvre");
  CHECK(name_key("\u041A\u0438\u0435\u0432") == "\u043A\u0438\u0435\u0432");
  CHECK(name_key("").empty());
}

TEST_CASE("Shapes") {
  CHECK(shape_of("minister") == Shape::lower);
  CHECK(shape_of("Shen") == Shape::capital);
  CHECK(shape_of("McAllister") == Shape::capital);
  CHECK(shape_of("\u00D3scar") == Shape::capital);
  CHECK(shape_of("SCO") == Shape::all_caps);
  CHECK(shape_of("U.S.") == Shape::all_caps);
  CHECK(shape_of("R.") == Shape::initial);
  CHECK(shape_of("A") == Shape::initial);
  CHECK(shape_of("4,500") == Shape::other);
  CHECK(shape_of("\u534E\u5E73") == Shape::lower);  // letters without case are nobody's capitals
  CHECK(shape_of("") == Shape::other);
}

TEST_CASE("Gazetteer: countries, capitals, peoples, regions, organisations") {
  REQUIRE(find_place("kyrgyzstan"));
  CHECK(find_place("kyrgyzstan")->kind == PlaceKind::country);
  CHECK(find_place("kyrgyzstan")->iso3166 == "KG");
  CHECK(find_place("kyrgyzstan")->wikidata == "Q813");
  REQUIRE(find_place("kyrgyz"));
  CHECK(find_place("kyrgyz")->kind == PlaceKind::people);
  CHECK(find_place("kyrgyz")->iso3166 == "KG");
  REQUIRE(find_place("nairobi"));
  CHECK(find_place("nairobi")->kind == PlaceKind::capital);
  CHECK(find_place("nairobi")->iso3166 == "KE");
  REQUIRE(find_place("central asia"));
  CHECK(find_place("central asia")->kind == PlaceKind::region);
  CHECK_FALSE(find_place("atlantis"));
  CHECK_FALSE(find_place(""));
  CHECK(find_organization("who") == std::string_view("Q7817"));
  CHECK(find_organization("xinhua") == std::string_view(""));
  CHECK_FALSE(find_organization("kitchen"));
}

TEST_CASE("Word classes") {
  CHECK((word_flags("spokeswoman") & word::role) != 0);
  CHECK((word_flags("spokeswoman") & word::female) != 0);
  CHECK((word_flags("ministry") & word::organization_head) != 0);
  CHECK((word_flags("summit") & word::event_head) != 0);
  CHECK((word_flags("amina") & word::given_female) != 0);
  CHECK((word_flags("because") & word::common) != 0);
  CHECK(word_flags("zzyzx") == 0);
}

TEST_CASE("Names are found and typed") {
  struct Row {
    const char* text;
    const char* names;
  };
  const Row rows[] = {
      // Persons, offices, demonyms
      {"He met Kenyan Deputy Energy Minister Wanjiru Otieno on Friday.", "NORP Kenyan; PERSON Wanjiru Otieno"},
      {"Reporters asked President Tomas Vargas about it.", "PERSON Tomas Vargas"},
      {"The letter was signed by Mr Adebayo and Dr. Lin.", "PERSON Adebayo; PERSON Lin"},
      {"The talks were led by Maria R. Costa and Jan van der Berg.", "PERSON Maria R. Costa; PERSON Jan van der Berg"},
      {"It was a visit by Crown Prince Khalid bin Nasser.", "PERSON Khalid bin Nasser"},
      {"She praised Ban Jae-won and Youssef Al-Masri.", "PERSON Ban Jae-won; PERSON Youssef Al-Masri"},
      // Organisations
      {"It was drafted by the Trade, Transport and Tourism Commission of the Andean Parliament.",
       "ORG Trade, Transport and Tourism Commission of the Andean Parliament"},
      {"Officials at the Ministry of Education, Science and Technology agreed.",
       "ORG Ministry of Education, Science and Technology"},
      {"A report by the Centre for Strategic and Maritime Studies said so.",
       "ORG Centre for Strategic and Maritime Studies"},
      {"Funds came from the Children's Fund and the Workers' Party.", "ORG Children's Fund; ORG Workers' Party"},
      {"It belongs to the University of Nairobi.", "ORG University of Nairobi"},
      {"A spokesman for the UN and for NATO declined.", "ORG UN; ORG NATO"},
      // Places
      {"Trade in China-Central Asia corridors grew.", "GPE China; LOC Central Asia"},
      {"They sailed from the Caspian Sea to Lake Victoria.", "LOC Caspian Sea; LOC Lake Victoria"},
      {"It happened in Guinea-Bissau and in the Sahel.", "GPE Guinea-Bissau; LOC Sahel"},
      {"Storms hit the city of Lubango overnight.", "GPE Lubango"},
      // Events, laws, programmes
      {"Leaders left the Pacific-Andes Water Forum early.", "EVENT Pacific-Andes Water Forum"},
      {"They spoke at the Regional Leaders' Meeting on Water.", "EVENT Regional Leaders' Meeting on Water"},
      {"Loans under the Road and Bridge Initiative doubled.", "OTHER Road and Bridge Initiative"},
      {"Deputies passed the Local Transport Act.", "LAW Local Transport Act"},
      // No names
      {"However, nobody came.", ""},
      {"The prime minister said on Monday that prices fell in March.", ""},
      {"It paid US$ 40 million to the CEO.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading({row.text});
    CHECK(tagged(reading) == row.names);
  }
}

TEST_CASE("A sentence's first word is judged by the rest of the document") {
  const Reading reading({"Terming the plan a success, officials left. Kasungu is far from the coast.",
                         "People in Kasungu said nothing."});
  CHECK(tagged(reading) == "GPE Kasungu");
}

TEST_CASE("Title case in headlines takes what the body says") {
  const Reading reading({"Farmers Slam Supreme Court Ruling On Water In Kasungu",
                         "Farmers criticised the Supreme Court after a ruling about water in Kasungu."},
                        BlockKind::headline);
  CHECK(tagged(reading) == "ORG Supreme Court; GPE Kasungu");
}

TEST_CASE("Surnames take the type of the full name, lists that of their neighbours") {
  const Reading surname({"Torobek said no.", "Aliya Torobek is a judge from Osh, said Torobek."});
  CHECK(tagged(surname) == "PERSON Torobek");
  const Reading list({"The line joins Al Zawra, Dubai, Al Tayeen and Sharjah."});
  CHECK(tagged(list) == "GPE Al Zawra; GPE Dubai; GPE Al Tayeen; GPE Sharjah");
}

TEST_CASE("Tagging is repeatable and survives empty input") {
  const Reading nothing({});
  CHECK(nothing.entities.empty());
  const Reading blank({"", "   ", "."});
  CHECK(blank.entities.empty());
  const Reading a({"Amina Diallo met Lin Tao in Lagos.", "Diallo left."});
  const Reading b({"Amina Diallo met Lin Tao in Lagos.", "Diallo left."});
  CHECK(a.names() == b.names());
  CHECK(a.tagging.blocks[0].entities == b.tagging.blocks[0].entities);
}
