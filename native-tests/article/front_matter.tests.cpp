#include "article/front_matter.h"

#include "article/civil_date.h"
#include "article/classify.h"
#include "catch.h"
#include "text/exact.h"
#include "text/utf8.h"

using namespace newsgloss;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;

namespace {

Article article_of(std::initializer_list<std::pair<BlockKind, const char*>> blocks) {
  Article article;
  for (const auto& [kind, text] : blocks) article.blocks.push_back({kind, text, true});
  return article;
}

std::string authors_of(const Article& article) {
  std::string out;
  for (const BlockSpan& author : read_front_matter(article).authors) {
    if (!out.empty()) out += " | ";
    out += slice(article.blocks[author.block].text, author.span);
  }
  return out;
}

std::string iso(const std::optional<CivilDate>& date) { return date ? to_iso(*date) : "null"; }

}  // namespace

TEST_CASE("authors and the date of bylines", "[front_matter]") {
  const struct {
    const char *byline, *authors, *published;
  } rows[] = {
      {"By A. Author, B. Writer and C. Penn in Nairobi", "A. Author | B. Writer | C. Penn", "null"},
      {"November 07, 2025 By Fang Aiqing, Mao Weihua", "Fang Aiqing | Mao Weihua", "2025-11-07"},
      {"By JANE DOE, Associated Press", "JANE DOE", "null"},
      {"By JANE DOE and JOHN ROE Associated Press", "JANE DOE | JOHN ROE", "null"},
      {"by Jane Doe", "Jane Doe", "null"},
      {"By Zhao Lei in Beijing and Chen Hui in Hangzhou, China", "Zhao Lei | Chen Hui", "null"},
      {"By Jane Doe | Staff Writer | Nov. 7, 2025", "Jane Doe", "2025-11-07"},
      {"Jane Doe, Political Correspondent | 7 Nov 2025, 10:30 GMT", "Jane Doe", "2025-11-07"},
      {"By Dr. Amina Yusuf & Carlos de la Vega", "Amina Yusuf | Carlos de la Vega", "null"},
      {"By Jean-Pierre Doe; Ban Ki-roe", "Jean-Pierre Doe | Ban Ki-roe", "null"},
      {"By Jane Doe for Example News", "Jane Doe", "null"},
      {"By Prashanth", "Prashanth", "null"},
      {"By Xinhua writers Zhang San, Li Si", "Zhang San | Li Si", "null"},
      {"Written by Jane Doe", "Jane Doe", "null"},
      {"Author: Jane Doe", "Jane Doe", "null"},
      {"By AFP", "AFP", "null"},
      {"By Staff Reporter", "", "null"},
      {"(Reporting by Jane Doe in Lima and John Roe; Additional reporting by Ann Other; Editing by Max Doe)",
       "Jane Doe | John Roe", "null"},
      {"By Jane Doe Published: 7 November 2025 Updated: 9 November 2025", "Jane Doe", "2025-11-07"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.byline);
    const Article article = article_of({{BlockKind::byline, row.byline}});
    CHECK(authors_of(article) == row.authors);
    CHECK(iso(read_front_matter(article).published) == row.published);
  }
}

TEST_CASE("the byline at the head names the authors; the tail only without one", "[front_matter]") {
  CHECK(authors_of(article_of({{BlockKind::byline, "By Jane Doe"},
                               {BlockKind::byline, "(Reporting by John Roe; Editing by Ann Other)"}})) == "Jane Doe");
  CHECK(authors_of(article_of(
            {{BlockKind::byline, "By Jane Doe"}, {BlockKind::byline, "By JANE DOE, Associated Press"}})) == "Jane Doe");
}

TEST_CASE("the date of publication", "[front_matter]") {
  const struct {
    const char *date, *published;
  } rows[] = {
      {"November 07, 2025", "2025-11-07"},
      {"Published: Nov. 7, 2025 10:30 GMT", "2025-11-07"},
      {"Friday, 7 November 2025 | 5:30 pm", "2025-11-07"},
      {"Posted on 2025-11-07 at 09:15", "2025-11-07"},
      {"Updated 9 Nov 2025; published 7 Nov 2025", "2025-11-07"},
      {"Last updated: 9 Nov 2025", "2025-11-09"},
      {"07/11/2025", "null"},
      {"25/12/2025", "2025-12-25"},
      {"Nov 7", "null"},
      {"2 hours ago", "null"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.date);
    CHECK(iso(read_front_matter(article_of({{BlockKind::date, row.date}})).published) == row.published);
  }
  Article given = article_of({{BlockKind::date, "November 07, 2025"}});
  given.published = CivilDate{2025, 11, 8};
  CHECK(iso(read_front_matter(given).published) == "2025-11-08");
  CHECK(iso(read_front_matter(
                article_of({{BlockKind::date, "Updated 9 Nov 2025"}, {BlockKind::byline, "By Jane Doe, 7 Nov 2025"}}))
                .published) == "2025-11-07");
  CHECK(iso(read_front_matter(article_of({{BlockKind::paragraph, "LIMA, Nov. 7, 2025 (Xinhua) -- A bridge opened."}}))
                .published) == "2025-11-07");
}

TEST_CASE("datelines", "[front_matter]") {
  const struct {
    const char *text, *whole, *place, *agency, *date;
  } rows[] = {
      {"URUMQI, Nov 7 (Xinhua) \u2014 The forum opened.", "URUMQI, Nov 7 (Xinhua)", "URUMQI", "Xinhua", "2025-11-07"},
      {"NAIROBI (Reuters) - Ministers met.", "NAIROBI (Reuters)", "NAIROBI", "Reuters", "null"},
      {"GENEVA/LONDON \u2014 The agency said so.", "GENEVA/LONDON", "GENEVA/LONDON", "", "null"},
      {"KYIV, Ukraine (AP) \u2014 Officials said so.", "KYIV, Ukraine (AP)", "KYIV, Ukraine", "AP", "null"},
      {"KUWAIT CITY, July 24: The ministry is ready.", "KUWAIT CITY, July 24", "KUWAIT CITY", "", "2025-07-24"},
      {"Dhaka, 7 November 2025 (BSS) \u2013 The storm hit.", "Dhaka, 7 November 2025 (BSS)", "Dhaka", "BSS",
       "2025-11-07"},
      {"WASHINGTON, Nov. 7, 2025 /PRNewswire/ -- A firm said.", "WASHINGTON, Nov. 7, 2025 /PRNewswire/", "WASHINGTON",
       "PRNewswire", "2025-11-07"},
      {"CAIRO - 7 November 2025: The dam is full.", "CAIRO - 7 November 2025", "CAIRO", "", "2025-11-07"},
      {"DUBAI: The market opened.", "DUBAI", "DUBAI", "", "null"},
      {"MANAGUA (EFE) The court ordered it.", "MANAGUA (EFE)", "MANAGUA", "EFE", "null"},
      {"PORT-AU-PRINCE, Haiti \u2014 Aid arrived.", "PORT-AU-PRINCE, Haiti", "PORT-AU-PRINCE, Haiti", "", "null"},
      {"(Reuters) - Shares fell.", "(Reuters)", "", "Reuters", "null"},
      {"LIMA, Dec 30 (EFE) - The year ends.", "LIMA, Dec 30 (EFE)", "LIMA", "EFE", "2024-12-30"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const Exact text(row.text);
    const std::optional<Dateline> found = find_dateline(text.view(), CivilDate{2025, 11, 8});
    REQUIRE(found);
    CHECK(slice(text.view(), found->whole.span) == row.whole);
    CHECK(slice(text.view(), found->place) == row.place);
    CHECK(slice(text.view(), found->agency) == row.agency);
    CHECK(iso(found->date) == row.date);
  }
  for (const char* none :
       {"", "The forum opened in Urumqi.", "BREAKING: A bridge has fallen.", "WATCH: How it fell",
        "Smith said (Reuters) - no.", "NATO said on Friday it would act.", "Beijing - the capital - is large.",
        "PRO-EU parties won.", "\"LIMA\" - a word", "UPDATE 2-Shares fall"}) {
    CAPTURE(none);
    CHECK_FALSE(find_dateline(none, std::nullopt));
  }
  CHECK_FALSE(find_dateline("URUMQI, Nov 7 (Xinhua) \u2014 The forum opened.", std::nullopt)->date);
}

TEST_CASE("front matter of anything stays inside its blocks", "[front_matter]") {
  Random random(7);
  for (int round = 0; round < 3000; ++round) {
    Article article;
    for (std::size_t n = random.below(6); n > 0; --n)
      article.blocks.push_back({static_cast<BlockKind>(random.below(block_kind_count)),
                                replace_invalid_utf8(newsgloss::testing::random_text(random, 14)),
                                random.below(2) == 0});
    const std::vector<Block> before = article.blocks;
    classify_blocks(article);
    REQUIRE(article.blocks.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      REQUIRE(article.blocks[i].text == before[i].text);
      if (before[i].kind_given) REQUIRE(article.blocks[i].kind == before[i].kind);
    }
    const FrontMatter front = read_front_matter(article);
    for (const BlockSpan& author : front.authors) {
      REQUIRE(author.block < article.blocks.size());
      REQUIRE(author.span.begin < author.span.end);
      REQUIRE(author.span.end <= article.blocks[author.block].text.size());
      REQUIRE(is_valid_utf8(slice(article.blocks[author.block].text, author.span)));
    }
    if (front.dateline) {
      REQUIRE(front.dateline->whole.span.end <= article.blocks[front.dateline->whole.block].text.size());
      if (!front.dateline->place.empty()) REQUIRE(front.dateline->whole.span.contains(front.dateline->place));
      if (!front.dateline->agency.empty()) REQUIRE(front.dateline->whole.span.contains(front.dateline->agency));
    }
    if (front.published) REQUIRE(is_valid(*front.published));
  }
}
