"""The lexicon: the most useful words of a vector file, product-quantised (Jegou et al. 2011), keyed by hash.

Words are kept by their rank in the vector file, which is sorted by frequency in news and web text.
The vectors are centred, scaled to a standard deviation of 0.5 and turned to their principal axes, of
which the first parts * width are kept and dealt out so that every part has about the same volume (Ge et al. 2013,
"Optimized Product Quantization"); each part is then replaced by the nearest of 256 centroids, stored as int8 in units
of `1 / scale`.
"""
import subprocess

import numpy as np

KEY_BITS = 24


def key_of(hashes):
    """The lexicon's key of WordForm::lower."""
    return (np.asarray(hashes, np.uint64) >> np.uint64(64 - KEY_BITS)).astype(np.uint32)


def kmeans(X, k, rng, rounds=12):
    centroids = X[rng.choice(len(X), k, replace=False)].copy()
    for _ in range(rounds):
        near = nearest(X, centroids)
        count = np.bincount(near, minlength=k)
        total = np.stack([np.bincount(near, X[:, d], k) for d in range(X.shape[1])], 1)
        centroids = np.where(count[:, None] > 0, total / np.maximum(count, 1)[:, None], X[rng.choice(len(X), k)])
    return centroids


def nearest(X, centroids):
    return np.argmin((centroids ** 2).sum(1)[None] - 2 * X @ centroids.T, 1)


class Lexicon:
    """keys (sorted, unique), codes [n, S] uint8, codebooks [S, 256, d] int8, scale; row 0 of `vectors` is unknown."""

    def __init__(self, keys, codes, codebooks, scale):
        self.keys, self.codes, self.codebooks, self.scale = keys, codes, codebooks, scale

    @property
    def vectors(self):
        parts = [self.codebooks[s][self.codes[:, s]] for s in range(self.codes.shape[1])]
        known = np.concatenate(parts, 1).astype(np.float32) / self.scale
        return np.concatenate([np.zeros((1, known.shape[1]), np.float32), known])

    def ids(self, rows):
        """1 + index of each token's word, else of its last part, else 0."""
        def find(hashes):
            keys = key_of(hashes)
            at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
            return np.where((self.keys[at] == keys) & (hashes != 0), at + 1, 0)
        whole = find(rows["word"])
        return np.where(whole > 0, whole, find(rows["last_part"])).astype(np.int64)

    def save(self, path):
        np.savez(path, keys=self.keys, codes=self.codes, codebooks=self.codebooks, scale=self.scale)

    @staticmethod
    def load(path):
        z = np.load(path)
        return Lexicon(z["keys"], z["codes"], z["codebooks"], float(z["scale"]))


def deal(variances, parts, width):
    """Axes (sorted by falling variance) for each part: each goes to the part with the least volume and room."""
    dealt, volume = [[] for _ in range(parts)], np.zeros(parts)
    for axis in range(parts * width):
        part = min((p for p in range(parts) if len(dealt[p]) < width), key=lambda p: volume[p])
        dealt[part].append(axis)
        volume[part] += np.log(variances[axis] / variances[-1])
    return dealt


def build(vector_file, command, size, parts, width, scale=32.0, seed=1, dimensions=100):
    words, vectors = [], []
    for line in open(vector_file, encoding="utf-8"):
        fields = line.rstrip("\n").split(" ")
        words.append(fields[0])
        vectors.append(np.array(fields[1:1 + dimensions], np.float32))
        if len(words) >= size * 1.05 + 100:
            break
    out = subprocess.run([command, "words"], input="".join(w + "\n" for w in words).encode(), stdout=subprocess.PIPE, check=True).stdout
    keys = key_of(np.frombuffer(out, "<u8"))
    _, first = np.unique(keys, return_index=True)  # of two words with one key the more frequent one stays
    first = np.sort(first)[:size]
    X, keys = np.stack(vectors)[first], keys[first]
    order = np.argsort(keys)
    X, keys = X[order], keys[order]
    X = X - X.mean(0)
    X = X / X.std() * 0.5
    variances, axes = np.linalg.eigh(np.cov(X.T))
    variances, turned = variances[::-1], X @ axes[:, ::-1]
    rng = np.random.default_rng(seed)
    codebooks, codes = np.zeros((parts, 256, width), np.int8), np.zeros((len(X), parts), np.uint8)
    error = (turned[:, parts * width:] ** 2).sum()
    for p, chosen in enumerate(deal(variances, parts, width)):
        part = np.ascontiguousarray(turned[:, chosen])
        codebooks[p] = np.clip(np.rint(kmeans(part, 256, rng) * scale), -127, 127)
        real = codebooks[p].astype(np.float32) / scale
        codes[:, p] = nearest(part, real)
        error += ((part - real[codes[:, p]]) ** 2).sum()
    print(f"lexicon: {len(keys)} words, {parts} x {width} dimensions, relative error {error / (X ** 2).sum():.3f}")
    return Lexicon(keys, codes, codebooks, scale)
