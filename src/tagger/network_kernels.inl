// The kernels, written once over a vector type. The including file defines, in an unnamed namespace of newsgloss:
//
//   F, I        vectors of `lanes` floats and 32-bit integers with + - * / (lanes divides 8)
//   load_f, store_f, splat_f, load_w (2 * lanes weights), pair (two int16 of x, in all lanes), dot (w . pair added to
//   an accumulator), to_float, to_int (towards zero), min_f, max_f, store_i16
//
// and includes no header after this one's inclusion. See network_kernels.h.

constexpr std::size_t vectors = row_group / lanes;  // in a group of rows

void affine(const PackedMatrix& m, const std::int16_t* x, std::size_t tokens, float* out) {
  const std::size_t pairs = m.columns / 2;
  constexpr std::size_t block = 4;  // tokens at a time: each weight is loaded once for all of them
  for (std::size_t group = 0; group < m.rows / row_group; ++group) {
    const std::int16_t* weights = m.weights.data() + group * pairs * row_group * 2;
    const float* steps = m.steps.data() + group * row_group;
    const float* bias = m.bias.data() + group * row_group;
    std::size_t t = 0;
    for (; t + block <= tokens; t += block) {
      I sum[block][vectors] = {};
      const std::int16_t* input = x + t * m.columns;
      for (std::size_t p = 0; p < pairs; ++p) {
        for (std::size_t v = 0; v < vectors; ++v) {
          const W w = load_w(weights + (p * row_group + v * lanes) * 2);
          for (std::size_t b = 0; b < block; ++b) sum[b][v] = dot(sum[b][v], w, pair(input + b * m.columns + 2 * p));
        }
      }
      for (std::size_t b = 0; b < block; ++b)
        for (std::size_t v = 0; v < vectors; ++v)
          store_f(out + (t + b) * m.rows + group * row_group + v * lanes,
                  load_f(bias + v * lanes) + to_float(sum[b][v]) * load_f(steps + v * lanes));
    }
    for (; t < tokens; ++t) {
      I sum[vectors] = {};
      for (std::size_t p = 0; p < pairs; ++p)
        for (std::size_t v = 0; v < vectors; ++v)
          sum[v] = dot(sum[v], load_w(weights + (p * row_group + v * lanes) * 2), pair(x + t * m.columns + 2 * p));
      for (std::size_t v = 0; v < vectors; ++v)
        store_f(out + t * m.rows + group * row_group + v * lanes,
                load_f(bias + v * lanes) + to_float(sum[v]) * load_f(steps + v * lanes));
    }
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
  float* exact = scratch;             // the state before rounding
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
