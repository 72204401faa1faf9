#include "article/classify.h"

#include "article/credit_line.h"
#include "catch.h"
#include "text/exact.h"

using namespace newsgloss;
using newsgloss::testing::Exact;

namespace {

struct Row {
  const char *kind, *text;
};

void check(std::initializer_list<Row> rows) {
  Article article;
  for (const Row& row : rows) article.blocks.push_back({BlockKind::paragraph, row.text, false});
  classify_blocks(article);
  std::size_t i = 0;
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(name_of(article.blocks[i++].kind) == row.kind);
  }
}

}  // namespace

TEST_CASE("forum news with a caption and its credit", "[classify]") {
  check(
      {{"headline", "Port forum hails deeper Indian Ocean ties"},
       {"byline", "November 07, 2025 By Amina Yusuf, Chen Hui"},
       {"caption",
        "Delegates from Mauritius visit a container terminal in Mombasa, Kenya, on Tuesday. JANE DOE/EXAMPLE NEWS "
        "SERVICE"},
       {"paragraph", "Trade between the two coasts has deepened, officials said at the forum in Mombasa on Thursday."},
       {"paragraph", "She called for more."},
       {"paragraph", "Sub-forums on fisheries and women's issues were also held on Thursday."}});
}

TEST_CASE("wire copy with everything around it", "[classify]") {
  check({{"headline", "Ministers agree river deal after decade of talks"},
         {"standfirst", "Downstream states to receive guaranteed flows in dry years"},
         {"byline", "By A. B. Penn and Carlos de la Vega in Nairobi"},
         {"date", "Published: Nov. 7, 2025 10:30 GMT"},
         {"date", "Updated 2 hours ago"},
         {"furniture", "Share this article"},
         {"furniture", "Facebook Twitter WhatsApp Email"},
         {"paragraph", "NAIROBI, Nov 7 (Reuters) - Ministers from six countries agreed on Friday to share the river."},
         {"credit", "Photo: Jane Doe/Reuters"},
         {"caption", "Workers inspect a dam near the lake on Thursday. Jane Doe/Reuters"},
         {"paragraph", "\"It is a historic day,\" the minister said."},
         {"subheading", "What happens next?"},
         {"paragraph", "The deal must be ratified by parliaments within a year."},
         {"furniture", "Read more: How the river was divided"},
         {"subheading", "Guaranteed flows"},
         {"list-item", "\u2022 A minimum in dry years"},
         {"list-item", "\u2022 A joint commission"},
         {"furniture", "12"},
         {"paragraph", "By Monday, the army had reached the village and brought rice to its people."},
         {"quotation", "\"We lost all.\" \u2014 Rahim Uddin, farmer"},
         {"paragraph", "It was signed in the capital on a sunny day."},
         {"byline", "(Reporting by Jane Doe in Nairobi; Editing by Ann Other)"},
         {"furniture", "\u00A9 2025 Example News. All rights reserved."}});
}

TEST_CASE("an article without headline, as feeds cut them", "[classify]") {
  check({{"paragraph", "KUWAIT CITY, July 24: The ministry is ready to turn the page of the year, it said."},
         {"paragraph", "\u201CBut that is what is on the ground.\u201D"},
         {"subheading", "Dual naming of landmarks"},
         {"paragraph", "He said that there had been 50 years of work."}});
}

TEST_CASE("single kinds by their text", "[classify]") {
  check({{"headline", "Quake shakes islands"},
         {"dateline", "URUMQI, Nov 7 (Xinhua)"},
         {"paragraph", "The earth shook on Friday and people ran into the streets."}});
  check({{"headline", "Quake shakes islands"},
         {"byline", "Jane Doe"},
         {"paragraph", "The earth shook on Friday and people ran into the streets."}});
  check({{"headline", "Quake shakes islands"},
         {"paragraph", "The earth shook on Friday and people ran into the streets."},
         {"byline", "AFP"}});
  check({{"headline", "Is the river dying?"},
         {"standfirst", "Its level has fallen by a metre. Farmers blame the dam."},
         {"byline", "By Jane Doe"},
         {"paragraph", "The river has fallen, and people along it blame the dam."}});
  check({{"furniture", "https://example.org/news/1"},
         {"headline", "Quake shakes islands"},
         {"paragraph", "The earth shook on Friday and people ran into the streets."}});
  check({{"paragraph", "One line only"}});
  check({{"furniture", ""}, {"furniture", "  "}, {"furniture", "***"}});
  check({});
}

TEST_CASE("captions by what they say", "[classify]") {
  for (const char* caption :
       {"FILE PHOTO: A ship leaves the harbour of Odesa in this picture from July.",
        "The mayor is seen in this undated photo.", "A woman carries water near Garissa, Kenya. (AP Photo/Jane Doe)",
        "Fans cheer at the stadium. Photo by Jane Doe via Getty Images", "Students plant trees in Suva. [Photo/Xinhua]",
        "Jane Doe (left) and John Roe at the opening"}) {
    CAPTURE(caption);
    check({{"headline", "A headline for the story"},
           {"caption", caption},
           {"paragraph", "The story starts here with a whole sentence."}});
  }
}

TEST_CASE("given kinds stay, and are context", "[classify]") {
  Article article;
  article.blocks.push_back({BlockKind::caption, "By Jane Doe", true});
  article.blocks.push_back({BlockKind::headline, "A headline.", true});
  article.blocks.push_back({BlockKind::paragraph, "A second line of some words", false});
  article.blocks.push_back({BlockKind::paragraph, "x", true});
  classify_blocks(article);
  CHECK(article.blocks[0].kind == BlockKind::caption);
  CHECK(article.blocks[1].kind == BlockKind::headline);
  CHECK(article.blocks[2].kind == BlockKind::standfirst);
  CHECK(article.blocks[3].kind == BlockKind::paragraph);
}

TEST_CASE("credit lines", "[credit]") {
  for (const char* credit :
       {"Photo: Jane Doe/Reuters", "(AP Photo/Jane Doe)", "JANE DOE/EXAMPLE NEWS SERVICE", "Jane Doe via Reuters",
        "[Photo/Xinhua]", "Photograph by Jane Doe", "Image courtesy of the museum", "Photo credit: J. Doe",
        "Getty Images", "\u00A9 Jane Doe/AFP", "Jane Doe/AFP/Getty Images", "Courtesy of the Mayor"}) {
    CAPTURE(credit);
    CHECK(is_credit_line(Exact(credit).view()));
  }
  for (const char* other :
       {"", "Photo", "The photo shows a dam.", "He works for Reuters and lives in Lima", "Either/or",
        "Photo: it was taken when the sun rose", "Jane Doe", "A label and/or a name"}) {
    CAPTURE(other);
    CHECK_FALSE(is_credit_line(Exact(other).view()));
  }
  const struct {
    const char *text, *credit;
    bool certain;
  } ends[] = {
      {"A dam in Kenya. Jane Doe/Reuters", "Jane Doe/Reuters", true},
      {"A dam in Kenya on Tuesday. JANE DOE/EXAMPLE NEWS SERVICE", "JANE DOE/EXAMPLE NEWS SERVICE", true},
      {"A dam in Kenya (AP Photo/Jane Doe)", "(AP Photo/Jane Doe)", true},
      {"A dam in Kenya. Photo: Jane Doe", "Photo: Jane Doe", true},
      {"A dam in Kenya.Jane Doe/Example Staff", "Jane Doe/Example Staff", true},
      {"A dam in Kenya in 1973 Jane Doe/Example Archive/Getty Images", "Jane Doe/Example Archive/Getty Images", true},
      {"A dam in Kenya. (Reuters)", "(Reuters)", false},
      {"A dam in Kenya. (Jane Doe)", "(Jane Doe)", false},
      {"The dam is full, officials said.", "", false},
      {"Jane Doe/Reuters", "", false},
      {"The plan (first phase)", "", false},
      {"They came and/or left.", "", false},
  };
  for (const auto& row : ends) {
    CAPTURE(row.text);
    const Exact text(row.text);
    const std::optional<EndCredit> found = credit_at_end(text.view());
    CHECK(found.has_value() == (row.credit[0] != '\0'));
    if (found) {
      CHECK(slice(text.view(), found->span) == row.credit);
      CHECK(found->certain == row.certain);
    }
  }
}
