// The engine for JavaScript: embind bindings, and nothing but bindings.
//
//   const engine = new module.Engine();
//   const problem = engine.begin(article);   // "" or what is wrong: `blocks[3].kind: unknown kind "paragraf"`
//   while (!engine.step(200)) await idle();
//   const annotations = JSON.parse(engine.result());
//   engine.delete();
//
// An article is read from the JavaScript object as it is, without JSON; strings cross as UTF-16, a lone surrogate
// becoming U+FFFD one for one, so that offsets count what JavaScript counts. Nothing here throws or aborts on any
// value; an accessor that throws is the caller's (web/engine/wasm-engine.js restores the stack after one). An engine
// is the caller's to delete(); `liveEngines` tells how many there are.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstddef>
#include <string>

#include "annotate/annotator.h"
#include "article/civil_date.h"
#include "output/json.h"
#include "tagger/rule_tagger.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

using emscripten::val;

// More text than any article has; beyond it memory could run out, which would abort.
constexpr std::size_t max_text = std::size_t{1} << 24;  // UTF-16 code units

int live_engines = 0;  // a count for ownership tests; no behaviour depends on it

bool is_missing(const val& value) { return value.isUndefined() || value.isNull(); }

// Arrays of other realms (a frame, a node:vm context) are arrays too, which `instanceof` would deny.
bool is_array(const val& value) { return val::global("Array").call<bool>("isArray", value); }

bool is_object(const val& value) { return !value.isNull() && value.typeOf().as<std::string>() == "object"; }

std::string in_quotes(const std::string& text) { return '"' + text + '"'; }

// Reads one article. Members return false once `problem` says what is wrong.
class ArticleReader {
 public:
  [[nodiscard]] const std::string& problem() const { return problem_; }

  bool read(const val& from, Article& article) {
    if (!is_object(from) || is_array(from)) return fail("article: must be an object");
    if (!read_string(from["id"], "id", article.id) || !read_string(from["url"], "url", article.url) ||
        !read_string(from["lang"], "lang", article.lang) || !read_published(from["published"], article))
      return false;
    const val blocks = from["blocks"];
    if (is_missing(blocks)) return fail("blocks: missing");
    if (!is_array(blocks)) return fail("blocks: must be an array");
    const auto count = blocks["length"].as<unsigned>();
    for (unsigned i = 0; i < count; ++i)
      if (!read_block(blocks[i], "blocks[" + std::to_string(i) + ']', article)) return false;
    return true;
  }

 private:
  bool fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }

  // null and undefined are as good as missing: the empty string.
  bool read_string(const val& from, const std::string& name, std::string& out) {
    if (is_missing(from)) return true;
    if (!from.isString()) return fail(name + ": must be a string");
    const auto units = from.as<std::u16string>();
    length_ += units.size();
    if (length_ > max_text) return fail("article: too long (more than 16,777,216 characters)");
    out = from_utf16(units);
    return true;
  }

  bool read_published(const val& from, Article& article) {
    std::string text;
    if (!read_string(from, "published", text)) return false;
    if (is_missing(from)) return true;
    article.published = parse_iso_date(text);
    return article.published || fail("published: not a date (YYYY-MM-DD): " + in_quotes(text));
  }

  bool read_block(const val& from, const std::string& name, Article& article) {
    if (!is_object(from) || is_array(from)) return fail(name + ": must be an object");
    Block block;
    const val kind = from["kind"];
    if (!is_missing(kind)) {
      std::string kind_name;
      if (!read_string(kind, name + ".kind", kind_name)) return false;
      const auto known = block_kind(kind_name);
      if (!known) return fail(name + ".kind: unknown kind " + in_quotes(kind_name));
      block.kind = *known;
      block.kind_given = true;
    }
    const val text = from["text"];
    if (is_missing(text)) return fail(name + ".text: missing");
    if (!read_string(text, name + ".text", block.text)) return false;
    article.blocks.push_back(std::move(block));
    return true;
  }

  std::string problem_;
  std::size_t length_ = 0;
};

class Engine {
 public:
  Engine() : annotator_(make_rule_tagger()) { ++live_engines; }
  ~Engine() { --live_engines; }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Starts on `article`; one in progress is dropped, also when this one is refused. "" or what is wrong.
  std::string begin(const val& article) {
    stage_ = Stage::idle;
    Article read;
    ArticleReader reader;
    if (!reader.read(article, read)) return reader.problem();
    annotator_.begin(std::move(read));
    stage_ = Stage::running;
    return "";
  }

  /// About `budget` tokens more; true when there is nothing left to do. A budget that is no number counts as 1.
  bool step(double budget) {
    if (stage_ != Stage::running) return true;
    constexpr double most = 1e9;
    const double bounded = budget >= 1 ? (budget < most ? budget : most) : 1;
    if (!annotator_.step(static_cast<std::size_t>(bounded))) return false;
    stage_ = Stage::done;
    return true;
  }

  /// The annotations as JSON, once, after `step` has returned true; "" otherwise.
  std::string result() {
    if (stage_ != Stage::done) return "";
    stage_ = Stage::idle;
    return to_json(annotator_.result(), OffsetUnit::utf16, JsonStyle::compact);
  }

 private:
  enum class Stage : unsigned char { idle, running, done };

  Annotator annotator_;
  Stage stage_ = Stage::idle;
};

std::string version() { return NEWSGLOSS_VERSION; }

int count_live_engines() { return live_engines; }

}  // namespace

EMSCRIPTEN_BINDINGS(newsgloss) {
  emscripten::class_<Engine>("Engine")
      .constructor<>()
      .function("begin", &Engine::begin)
      .function("step", &Engine::step)
      .function("result", &Engine::result);
  emscripten::function("version", &version);
  emscripten::function("liveEngines", &count_live_engines);
}

}  // namespace newsgloss
