// Output formats of others: Web Annotation, schema.org, brat, HTML. Each is read back and held against the sample.
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.h"
#include "output/brat.h"
#include "output/html.h"
#include "output/joined_text.h"
#include "output/sample.h"
#include "output/schema_org.h"
#include "output/web_annotation.h"
#include "text/utf8.h"

using namespace newsgloss;
using newsgloss::test::Sample;
using nlohmann::json;

namespace {

// An independent reader: text as a list of code points.
std::vector<std::string> code_points(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = decode(text, at).bytes;
    out.push_back(text.substr(at, bytes));
    at += bytes;
  }
  return out;
}

std::string cut(const std::vector<std::string>& points, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += points.at(i);
  return out;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

// Names and texts that try to be something else.
Sample hostile() {
  Sample s;
  s.a.article.id = "x\"><script>";
  s.a.article.lang = "en\" onload=\"x";
  s.block(BlockKind::headline, "</title><script>alert(1)</script>");
  s.block(BlockKind::paragraph, "Ana <b onclick='x'>Otieno & Co said \"no\nnever\" </script>\x01");
  s.block(BlockKind::caption, "A boat <img src=x>");
  s.a.front.headline = 0;
  s.a.entities = {{EntityType::org,
                   "<b onclick='x'>Otieno & Co",
                   {"\"><i>"},
                   "<u>",
                   Gender::unknown,
                   Gender::unknown,
                   {},
                   {s.mention(1, "Otieno & Co")}}};
  s.a.quotes = {{QuoteKind::direct,
                 {s.at(1, "\"no\nnever\"")},
                 s.at(1, "said"),
                 s.at(1, "<b onclick='x'>Otieno"),
                 {0},
                 SpeakerBasis::name,
                 9000}};
  s.a.captions = {{2, s.at(2, "A boat <img src=x>").span, {}, {}, {}, {}, {}, false}};
  return s;
}

}  // namespace

TEST_CASE("joined text: blocks are lines, and spans are found in code points", "[output]") {
  const Sample s = Sample::forum();
  const JoinedText joined(s.a.article);
  CHECK(std::count(joined.text().begin(), joined.text().end(), '\n') == 3);
  const BlockSpan place = s.at(3, "Otieno");
  const Span points = joined.code_points(3, place.span);
  CHECK(cut(code_points(joined.text()), points.begin, points.end) == "Otieno");
  CHECK(slice(joined.text(), joined.bytes(3, place.span)) == "Otieno");
  CHECK(JoinedText(Article{}).text().empty());
}

TEST_CASE("Web Annotation: the model's vocabulary, and selectors that select", "[output]") {
  const std::set<std::string> motivations = {"identifying", "tagging", "describing", "linking"};
  const std::set<std::string> bodies = {"TextualBody", "SpecificResource"};
  for (const Sample& s : {Sample::forum(), hostile(), Sample{}}) {
    const json page = json::parse(to_web_annotation(s.a, JsonStyle::pretty));
    CHECK(page == json::parse(to_web_annotation(s.a)));
    CHECK(page["@context"] == "http://www.w3.org/ns/anno.jsonld");
    CHECK(page["type"] == "AnnotationCollection");
    CHECK(page["first"]["type"] == "AnnotationPage");
    CHECK(page["total"] == page["first"]["items"].size());
    const std::vector<std::string> text = code_points(JoinedText(s.a.article).text());
    std::set<std::string> ids;
    const auto check_resource = [&](const json& resource) {
      CHECK(resource["source"] == article_iri(s.a.article));
      const json& quote = resource["selector"][0];
      const json& position = resource["selector"][1];
      REQUIRE(quote["type"] == "TextQuoteSelector");
      REQUIRE(position["type"] == "TextPositionSelector");
      const std::size_t start = position["start"];
      const std::size_t end = position["end"];
      CHECK(cut(text, start, end) == quote["exact"]);
      CHECK(cut(text, start > 32 ? start - 32 : 0, start) == quote["prefix"]);
      CHECK(cut(text, end, std::min(text.size(), end + 32)) == quote["suffix"]);
    };
    for (const json& item : page["first"]["items"]) {
      CAPTURE(item.dump());
      CHECK(ids.insert(item["id"]).second);
      CHECK(item["type"] == "Annotation");
      CHECK(motivations.count(item["motivation"]) == 1);
      for (const json& body : item["body"]) {
        CHECK(bodies.count(body["type"]) == 1);
        CHECK(motivations.count(body["purpose"]) == 1);
        CHECK((body["type"] == "TextualBody" ? body["value"].is_string() : body["source"].is_string()));
        if (body.contains("selector")) check_resource(body);
      }
      if (item["target"].is_array())
        for (const json& target : item["target"]) check_resource(target);
      else
        check_resource(item["target"]);
    }
  }
  const json items = json::parse(to_web_annotation(Sample::forum().a))["first"]["items"];
  REQUIRE(items.size() == 11);  // mentions 4, values 2, quotes 3, credit 1, paragraph 1
  CHECK(items[0]["body"][1]["value"] == "Ana\xC3\xAFs Otieno");
  CHECK(items[0]["body"][1]["id"] == "urn:newsgloss:forum#entity-0");
  CHECK(items[3]["body"][2]["source"] == "http://www.wikidata.org/entity/Q114");
  CHECK(items[6]["body"][0]["value"] == "direct quotation");
  CHECK(items[6]["body"][1] == items[0]["body"][1]);
}

TEST_CASE("Web Annotation: what the article is called", "[output]") {
  const auto iri = [](std::string url, std::string id) {
    return article_iri({std::move(id), std::move(url), "", {}, {}});
  };
  CHECK(iri("https://example.org/a?b=c&d#e", "x") == "https://example.org/a?b=c&d");
  CHECK(iri("https://example.org/a b\"<", "x") == "https://example.org/a%20b%22%3C");
  CHECK(iri("javascript:alert(1)", "x y/\xC3\xA9") == "urn:newsgloss:x%20y%2F%C3%A9");
  CHECK(iri("", "") == "urn:newsgloss:article");
}

TEST_CASE("schema.org: a NewsArticle with its parts", "[output]") {
  const Sample s = Sample::forum();
  const json article = json::parse(to_schema_org(s.a, JsonStyle::pretty));
  CHECK(article["@context"] == "https://schema.org");
  CHECK(article["@type"] == "NewsArticle");
  CHECK(article["headline"] == s.a.article.blocks[0].text);
  CHECK(article["author"][1] == json{{"@type", "Person"}, {"name", "Tom Oke"}});
  CHECK(article["datePublished"] == "2025-11-07");
  CHECK(article["dateline"] == "KISUMU, Nov 7 (LNA)");
  CHECK(article["articleBody"] == s.a.article.blocks[2].text);
  CHECK(article["mentions"][0]["@type"] == "Person");
  CHECK(article["mentions"][0]["jobTitle"] == "Minister");
  CHECK(article["mentions"][0]["gender"] == "https://schema.org/Female");
  CHECK(article["mentions"][1]["@type"] == "Country");
  CHECK(article["mentions"][1]["sameAs"] == "http://www.wikidata.org/entity/Q114");
  CHECK(!article["mentions"][1].contains("gender"));
  REQUIRE(article["hasPart"].size() == 3);
  CHECK(article["hasPart"][0]["text"] == "\xE2\x80\x9CWe act now,\xE2\x80\x9D");
  CHECK(article["hasPart"][0]["spokenByCharacter"][0]["@id"] == article["mentions"][0]["@id"]);
  CHECK(!article["hasPart"][2].contains("spokenByCharacter"));
  REQUIRE(article["image"].size() == 2);
  CHECK(article["image"][0]["caption"] == "Ana\xC3\xAFs Otieno, left, in Kisumu on Tuesday.");
  CHECK(article["image"][0]["creditText"] == "J. Doe/LNA");
  CHECK(article["image"][0]["creator"]["name"] == "J. Doe");
  CHECK(article["image"][0]["about"][0] == json{{"@id", "urn:newsgloss:forum#entity-0"}});

  const std::string dangerous = to_schema_org(hostile().a);
  CHECK(dangerous.find('<') == std::string::npos);
  CHECK(json::parse(dangerous)["headline"] == "</title><script>alert(1)</script>");
  CHECK(json::parse(to_schema_org(Annotations{}))["@type"] == "NewsArticle");
}

TEST_CASE("brat: standoff that reads back", "[output]") {
  for (const Sample& s : {Sample::forum(), hostile()}) {
    const std::vector<std::string> text = code_points(to_brat_text(s.a));
    std::istringstream lines(to_brat(s.a));
    std::map<std::string, std::string> words;
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      std::vector<std::string> columns;
      std::istringstream parts(line);
      for (std::string part; std::getline(parts, part, '\t');) columns.push_back(part);
      if (line[0] == 'T') {
        REQUIRE(columns.size() == 3);
        std::istringstream middle(columns[1].substr(columns[1].find(' ') + 1));
        std::string found;
        for (std::string fragment; std::getline(middle, fragment, ';');) {
          std::istringstream numbers(fragment);
          std::size_t begin = 0;
          std::size_t end = 0;
          REQUIRE(numbers >> begin >> end);
          found += (found.empty() ? "" : " ") + cut(text, begin, end);
        }
        CHECK(found == columns[2]);
        CHECK(words.emplace(columns[0], columns[2]).second);
      } else if (line[0] == 'R') {
        std::istringstream relation(columns.at(1));
        std::string type;
        std::string from;
        std::string to;
        REQUIRE(relation >> type >> from >> to);
        CHECK((type == "Source" || type == "Cue" || type == "Speaker"));
        CHECK(words.count(from.substr(5)) + words.count(to.substr(5)) == 2);
      } else {
        CHECK((line[0] == 'A' || line[0] == '*' || line[0] == '#' || line[0] == 'N'));
      }
    }
    CHECK(!words.empty());
  }
  const std::string out = to_brat(Sample::forum().a);
  CHECK(count_of(out, "\tPERSON ") == 3);
  CHECK(count_of(out, "*\tCoref T1 T2 T3\n") == 1);
  CHECK(count_of(out, "Form T2 pronoun") == 1);
  CHECK(count_of(out, "\tReference T4 Wikidata:Q114\tKenya\n") == 1);
  CHECK(count_of(out, "\tSpeaker Arg1:") == 2);
  Sample split;
  split.block(BlockKind::paragraph, "\"We act,\" Rey said, \"now.\"");
  split.a.quotes = {{QuoteKind::direct,
                     {split.at(0, "\"We act,\""), split.at(0, "\"now.\"")},
                     {},
                     {},
                     {},
                     SpeakerBasis::implicit,
                     1}};
  CHECK(to_brat(split.a) == "T1\tContent 0 9;20 26\t\"We act,\" \"now.\"\nA1\tKind T1 direct\n");
  CHECK(to_brat(Annotations{}).empty());
  CHECK(to_brat_text(Annotations{}).empty());
}

TEST_CASE("HTML: the article's own text is there, and is text only", "[output]") {
  CHECK(html_escaped("a<b>&\"'\x01") == "a&lt;b&gt;&amp;&quot;&#39;\xEF\xBF\xBD");
  const std::string forum = to_html(Sample::forum().a, "a1-");
  CHECK(forum.find("<h1 id=\"a1-b0\" class=\"headline\">") != std::string::npos);
  CHECK(forum.find("<a class=\"person\" href=\"#a1-e0\">Ana\xC3\xAFs Otieno</a>") != std::string::npos);
  CHECK(forum.find("<span class=\"quote direct\" title=\"Ana\xC3\xAFs Otieno\">\xE2\x80\x9CWe <") != std::string::npos);
  CHECK(forum.find("<li id=\"a1-e1\"><bdi>Kenya</bdi>") != std::string::npos);

  const std::string page = html_begin("</title><script>") + to_html(hostile().a, "a1-") + html_end();
  for (const char* bad : {"<script", "<b ", "<i>", "<u>", "<img", "onload=\"", "\x01"}) {
    CAPTURE(bad);
    CHECK(page.find(bad) == std::string::npos);
  }
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(count_of(page, "<article") == 1);

  // Without the tags, every block's text is whole; tags nest.
  for (const Sample& s : {Sample::forum(), hostile()}) {
    const std::string html = to_html(s.a, "x");
    std::string plain;
    std::vector<std::string> open;
    for (std::size_t at = 0; at < html.size();) {
      if (html[at] != '<') {
        plain += html[at++];
        continue;
      }
      const std::size_t end = html.find('>', at);
      const std::string tag = html.substr(at + 1, end - at - 1);
      if (tag[0] == '/') {
        REQUIRE(!open.empty());
        CHECK(open.back() == tag.substr(1));
        open.pop_back();
      } else {
        open.push_back(tag.substr(0, tag.find(' ')));
      }
      at = end + 1;
    }
    CHECK(open.empty());
    for (const Block& block : s.a.article.blocks) CHECK(plain.find(html_escaped(block.text)) != std::string::npos);
  }
}
