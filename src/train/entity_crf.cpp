#include "entity_crf.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <numeric>
#include <random>

namespace newsgloss::training {
namespace {

constexpr float never = -1e30F;
constexpr std::size_t at(std::size_t row, int label) { return row * row_size + static_cast<std::size_t>(label); }

struct LabelledSpan {
  int first, last, type;
  friend bool operator==(const LabelledSpan&, const LabelledSpan&) = default;
};

std::vector<LabelledSpan> spans_of(const std::vector<int>& labels) {
  std::vector<LabelledSpan> out;
  int start = -1;
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const int y = labels[static_cast<std::size_t>(i)];
    const char p = position_of(y);
    if (p == 'U') out.push_back({i, i, type_of(y)});
    if (p == 'B') start = i;
    if (p == 'L' && start >= 0) {
      out.push_back({start, i, type_of(y)});
      start = -1;
    }
  }
  return out;
}

struct Counts {
  long gold = 0, found = 0, right = 0;
  [[nodiscard]] double f1() const {
    return gold + found != 0 ? 200.0 * static_cast<double>(right) / static_cast<double>(gold + found) : 0;
  }
  void add(const Counts& c) {
    gold += c.gold;
    found += c.found;
    right += c.right;
  }
};

}  // namespace

// Forward and backward sums of one sentence, scaled to one at each token (Rabiner 1989).
struct EntityCrf::Chain {
  std::vector<float> scores, forward, backward, scale;
  std::vector<float> transitions;  // exponentials

  void exponentiate(const std::vector<float>& t) {
    transitions.resize(t.size());
    for (std::size_t i = 0; i < t.size(); ++i) transitions[i] = t[i] < never / 10 ? 0 : std::exp(t[i]);
  }

  /// `scores` holds the sums of weights; they become exponentials.
  void run(std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
      float* s = &scores[i * row_size];
      const float top = *std::max_element(s, s + label_count);
      for (int y = 0; y < row_size; ++y) s[y] = y < label_count ? std::exp(s[y] - top) : 0;
    }
    forward.assign(n * row_size, 0);
    backward.assign(n * row_size, 0);
    scale.assign(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
      float* a = &forward[i * row_size];
      if (i == 0) {
        for (int y = 0; y < row_size; ++y) a[y] = transitions[at(label_count, y)];
      } else {
        const float* before = &forward[(i - 1) * row_size];
        for (int x = 0; x < label_count; ++x) {
          if (before[x] < 1e-12F) continue;
          const float* r = &transitions[at(static_cast<std::size_t>(x), 0)];
          for (int y = 0; y < row_size; ++y) a[y] += before[x] * r[y];
        }
      }
      for (int y = 0; y < row_size; ++y) a[y] *= scores[at(i, y)];
      if (i + 1 == n)
        for (int y = 0; y < label_count; ++y)
          if (is_open(y)) a[y] = 0;
      float sum = 0;
      for (int y = 0; y < row_size; ++y) sum += a[y];
      scale[i] = std::max(sum, 1e-30F);
      for (int y = 0; y < row_size; ++y) a[y] /= scale[i];
    }
    for (int y = 0; y < label_count; ++y) backward[at(n - 1, y)] = is_open(y) ? 0 : 1;
    float after[row_size];
    for (std::size_t i = n - 1; i-- > 0;) {
      into(i + 1, after);
      for (int x = 0; x < label_count; ++x) {
        const float* r = &transitions[at(static_cast<std::size_t>(x), 0)];
        float v = 0;
        for (int y = 0; y < row_size; ++y) v += r[y] * after[y];
        backward[at(i, x)] = v;
      }
    }
  }

  /// What the labels of token i and all after it are worth.
  void into(std::size_t i, float* out) const {
    for (int y = 0; y < row_size; ++y) out[y] = backward[at(i, y)] * scores[at(i, y)] / scale[i];
  }

  void marginal(std::size_t i, float* out) const {
    float total = 0;
    for (int y = 0; y < row_size; ++y) total += out[y] = forward[at(i, y)] * backward[at(i, y)];
    for (int y = 0; y < row_size; ++y) out[y] = total > 0 ? out[y] / total : 0;
  }
};

void EntityCrf::score(const std::uint32_t* begin, const std::uint32_t* end, float* out) const {
  std::fill_n(out, row_size, 0.0F);
  for (; begin < end; ++begin) {
    const float* w = &weights_[at(*begin, 0)];
    for (int y = 0; y < row_size; ++y) out[y] += w[y];
  }
}

void EntityCrf::score_sentence(const Sentences& s, std::size_t sentence, std::vector<float>& out) const {
  const std::size_t a = s.sentence_start[sentence];
  const std::size_t n = s.sentence_start[sentence + 1] - a;
  out.resize(n * row_size);
  for (std::size_t i = 0; i < n; ++i)
    score(&s.features[s.token_start[a + i]], &s.features[s.token_start[a + i + 1]], &out[i * row_size]);
}

// Viterbi.
void EntityCrf::decode(const Sentences& s, std::size_t sentence, std::vector<int>& out) const {
  const std::size_t a = s.sentence_start[sentence];
  const std::size_t n = s.sentence_start[sentence + 1] - a;
  std::vector<float> best(n * row_size, never);
  std::vector<int> back(n * row_size, 0);
  float scores[row_size];
  for (std::size_t i = 0; i < n; ++i) {
    score(&s.features[s.token_start[a + i]], &s.features[s.token_start[a + i + 1]], scores);
    for (int y = 0; y < label_count; ++y) {
      float top = i == 0 ? transitions_[at(label_count, y)] : never;
      int from = 0;
      for (int x = 0; i > 0 && x < label_count; ++x) {
        const float v = best[at(i - 1, x)] + transitions_[at(static_cast<std::size_t>(x), y)];
        if (v > top) {
          top = v;
          from = x;
        }
      }
      best[at(i, y)] = top + scores[y];
      back[at(i, y)] = from;
    }
  }
  int label = 0;
  for (int y = 0; y < label_count; ++y)
    if (!is_open(y) && best[at(n - 1, y)] > best[at(n - 1, label)]) label = y;
  out.resize(n);
  for (std::size_t i = n; i-- > 0;) {
    out[i] = label;
    label = back[at(i, label)];
  }
}

double EntityCrf::evaluate(const Sentences& s) const {
  std::array<Counts, type_count> c{};
  std::vector<int> found, gold;
  for (std::size_t k = 0; k < s.size(); ++k) {
    decode(s, k, found);
    gold.assign(&s.gold[s.sentence_start[k]], &s.gold[s.sentence_start[k]] + found.size());
    const auto right = spans_of(gold);
    for (const LabelledSpan& span : right) ++c[static_cast<std::size_t>(span.type)].gold;
    for (const LabelledSpan& span : spans_of(found)) {
      Counts& count = c[static_cast<std::size_t>(span.type)];
      ++count.found;
      count.right += std::find(right.begin(), right.end(), span) != right.end();
    }
  }
  Counts six, all;
  for (std::size_t i = 0; i < type_count; ++i) {
    if (i != 6) six.add(c[i]);
    all.add(c[i]);
  }
  std::printf("six types %.2f (P %.2f R %.2f), with Misc %.2f |", six.f1(),
              100.0 * static_cast<double>(six.right) / static_cast<double>(std::max(1L, six.found)),
              100.0 * static_cast<double>(six.right) / static_cast<double>(std::max(1L, six.gold)), all.f1());
  for (std::size_t i = 0; i < type_count; ++i) std::printf(" %s %.1f", type_names[i], c[i].f1());
  std::printf("\n");
  std::fflush(stdout);
  return six.f1();
}

std::vector<std::uint8_t> EntityCrf::marginals(const Sentences& s) const {
  std::vector<std::uint8_t> out;
  out.reserve(s.gold.size() * label_count);
  Chain chain;
  chain.exponentiate(transitions_);
  float p[row_size];
  for (std::size_t k = 0; k < s.size(); ++k) {
    const std::size_t n = s.sentence_start[k + 1] - s.sentence_start[k];
    score_sentence(s, k, chain.scores);
    chain.run(n);
    for (std::size_t i = 0; i < n; ++i) {
      chain.marginal(i, p);
      for (int y = 0; y < label_count; ++y) out.push_back(static_cast<std::uint8_t>(p[y] * 255.0F + 0.5F));
    }
  }
  return out;
}

void EntityCrf::write_spans(const Sentences& s, const std::string& path) const {
  std::ofstream out(path);
  Chain chain;
  chain.exponentiate(transitions_);
  std::vector<int> found, gold;
  for (std::size_t k = 0; k < s.size(); ++k) {
    decode(s, k, found);
    gold.assign(&s.gold[s.sentence_start[k]], &s.gold[s.sentence_start[k]] + found.size());
    const auto right = spans_of(gold);
    score_sentence(s, k, chain.scores);
    chain.run(found.size());
    for (const LabelledSpan& span : spans_of(found)) {
      const auto first = static_cast<std::size_t>(span.first);
      const auto last = static_cast<std::size_t>(span.last);
      float p = chain.forward[at(first, found[first])];
      for (std::size_t i = first + 1; i <= last; ++i)
        p *= chain.transitions[at(static_cast<std::size_t>(found[i - 1]), found[i])] * chain.scores[at(i, found[i])] /
             chain.scale[i];
      p *= chain.backward[at(last, found[last])];
      out << span.type << ' ' << p << ' ' << (std::find(right.begin(), right.end(), span) != right.end() ? 1 : 0)
          << '\n';
    }
  }
}

void EntityCrf::train(const Sentences& gold, const Sentences& silver, const Sentences& dev, const Settings& settings) {
  const std::size_t buckets = std::size_t{1} << settings.bits;
  const float rate = settings.rate;
  weights_.assign(buckets * row_size, 0);
  transitions_.assign((label_count + 1) * row_size, never);
  for (int x = 0; x <= label_count; ++x)
    for (int y = 0; y < label_count; ++y)
      if (may_follow(x == label_count ? 0 : x, y)) transitions_[at(static_cast<std::size_t>(x), y)] = 0;
  std::vector<float> squares(weights_.size(), 1.0F);
  std::vector<float> transition_squares(transitions_.size(), 1.0F);
  std::vector<std::uint32_t> last(buckets, 0);
  std::uint32_t step = 0;
  std::mt19937 random(settings.seed);
  std::vector<std::uint32_t> order;  // sentence, of gold first, then of silver
  for (int i = 0; i < settings.gold_repeat; ++i)
    for (std::uint32_t k = 0; k < gold.size(); ++k) order.push_back(k);
  for (std::uint32_t k = 0; k < silver.size(); ++k) order.push_back(static_cast<std::uint32_t>(gold.size()) + k);
  Chain chain;
  std::vector<std::uint32_t> kept, kept_start;
  const auto shrink = [&](std::size_t r) {
    const auto steps = static_cast<float>(step - last[r]);
    last[r] = step;
    if (settings.l1 <= 0 || steps == 0) return;
    float* w = &weights_[r * row_size];
    const float* q = &squares[r * row_size];
    for (int y = 0; y < row_size; ++y) {
      const float v = std::fabs(w[y]) - settings.l1 * rate * steps / std::sqrt(q[y]);
      w[y] = v > 0 ? std::copysign(v, w[y]) : 0;
    }
  };
  const int all_epochs = settings.epochs + settings.refit_epochs;
  for (int epoch = 0; epoch < all_epochs; ++epoch) {
    const auto started = std::chrono::steady_clock::now();
    if (epoch == settings.epochs) {  // weights of infinite square never move again
      const float least = settings.threshold / (1 - settings.dropout);
      for (std::size_t r = 0; r < buckets; ++r) shrink(r);
      for (std::size_t i = 0; i < weights_.size(); ++i)
        if (std::fabs(weights_[i]) < least) {
          weights_[i] = 0;
          squares[i] = std::numeric_limits<float>::infinity();
        }
    }
    std::shuffle(order.begin(), order.end(), random);
    for (const std::uint32_t entry : order) {
      const bool is_silver = entry >= gold.size();
      const Sentences& d = is_silver ? silver : gold;
      const std::size_t k = is_silver ? entry - gold.size() : entry;
      const float weight = is_silver ? settings.silver_weight : 1;
      const std::size_t a = d.sentence_start[k];
      const std::size_t n = d.sentence_start[k + 1] - a;
      ++step;
      kept.clear();
      kept_start.assign(1, 0);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::uint32_t j = d.token_start[a + i]; j < d.token_start[a + i + 1]; ++j)
          if (static_cast<float>(random() & 0xffff) >= settings.dropout * 65536.0F) kept.push_back(d.features[j]);
        kept_start.push_back(static_cast<std::uint32_t>(kept.size()));
      }
      kept.push_back(0);
      chain.scores.resize(n * row_size);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::uint32_t j = kept_start[i]; j < kept_start[i + 1]; ++j) shrink(kept[j]);
        score(&kept[kept_start[i]], &kept[kept_start[i + 1]], &chain.scores[i * row_size]);
      }
      chain.exponentiate(transitions_);
      chain.run(n);
      float g[row_size];
      float after[row_size];
      for (std::size_t i = 0; i < n; ++i) {
        chain.marginal(i, g);
        if (d.targets.empty()) {
          g[d.gold[a + i]] -= 1;
        } else {
          for (int y = 0; y < label_count; ++y)
            g[y] -= static_cast<float>(d.targets[(a + i) * label_count + static_cast<std::size_t>(y)]) / 255.0F;
        }
        float biggest = 0;
        for (int y = 0; y < row_size; ++y) biggest = std::max(biggest, std::fabs(g[y]));
        if (biggest < (is_silver ? 8e-3F : 2e-3F)) continue;  // silver targets are rounded to 255ths
        if (i > 0 && !is_silver) {
          const int before = d.gold[a + i - 1];
          const int here = d.gold[a + i];
          chain.into(i, after);
          for (int x = 0; x < label_count; ++x) {
            const float p = chain.forward[at(i - 1, x)];
            if (p < 1e-6F && x != before) continue;
            for (int y = 0; y < label_count; ++y) {
              const std::size_t t = at(static_cast<std::size_t>(x), y);
              if (chain.transitions[t] == 0) continue;
              const float q = p * chain.transitions[t] * after[y] - ((x == before && y == here) ? 1.0F : 0.0F);
              if (std::fabs(q) < 1e-5F) continue;
              transition_squares[t] += q * q;
              transitions_[t] -= rate * q / std::sqrt(transition_squares[t]);
            }
          }
        }
        for (int y = 0; y < row_size; ++y) g[y] *= weight;
        for (std::uint32_t j = kept_start[i]; j < kept_start[i + 1]; ++j) {
          float* w = &weights_[at(kept[j], 0)];
          float* q = &squares[at(kept[j], 0)];
          for (int y = 0; y < row_size; ++y) {
            q[y] += g[y] * g[y];
            w[y] -= rate * g[y] / std::sqrt(q[y]);
          }
        }
      }
    }
    std::printf("epoch %d  %.0f s  ", epoch + 1,
                std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
    EntityCrf tested = *this;
    for (float& w : tested.weights_) w *= 1 - settings.dropout;
    tested.evaluate(dev);
  }
  for (std::size_t r = 0; r < buckets; ++r) shrink(r);
  for (float& w : weights_) w *= 1 - settings.dropout;
}

void EntityCrf::save(const std::string& path) const {
  std::ofstream file(path, std::ios::binary);
  for (const std::vector<float>* part : {&weights_, &transitions_})
    file.write(reinterpret_cast<const char*>(part->data()), static_cast<std::streamsize>(part->size() * sizeof(float)));
}

void EntityCrf::load(const std::string& path, int bits) {
  weights_.resize((std::size_t{1} << bits) * row_size);
  transitions_.resize((label_count + 1) * row_size);
  std::ifstream file(path, std::ios::binary);
  for (std::vector<float>* part : {&weights_, &transitions_})
    file.read(reinterpret_cast<char*>(part->data()), static_cast<std::streamsize>(part->size() * sizeof(float)));
}

}  // namespace newsgloss::training
