// Trains the entity tagger: a linear-chain CRF (Lafferty et al. 2001) on the hashed features of
// tagger/entity_features.h, over BILOU labels (Ratinov and Roth 2009).
//
//   newsgloss_train_entities --train A.bio --dev B.bio --clusters keys.txt --out weights.bin [--epochs 8] [--bits 20]
//                            [--eta 0.07] [--l1 1e-6] [--drop 0.2] [--seed 1] [--min-count 2]
//
// Stochastic gradient a sentence, AdaGrad (Duchi et al. 2011), lazy L1 (Carpenter 2008), feature dropout. Prints the
// figures of every epoch; writes raw float weights, which write_model.py quantises.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "tagger/entity_features.h"
#include "tagger/given_tokens.h"
#include "tagger/rule_entities.h"

namespace {

using newsgloss::EntityFeatures;
using newsgloss::WordClusters;

std::map<std::string, std::string> options;
std::string option(const std::string& name, const std::string& fallback) {
  const auto it = options.find(name);
  return it == options.end() ? fallback : it->second;
}
float number(const std::string& name, float fallback) { return std::stof(option(name, std::to_string(fallback))); }

// ---- labels: O, then B I L U of each type
const std::array<const char*, 7> type_names = {"Person",   "Organization", "Location", "NORP",
                                               "Facility", "Product",      "Misc"};
constexpr int types = 7;
constexpr int labels = 1 + 4 * types;  // 29
constexpr int row = 32;                // padded
int label_of(char position, int type) {
  return 1 + 4 * type + (position == 'B' ? 0 : position == 'I' ? 1 : position == 'L' ? 2 : 3);
}
int type_of(int label) { return (label - 1) / 4; }
char position_of(int label) { return label == 0 ? 'O' : "BILU"[(label - 1) % 4]; }
bool open_after(int label) {
  const char p = position_of(label);
  return p == 'B' || p == 'I';
}
bool legal(int from, int to) {
  const char p = position_of(to);
  if (open_after(from)) return (p == 'I' || p == 'L') && type_of(from) == type_of(to);
  return p == 'O' || p == 'B' || p == 'U';
}

// One chunk of a BIO file: its tokens and their types (-1 outside), and which tokens begin a span.
struct Chunk {
  std::vector<std::string> tokens;
  std::vector<int> type;
  std::vector<bool> begins;
};
using Doc = std::vector<Chunk>;

int type_index(const std::string& name) {
  for (int i = 0; i < types; ++i)
    if (name == type_names[static_cast<std::size_t>(i)]) return i;
  return -1;  // Date, Money: not this tagger's business
}

std::vector<Doc> read_bio(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  std::vector<Doc> docs(1);
  std::vector<std::string> tokens, tags;
  const auto flush = [&] {
    if (tokens.empty()) return;
    Chunk chunk;
    chunk.tokens = tokens;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      const int type = tags[i] == "O" ? -1 : type_index(tags[i].substr(2));
      chunk.type.push_back(type);
      chunk.begins.push_back(type >= 0 && (tags[i][0] == 'B' || i == 0 || chunk.type[i - 1] != type));
    }
    docs.back().push_back(std::move(chunk));
    tokens.clear();
    tags.clear();
  };
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      flush();
      continue;
    }
    if (line.rfind("-DOCSTART-", 0) == 0) {
      flush();
      if (!docs.back().empty()) docs.emplace_back();
      continue;
    }
    tokens.push_back(line.substr(0, line.find('\t')));
    tags.push_back(line.substr(line.rfind('\t') + 1));
  }
  flush();
  if (docs.back().empty()) docs.pop_back();
  return docs;
}

// Cluster ids by lexicon key (the top 24 bits of WordForm::lower): `key coarse middle fine` a line.
class FileClusters final : public newsgloss::ClusterSource {
 public:
  explicit FileClusters(const std::string& path) {
    std::ifstream in(path);
    std::uint32_t key = 0;
    WordClusters c;
    while (in >> key >> c.id[0] >> c.id[1] >> c.id[2]) table_.emplace(key, c);
    if (table_.empty()) {
      std::fprintf(stderr, "no clusters in %s\n", path.c_str());
      std::exit(1);
    }
  }
  WordClusters clusters(std::uint64_t lower) const override {
    const auto it = table_.find(static_cast<std::uint32_t>(lower >> 40));
    return it == table_.end() ? WordClusters{} : it->second;
  }

 private:
  std::unordered_map<std::uint32_t, WordClusters> table_;
};

struct Data {
  std::vector<std::uint32_t> features, token_start{0}, sentence_start{0};
  std::vector<std::uint8_t> gold;
  std::size_t sentences() const { return sentence_start.size() - 1; }
};

// Blocks, sentences, rules and features exactly as the tagger makes them.
Data extract(const std::vector<Doc>& docs, const newsgloss::ClusterSource& clusters, int bits) {
  Data data;
  EntityFeatures features(&clusters);
  newsgloss::RuleEntities rules;
  std::vector<std::uint64_t> hashes;
  std::vector<std::string_view> words;
  std::vector<newsgloss::EntitySpan> spans;
  std::vector<std::uint8_t> hints;
  for (const Doc& doc : docs) {
    std::vector<newsgloss::GivenBlock> given(doc.size());
    newsgloss::Article article;
    newsgloss::Document document;
    document.article = &article;
    document.blocks.resize(doc.size());
    for (std::size_t b = 0; b < doc.size(); ++b) {
      words.assign(doc[b].tokens.begin(), doc[b].tokens.end());
      newsgloss::join_given_tokens(words, given[b]);
      newsgloss::read_given_block(given[b], document.blocks[b]);
    }
    rules.read(document);
    features.clear();
    for (std::uint32_t b = 0; b < doc.size(); ++b) {
      rules.tag(b, spans);
      newsgloss::number_labels(spans, doc[b].tokens.size(), hints);
      for (const newsgloss::TokenRange sentence : document.blocks[b].sentences)
        features.add_sentence(document.blocks[b], sentence, hints);
    }
    features.finish();
    std::size_t s = 0;
    for (std::uint32_t b = 0; b < doc.size(); ++b) {
      const Chunk& chunk = doc[b];
      for (const newsgloss::TokenRange sentence : document.blocks[b].sentences) {
        const newsgloss::TokenRange range = features.sentence(s);
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
          hashes.clear();
          features.extract(s, range.first + (t - sentence.first), hashes);
          for (const std::uint64_t h : hashes)
            data.features.push_back(static_cast<std::uint32_t>(h & ((1u << bits) - 1)));
          data.token_start.push_back(static_cast<std::uint32_t>(data.features.size()));
          const bool first = chunk.begins[t] || t == sentence.first;
          const bool last = t + 1 == sentence.last || chunk.type[t + 1] != chunk.type[t] || chunk.begins[t + 1];
          data.gold.push_back(static_cast<std::uint8_t>(chunk.type[t] < 0 ? 0
                                                                          : label_of(first && last ? 'U'
                                                                                     : first       ? 'B'
                                                                                     : last        ? 'L'
                                                                                                   : 'I',
                                                                                     chunk.type[t])));
        }
        data.sentence_start.push_back(static_cast<std::uint32_t>(data.gold.size()));
        ++s;
      }
    }
  }
  return data;
}

void drop_rare(Data& data, int bits, int min_count) {
  std::vector<std::uint32_t> count(std::size_t{1} << bits, 0);
  for (const auto f : data.features) ++count[f];
  std::vector<std::uint32_t> kept, start{0};
  kept.reserve(data.features.size());
  for (std::size_t i = 0; i + 1 < data.token_start.size(); ++i) {
    for (std::uint32_t j = data.token_start[i]; j < data.token_start[i + 1]; ++j)
      if (count[data.features[j]] >= static_cast<std::uint32_t>(min_count)) kept.push_back(data.features[j]);
    start.push_back(static_cast<std::uint32_t>(kept.size()));
  }
  data.features.swap(kept);
  data.token_start.swap(start);
}

struct Model {
  std::vector<float> weights;      // bucket × row
  std::vector<float> transitions;  // (labels + 1) × row; the last is the sentence's start
};

void score_token(const Model& m, const std::uint32_t* begin, const std::uint32_t* end, float* out) {
  std::memset(out, 0, row * sizeof(float));
  for (; begin < end; ++begin) {
    const float* w = &m.weights[std::size_t{*begin} * row];
    for (int y = 0; y < row; ++y) out[y] += w[y];
  }
}

struct Counts {
  long gold = 0, found = 0, right = 0;
};
double f1(const Counts& c) {
  return c.gold + c.found ? 200.0 * static_cast<double>(c.right) / static_cast<double>(c.gold + c.found) : 0;
}

std::vector<std::array<int, 3>> spans(const std::vector<int>& y) {
  std::vector<std::array<int, 3>> out;
  int start = -1;
  for (int i = 0; i < static_cast<int>(y.size()); ++i) {
    const char p = position_of(y[static_cast<std::size_t>(i)]);
    if (p == 'U') out.push_back({i, i, type_of(y[static_cast<std::size_t>(i)])});
    if (p == 'B') start = i;
    if (p == 'L' && start >= 0) {
      out.push_back({start, i, type_of(y[static_cast<std::size_t>(i)])});
      start = -1;
    }
  }
  return out;
}

double evaluate(const Data& d, const Model& m, bool print) {
  std::array<Counts, types> c{};
  std::vector<float> score, best;
  std::vector<int> back, out;
  for (std::size_t k = 0; k < d.sentences(); ++k) {
    const std::size_t a = d.sentence_start[k], n = d.sentence_start[k + 1] - a;
    score.resize(row);
    best.assign(n * row, -1e30f);
    back.assign(n * row, 0);
    for (std::size_t i = 0; i < n; ++i) {
      score_token(m, &d.features[d.token_start[a + i]], &d.features[d.token_start[a + i + 1]], score.data());
      for (int y = 0; y < labels; ++y) {
        float top = -1e30f;
        int from = 0;
        if (i == 0)
          top = m.transitions[static_cast<std::size_t>(labels * row + y)];
        else
          for (int x = 0; x < labels; ++x) {
            const float v = best[(i - 1) * row + static_cast<std::size_t>(x)] +
                            m.transitions[static_cast<std::size_t>(x * row + y)];
            if (v > top) {
              top = v;
              from = x;
            }
          }
        best[i * row + static_cast<std::size_t>(y)] = top + score[static_cast<std::size_t>(y)];
        back[i * row + static_cast<std::size_t>(y)] = from;
      }
    }
    int b = 0;
    float top = -3e30f;
    for (int y = 0; y < labels; ++y)
      if (!open_after(y) && best[(n - 1) * row + static_cast<std::size_t>(y)] > top) {
        top = best[(n - 1) * row + static_cast<std::size_t>(y)];
        b = y;
      }
    out.resize(n);
    for (std::size_t i = n; i-- > 0;) {
      out[i] = b;
      b = back[i * row + static_cast<std::size_t>(b)];
    }
    std::vector<int> gold(d.gold.begin() + static_cast<long>(a), d.gold.begin() + static_cast<long>(a + n));
    const auto g = spans(gold), p = spans(out);
    for (const auto& s : g) ++c[static_cast<std::size_t>(s[2])].gold;
    for (const auto& s : p) {
      ++c[static_cast<std::size_t>(s[2])].found;
      if (std::find(g.begin(), g.end(), s) != g.end()) ++c[static_cast<std::size_t>(s[2])].right;
    }
  }
  Counts six, all;
  for (std::size_t i = 0; i < types; ++i)
    for (Counts* x : {&six, &all})
      if (x == &all || i != 6) {
        x->gold += c[i].gold;
        x->found += c[i].found;
        x->right += c[i].right;
      }
  if (print) {
    std::printf("six types %.2f (P %.2f R %.2f), with Misc %.2f |", f1(six),
                100.0 * static_cast<double>(six.right) / static_cast<double>(std::max(1L, six.found)),
                100.0 * static_cast<double>(six.right) / static_cast<double>(std::max(1L, six.gold)), f1(all));
    for (std::size_t i = 0; i < types; ++i) std::printf(" %s %.1f", type_names[i], f1(c[i]));
    std::printf("\n");
    std::fflush(stdout);
  }
  return f1(six);
}

void train(const Data& d, const Data& dev, Model& m, int bits, int epochs, float eta, float l1, float drop,
           unsigned seed, float decay) {
  const std::size_t buckets = std::size_t{1} << bits;
  m.weights.assign(buckets * row, 0);
  m.transitions.assign(static_cast<std::size_t>((labels + 1) * row), -1e30f);
  for (int x = 0; x <= labels; ++x)
    for (int y = 0; y < labels; ++y)
      if (legal(x == labels ? 0 : x, y)) m.transitions[static_cast<std::size_t>(x * row + y)] = 0;
  std::vector<float> g2(buckets * row, 1.0f), gt(m.transitions.size(), 1.0f), et(m.transitions.size());
  std::vector<std::uint32_t> last(buckets, 0);
  std::uint32_t step = 0;
  std::mt19937 random(seed);
  std::vector<std::uint32_t> order(d.sentences());
  std::iota(order.begin(), order.end(), 0u);
  std::vector<float> s, al, be, z;
  std::vector<std::uint32_t> kept, kept_start;
  const auto shrink = [&](std::size_t r) {
    if (l1 <= 0) return;
    const auto dt = static_cast<float>(step - last[r]);
    last[r] = step;
    if (dt == 0) return;
    float* w = &m.weights[r * row];
    const float* g = &g2[r * row];
    for (int y = 0; y < row; ++y) {
      const float q = l1 * eta * dt / std::sqrt(g[y]);
      const float v = std::fabs(w[y]) - q;
      w[y] = v > 0 ? std::copysign(v, w[y]) : 0;
    }
  };
  for (int e = 0; e < epochs; ++e) {
    const auto t0 = std::chrono::steady_clock::now();
    std::shuffle(order.begin(), order.end(), random);
    for (const std::uint32_t k : order) {
      ++step;
      const std::size_t a = d.sentence_start[k], n = d.sentence_start[k + 1] - a;
      s.resize(n * row);
      al.assign(n * row, 0);
      be.assign(n * row, 0);
      z.assign(n, 0);
      kept.clear();
      kept_start.assign(1, 0);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::uint32_t j = d.token_start[a + i]; j < d.token_start[a + i + 1]; ++j)
          if (!(drop > 0 && static_cast<float>(random() & 0xffff) < drop * 65536.f)) kept.push_back(d.features[j]);
        kept_start.push_back(static_cast<std::uint32_t>(kept.size()));
      }
      kept.push_back(0);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::uint32_t j = kept_start[i]; j < kept_start[i + 1]; ++j) shrink(kept[j]);
        float* S = &s[i * row];
        score_token(m, &kept[kept_start[i]], &kept[kept_start[i + 1]], S);
        float top = -1e30f;
        for (int y = 0; y < labels; ++y) top = std::max(top, S[y]);
        for (int y = 0; y < row; ++y) S[y] = y < labels ? std::exp(S[y] - top) : 0;
      }
      for (std::size_t i = 0; i < et.size(); ++i) et[i] = m.transitions[i] < -1e29f ? 0 : std::exp(m.transitions[i]);
      for (std::size_t i = 0; i < n; ++i) {
        float* A = &al[i * row];
        if (i == 0)
          for (int y = 0; y < row; ++y)
            A[y] = et[static_cast<std::size_t>(labels * row + y)] * s[static_cast<std::size_t>(y)];
        else {
          const float* P = &al[(i - 1) * row];
          for (int x = 0; x < labels; ++x) {
            const float p = P[x];
            if (p < 1e-12f) continue;
            const float* r = &et[static_cast<std::size_t>(x * row)];
            for (int y = 0; y < row; ++y) A[y] += p * r[y];
          }
          for (int y = 0; y < row; ++y) A[y] *= s[i * row + static_cast<std::size_t>(y)];
        }
        if (i + 1 == n)
          for (int y = 0; y < labels; ++y)
            if (open_after(y)) A[y] = 0;
        float sum = 0;
        for (int y = 0; y < row; ++y) sum += A[y];
        if (!(sum > 1e-30f)) sum = 1e-30f;
        z[i] = sum;
        for (int y = 0; y < row; ++y) A[y] /= sum;
      }
      for (int y = 0; y < labels; ++y) be[(n - 1) * row + static_cast<std::size_t>(y)] = open_after(y) ? 0 : 1;
      float tmp[row];
      for (std::size_t i = n - 1; i-- > 0;) {
        for (int y = 0; y < row; ++y)
          tmp[y] = be[(i + 1) * row + static_cast<std::size_t>(y)] * s[(i + 1) * row + static_cast<std::size_t>(y)] /
                   z[i + 1];
        for (int x = 0; x < labels; ++x) {
          const float* r = &et[static_cast<std::size_t>(x * row)];
          float v = 0;
          for (int y = 0; y < row; ++y) v += r[y] * tmp[y];
          be[i * row + static_cast<std::size_t>(x)] = v;
        }
      }
      float g[row];
      for (std::size_t i = 0; i < n; ++i) {
        float total = 0, biggest = 0;
        for (int y = 0; y < row; ++y) {
          g[y] = al[i * row + static_cast<std::size_t>(y)] * be[i * row + static_cast<std::size_t>(y)];
          total += g[y];
        }
        for (int y = 0; y < row; ++y) g[y] = total > 0 ? g[y] / total : 0;
        const int gold = d.gold[a + i];
        g[gold] -= 1;
        for (int y = 0; y < row; ++y) biggest = std::max(biggest, std::fabs(g[y]));
        if (biggest < 2e-3f) continue;
        if (i > 0) {
          const int before = d.gold[a + i - 1];
          for (int y = 0; y < row; ++y)
            tmp[y] = be[i * row + static_cast<std::size_t>(y)] * s[i * row + static_cast<std::size_t>(y)] / z[i];
          for (int x = 0; x < labels; ++x) {
            const float p = al[(i - 1) * row + static_cast<std::size_t>(x)];
            if (p < 1e-6f && x != before) continue;
            for (int y = 0; y < labels; ++y) {
              const auto at = static_cast<std::size_t>(x * row + y);
              if (et[at] == 0) continue;
              const float q = p * et[at] * tmp[y] - ((x == before && y == gold) ? 1.f : 0.f);
              if (std::fabs(q) < 1e-5f) continue;
              gt[at] += q * q;
              m.transitions[at] -= eta * q / std::sqrt(gt[at]);
            }
          }
        }
        for (std::uint32_t j = kept_start[i]; j < kept_start[i + 1]; ++j) {
          float* w = &m.weights[std::size_t{kept[j]} * row];
          float* q = &g2[std::size_t{kept[j]} * row];
          for (int y = 0; y < row; ++y) {
            q[y] += g[y] * g[y];
            w[y] -= eta * g[y] / std::sqrt(q[y]);
          }
        }
      }
    }
    eta *= decay;
    Model view;
    if (e + 2 >= epochs || e % 2 == 1) {
      Model tested = m;
      for (float& w : tested.weights) w *= 1 - drop;
      std::printf("epoch %d  %.0f s  ", e + 1,
                  std::chrono::duration<double>(std::chrono::steady_clock::now() - t0).count());
      evaluate(dev, tested, true);
    }
  }
  for (std::size_t r = 0; r < buckets; ++r) shrink(r);
  for (float& w : m.weights) w *= 1 - drop;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i + 1 < argc; i += 2) options[argv[i] + 2] = argv[i + 1];
  const int bits = static_cast<int>(number("bits", 20));
  const FileClusters clusters(option("clusters", ""));
  const auto train_docs = read_bio(option("train", "")), dev_docs = read_bio(option("dev", ""));
  Data data = extract(train_docs, clusters, bits), dev = extract(dev_docs, clusters, bits);
  std::printf("%zu sentences, %zu tokens, %.1f features a token\n", data.sentences(), data.gold.size(),
              static_cast<double>(data.features.size()) / static_cast<double>(data.gold.size()));
  drop_rare(data, bits, static_cast<int>(number("min-count", 2)));
  Model model;
  train(data, dev, model, bits, static_cast<int>(number("epochs", 8)), number("eta", 0.07f), number("l1", 1e-6f),
        number("drop", 0.2f), static_cast<unsigned>(number("seed", 1)), number("decay", 1));
  std::size_t nonzero = 0;
  for (const float w : model.weights) nonzero += std::fabs(w) > 1e-4f;
  std::printf("%zu weights  ", nonzero);
  evaluate(dev, model, true);
  if (const std::string out = option("out", ""); !out.empty()) {
    std::ofstream file(out, std::ios::binary);
    file.write(reinterpret_cast<const char*>(model.weights.data()),
               static_cast<std::streamsize>(model.weights.size() * sizeof(float)));
    file.write(reinterpret_cast<const char*>(model.transitions.data()),
               static_cast<std::streamsize>(model.transitions.size() * sizeof(float)));
  }
}
