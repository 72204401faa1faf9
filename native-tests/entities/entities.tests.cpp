// Clusters, roles, pronouns and links over whole articles, in sentences of our own.
#include "entities/entities.h"

#include <algorithm>
#include <string>
#include <utility>

#include "catch.h"
#include "entities/pronouns.h"
#include "entities/read.h"
#include "entities/roles.h"
#include "entities/spans.h"

using newsgloss::EntityType;
using newsgloss::Gender;
using newsgloss::Mention;
using newsgloss::MentionForm;
using newsgloss::test::Reading;

namespace {

// What holds for every article: mentions inside blocks, by place, disjoint over all entities; entities by first
// mention.
void check_invariants(const Reading& r) {
  std::vector<Mention> all;
  const Mention* previous_first = nullptr;
  for (const newsgloss::Entity& e : r.entities) {
    REQUIRE_FALSE(e.mentions.empty());
    REQUIRE_FALSE(e.name.empty());
    CHECK(std::find(e.aliases.begin(), e.aliases.end(), e.name) == e.aliases.end());
    if (e.type != EntityType::person) CHECK_FALSE(e.role);
    for (std::size_t i = 0; i < e.mentions.size(); ++i) {
      const Mention& m = e.mentions[i];
      REQUIRE(m.block < r.document.blocks.size());
      REQUIRE(m.tokens.first < m.tokens.last);
      REQUIRE(m.tokens.last <= r.document.blocks[m.block].tokens.size());
      all.push_back(m);
      if (i == 0) continue;
      const Mention& before = e.mentions[i - 1];
      CHECK((before.block < m.block || (before.block == m.block && before.tokens.last <= m.tokens.first)));
    }
    const Mention& first = e.mentions.front();
    if (previous_first != nullptr)
      CHECK((previous_first->block < first.block ||
             (previous_first->block == first.block && previous_first->tokens.first < first.tokens.first)));
    previous_first = &first;
  }
  std::sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
    return a.block != b.block ? a.block < b.block : a.tokens.first < b.tokens.first;
  });
  for (std::size_t i = 1; i < all.size(); ++i)
    CHECK((all[i - 1].block < all[i].block || all[i - 1].tokens.last <= all[i].tokens.first));
}

}  // namespace

TEST_CASE("Spans: ordinals before events, small heads after places, what is tagged once is tagged everywhere") {
  struct Row {
    const char* text;
    const char* names;
  };
  const Row rows[] = {
      {"It opened the 14th Baltic-Andes Trade Forum in Riga.", "EVENT 14th Baltic-Andes Trade Forum; GPE Riga"},
      {"It was agreed at the second Andes-Pacific Summit.", "EVENT second Andes-Pacific Summit"},
      {"A plant in Ningxia Hui autonomous region closed.", "GPE Ningxia Hui autonomous region"},
      {"They launched the 9th Andes Water Forum (Quito) Initiative.", "OTHER 9th Andes Water Forum (Quito) Initiative"},
      {"The minister visited Kenya's north.", "GPE Kenya"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading({row.text});
    CHECK(reading.names() == row.names);
    check_invariants(reading);
  }
}

TEST_CASE("Spans: two names in one person's, and a name of which the tagger saw a part") {
  Reading reading({"Rising Heron sank more wood off Iceland.", "Divers of Rising Heron came back.",
                   "Rosa Diallo's Medea was cheered."});
  newsgloss::Vocabulary vocabulary;
  vocabulary.read(reading.document);
  newsgloss::Tagging tagging;
  tagging.blocks.resize(3);
  tagging.blocks[0].entities = {{{1, 2}, newsgloss::EntityType::person, 5000}};  // Heron
  tagging.blocks[1].entities = {{{2, 4}, newsgloss::EntityType::org, 9000}};     // Rising Heron
  tagging.blocks[2].entities = {{{0, 4}, newsgloss::EntityType::person, 9000}};  // Rosa Diallo 's Medea
  const auto spans = newsgloss::refine_spans(vocabulary, tagging);
  REQUIRE(spans.size() == 4);
  CHECK(spans[0].tokens.first == 0);
  CHECK(spans[0].tokens.last == 2);
  CHECK(spans[0].type == newsgloss::EntityType::org);
  CHECK(spans[2].tokens.last == 2);
  CHECK(spans[3].tokens.first == 3);
}

TEST_CASE("Spans: places within places, titles of two words, constituencies and terms, as the schema has them") {
  struct Row {
    const char* text;
    newsgloss::EntityType type;
    newsgloss::TokenRange tagged;
    const char* names;
  };
  const Row rows[] = {
      {"East Mongolia's Anhui Province flooded.", EntityType::gpe, {0, 5}, "East Mongolia; Anhui Province; "},
      {"It began in Huai County of Bengbu City.", EntityType::gpe, {3, 8}, "Huai County; Bengbu City; "},
      {"They met at Tiagarra in Devonport.", EntityType::fac, {3, 6}, "Tiagarra; Devonport; "},
      {"Nobel Laureate Kofi Abara left.", EntityType::person, {0, 4}, "Kofi Abara; "},
      {"The COVID-19 pandemic hit.", EntityType::other, {1, 2}, "COVID-19 pandemic; "},
      {"Twelve COVID-19 cases were found.", EntityType::other, {1, 2}, ""},
      {"They had covid", EntityType::other, {2, 3}, ""},
      {"By mobile money account (MMA) they pay.", EntityType::other, {5, 6}, ""},
      {"Steven Sim (PH-Bukit Lama) left.", EntityType::person, {5, 7}, "Bukit Lama; "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Reading reading({row.text});
    newsgloss::Vocabulary vocabulary;
    vocabulary.read(reading.document);
    newsgloss::Tagging tagging;
    tagging.blocks.resize(1);
    tagging.blocks[0].entities = {{row.tagged, row.type, 9000}};
    std::string out;
    for (const newsgloss::NameSpan& span : newsgloss::refine_spans(vocabulary, tagging))
      out += std::string(reading.document.blocks[0].words(span.tokens)) + "; ";
    CHECK(out == row.names);
  }
}

TEST_CASE("Spans: a title that is a given name") {
  CHECK(Reading({"Prime Minister Sheikh Hasina spoke.", "Sheikh Hasina left."}).names() == "PERSON Sheikh Hasina");
  CHECK(Reading({"Sheikh Omar Haddad spoke.", "Sheikh Omar left."}).names() == "PERSON Omar Haddad");
}

TEST_CASE("Spans: what one word tells is filled in where names stand as the schema has them") {
  // A tagger that finds nothing.
  Reading reading(
      {"The officer surnamed Abara met Indigenous elders at the 4th Precinct on the 5th Avenue, under Article 370."});
  newsgloss::Vocabulary vocabulary;
  vocabulary.read(reading.document);
  newsgloss::Tagging nothing;
  nothing.blocks.resize(1);
  std::string out;
  for (const newsgloss::NameSpan& span : newsgloss::refine_spans(vocabulary, nothing, newsgloss::NameStyle::flat))
    out += std::string(name_of(span.type)) + " " + std::string(reading.document.blocks[0].words(span.tokens)) + "; ";
  CHECK(out == "PERSON Abara; NORP Indigenous; ORG 4th Precinct; LAW Article 370; ");
  CHECK(newsgloss::refine_spans(vocabulary, nothing, newsgloss::NameStyle::as_tagged).empty());
}

TEST_CASE("Spans: who signs a byline is a person, unless a word says otherwise") {
  for (const auto& [text, expected] :
       {std::pair{"By Achieng Wafula", EntityType::person}, std::pair{"By Andes Wire Agency", EntityType::org}}) {
    CAPTURE(text);
    const Reading reading({text}, newsgloss::BlockKind::byline);
    newsgloss::Vocabulary vocabulary;
    vocabulary.read(reading.document);
    newsgloss::Tagging tagging;
    tagging.blocks.resize(1);
    const auto last = static_cast<std::uint32_t>(reading.document.blocks[0].tokens.size());
    tagging.blocks[0].entities = {{{1, last}, EntityType::org, 6000}};
    const auto spans = newsgloss::refine_spans(vocabulary, tagging, newsgloss::NameStyle::flat);
    REQUIRE(spans.size() == 1);
    CHECK(spans[0].type == expected);
  }
}

TEST_CASE("Spans: a place with somebody's surname is that person where it reports") {
  const Reading reading({"Meghan Ireland blends rye.", "Ireland said it was slow.", "They sell it in Ireland."});
  newsgloss::Vocabulary vocabulary;
  vocabulary.read(reading.document);
  newsgloss::Tagging tagging;
  tagging.blocks.resize(3);
  tagging.blocks[0].entities = {{{0, 2}, EntityType::person, 9000}};
  tagging.blocks[1].entities = {{{0, 1}, EntityType::gpe, 9000}};
  tagging.blocks[2].entities = {{{4, 5}, EntityType::gpe, 9000}};
  const auto spans = newsgloss::refine_spans(vocabulary, tagging, newsgloss::NameStyle::flat);
  REQUIRE(spans.size() == 3);
  CHECK(spans[1].type == EntityType::person);
  CHECK(spans[2].type == EntityType::gpe);
}

TEST_CASE("Spans refine a coarse tagger") {
  // A tagger that says LOC for places and OTHER for the rest.
  Reading reading({"The Ghanaian team left Accra for the Lagos Peace Summit near the Caspian Sea."});
  newsgloss::Vocabulary vocabulary;
  vocabulary.read(reading.document);
  newsgloss::Tagging coarse;
  coarse.blocks.resize(1);
  const auto at = [&](const std::string& words, EntityType type) {
    const auto& tokens = reading.document.blocks[0].tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i)
      for (std::uint32_t j = i + 1; j <= tokens.size(); ++j)
        if (reading.document.blocks[0].words({i, j}) == words) return newsgloss::EntitySpan{{i, j}, type, 9000};
    return newsgloss::EntitySpan{};
  };
  coarse.blocks[0].entities = {at("The Ghanaian", EntityType::other), at("Accra", EntityType::loc),
                               at("the Lagos Peace Summit", EntityType::other), at("Caspian Sea", EntityType::loc)};
  std::string out;
  for (const newsgloss::NameSpan& span : newsgloss::refine_spans(vocabulary, coarse))
    out += std::string(name_of(span.type)) + " " + std::string(reading.document.blocks[0].words(span.tokens)) + "; ";
  CHECK(out == "NORP Ghanaian; GPE Accra; EVENT Lagos Peace Summit; LOC Caspian Sea; ");
}

TEST_CASE("Clusters") {
  struct Row {
    std::vector<std::string> paragraphs;
    const char* name;
    const char* mentions;
  };
  const Row rows[] = {
      {{"Lin Meihua, a judge, spoke first.", "Lin said prices rose."}, "Lin Meihua", "Lin Meihua|Lin"},
      {{"Deputy Rosa Lima spoke.", "Lima left at noon, and Mrs Lima came back."}, "Rosa Lima", "Rosa Lima|Lima|Lima"},
      {{"Karim R. Hamidov came.", "Karim Hamidov spoke.", "Hamidov left."},
       "Karim R. Hamidov",
       "Karim R. Hamidov|Karim Hamidov|Hamidov"},
      {{"Prosecutor Asif Khan met trader Sara Khan.", "Sara Khan spoke first.", "Khan, the prosecutor, left."},
       "Asif Khan",
       "Asif Khan|Khan"},
      {{"Julia von Ahlen farms here.", "Mr Otto said von Ahlen agreed."},
       "Julia von Ahlen",
       "Julia von Ahlen|von Ahlen"},
      {{"Asif Khan met Sara Khan.", "Sara Khan spoke first.", "Then Khan left."},
       "Sara Khan",
       "Sara Khan|Sara Khan|Khan"},
      {{"Miguel Fern\u00E1ndez spoke.", "Fernandez left."}, "Miguel Fern\u00E1ndez", "Miguel Fern\u00E1ndez|Fernandez"},
      {{"The Andean Cooperation Organization met.", "The ACO will meet again."},
       "Andean Cooperation Organization",
       "Andean Cooperation Organization|ACO"},
      {{"The Culture Commission of the Andean Cooperation Organization met.", "The ACO said so."},
       "Andean Cooperation Organization",
       "ACO"},
      {{"The Water Regulation Agency (Sanagua) met.", "Sanagua said so."},
       "Water Regulation Agency",
       "Water Regulation Agency|Sanagua|Sanagua"},
      {{"Shares of Paratel Group rose.", "Analysts like Paratel."}, "Paratel Group", "Paratel Group|Paratel"},
      {{"The United States agreed.", "The US will pay."}, "United States", "United States|US"},
      {{"An Iranian ship sank.", "Three Iranians were saved."}, "Iranian", "Iranian|Iranians"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.paragraphs.front());
    const Reading reading(row.paragraphs);
    CAPTURE(reading.names());
    CHECK(reading.mentions(row.name) == row.mentions);
    check_invariants(reading);
  }
}

TEST_CASE("Acronyms are told apart, aliases listed once") {
  const Reading reading({"The Andean Cooperation Organization met.", "The ACO spoke. The ACO left."});
  const newsgloss::Entity* e = reading.find("Andean Cooperation Organization");
  REQUIRE(e != nullptr);
  REQUIRE(e->mentions.size() == 3);
  CHECK(e->mentions[0].form == MentionForm::name);
  CHECK(e->mentions[1].form == MentionForm::acronym);
  CHECK(e->aliases == std::vector<std::string>{"ACO"});
}

TEST_CASE("A demonym is an entity of its own, linked to its country") {
  const Reading reading({"Kyrgyz officials met in Bishkek, Kyrgyzstan."});
  REQUIRE(reading.find("Kyrgyz") != nullptr);
  REQUIRE(reading.find("Kyrgyzstan") != nullptr);
  CHECK(reading.find("Kyrgyz")->type == EntityType::norp);
  CHECK(reading.find("Kyrgyz")->link == newsgloss::Link{"KG", "Q813"});
  CHECK(reading.find("Kyrgyzstan")->link == newsgloss::Link{"KG", "Q813"});
  CHECK(reading.find("Bishkek")->link == newsgloss::Link{"KG", "Q9361"});
}

TEST_CASE("Links") {
  const Reading reading({"The World Health Organization and the Lubango Chess Club met in Ruritania."});
  REQUIRE(reading.find("World Health Organization") != nullptr);
  CHECK(reading.find("World Health Organization")->link == newsgloss::Link{"", "Q7817"});
  for (const newsgloss::Entity& e : reading.entities)
    if (e.name != "World Health Organization") CHECK_FALSE(e.link);
}

TEST_CASE("Roles, word for word") {
  struct Row {
    const char* text;
    const char* name;
    const char* role;
  };
  const Row rows[] = {
      {"Kenyan Deputy Prime Minister Wanjiru Otieno said so.", "Wanjiru Otieno", "Deputy Prime Minister"},
      {"Lin Meihua, vice-chairwoman of the National Council of the Farmers' Union and chair of the commission, said "
       "so.",
       "Lin Meihua", "vice-chairwoman of the National Council of the Farmers' Union and chair of the commission"},
      {"Karim Hamidov, deputy speaker of the Upper Chamber, told reporters.", "Karim Hamidov",
       "deputy speaker of the Upper Chamber"},
      {"The head of the agency, Rosa Lima, declined.", "Rosa Lima", "head of the agency"},
      {"Rosa Lima, who heads the agency, declined.", "Rosa Lima", "heads the agency"},
      {"Rosa Lima is the head of the agency.", "Rosa Lima", "head of the agency"},
      {"A vote for former Lagos governor Tunde Bello was held.", "Tunde Bello", "former Lagos governor"},
      {"UNHCR spokesman Jan Peters spoke in Geneva.", "Jan Peters", "UNHCR spokesman"},
      {"Three Kenyans, including Vice-President Tunde Bello, left.", "Tunde Bello", "Vice-President"},
      {"Unesco quoted Foreign Minister Tunde Bello.", "Tunde Bello", "Foreign Minister"},
      {"They met former Kenyan president Tunde Bello.", "Tunde Bello", "former Kenyan president"},
      {"Dr Amina Diallo arrived.", "Amina Diallo", "-"},
      {"Amina Diallo met Jan Peters, Lin Tao and others.", "Amina Diallo", "-"},
      {"Amina Diallo, 54, a farmer from Lubango, agreed.", "Amina Diallo", "farmer"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading({row.text});
    CAPTURE(reading.names());
    CHECK(reading.role(row.name) == row.role);
  }
}

TEST_CASE("Gender comes from the article, never from the name") {
  CHECK(Reading({"Mrs Otieno spoke."}).gender("Otieno") == Gender::female);
  CHECK(Reading({"Sir Peter Hall spoke."}).gender("Peter Hall") == Gender::male);
  CHECK(Reading({"Lin Meihua, a spokeswoman for the mill, left."}).gender("Lin Meihua") == Gender::female);
  const Reading reading({"Maria Costa spoke."});
  CHECK(reading.gender("Maria Costa") == Gender::unknown);
  CHECK(reading.find("Maria Costa")->likely_gender == Gender::female);
  CHECK(Reading({"Maria Costa spoke.", "She left."}).gender("Maria Costa") == Gender::female);
}

TEST_CASE("Pronouns") {
  struct Row {
    std::vector<std::string> paragraphs;
    const char* name;
    const char* mentions;
  };
  const Row rows[] = {
      {{"Lin Meihua said prices rose.", "She called for calm and urged her staff to wait."},
       "Lin Meihua",
       "Lin Meihua|She|her"},
      {{"Minister Karim Hamidov met Rosa Lima.", "He left early, and she stayed."},
       "Karim Hamidov",
       "Karim Hamidov|He"},
      {{"Minister Karim Hamidov met Rosa Lima.", "He left early, and she stayed."}, "Rosa Lima", "Rosa Lima|she"},
      {{"Deputy speaker Karim Hamidov said mills are working in his country."}, "Karim Hamidov", "Karim Hamidov|his"},
      {{"In his speech, Karim Hamidov asked for help."}, "Karim Hamidov", "his|Karim Hamidov"},
      {{"Rosa Lima left.", "He stayed."}, "Rosa Lima", "Rosa Lima"},
      {{"Karim Hamidov praised Jan Peters.", "As for Jan Peters, he left."}, "Jan Peters", "Jan Peters|Jan Peters|he"},
      {{"Karim Hamidov met him.", "Jan Peters and his crew left."}, "Jan Peters", "Jan Peters|his"},
      {{"Ti Lian Ker came.", "Ti said he was late."}, "Ti Lian Ker", "Ti Lian Ker|Ti|he"},
      {{"They asked the firm for its plan."}, "It", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.paragraphs.back());
    const Reading reading(row.paragraphs);
    CAPTURE(reading.names());
    CHECK(reading.mentions(row.name) == row.mentions);
    check_invariants(reading);
  }
  CHECK(newsgloss::gender_of_pronoun("herself") == Gender::female);
  CHECK(newsgloss::gender_of_pronoun("it") == Gender::unknown);
}

TEST_CASE("Helpers for nominals") {
  const Reading reading({"Energy Minister Wanjiru Otieno met Lin Meihua, vice-chairwoman of the Water Commission."});
  const auto ministers = newsgloss::persons_with_role(reading.entities, "minister");
  REQUIRE(ministers.size() == 1);
  CHECK(reading.entities[ministers[0]].name == "Wanjiru Otieno");
  CHECK(newsgloss::persons_with_role(reading.entities, "chairwoman").size() == 1);
  CHECK(newsgloss::entities_with_head(reading.entities, EntityType::org, "commission").size() == 1);
  CHECK(newsgloss::role_head("Deputy Prime Minister of Health") == "minister");
  CHECK(newsgloss::role_head("vice-chairwoman of the board").find("chairwoman") != std::string::npos);
}

TEST_CASE("Invariants hold on awkward articles") {
  const std::vector<std::vector<std::string>> articles = {
      {"", "the of and", "A", "U.S. U.S. U.S.", "(((", "He he HE his", "\u534E\u5E73 \u65BD said"},
      {"AMINA DIALLO AND LIN TAO MEET IN LAGOS", "Diallo, Diallo, Diallo (Diallo) Diallo-Diallo's Diallo"},
      {"Of The And For", "President President President", "Mr. Mrs. Dr.", "China-China-China-China-China"},
      {std::string(20000, 'A'), "X of X of X of X of X of X of X", "Smith, Smith, Smith and Smith Commission"},
  };
  for (const auto& article : articles) check_invariants(Reading(article));
}
