// Speed of the native engine: milliseconds for an article, tokens a second by stage, and whether cost per token grows
// with the size of the input.
//
//   build/native/newsgloss_bench [ARTICLE.txt|ARTICLE.json]     an article of its own making when none is given
//
// Every figure is processor time, the best of many runs: what the machine does besides can only make a run slower.
// Stages are timed alone, on inputs prepared beforehand.
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotator.h"
#include "article/article_json.h"
#include "article/classify.h"
#include "article/plain_text.h"
#include "output/json.h"
#include "tagger/model_tagger.h"

namespace {

using namespace newsgloss;

/// The tagger that articles are annotated with.
std::unique_ptr<Tagger> released_tagger() {
  static const std::string model = [] {
    std::ifstream file(NEWSGLOSS_SOURCE_DIR "/models/newsgloss.model", std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), {});
  }();
  ModelTagger made = make_model_tagger(std::as_bytes(std::span(model)), AttributionsFrom::rules_and_model);
  if (!made.tagger) std::abort();
  return std::move(made.tagger);
}

/// Processor time of this thread: what other programs do meanwhile does not count.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Keeps the optimiser from leaving work out.
std::size_t sink = 0;

/// Seconds of the fastest run of `work`, over at least `least` seconds and three runs. `prepare` is not timed.
double best_of(const std::function<void()>& prepare, const std::function<void()>& work, double least = 0.4) {
  double best = 1e9;
  double total = 0;
  for (int runs = 0; runs < 3 || total < least; ++runs) {
    prepare();
    const double start = now();
    work();
    const double seconds = now() - start;
    total += seconds;
    if (seconds < best) best = seconds;
  }
  return best;
}

double best_of(const std::function<void()>& work, double least = 0.4) {
  return best_of([] {}, work, least);
}

constexpr const char* own_article =
    "Forum seeks shared rules for lake basin\n\n"
    "November 07, 2025 By Ana Rey, Tom Oke\n\n"
    "Officials from Kenya and Uganda agreed to measure water quality by the same methods from next year, participants "
    "said at the 9th Lake Basin Cooperation Forum held in Kisumu on Thursday.\n\n"
    "Minister Ana Otieno, chairwoman of the Basin Commission, said the lake \"belongs to those who will drink from "
    "it\" "
    "and called for a joint early-warning system. She urged both sides to publish their figures within 24 hours.\n\n"
    "\"We have closed 14 mines since June,\" said Paul Byaruhanga, deputy director of the National Water Agency (NWA). "
    "He added that $1.7 million would be spent on restoring their banks, according to the agency.\n";

Article read_article(const char* path) {
  if (!path) return parse_plain_text(own_article, "own");
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  if (std::string_view(path).ends_with(".json")) {
    auto parsed = parse_article_json(bytes);
    if (auto* article = std::get_if<Article>(&parsed)) return std::move(*article);
    std::fprintf(stderr, "%s: %s\n", path, std::get<JsonProblem>(parsed).message.c_str());
    return {};
  }
  return parse_plain_text(bytes, "bench");
}

std::size_t tokens_of(const Document& document) {
  std::size_t tokens = 0;
  for (const DocumentBlock& block : document.blocks) tokens += block.tokens.size();
  return tokens;
}

/// `article`'s blocks again and again, until there are `bytes` of text. One block only where `one_block`.
Article repeated(const Article& article, std::size_t bytes, bool one_block) {
  Article out;
  std::size_t size = 0;
  for (std::size_t i = 0; size < bytes; i = (i + 1) % article.blocks.size()) {
    const Block& block = article.blocks[i];
    size += block.text.size() + 1;
    if (one_block && !out.blocks.empty())
      out.blocks.front().text += ' ' + block.text;
    else
      out.blocks.push_back(one_block ? Block{BlockKind::paragraph, block.text, true} : block);
  }
  return out;
}

void print_article(const Article& article) {
  Annotator annotator(released_tagger());
  Article copy;
  const double whole =
      best_of([&] { copy = article; }, [&] { sink += annotator.annotate(std::move(copy)).entities.size(); }, 1.0);
  const Annotations annotations = annotator.annotate(article);
  const double json = best_of([&] { sink += to_json(annotations).size(); });
  std::size_t tokens = 0;
  for (const auto& block : annotations.tokens) tokens += block.size();
  std::printf("article: %zu blocks, %zu tokens\n", article.blocks.size(), tokens);
  std::printf("  annotate  %8.3f ms  %10.0f tokens/s\n", 1e3 * whole, static_cast<double>(tokens) / whole);
  std::printf("  to JSON   %8.3f ms\n\n", 1e3 * json);
}

constexpr std::size_t small_bytes = std::size_t{64} << 10;
constexpr std::size_t large_bytes = std::size_t{1} << 20;

struct Stage {
  const char* name;
  double seconds_per_token;
};

/// Every stage alone, on an article with kinds decided.
std::vector<Stage> time_stages(Article article) {
  classify_blocks(article);
  const Document document = read_document(article);
  const auto tokens = static_cast<double>(tokens_of(document));
  std::vector<Stage> stages;
  const auto add = [&](const char* name, double seconds) { stages.push_back({name, seconds / tokens}); };

  Article copy;
  add("classify, front matter", best_of(
                                    [&] {
                                      copy = article;
                                      for (Block& block : copy.blocks) block.kind_given = false;
                                    },
                                    [&] {
                                      classify_blocks(copy);
                                      sink += read_front_matter(copy).authors.size();
                                    }));
  add("tokens, sentences", best_of([&] { sink += tokens_of(read_document(article)); }));
  const auto tagger = released_tagger();
  Tagging tagging;
  tagging.blocks.resize(document.blocks.size());
  add("tag", best_of([&] {
        tagger->begin(document);
        for (std::uint32_t i = 0; i < tagging.blocks.size(); ++i) tagger->tag(i, tagging.blocks[i]);
      }));
  std::vector<Entity> entities;
  std::vector<Value> values;
  add("entities", best_of([&] { entities = find_entities(document, tagging); }));
  add("values", best_of([&] { values = find_values(document); }));
  std::vector<Entity> given;
  add("quotes", best_of([&] { given = entities; }, [&] { sink += find_quotes(document, tagging, given).size(); }));
  add("captions", best_of([&] { sink += read_captions(document, entities, values).size(); }));
  return stages;
}

void print_stages(const Article& article) {
  const std::vector<Stage> small = time_stages(repeated(article, small_bytes, false));
  const std::vector<Stage> large = time_stages(repeated(article, large_bytes, false));
  std::printf("stages, cost per token on 64 KB and 1 MB of the article\n");
  for (std::size_t i = 0; i < small.size(); ++i)
    std::printf("  %-28s %7.3f us/token  %7.3f us/token  x %.2f\n", small[i].name, 1e6 * small[i].seconds_per_token,
                1e6 * large[i].seconds_per_token, large[i].seconds_per_token / small[i].seconds_per_token);
  std::printf("\n");
}

/// Processor time for a small article and for a large one of the same kind, a token each (a KB, where all is one
/// token): their ratio must be near 1.
void print_sizes(const char* name, const Article& small, const Article& large) {
  Annotator annotator(released_tagger());
  double each[2] = {};
  const char* unit = "us/token";
  bool per_kb = false;
  const Article* articles[2] = {&small, &large};
  for (int i = 0; i < 2; ++i) {
    Article copy;
    std::size_t tokens = 0;
    const double seconds = best_of([&] { copy = *articles[i]; },
                                   [&] {
                                     const Annotations annotations = annotator.annotate(std::move(copy));
                                     tokens = 0;
                                     for (const auto& block : annotations.tokens) tokens += block.size();
                                   },
                                   0.5);
    std::size_t bytes = 0;
    for (const Block& block : articles[i]->blocks) bytes += block.text.size();
    if (i == 0) per_kb = tokens <= 16;  // a token of many signs
    if (per_kb) unit = "us/KB   ";
    each[i] = seconds / (per_kb ? static_cast<double>(bytes) / 1024 : static_cast<double>(tokens));
  }
  const double ratio = each[0] > 0 ? each[1] / each[0] : 0;
  std::printf("  %-28s %7.3f %s  %7.3f %s  x %.2f%s\n", name, 1e6 * each[0], unit, 1e6 * each[1], unit, ratio,
              ratio > 1.2 ? "  over" : "");
}

void print_ratio(const char* name, const Article& article, bool one_block) {
  print_sizes(name, repeated(article, small_bytes, one_block), repeated(article, large_bytes, one_block));
}

/// One block of `unit` again and again, nothing between.
Article glued(std::string_view unit, std::size_t bytes, BlockKind kind) {
  std::string text;
  while (text.size() < bytes) text += unit;
  Article article;
  article.blocks.push_back({kind, std::move(text), true});
  return article;
}

void print_glued(const char* name, std::string_view unit, BlockKind kind = BlockKind::paragraph) {
  print_sizes(name, glued(unit, small_bytes, kind), glued(unit, large_bytes, kind));
}

void print_blocks(const char* name, const char* text) {
  const auto blocks = [text](std::size_t count) {
    Article article;
    article.blocks.assign(count, Block{BlockKind::paragraph, text, false});
    return article;
  };
  print_sizes(name, blocks(6250), blocks(100000));
}

Article of_texts(const std::vector<std::string>& texts) {
  Article article;
  for (const std::string& text : texts) article.blocks.push_back({BlockKind::paragraph, text, true});
  return article;
}

/// The same for one stage: values, whose phrases may go on for ever.
void print_value_ratio(const char* unit) {
  double per_byte[2] = {};
  const std::size_t sizes[2] = {small_bytes, large_bytes};
  for (int i = 0; i < 2; ++i) {
    std::string text;
    while (text.size() < sizes[i]) text += unit;
    Article article;
    article.blocks.push_back({BlockKind::paragraph, text, true});
    const Document document = read_document(article);
    per_byte[i] = best_of([&] { sink += find_values(document).size(); }, 0.1) / static_cast<double>(text.size());
  }
  std::printf("  %-28s %7.3f us/KB     %7.3f us/KB     x %.2f\n", unit, 1024e6 * per_byte[0], 1024e6 * per_byte[1],
              per_byte[1] / per_byte[0]);
}

/// Captions each beside a paragraph of its own: linking must cost the same a caption however many there are.
void print_caption_ratio() {
  double per_caption[2] = {};
  const int counts[2] = {200, 3200};
  for (int i = 0; i < 2; ++i) {
    Article article;
    for (int n = 0; n < counts[i]; ++n) {
      const std::string boat = "Boat " + std::to_string(n);
      article.blocks.push_back({BlockKind::caption, boat + " waits in the port of Beira. Photo: Ana Sitoe/LNA", true});
      article.blocks.push_back({BlockKind::paragraph, boat + " had come with timber for the port of Beira.", true});
    }
    const Document document = read_document(article);
    const double seconds = best_of([&] { sink += read_captions(document, {}, {}).size(); }, 0.2);
    per_caption[i] = seconds / static_cast<double>(counts[i]);
  }
  std::printf("  %-28s %7.3f us/caption %7.3f us/caption x %.2f\n", "captions with paragraphs", 1e6 * per_caption[0],
              1e6 * per_caption[1], per_caption[1] / per_caption[0]);
}

void print_ratios(const Article& article) {
  std::printf("cost per token, 64 KB and 1 MB of the same (budget: x 1.20)\n");
  print_ratio("the article", article, false);
  print_ratio("the article, one block", article, true);
  print_ratio("open quotes", of_texts({"\xE2\x80\x9CWe act, \xE2\x80\x9Cshe said"}), true);
  print_ratio("one name", of_texts({"Otieno"}), true);
  print_ratio("names and verbs", of_texts({"Ana Otieno said", "Paul Byaruhanga told Rey that", "she urged"}), true);
  print_ratio("names, a block each", of_texts({"Ana Otieno said", "Paul Byaruhanga told Rey that", "she urged"}),
              false);
  print_ratio("commas", of_texts({", , ,"}), true);
  print_ratio("numbers", of_texts({"7 Nov 2025 $3.7 million on Tuesday"}), true);
  print_ratio("brackets", of_texts({"((Otieno"}), true);
  print_ratio("words, no sentence end", of_texts({"talks with the river basin had begun again and"}), true);
  print_glued("quote marks", "\"");
  print_glued("opening quote marks", "\xE2\x80\x9C");
  print_glued("quote marks apart", "\" ");
  print_glued("apostrophes", "'");
  print_glued("capitals", "A B C ");
  print_glued("names without end", "Ana Otieno ");
  print_glued("one token", "a");
  print_glued("one token of capitals", "A");
  print_glued("open brackets", "(");
  print_glued("open brackets apart", "( [ ");
  print_glued("commas, no space", ",");
  print_glued("full stops", ".");
  print_glued("hyphens", "a-");
  print_glued("a long caption", "Ana Otieno (left) and Paul Byaruhanga (right), ", BlockKind::caption);
  print_glued("a caption of credits", "Photo: Ana Otieno/LNA ", BlockKind::caption);
  print_blocks("100,000 blocks of 2 tokens", "Rey spoke");
  print_blocks("100,000 blocks of a letter", "a");
  Article captions = of_texts({"Ana Otieno, left, speaks in Kisumu on Tuesday. J. Doe/LNA"});
  captions.blocks.front().kind = BlockKind::caption;
  print_ratio("captions", captions, false);
  std::printf("\nstages alone: captions 200 and 3,200 of them, values 64 KB and 1 MB of the same (budget: x 1.20)\n");
  print_caption_ratio();
  for (const char* unit : {"three hundred and ", "1-", "12 555 ", "May ", "between 5 and ", "a half of two and a half ",
                           "the end of the ", "$5 to ", "x"})
    print_value_ratio(unit);
}

}  // namespace

int main(int argc, char** argv) {
  const Article article = read_article(argc > 1 ? argv[1] : nullptr);
  if (article.blocks.empty()) {
    std::fprintf(stderr, "newsgloss_bench: no text in %s\n", argc > 1 ? argv[1] : "it");
    return 1;
  }
  print_article(article);
  print_stages(article);
  print_ratios(article);
  return sink == 1 ? 1 : 0;
}
