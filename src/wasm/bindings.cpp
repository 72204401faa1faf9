// The engine for JavaScript: embind bindings, and nothing but bindings.
//
//   const engine = new module.Engine();
//   const unfit = engine.load(bytes);        // a Uint8Array: "" or what is wrong with the model file
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
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotator.h"
#include "article/civil_date.h"
#include "article/line.h"
#include "output/json.h"
#include "tagger/model_tagger.h"
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

// "expected a string, found an array": containers are told apart, as the JSON reader does it.
std::string expected(const char* what, const val& found) {
  std::string message = std::string("expected ") + what;
  if (is_array(found))
    message += ", found an array";
  else if (is_object(found))
    message += ", found an object";
  return message;
}

constexpr std::size_t longest_name = 40;  // bytes of a wrong value that a message repeats

// Reads one article, with the messages of the JSON reader (article/article_json.h). Members return false once
// `problem` says what is wrong.
class ArticleReader {
 public:
  [[nodiscard]] const std::string& problem() const { return problem_; }

  bool read(const val& from, Article& article) {
    if (!is_object(from) || is_array(from)) return fail(expected("an object", from));
    if (!read_id(from["id"], article.id) || !read_string_or_null(from["url"], "url", article.url) ||
        !read_string_or_null(from["lang"], "lang", article.lang) || !read_published(from["published"], article))
      return false;
    const val blocks = from["blocks"];
    if (blocks.isUndefined()) return fail("blocks: missing");
    if (!is_array(blocks)) return fail("blocks: " + expected("an array", blocks));
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

  bool read_string(const val& from, const std::string& name, std::string& out) {
    if (!from.isString()) return fail(name + ": " + expected("a string", from));
    const auto units = from.as<std::u16string>();
    length_ += units.size();
    if (length_ > max_text) return fail("too long: an article may have 16,777,216 characters at most");
    out = from_utf16(units);
    return true;
  }

  bool read_string_or_null(const val& from, const std::string& name, std::string& out) {
    return is_missing(from) || read_string(from, name, out);
  }

  bool read_id(const val& from, std::string& out) {
    return read_string_or_null(from.isNumber() ? val::global("String")(from) : from, "id", out);
  }

  bool read_published(const val& from, Article& article) {
    if (is_missing(from)) return true;
    std::string given;
    if (!from.isString() && !is_object(from)) return fail("published: expected a date such as \"2025-11-07\"");
    if (!read_string(from, "published", given)) return false;
    const std::string_view text = trim(given);
    if (text.empty()) return true;
    article.published = parse_iso_date(text);
    return article.published ||
           fail("published: \"" + std::string(clip(text, longest_name)) + "\" is not a date such as \"2025-11-07\"");
  }

  bool read_block(const val& from, const std::string& name, Article& article) {
    if (!is_object(from) || is_array(from)) return fail(name + ": " + expected("an object", from));
    Block block;
    const val kind = from["kind"];
    if (!is_missing(kind)) {
      std::string kind_name;
      if (!read_string(kind, name + ".kind", kind_name)) return false;
      const auto known = block_kind(kind_name);
      if (!known) return fail(name + ".kind: unknown kind \"" + std::string(clip(kind_name, longest_name)) + '"');
      block.kind = *known;
      block.kind_given = true;
    }
    const val text = from["text"];
    if (text.isUndefined()) return fail(name + ".text: missing");
    if (!read_string(text, name + ".text", block.text)) return false;
    article.blocks.push_back(std::move(block));
    return true;
  }

  std::string problem_;
  std::size_t length_ = 0;
};

class Engine {
 public:
  Engine() { ++live_engines; }
  ~Engine() { --live_engines; }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Takes a copy of the model file's bytes. "" or what is wrong with them; the engine is then as it was.
  std::string load(const val& bytes) {
    if (!bytes.instanceof (val::global("Uint8Array"))) return expected("a Uint8Array", bytes);
    auto model =
        std::make_unique<std::vector<std::uint8_t>>(emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes));
    ModelTagger made =
        make_model_tagger(std::as_bytes(std::span(model->data(), model->size())), AttributionsFrom::rules_and_model);
    if (!made.status.ok()) return describe(made.status);
    stage_ = Stage::idle;
    annotator_.emplace(std::move(made.tagger));
    model_ = std::move(model);
    return "";
  }

  /// Starts on `article`; one in progress is dropped, also when this one is refused. "" or what is wrong.
  std::string begin(const val& article) {
    stage_ = Stage::idle;
    if (!annotator_) return "no model has been loaded";
    Article read;
    ArticleReader reader;
    if (!reader.read(article, read)) return reader.problem();
    annotator_->begin(std::move(read));
    stage_ = Stage::running;
    return "";
  }

  /// About `budget` tokens more; true when there is nothing left to do. A budget that is no number counts as 1.
  bool step(double budget) {
    if (stage_ != Stage::running) return true;
    constexpr double most = 1e9;
    const double bounded = budget >= 1 ? (budget < most ? budget : most) : 1;
    if (!annotator_->step(static_cast<std::size_t>(bounded))) return false;
    stage_ = Stage::done;
    return true;
  }

  /// The annotations as JSON, once, after `step` has returned true; "" otherwise.
  std::string result() {
    if (stage_ != Stage::done) return "";
    stage_ = Stage::idle;
    return to_json(annotator_->result(), OffsetUnit::utf16, JsonStyle::compact);
  }

 private:
  enum class Stage : unsigned char { idle, running, done };

  std::unique_ptr<const std::vector<std::uint8_t>> model_;  // read by the annotator
  std::optional<Annotator> annotator_;
  Stage stage_ = Stage::idle;
};

std::string version() { return NEWSGLOSS_VERSION; }

int count_live_engines() { return live_engines; }

}  // namespace

EMSCRIPTEN_BINDINGS(newsgloss) {
  emscripten::class_<Engine>("Engine")
      .constructor<>()
      .function("load", &Engine::load)
      .function("begin", &Engine::begin)
      .function("step", &Engine::step)
      .function("result", &Engine::result);
  emscripten::function("version", &version);
  emscripten::function("liveEngines", &count_live_engines);
}

}  // namespace newsgloss
