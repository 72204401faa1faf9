// Trains the entity tagger: reads corpora, makes the engine's own sentences and features of them, trains a CRF
// (entity_crf.h) and writes its float weights, which entities_section.py quantises.
//
//   newsgloss_train_entities --train A.bio --dev B.bio --clusters keys.txt --out weights.bin
//       [--bits 18] [--epochs 7] [--rate 0.07] [--l1 1e-5] [--drop 0.3] [--seed 1] [--min-count 2]
//       [--silver C.bio --targets C.prob [--silver-weight 1] [--gold-repeat 1]]     distillation
//       [--refit 2 --threshold 0.05]                                               train on without small weights
//       [--spans dev.spans]                                                        for entities_section.py to calibrate
//   newsgloss_train_entities --weights weights.bin --bits 18 --clusters keys.txt --label C.bio --out C.prob
//
//   newsgloss_train_entities --cut raw.txt --out raw.bio
//
// The second form writes the labels' probabilities of every token of C.bio: 29 bytes a token, in 255ths. Such files,
// averaged over several models (entity_labels.py), are the targets of the first form. The third cuts raw text, a
// paragraph a line, into the engine's tokens and sentences, every 25 paragraphs a document, all labels O.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bio_corpus.h"
#include "entity_crf.h"
#include "tagger/given_tokens.h"
#include "tagger/rule_entities.h"
#include "text/sentences.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

namespace newsgloss::training {
namespace {

class OptionTable {
 public:
  OptionTable(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; i += 2) values_[argv[i]] = argv[i + 1];
  }
  [[nodiscard]] std::string text(const std::string& name) const {
    const auto it = values_.find("--" + name);
    return it == values_.end() ? "" : it->second;
  }
  template <typename Number>
  void read(const std::string& name, Number& value) const {
    if (const std::string given = text(name); !given.empty()) value = static_cast<Number>(std::stod(given));
  }

 private:
  std::map<std::string, std::string> values_;
};

int gold_label(const Chunk& chunk, TokenRange sentence, std::uint32_t t) {
  if (chunk.type[t] < 0) return 0;
  const bool first = chunk.begins[t] || t == sentence.first;
  const bool last = t + 1 == sentence.last || chunk.type[t + 1] != chunk.type[t] || chunk.begins[t + 1];
  return label_of(first ? (last ? 'U' : 'B') : (last ? 'L' : 'I'), chunk.type[t]);
}

// Blocks, sentences, rules and features exactly as the tagger makes them.
Sentences extract(const std::vector<CorpusDocument>& corpus, const ClusterSource& clusters, int bits) {
  Sentences out;
  EntityFeatures features(&clusters);
  RuleEntities rules;
  std::vector<std::uint64_t> hashes;
  std::vector<EntitySpan> spans;
  std::vector<std::uint8_t> hints;
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
  for (const CorpusDocument& chunks : corpus) {
    std::vector<GivenBlock> given(chunks.size());
    Article article;
    Document document;
    document.article = &article;
    document.blocks.resize(chunks.size());
    for (std::size_t b = 0; b < chunks.size(); ++b) {
      join_given_tokens({chunks[b].tokens.begin(), chunks[b].tokens.end()}, given[b]);
      read_given_block(given[b], document.blocks[b]);
    }
    rules.read(document);
    features.clear();
    for (std::uint32_t b = 0; b < chunks.size(); ++b) {
      rules.tag(b, spans);
      number_labels(spans, chunks[b].tokens.size(), hints);
      for (const TokenRange sentence : document.blocks[b].sentences)
        features.add_sentence(document.blocks[b], sentence, hints);
    }
    features.finish();
    std::size_t s = 0;
    for (std::uint32_t b = 0; b < chunks.size(); ++b) {
      for (const TokenRange sentence : document.blocks[b].sentences) {
        const TokenRange range = features.sentence(s);
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
          hashes.clear();
          features.extract(s, range.first + (t - sentence.first), hashes);
          for (const std::uint64_t hash : hashes) out.features.push_back(static_cast<std::uint32_t>(hash & mask));
          out.token_start.push_back(static_cast<std::uint32_t>(out.features.size()));
          out.gold.push_back(static_cast<std::uint8_t>(gold_label(chunks[b], sentence, t)));
        }
        const std::uint32_t end = sentence.last;
        if (end < chunks[b].tokens.size() && chunks[b].type[end] >= 0 && !chunks[b].begins[end])
          ++out.cut[static_cast<std::size_t>(chunks[b].type[end])];
        out.sentence_start.push_back(static_cast<std::uint32_t>(out.gold.size()));
        ++s;
      }
    }
  }
  return out;
}

// Buckets that fewer than `least` tokens of both parts have are left out of both.
void drop_rare(Sentences& gold, Sentences& silver, int bits, std::uint32_t least) {
  std::vector<std::uint32_t> count(std::size_t{1} << bits, 0);
  for (const Sentences* part : {&gold, &silver})
    for (const std::uint32_t f : part->features) ++count[f];
  for (Sentences* part : {&gold, &silver}) {
    std::size_t kept = 0;
    for (std::size_t t = 0, j = 0; t + 1 < part->token_start.size(); ++t) {
      for (; j < part->token_start[t + 1]; ++j)
        if (count[part->features[j]] >= least) part->features[kept++] = part->features[j];
      part->token_start[t + 1] = static_cast<std::uint32_t>(kept);
    }
    part->features.resize(kept);
  }
}

std::vector<std::uint8_t> read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int label_corpus(const OptionTable& options, const FileClusters& clusters, int bits) {
  EntityCrf crf;
  crf.load(options.text("weights"), bits);
  const Sentences sentences = extract(read_bio(options.text("label")), clusters, bits);
  const std::vector<std::uint8_t> marginals = crf.marginals(sentences);
  std::ofstream(options.text("out"), std::ios::binary)
      .write(reinterpret_cast<const char*>(marginals.data()), static_cast<std::streamsize>(marginals.size()));
  return 0;
}

int cut_text(const OptionTable& options) {
  constexpr std::size_t paragraphs_a_document = 25;
  constexpr std::size_t fewest_tokens = 4;  // shorter lines are no sentences
  std::ifstream in(options.text("cut"));
  std::ofstream out(options.text("out"));
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;
  std::size_t paragraphs = 0;
  for (std::string line; std::getline(in, line);) {
    const std::string text = replace_invalid_utf8(line);
    tokenize(text, tokens);
    if (tokens.size() < fewest_tokens) continue;
    if (paragraphs++ % paragraphs_a_document == 0) out << "-DOCSTART-\tO\n\n";
    split_sentences(text, tokens, sentences);
    for (const TokenRange sentence : sentences) {
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) out << slice(text, tokens[t].span) << "\tO\n";
      out << '\n';
    }
  }
  return in.eof() && out.good() ? 0 : 1;
}

int train(const OptionTable& options, const FileClusters& clusters) {
  Settings settings;
  options.read("bits", settings.bits);
  options.read("epochs", settings.epochs);
  options.read("rate", settings.rate);
  options.read("l1", settings.l1);
  options.read("drop", settings.dropout);
  options.read("seed", settings.seed);
  options.read("silver-weight", settings.silver_weight);
  options.read("gold-repeat", settings.gold_repeat);
  options.read("refit", settings.refit_epochs);
  options.read("threshold", settings.threshold);
  std::uint32_t least = 2;
  options.read("min-count", least);
  Sentences gold = extract(read_bio(options.text("train")), clusters, settings.bits);
  const Sentences dev = extract(read_bio(options.text("dev")), clusters, settings.bits);
  Sentences silver;
  if (const std::string path = options.text("silver"); !path.empty()) {
    silver = extract(read_bio(path), clusters, settings.bits);
    silver.targets = read_bytes(options.text("targets"));
    if (silver.targets.size() != silver.gold.size() * label_count) {
      std::fprintf(stderr, "--targets does not fit --silver\n");
      return 1;
    }
  }
  std::printf("%zu + %zu sentences, %zu + %zu tokens; cut spans in training %ld, in dev %ld\n", gold.size(),
              silver.size(), gold.gold.size(), silver.gold.size(), gold.cut[0] + gold.cut[1] + gold.cut[2],
              dev.cut[0] + dev.cut[1] + dev.cut[2]);
  drop_rare(gold, silver, settings.bits, least);
  EntityCrf crf;
  crf.train(gold, silver, dev, settings);
  std::printf("all ");
  crf.evaluate(dev);
  if (const std::string spans = options.text("spans"); !spans.empty()) crf.write_spans(dev, spans);
  if (const std::string out = options.text("out"); !out.empty()) crf.save(out);
  return 0;
}

}  // namespace
}  // namespace newsgloss::training

int main(int argc, char** argv) {
  const newsgloss::training::OptionTable options(argc, argv);
  if (!options.text("cut").empty()) return newsgloss::training::cut_text(options);
  const newsgloss::training::FileClusters clusters(options.text("clusters"));
  int bits = 18;
  options.read("bits", bits);
  if (!options.text("label").empty()) return newsgloss::training::label_corpus(options, clusters, bits);
  return newsgloss::training::train(options, clusters);
}
