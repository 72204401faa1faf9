// Source audit: counted by hand over the sample; and `newsgloss report` from outside.
#include "output/source_audit.h"
#include "catch.h"
#include "cli/command.h"
#include "output/csv_row.h"
#include "output/sample.h"

using namespace newsgloss;
using newsgloss::test::Run;
using newsgloss::test::Sample;
using newsgloss::test::Workplace;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("CSV rows: nothing in them is a formula", "[output]") {
  CsvRow row;
  for (const char* cell : {"", "a", "=1+1", "+1", "-1", "@x", "a,b", "=\"x\"", "\rx"}) row.cell(cell);
  CHECK(row.take() == ",a,'=1+1,'+1,'-1,'@x,\"a,b\",\"'=\"\"x\"\"\",\"'\rx\"\r\n");
}

TEST_CASE("source audit: outlets and months", "[output]") {
  struct Row {
    const char* url;
    const char* outlet;
  };
  for (const Row& row : {Row{"https://www.Example.org/a/b", "example.org"},
                         {"http://user@news.example:8080?x", "news.example"},
                         {"", ""},
                         {"no address", ""}}) {
    Annotations a;
    a.article.url = row.url;
    CHECK(digest_of(a).outlet == row.outlet);
    CHECK(digest_of(a).month.empty());
  }
  CHECK(digest_of(Sample::forum().a).month == "2025-11");
}

TEST_CASE("source audit: who is quoted, how much", "[output]") {
  Sample s = Sample::forum();
  s.a.article.url = "https://example.org/1";
  // A source that is not resolved, and a country.
  s.a.quotes.push_back(
      {QuoteKind::indirect, {s.at(2, "spend $3.7 million")}, {}, s.at(2, "she"), {}, SpeakerBasis::pronoun, 1});
  s.a.quotes.push_back({QuoteKind::direct, {s.at(2, "act now")}, {}, s.at(2, "Kenya"), {1}, SpeakerBasis::name, 1});
  SourceAudit audit;
  audit.add(digest_of(s.a));
  s.a.article.url = "https://www.example.org/2";
  s.a.entities[0].gender = Gender::unknown;
  audit.add(digest_of(s.a));
  audit.add(digest_of(Annotations{}));

  const SourceAudit::Tally& all = audit.all();
  CHECK(all.articles == 3);
  CHECK(all.statements == 10);
  CHECK(all.direct == 6);
  CHECK(all.words == 2 * (3 + 5 + 1 + 3 + 2));
  CHECK(all.by_source == std::array<std::size_t, 4>{4, 2, 2, 2});
  CHECK(all.by_gender[static_cast<std::size_t>(Gender::female)] == 2);
  CHECK(all.by_gender[static_cast<std::size_t>(Gender::unknown)] == 2);
  CHECK(audit.outlets().at("example.org").articles == 2);
  CHECK(audit.outlets().at("").statements == 0);
  CHECK(audit.months().at("2025-11").statements == 10);
  REQUIRE(audit.sources(9).size() == 2);
  const SourceAudit::Source& first = *audit.sources(1).front();
  CHECK(first.name == "Ana\xC3\xAFs Otieno");
  CHECK(first.articles == 2);
  CHECK(first.statements == 4);
  CHECK(first.words == 16);
  CHECK(first.gender() == Gender::female);
  CHECK(first.role() == "Minister");
  CHECK(audit.persons()[static_cast<std::size_t>(Gender::female)] == 1);

  CHECK(has(audit.text(5), "  from unnamed                         2    20.0 %\n"));
  CHECK(has(audit.text(5), "Ana\xC3\xAFs Otieno, Minister"));
  CHECK(has(audit.text(5), "\n  example.org                               2      10    20.0 %   100.0 %\n"));
  CHECK(has(audit.csv(1), "all,,,,,3,10,6,28,4,2,2,2,2,0,2\r\n"));
  CHECK(has(audit.csv(1), "outlet,example.org,,,,2,10,"));
  CHECK(has(audit.csv(1), "source,Ana\xC3\xAFs Otieno,PERSON,female,Minister,2,4,2,16,,,,,,,\r\n"));
  CHECK(!has(audit.csv(1), "Kenya"));
  const std::string html = audit.html(5);
  CHECK(has(html, "<rect x=\"0\" y=\"1\" width=\"160\""));  // 4 of 10, 400 wide
  CHECK(has(html, "<bdi>example.org</bdi>"));
  CHECK(has(html, "female 2 (50&#160;%), not told 2 (50&#160;%)"));
  CHECK(has(html, "never a given name"));
  CHECK(!has(html, "<script"));
  CHECK(!has(html, "href=\"http"));
}

TEST_CASE("source audit: nothing, and names that would be mark-up", "[output]") {
  CHECK(has(SourceAudit().text(5), "statements                           0\n"));
  CHECK(has(SourceAudit().html(5), "</html>"));
  ArticleDigest digest;
  digest.outlet = "<u>";
  digest.statements.push_back(
      {SourceClass::person, QuoteKind::direct, "<script>x", EntityType::person, Gender::male, "\"><i>", 1});
  SourceAudit audit;
  audit.add(digest);
  for (const char* bad : {"<script", "<i>", "<u>"}) CHECK(!has(audit.html(5), bad));
}

TEST_CASE("report: over files, in each format, on any number of threads", "[cli]") {
  const Workplace here;
  std::string lines;
  for (int i = 0; i < 40; ++i)
    lines +=
        R"({"id": ")" + std::to_string(i) +
        R"(", "url": "https://example.org/x", "published": "2025-11-07", "blocks": [{"text": "Minister Ana Otieno said talks had begun. \"We act now,\" she said."}]})" +
        "\n";
  here.write("a.jsonl", lines + "bad\n");
  const Run one = here.run("report a.jsonl");
  CHECK(one.status == 1);
  CHECK(one.error.rfind("a.jsonl:41: column ", 0) == 0);
  CHECK(has(one.out, "articles                            40\n"));
  CHECK(has(one.out, "Ana Otieno"));
  CHECK(here.run("report a.jsonl --jobs 4").out == one.out);
  CHECK(has(here.run("report --format csv a.jsonl").out, "month,2025-11,,,,40,80,40,"));
  CHECK(has(here.run("report --format html --output page.html a.jsonl; cat page.html").out, "<h1>Who is quoted</h1>"));
  CHECK(here.run("report --format xml a.jsonl").status == 2);
  CHECK(here.run("report --top many a.jsonl").status == 2);
}
