"""The lexicon: the most useful words of a vector file, product-quantised (Jegou et al. 2011), keyed by hash.

Words are kept by their rank in the vector file (it is sorted by frequency in news and web text) after those seen in the
training texts. The vectors are centred and scaled to a standard deviation of 0.5; each is cut into `subspaces` parts,
and each part is replaced by the nearest of 256 centroids, stored as int8 in units of `1 / scale`.
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


def build(vector_file, command, size, subspaces, scale=32.0, seed=1, dimensions=100):
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
    rng, d = np.random.default_rng(seed), X.shape[1] // subspaces
    codebooks, codes = np.zeros((subspaces, 256, d), np.int8), np.zeros((len(X), subspaces), np.uint8)
    for s in range(subspaces):
        part = X[:, s * d:(s + 1) * d]
        codebooks[s] = np.clip(np.rint(kmeans(part, 256, rng) * scale), -127, 127)
        codes[:, s] = nearest(part, codebooks[s].astype(np.float32) / scale)
    lexicon = Lexicon(keys, codes, codebooks, scale)
    error = ((X - lexicon.vectors[1:]) ** 2).sum() / (X ** 2).sum()
    print(f"lexicon: {len(keys)} words, {subspaces} x {d} dimensions, relative error {error:.3f}")
    return lexicon
