// The kernels, written once over a vector type. The including file defines, in an unnamed namespace of newsgloss:
//
//   F, I        vectors of `lanes` floats and 32-bit integers with + - * / (lanes divides 8)
//   load_f, store_f, splat_f, load_w (2 * lanes weights), pair (two int16 of x, in all lanes), dot (w . pair added to
//   an accumulator), to_float, to_int (towards zero), min_f, max_f, store_i16
//
// and includes no header after this one's inclusion. See network_kernels.h.

constexpr std::size_t vectors = row_group / lanes;  // in a group of rows

// `groups` groups of rows by `tokens` inputs at once: what is loaded of either is used for all of the other. Sums of
// integers are exact in any order, so how the work is blocked does not show in the result.
template <std::size_t groups, std::size_t tokens>
inline void product(const PackedMatrix& m, std::size_t group, const std::int16_t* x, float* out) {
  const std::size_t pairs = m.columns / 2;
  const std::int16_t* weights = m.weights.data() + group * pairs * row_group * 2;
  I sum[tokens][groups * vectors] = {};
  for (std::size_t p = 0; p < pairs; ++p) {
    W input[tokens];
    for (std::size_t t = 0; t < tokens; ++t) input[t] = pair(x + t * m.columns + 2 * p);
    for (std::size_t g = 0; g < groups; ++g)
      for (std::size_t v = 0; v < vectors; ++v) {
        const W w = load_w(weights + ((g * pairs + p) * row_group + v * lanes) * 2);
        for (std::size_t t = 0; t < tokens; ++t) sum[t][g * vectors + v] = dot(sum[t][g * vectors + v], w, input[t]);
      }
  }
  for (std::size_t t = 0; t < tokens; ++t)
    for (std::size_t v = 0; v < groups * vectors; ++v) {
      const std::size_t row = group * row_group + v * lanes;
      store_f(out + t * m.rows + row, load_f(m.bias.data() + row) + to_float(sum[t][v]) * load_f(m.steps.data() + row));
    }
}

void affine(const PackedMatrix& m, const std::int16_t* x, std::size_t tokens, float* out) {
  // Eight sums at a time, of the sixteen vector registers that most processors have.
  constexpr std::size_t wide = vectors < 8 ? 8 / vectors : 1;   // groups for one token
  constexpr std::size_t high = 4;                               // tokens ...
  constexpr std::size_t broad = vectors < 2 ? 2 / vectors : 1;  // ... by groups
  const std::size_t groups = m.rows / row_group;
  std::size_t t = 0;
  if (tokens >= high) {
    // A matrix's rows stay in the nearest cache while all tokens pass by them.
    const std::size_t blocked = tokens / high * high;
    std::size_t group = 0;
    for (; group + broad <= groups; group += broad)
      for (t = 0; t < blocked; t += high) product<broad, high>(m, group, x + t * m.columns, out + t * m.rows);
    for (; group < groups; ++group)
      for (t = 0; t < blocked; t += high) product<1, high>(m, group, x + t * m.columns, out + t * m.rows);
    t = blocked;
  }
  for (; t < tokens; ++t) {
    std::size_t group = 0;
    for (; group + wide <= groups; group += wide) product<wide, 1>(m, group, x + t * m.columns, out + t * m.rows);
    for (; group < groups; ++group) product<1, 1>(m, group, x + t * m.columns, out + t * m.rows);
  }
}

// tanh by its continued fraction cut after four terms (Lambert 1770); error below 2e-4, which training does not feel.
F tanh_of(F x) {
  x = min_f(max_f(x, splat_f(-4.97F)), splat_f(4.97F));
  const F q = x * x;
  const F above = x * (splat_f(135135.0F) + q * (splat_f(17325.0F) + q * (splat_f(378.0F) + q)));
  const F below = splat_f(135135.0F) + q * (splat_f(62370.0F) + q * (splat_f(3150.0F) + q * splat_f(28.0F)));
  return min_f(max_f(above / below, splat_f(-1.0F)), splat_f(1.0F));
}

F sigmoid_of(F x) { return splat_f(0.5F) + splat_f(0.5F) * tanh_of(splat_f(0.5F) * x); }

void gru(const PackedMatrix& recurrent, const float* gates, std::size_t stride, std::size_t tokens, bool reverse,
         std::int16_t* out, std::size_t out_stride, float* scratch, std::int16_t* state) {
  const std::size_t size = recurrent.columns;
  float* exact = scratch;              // the state before rounding
  float* from_state = scratch + size;  // U h
  for (std::size_t i = 0; i < size; ++i) {
    exact[i] = 0.0F;
    state[i] = 0;
  }
  for (std::size_t s = 0; s < tokens; ++s) {
    const std::size_t t = reverse ? tokens - 1 - s : s;
    affine(recurrent, state, 1, from_state);
    const float* x = gates + t * stride;
    for (std::size_t i = 0; i < size; i += lanes) {
      const F r = sigmoid_of(load_f(x + i) + load_f(from_state + i));
      const F z = sigmoid_of(load_f(x + size + i) + load_f(from_state + size + i));
      const F n = tanh_of(load_f(x + 2 * size + i) + r * load_f(from_state + 2 * size + i));
      const F h = (splat_f(1.0F) - z) * n + z * load_f(exact + i);
      store_f(exact + i, h);
      const I rounded = to_int(h * splat_f(127.0F) + splat_f(127.5F));  // h is in [-1, 1]: never below 0.5
      store_i16(state + i, rounded, 127);
      store_i16(out + t * out_stride + i, rounded, 127);
    }
  }
}
