// Golden articles: the annotations of whole articles, to the byte. native-tests/golden/approve.sh rewrites what is
// expected and shows the difference, for a person to judge.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "article/article_json.h"
#include "article/plain_text.h"
#include "catch.h"
#include "output/json.h"
#include "tagger/released.h"

using namespace newsgloss;
using namespace newsgloss::test;
namespace fs = std::filesystem;

namespace {

struct Golden {
  fs::path article;
  fs::path expected;
};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Golden> golden_articles() {
  const fs::path root = NEWSGLOSS_SOURCE_DIR;
  const fs::path golden = root / "native-tests" / "golden";
  std::vector<Golden> found;
  const auto add = [&](const fs::path& folder, const std::string& prefix) {
    if (!fs::is_directory(folder)) return;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      const fs::path& path = entry.path();
      if (path.stem().extension() == ".annotations") continue;
      if (path.extension() != ".json" && path.extension() != ".txt") continue;
      found.push_back({path, golden / (prefix + path.stem().string() + ".annotations.json")});
    }
  };
  add(golden, "");
  add(root / "demo" / "articles", "demo-");
  std::sort(found.begin(), found.end(), [](const Golden& a, const Golden& b) { return a.article < b.article; });
  return found;
}

Article parse(const fs::path& path) {
  const std::string bytes = read(path);
  if (path.extension() == ".txt") return parse_plain_text(bytes, path.stem().string());
  auto parsed = parse_article_json(bytes);
  if (const auto* wrong = std::get_if<JsonProblem>(&parsed)) FAIL(path << ": " << wrong->message);
  return std::move(std::get<Article>(parsed));
}

// The first line in which two texts differ, so that a failure can be read.
std::string first_difference(const std::string& expected, const std::string& now) {
  const auto at = std::mismatch(expected.begin(), expected.end(), now.begin(), now.end());
  if (at.first == expected.end() && at.second == now.end()) return "";
  const auto line_of = [](const std::string& text, std::size_t position) {
    const std::size_t begin = position == 0 ? 0 : text.rfind('\n', position - 1) + 1;
    return text.substr(begin, std::min<std::size_t>(text.find('\n', position) - begin, 400));
  };
  const auto position = static_cast<std::size_t>(at.first - expected.begin());
  const auto line = std::count(expected.begin(), at.first, '\n') + 1;
  return "line " + std::to_string(line) + "\n  approved: " + line_of(expected, position) +
         "\n  now:      " + line_of(now, position);
}

}  // namespace

TEST_CASE("golden articles", "[golden]") {
  const std::vector<Golden> articles = golden_articles();
  REQUIRE(articles.size() >= 4);
  Annotator annotator(released_tagger());
  for (const Golden& golden : articles) {
    INFO(golden.article.filename());
    INFO("approve with native-tests/golden/approve.sh, after reading the difference");
    if (!fs::exists(golden.expected)) {
      FAIL_CHECK("no approved annotations: " << golden.expected);
      continue;
    }
    const std::string now =
        to_json(annotator.annotate(parse(golden.article)), OffsetUnit::utf16, JsonStyle::pretty) + '\n';
    CHECK(first_difference(read(golden.expected), now) == "");
  }
}

// Whatever comes out lies where it says, in the order that the schema promises.
TEST_CASE("golden articles: spans lie in their blocks, in order", "[golden]") {
  Annotator annotator(released_tagger());
  for (const Golden& golden : golden_articles()) {
    CAPTURE(golden.article.filename());
    const Annotations a = annotator.annotate(parse(golden.article));
    const auto inside = [&a](BlockSpan at) {
      return at.block < a.article.blocks.size() && at.span.begin <= at.span.end &&
             at.span.end <= a.article.blocks[at.block].text.size();
    };
    const auto before = [](BlockSpan x, BlockSpan y) {
      return x.block != y.block ? x.block < y.block : x.span.begin <= y.span.begin;
    };
    for (const Entity& entity : a.entities) {
      REQUIRE(!entity.mentions.empty());
      for (std::size_t i = 0; i < entity.mentions.size(); ++i) {
        const Mention& mention = entity.mentions[i];
        REQUIRE(mention.block < a.tokens.size());
        REQUIRE(mention.tokens.first < mention.tokens.last);
        REQUIRE(mention.tokens.last <= a.tokens[mention.block].size());
        if (i > 0)
          CHECK(before({entity.mentions[i - 1].block, a.span_of(entity.mentions[i - 1])},
                       {mention.block, a.span_of(mention)}));
      }
    }
    for (std::size_t i = 0; i < a.values.size(); ++i) {
      CHECK(inside({a.values[i].block, a.values[i].span}));
      if (i > 0) CHECK(before({a.values[i - 1].block, a.values[i - 1].span}, {a.values[i].block, a.values[i].span}));
    }
    for (std::size_t i = 0; i < a.quotes.size(); ++i) {
      const Quote& quote = a.quotes[i];
      REQUIRE(!quote.content.empty());
      for (const BlockSpan& part : quote.content) CHECK(inside(part));
      if (quote.cue) CHECK(inside(*quote.cue));
      if (quote.source) CHECK(inside(*quote.source));
      for (const EntityId id : quote.speakers) CHECK(id < a.entities.size());
      if (i > 0) CHECK(before(a.quotes[i - 1].content.front(), quote.content.front()));
    }
    for (const Caption& caption : a.captions) {
      CHECK(inside({caption.block, caption.description}));
      if (caption.credit) CHECK(inside({caption.block, caption.credit->span}));
      for (const EntityId id : caption.entities) CHECK(id < a.entities.size());
      for (const ParagraphLink& link : caption.paragraphs) CHECK(link.block < a.article.blocks.size());
    }
  }
}
