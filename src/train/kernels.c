// Kernels of the trainer that PyTorch runs slowly on one core: GRU recurrence, CRF loss, decoding. Loaded by
// kernels.py through ctypes. Time-major arrays: X[T][B][...]; `len[b]` tokens of sequence b count, the rest is zero.
//
// GRU (Cho et al. 2014, the variant of cuDNN), gates in the order r, z, n:
//   r = sigmoid(x_r + U_r h)   z = sigmoid(x_z + U_z h)   n = tanh(x_n + r * U_n h)   h' = (1 - z) n + z h
// With `levels` > 0, h is rounded to 1 / levels before it meets U or leaves the layer (gradients pass straight
// through), as inference does with 8-bit activations.
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef float v8 __attribute__((vector_size(32), aligned(4)));

// C[M][N] += A[M][K] * B[K][N]; N is a multiple of 8. lda: floats between rows of A.
static void gemm(float* C, const float* A, const float* B, int M, int N, int K, int lda) {
  for (int j = 0; j < N; j += 16) {
    const int wide = j + 16 <= N;
    int i = 0;
    for (; wide && i + 4 <= M; i += 4) {
      v8 c[4][2];
      for (int r = 0; r < 4; ++r)
        for (int s = 0; s < 2; ++s) c[r][s] = *(const v8*)(C + (i + r) * N + j + 8 * s);
      for (int k = 0; k < K; ++k) {
        const v8 b0 = *(const v8*)(B + (size_t)k * N + j), b1 = *(const v8*)(B + (size_t)k * N + j + 8);
        for (int r = 0; r < 4; ++r) {
          const float a = A[(i + r) * lda + k];
          c[r][0] += a * b0;
          c[r][1] += a * b1;
        }
      }
      for (int r = 0; r < 4; ++r)
        for (int s = 0; s < 2; ++s) *(v8*)(C + (i + r) * N + j + 8 * s) = c[r][s];
    }
    for (; i < M; ++i)
      for (int s = 0; s < 1 + wide; ++s) {
        v8 c = *(const v8*)(C + i * N + j + 8 * s);
        for (int k = 0; k < K; ++k) c += A[i * lda + k] * *(const v8*)(B + (size_t)k * N + j + 8 * s);
        *(v8*)(C + i * N + j + 8 * s) = c;
      }
  }
}

static void transpose(float* D, const float* S, int rows, int columns) {
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) D[j * rows + i] = S[i * columns + j];
}

static void sigmoid(float* x, int n) {
  for (int i = 0; i < n; ++i) {
    const float v = fminf(fmaxf(x[i], -30.f), 30.f);
    x[i] = 1.f / (1.f + expf(-v));
  }
}

static void tanh_of(float* x, int n) {
  for (int i = 0; i < n; ++i) {
    const float v = fminf(fmaxf(x[i], -15.f), 15.f);
    x[i] = 1.f - 2.f / (1.f + expf(2.f * v));
  }
}

// X: T B 3H input gates; U: H 3H; G, A: T B 3H (gates; U h before r); H_: T B H exact states; Q: T B H states given on.
void gru_forward(const float* X, const float* U, const int* len, int T, int B, int H, int reverse, float levels,
                 float* G, float* A, float* H_, float* Q) {
  const int N = 3 * H;
  memcpy(G, X, sizeof(float) * T * B * N);
  memset(A, 0, sizeof(float) * T * B * N);
  for (int s = 0; s < T; ++s) {
    const int t = reverse ? T - 1 - s : s, p = reverse ? t + 1 : t - 1;
    float *g = G + (size_t)t * B * N, *a = A + (size_t)t * B * N, *h = H_ + (size_t)t * B * H, *q = Q + (size_t)t * B * H;
    if (s) gemm(a, Q + (size_t)p * B * H, U, B, N, H, H);
    for (int b = 0; b < B; ++b) {
      float *gb = g + b * N, *ab = a + b * N, *hb = h + b * H, *qb = q + b * H;
      if (t >= len[b]) {
        memset(gb, 0, 4 * N);
        memset(ab, 0, 4 * N);
        memset(hb, 0, 4 * H);
        memset(qb, 0, 4 * H);
        continue;
      }
      for (int i = 0; i < 2 * H; ++i) gb[i] += ab[i];
      sigmoid(gb, 2 * H);
      for (int i = 0; i < H; ++i) gb[2 * H + i] += gb[i] * ab[2 * H + i];
      tanh_of(gb + 2 * H, H);
      const float* hp = s ? H_ + (size_t)p * B * H + b * H : 0;
      for (int i = 0; i < H; ++i) hb[i] = (1 - gb[H + i]) * gb[2 * H + i] + (hp ? gb[H + i] * hp[i] : 0);
      if (levels > 0)
        for (int i = 0; i < H; ++i) qb[i] = rintf(hb[i] * levels) / levels;
      else
        memcpy(qb, hb, 4 * H);
    }
  }
}

void gru_backward(const float* U, const int* len, int T, int B, int H, int reverse, const float* G, const float* A,
                  const float* H_, const float* Q, const float* dH, float* dG, float* dU) {
  const int N = 3 * H;
  float *UT = malloc(4 * N * H), *dh = calloc(B * H, 4), *da = malloc(4 * B * N), *hT = malloc(4 * B * H);
  transpose(UT, U, H, N);
  memset(dU, 0, 4 * N * H);
  for (int s = T - 1; s >= 0; --s) {
    const int t = reverse ? T - 1 - s : s, p = reverse ? t + 1 : t - 1;
    const float* g = G + (size_t)t * B * N;
    float* dg = dG + (size_t)t * B * N;
    for (int b = 0; b < B; ++b) {
      float *d = dg + b * N, *e = da + b * N, *dhb = dh + b * H;
      const float *gb = g + b * N, *ab = A + (size_t)t * B * N + b * N, *db = dH + ((size_t)t * B + b) * H;
      if (t >= len[b]) {
        memset(d, 0, 4 * N);
        memset(e, 0, 4 * N);
        memset(dhb, 0, 4 * H);
        continue;
      }
      const float* hp = s ? H_ + (size_t)p * B * H + b * H : 0;
      for (int i = 0; i < H; ++i) {
        const float x = db[i] + dhb[i], r = gb[i], z = gb[H + i], n = gb[2 * H + i];
        const float dn = x * (1 - z) * (1 - n * n), dz = x * ((hp ? hp[i] : 0) - n) * z * (1 - z);
        const float dr = dn * ab[2 * H + i] * r * (1 - r);
        d[i] = dr, d[H + i] = dz, d[2 * H + i] = dn;
        e[i] = dr, e[H + i] = dz, e[2 * H + i] = dn * r;
        dhb[i] = x * z;
      }
    }
    if (s) {
      gemm(dh, da, UT, B, H, N, N);
      transpose(hT, Q + (size_t)p * B * H, B, H);
      gemm(dU, hT, da, H, N, B, B);
    }
  }
  free(UT), free(dh), free(da), free(hT);
}

// Forward and backward recursions of one sequence, each step scaled to sum 1. Gives log Z.
static double forward_backward(const float* e, const float* P, const float* start, const float* end, int L, int K,
                               float* E, float* alpha, float* beta, float* scale) {
  double Z = 0;
  for (int t = 0; t < L; ++t) {
    float m = -1e30f;
    for (int k = 0; k < K; ++k) m = fmaxf(m, e[t * K + k]);
    for (int k = 0; k < K; ++k) E[t * K + k] = expf(e[t * K + k] - m);
    Z += m;
    float* a = alpha + t * K;
    for (int k = 0; k < K; ++k) a[k] = t ? 0 : expf(start[k]);
    for (int j = 0; t && j < K; ++j)
      for (int k = 0; k < K; ++k) a[k] += a[j - K] * P[j * K + k];
    float sum = 0;
    for (int k = 0; k < K; ++k) sum += a[k] *= E[t * K + k];
    scale[t] = 1.f / sum;
    for (int k = 0; k < K; ++k) a[k] *= scale[t];
    Z += logf(sum);
  }
  float sum = 0;
  for (int k = 0; k < K; ++k) sum += alpha[(L - 1) * K + k] * expf(end[k]);
  Z += logf(sum);
  for (int k = 0; k < K; ++k) beta[(L - 1) * K + k] = expf(end[k]) / sum;
  for (int t = L - 2; t >= 0; --t)
    for (int j = 0; j < K; ++j) {
      float v = 0;
      for (int k = 0; k < K; ++k) v += P[j * K + k] * beta[(t + 1) * K + k] * E[(t + 1) * K + k];
      beta[t * K + j] = v * scale[t + 1];
    }
  return Z;
}

// CRF (Lafferty et al. 2001): em[B][T][K]; gives the summed cross-entropy -E_q[log p(labels)] and its gradients. The
// distribution q that is taught enters by its marginals q[B][T][K] and its expected transitions pairs[K][K], summed over
// the batch, alone (Wang et al. 2021, "Structural Knowledge Distillation"): one path of labels, or what a teacher thinks.
double crf_loss(const float* em, const float* trans, const float* start, const float* end, const float* q,
                const float* pairs, const int* len, int B, int T, int K, float* dem, float* dtrans, float* dstart,
                float* dend) {
  float *E = malloc(4 * T * K), *al = malloc(4 * T * K), *be = malloc(4 * T * K), *P = malloc(4 * K * K);
  float *sc = malloc(4 * T), *xi = calloc(K * K, 4);
  double loss = 0;
  for (int i = 0; i < K * K; ++i) P[i] = expf(trans[i]);
  memset(dem, 0, sizeof(float) * B * T * K);
  memset(dstart, 0, 4 * K);
  memset(dend, 0, 4 * K);
  for (int b = 0; b < B; ++b) {
    const int L = len[b];
    const float *e = em + (size_t)b * T * K, *qb = q + (size_t)b * T * K, *last = qb + (L - 1) * K;
    float* de = dem + (size_t)b * T * K;
    loss += forward_backward(e, P, start, end, L, K, E, al, be, sc);
    for (int i = 0; i < L * K; ++i) {
      de[i] = al[i] * be[i] - qb[i];
      loss -= qb[i] * e[i];
    }
    for (int t = 0; t + 1 < L; ++t)
      for (int j = 0; j < K; ++j)
        for (int k = 0; k < K; ++k)
          xi[j * K + k] += al[t * K + j] * be[(t + 1) * K + k] * E[(t + 1) * K + k] * sc[t + 1];
    for (int k = 0; k < K; ++k) {
      dstart[k] += al[k] * be[k] - qb[k];
      dend[k] += al[(L - 1) * K + k] * be[(L - 1) * K + k] - last[k];
      loss -= qb[k] * start[k] + last[k] * end[k];
    }
  }
  for (int i = 0; i < K * K; ++i) {
    dtrans[i] = xi[i] * P[i] - pairs[i];
    loss -= pairs[i] * trans[i];
  }
  free(E), free(al), free(be), free(P), free(sc), free(xi);
  return loss;
}

// What a student is taught of one sequence: marginals p[L][K] and expected transitions pairs[K][K].
void crf_expectations(const float* em, const float* trans, const float* start, const float* end, int L, int K, float* p,
                      float* pairs) {
  float *E = malloc(4 * L * K), *al = malloc(4 * L * K), *be = malloc(4 * L * K), *P = malloc(4 * K * K), *sc = malloc(4 * L);
  for (int i = 0; i < K * K; ++i) P[i] = expf(trans[i]);
  forward_backward(em, P, start, end, L, K, E, al, be, sc);
  for (int i = 0; i < L * K; ++i) p[i] = al[i] * be[i];
  memset(pairs, 0, 4 * K * K);
  for (int t = 0; t + 1 < L; ++t)
    for (int j = 0; j < K; ++j)
      for (int k = 0; k < K; ++k)
        pairs[j * K + k] += al[t * K + j] * P[j * K + k] * be[(t + 1) * K + k] * E[(t + 1) * K + k] * sc[t + 1];
  free(E), free(al), free(be), free(P), free(sc);
}

void viterbi(const float* em, const float* trans, const float* start, const float* end, int L, int K, int* out) {
  float *d = malloc(4 * K), *n = malloc(4 * K);
  int* back = malloc(4 * L * K);
  for (int k = 0; k < K; ++k) d[k] = start[k] + em[k];
  for (int t = 1; t < L; ++t) {
    for (int k = 0; k < K; ++k) {
      float best = -1e30f;
      for (int j = 0; j < K; ++j)
        if (d[j] + trans[j * K + k] > best) best = d[j] + trans[j * K + k], back[t * K + k] = j;
      n[k] = best + em[t * K + k];
    }
    memcpy(d, n, 4 * K);
  }
  int k = 0;
  for (int j = 1; j < K; ++j)
    if (d[j] + end[j] > d[k] + end[k]) k = j;
  for (int t = L - 1; t >= 0; --t) out[t] = k, k = t ? back[t * K + k] : k;
  free(d), free(n), free(back);
}

// Every span whose posterior probability is above `floor`, for labels O, then B I E S of each type. Writes
// { type, first, last (exclusive) } and the probability; gives the number. Linear: the chances of the spans of one
// type that are open at one token sum to at most 1, so at most 1 / floor of them are followed.
int span_posteriors(const float* em, const float* trans, const float* start, const float* end, int L, int K, float floor,
                    int room, int* spans, float* chance) {
  float *E = malloc(4 * L * K), *al = malloc(4 * L * K), *be = malloc(4 * L * K), *P = malloc(4 * K * K), *sc = malloc(4 * L);
  for (int i = 0; i < K * K; ++i) P[i] = expf(trans[i]);
  forward_backward(em, P, start, end, L, K, E, al, be, sc);
  int n = 0;
  for (int c = 0; c < K / 4; ++c) {
    const int b = 1 + 4 * c, in = b + 1, e = b + 2, s = b + 3;
    for (int a = 0; a < L; ++a) {
      const float single = al[a * K + s] * be[a * K + s];
      if (single > floor && n < room) spans[3 * n] = c, spans[3 * n + 1] = a, spans[3 * n + 2] = a + 1, chance[n++] = single;
      float open = al[a * K + b];  // B at a, I up to t - 1, scaled as alpha is
      int last = b;
      for (int t = a + 1; t < L && open * be[(t - 1) * K + last] > floor; ++t) {
        const float p = open * P[last * K + e] * E[t * K + e] * sc[t] * be[t * K + e];
        if (p > floor && n < room) spans[3 * n] = c, spans[3 * n + 1] = a, spans[3 * n + 2] = t + 1, chance[n++] = p;
        open *= P[last * K + in] * E[t * K + in] * sc[t];
        last = in;
      }
    }
  }
  free(E), free(al), free(be), free(P), free(sc);
  return n;
}
