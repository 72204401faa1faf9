#include "tagger/rule_attribution.h"

#include "catch.h"
#include "quotes/reading.h"
#include "tagger/clause_words.h"

using namespace newsgloss;
using newsgloss::testing::Reading;

namespace {
struct Row {
  const char* text;
  const char* spans;
};
void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Reading({row.text}).spans() == row.spans);
  }
}
}  // namespace

TEST_CASE("attribution: cue verbs are found by their inflected forms") {
  struct Form {
    const char* word;
    const char* lemma;
    VerbForm form;
  };
  for (const Form& row : std::vector<Form>{{"said", "say", VerbForm::past},
                                           {"says", "say", VerbForm::third_person},
                                           {"denies", "deny", VerbForm::third_person},
                                           {"denied", "deny", VerbForm::past},
                                           {"urging", "urge", VerbForm::participle_ing},
                                           {"admitted", "admit", VerbForm::past},
                                           {"stresses", "stress", VerbForm::third_person},
                                           {"emphasising", "emphasise", VerbForm::participle_ing},
                                           {"wrote", "write", VerbForm::past},
                                           {"argue", "argue", VerbForm::base}}) {
    CAPTURE(row.word);
    const CueForm found = cue_form_of(row.word);
    REQUIRE(found.verb != nullptr);
    CHECK(found.verb->lemma == row.lemma);
    CHECK(found.form == row.form);
  }
  for (const char* word : {"sailed", "red", "s", "is", "wing", "talks", ""}) {
    CAPTURE(word);
    CHECK(cue_form_of(word).verb == nullptr);
  }
}

TEST_CASE("attribution: subject, verb, clause") {
  check({
      {"The minister said that the bridge would open in May.",
       "S: The minister | C: said | Q: that the bridge would open in May"},
      {"She said the harvest was poor.", "S: She | C: said | Q: the harvest was poor"},
      {"Officials have not said whether the port will close.",
       "S: Officials | C: said | Q: whether the port will close"},
      {"Amara Diallo, head of the herders' union, said prices had doubled.",
       "S: Amara Diallo, head of the herders' union | C: said | Q: prices had doubled"},
      {"Rosa Quispe, 45, a teacher from Puno who runs the school, said the roof leaked.",
       "S: Rosa Quispe, 45, a teacher from Puno who runs the school | C: said | Q: the roof leaked"},
      {"On Monday, the governor of Nairobi said water trucks were on their way.",
       "S: the governor of Nairobi | C: said | Q: water trucks were on their way"},
      {"Abebe said the council wanted \"a quiet well,\" but that \"the well would speak,\" said the priest.",
       "S: Abebe | C: said | Q: the council wanted \"a quiet well,\" | Q: \"the well would speak,\" | C: said | S: the "
       "priest"},
      {"The bank held its rate, with Governor Ann Li warning that prices could rise.",
       "S: Governor Ann Li | C: warning | Q: that prices could rise"},
      {"He accused the union of hiding its debts, a charge the union denied last week.",
       "S: He | C: accused | Q: the union of hiding its debts"},
      {"Key stats: 12 goals, nine of them at home.", ""},
      {"The minister notes: the road is open.", "S: The minister | C: notes | Q: the road is open"},
      {"In a statement the ministry said exports fell.", "S: the ministry | C: said | Q: exports fell"},
      {"While the plan saves money, analysts said it is slow.", "S: analysts | C: said | Q: it is slow"},
      {"Tan Wei Ming told Borneo Radio that the ferry was safe.",
       "S: Tan Wei Ming | C: told | Q: that the ferry was safe"},
      {"He told reporters on Friday the vote was fair.", "S: He | C: told | Q: the vote was fair"},
      {"The court ruled on Tuesday that the ban was void.", "S: The court | C: ruled | Q: that the ban was void"},
      {"He said about 4,500 firms are operating there.", "S: He | C: said | Q: about 4,500 firms are operating there"},
      {"The bank said on 19 July the rate would stay.", "S: The bank | C: said | Q: the rate would stay"},
      {"He went on to say that talks were over.", "S: He | C: say | Q: that talks were over"},
      {"Anders Holm, today said the ice was thin.", "S: Anders Holm | C: said | Q: the ice was thin"},
      {"Lucia Mbeki and Per Dahl said the dam was safe.",
       "S: Lucia Mbeki and Per Dahl | C: said | Q: the dam was safe"},
      {"Kofi Mensah, chief of the north, and Ama Badu, chief of the south, both called for calm.",
       "S: Kofi Mensah, chief of the north, and Ama Badu, chief of the south | C: called for | Q: calm"},
  });
}

TEST_CASE("attribution: a paper quotes somebody as saying") {
  check({
      {"Kabar quoted the deputy minister as saying that the port was safe.",
       "S: the deputy minister | C: saying | Q: that the port was safe"},
      {"Abara was quoted as saying the talks had failed.", "S: Abara | C: saying | Q: the talks had failed"},
      {"The envoy was quoted by Kabar as saying that he would stay.",
       "S: The envoy | C: saying | Q: that he would stay"},
      {"The port will reopen in May, Kabar quoted Minister Ann Li as saying.",
       "Q: The port will reopen in May | S: Minister Ann Li | C: saying"},
      {"The port will reopen in May, Kabar cited the mayor as telling reporters on Monday.",
       "Q: The port will reopen in May | S: the mayor | C: telling"},
  });
}

TEST_CASE("attribution: what stands around a report is told from it") {
  check({
      // A book is not what its author says.
      {"\"The well is dry,\" says Abebe, author of \"The Long Way to the Sea.\"",
       "Q: \"The well is dry,\" | C: says | S: Abebe, author of \"The Long Way to the Sea"},
      {"When asked how boats were checked, Ann Li, the harbour chief, said they were weighed.",
       "S: Ann Li, the harbour chief | C: said | Q: they were weighed"},
      {"If boats were late, she said they would be towed.",
       "Q: If boats were late | S: she | C: said | Q: they would be towed"},
      {"The firm said this in a statement issued on Monday.", "S: The firm | C: said | Q: this"},
      {"For example, he said, boats registered here would be towed.",
       "S: he | C: said | Q: boats registered here would be towed"},
      {"Army chief Said Amrani suggested that the road was safe.",
       "S: Army chief Said Amrani | C: suggested | Q: that the road was safe"},
      {"The road is a hurdle, Ann Li said here on Monday.", "Q: The road is a hurdle | S: Ann Li | C: said"},
      {"The guard admitted at a joint press conference there was no evidence.",
       "S: The guard | C: admitted | Q: there was no evidence"},
      {"According to Abebe, the families asked for help from the guards, who said they would wait.",
       "C: According to | S: Abebe | Q: the families asked for help from the guards, who said they would wait"},
      {"Repairs will go on according to the usual protocols.", ""},
      {"Three locally transmitted confirmed cases were found in the port on Sunday.", ""},
      {"Ann Li notes while trade is on the mend, prices are rising.",
       "S: Ann Li | C: notes | Q: while trade is on the mend, prices are rising"},
  });
}

TEST_CASE("attribution: objects, particles, infinitives, nouns of attitude") {
  check({
      {"The senator praised the rescue teams.", "S: The senator | C: praised | Q: the rescue teams"},
      {"The firm denied wrongdoing in a statement on Wednesday.", "S: The firm | C: denied | Q: wrongdoing"},
      {"Unions called for an inquiry into the fire.", "S: Unions | C: called for | Q: an inquiry into the fire"},
      {"She urged farmers to plant early.", "S: She | C: urged | Q: farmers to plant early"},
      {"The envoy warned of a long winter.", "S: The envoy | C: warned of | Q: a long winter"},
      {"He pointed out that the road was closed.", "S: He | C: pointed out | Q: that the road was closed"},
      {"The mayor vowed to rebuild the market.", "S: The mayor | C: vowed | Q: to rebuild the market"},
      {"She expressed confidence that the team would win.",
       "S: She | C: expressed confidence | Q: that the team would win"},
      {"The king expressed his deep sorrow over the deaths.",
       "S: The king | C: expressed his deep sorrow | Q: over the deaths"},
      {"To cut waste, she highlighted the value of repair.",
       "Q: To cut waste | S: she | C: highlighted | Q: the value of repair"},
  });
}

TEST_CASE("attribution: several verbs with one subject") {
  check({
      {"She called for calm and urged voters to wait.",
       "S: She | C: called for | Q: calm | C: urged | Q: voters to wait"},
      {"He said that the town was safe and added that schools would open.",
       "S: He | C: said | Q: that the town was safe | C: added | Q: that schools would open"},
      {"Prosecutor Juan Paz said he would appeal, while two relatives of the dead said they felt cheated.",
       "S: Prosecutor Juan Paz | C: said | Q: he would appeal | S: two relatives of the dead | C: said | Q: they felt "
       "cheated"},
      {"The union said talks had failed, adding that a strike was near.",
       "S: The union | C: said | Q: talks had failed | C: adding | Q: that a strike was near"},
      {"He rejected the report, saying it was biased.",
       "S: He | C: rejected | Q: the report | C: saying | Q: it was biased"},
      {"The former mayor Ida Koch defended the deal saying it was fair.",
       "S: The former mayor Ida Koch | C: defended | Q: the deal | C: saying | Q: it was fair"},
      {"Noting the delay, Ms Osei explained that parts were scarce.",
       "C: Noting | Q: the delay | S: Ms Osei | C: explained | Q: that parts were scarce"},
  });
}

TEST_CASE("attribution: what is reported stands first") {
  check({
      {"The road will open in June, police said.", "Q: The road will open in June | S: police | C: said"},
      {"Prices fell in May, the bureau said on Monday.", "Q: Prices fell in May | S: the bureau | C: said"},
      {"Repairs, she pointed out, have been slow.", "Q: Repairs | S: she | C: pointed out | Q: have been slow"},
      {"The roads are clear, Ola Berg and Siv Lund said, and doubts remain.",
       "Q: The roads are clear | S: Ola Berg and Siv Lund | C: said | Q: doubts remain"},
      {"He did not know of it, he said.", "Q: He did not know of it | S: he | C: said"},
      {"Turnout was low, according to the election board.",
       "Q: Turnout was low | C: according to | S: the election board"},
      {"According to Mr Sato, a retired judge, the case was weak.",
       "C: According to | S: Mr Sato, a retired judge | Q: the case was weak"},
      {"At that distance, according to the theory, ice should have melted.",
       "Q: At that distance | C: according to | S: the theory | Q: ice should have melted"},
      {"In his view, the reform came late.", "S: his | C: view | Q: the reform came late"},
  });
}

TEST_CASE("attribution: quotations") {
  check({
      {"\"We are ready,\" said Tomas Ruiz, captain of the ferry.",
       "Q: \"We are ready,\" | C: said | S: Tomas Ruiz, captain of the ferry"},
      {"\"We are ready,\" he said. \"We leave at dawn.\"", "Q: \"We are ready,\" | S: he | C: said"},
      {"\"We are ready,\" he said, \"and we leave at dawn.\"",
       "Q: \"We are ready,\" | S: he | C: said | Q: \"and we leave at dawn.\""},
      {"\u201CIt rained. It was cold. We walked,\u201D said the guide.",
       "Q: \u201CIt rained. It was cold. We walked,\u201D | C: said | S: the guide"},
      {"Abebe said: \u201CThe well is dry.\u201D", "S: Abebe | C: said | Q: \u201CThe well is dry.\u201D"},
      {"Abebe, a farmer, said, \u2018The well is dry now.\u2019",
       "S: Abebe, a farmer | C: said | Q: \u2018The well is dry now.\u2019"},
      {"The play was \u201Ca great and lasting success\u201D, Lind said.",
       "Q: The play was \u201Ca great and lasting success\u201D | S: Lind | C: said"},
      {"\"I saw it,\" one sailor told the inquiry.", "Q: \"I saw it,\" | S: one sailor | C: told"},
      {"\"It is over,\" Ms Aydin, the coach of the club said.",
       "Q: \"It is over,\" | S: Ms Aydin, the coach of the club | C: said"},
      {"\"We stay,\" he shrugged.", "Q: \"We stay,\" | S: he | C: shrugged"},
      {"\u00ABThe case is closed,\u00BB said the prosecutor.",
       "Q: \u00ABThe case is closed,\u00BB | C: said | S: the prosecutor"},
  });
}

TEST_CASE("attribution: headlines") {
  check({
      {"# Forum lauds closer ties", "S: Forum | C: lauds | Q: closer ties"},
      {"# PM: we will win", "S: PM | Q: we will win"},
      {"# Fuel tax to rise in June: minister", "Q: Fuel tax to rise in June | S: minister"},
      {"# Opposition slams budget", "S: Opposition | C: slams | Q: budget"},
      {"# Floods: what we know so far", ""},
  });
}

TEST_CASE("attribution: no report") {
  check({
      {"The forum brought together 300 officials.", ""},
      {"The claims were paid in full.", ""},
      {"They met to say goodbye.", ""},
      {"The film \"Long Road Home\" opened in Cairo.", ""},
      {"The index added 0.4 percent.", ""},
      {"Work went on according to plan.", ""},
      {"The plan announced on Monday was costly.", ""},
      {"", ""},
      {"\"", ""},
      {"said", ""},
  });
}

TEST_CASE("attribution: spans are ordered, disjoint and inside the block, whatever the text") {
  const std::vector<std::string> pieces = {"\"",   "\u201C",    "\u201D", "said",   "he",  ",",     ".",
                                           "that", "according", "to",     "Ann Li", "and", "urged", "\u2019",
                                           ":",    "the",       "\u2014", "saying", "(",   ")",     "in",
                                           "view", "told",      "today",  "which",  "'"};
  std::uint32_t state = 12345;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      state = state * 1664525u + 1013904223u;
      text += pieces[(state >> 16) % pieces.size()];
      if ((state >> 8) % 5 != 0) text += ' ';
    }
    const Reading reading({(state >> 7) % 4 == 0 ? "# " + text : text, text});
    const Tagging tagging = reading.tag();
    for (std::size_t b = 0; b < 2; ++b) {
      std::uint32_t end = 0;
      for (const AttributionSpan& span : tagging.blocks[b].attribution) {
        CAPTURE(text);
        REQUIRE(span.tokens.first >= end);
        REQUIRE(span.tokens.first < span.tokens.last);
        end = span.tokens.last;
      }
      REQUIRE(end <= reading.document.blocks[b].tokens.size());
    }
  }
}

TEST_CASE("attribution: bylines, dates and credits say nothing") {
  Article article;
  for (const BlockKind kind : {BlockKind::byline, BlockKind::date, BlockKind::credit, BlockKind::furniture})
    article.blocks.push_back({kind, "He said the road was closed.", true});
  const Document document = read_document(article);
  for (std::uint32_t b = 0; b < 4; ++b) {
    std::vector<AttributionSpan> spans;
    tag_attribution(document, b, spans);
    CHECK(spans.empty());
  }
}
