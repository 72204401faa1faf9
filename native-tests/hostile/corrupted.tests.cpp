// Damaged input: articles and model files with bytes flipped, cut, doubled and moved. What holds for any bytes is in
// fuzz/targets.cpp, which aborts where it does not.
#include <fstream>
#include <iterator>
#include <vector>

#include "../../fuzz/targets.h"
#include "catch.h"

using namespace newsgloss;

namespace {

using Data = std::vector<std::uint8_t>;

Data read(const std::string& name) {
  std::ifstream file(NEWSGLOSS_SOURCE_DIR "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Steele and Vigna's splitmix64: the same damage every time.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
  }

 private:
  std::uint64_t state_;
};

Data damaged(Data bytes, Random& random) {
  for (std::size_t i = 1 + random.below(4); i > 0 && !bytes.empty(); --i) {
    const std::size_t at = random.below(bytes.size());
    const std::size_t size = std::min<std::size_t>(bytes.size() - at, 1 + random.below(64));
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = begin + static_cast<std::ptrdiff_t>(size);
    switch (random.below(5)) {
      case 0:
        bytes[at] ^= static_cast<std::uint8_t>(1U << random.below(8));
        break;
      case 1:
        bytes.resize(at);
        break;
      case 2:
        bytes.erase(begin, end);
        break;
      case 3: {
        const Data part(begin, end);
        bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(random.below(bytes.size())), part.begin(), part.end());
        break;
      }
      default:
        bytes[at] = static_cast<std::uint8_t>(random.below(256));
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("hostile: damaged text, JSON and articles break no promise", "[hostile]") {
  const Data article = read("native-tests/golden/river-basin-forum.txt");
  const Data json = read("native-tests/golden/script-archive.json");
  REQUIRE(!article.empty());
  REQUIRE(!json.empty());
  Random random(1);
  for (int i = 0; i < 300; ++i) {
    fuzz::text(damaged(article, random));
    fuzz::plain_text(damaged(article, random));
    fuzz::article_json(damaged(json, random));
  }
  for (int i = 0; i < 60; ++i) fuzz::pipeline(damaged(article, random));
  for (const Data& nothing : {Data{}, Data{0}, Data{0xFF}, Data{0xEF, 0xBB, 0xBF}}) {
    fuzz::text(nothing);
    fuzz::plain_text(nothing);
    fuzz::article_json(nothing);
    fuzz::model_file(nothing);
    fuzz::pipeline(nothing);
  }
  SUCCEED("no promise was broken");
}

TEST_CASE("hostile: a damaged model file is refused or harmless, also with its checksums made right", "[hostile]") {
  const Data model = read("models/newsgloss.model");
  REQUIRE(model.size() > 1000);
  Random random(2);
  for (int i = 0; i < 40; ++i) fuzz::model_file(damaged(model, random));
  // Where the sizes and counts are: the beginnings of the header and of each section.
  for (std::size_t i = 0; i < 40; ++i) {
    Data bytes = model;
    bytes[random.below(512)] ^= static_cast<std::uint8_t>(1U << random.below(8));
    fuzz::model_file(bytes);
  }
  SUCCEED("no promise was broken");
}
