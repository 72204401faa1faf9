#!/usr/bin/env python3
"""Clusters the lexicon's vectors into a hierarchy, coarse to fine, for the entity tagger's features.

    clusters.py LEXICON OUT [FINE MIDDLE COARSE]

LEXICON: the .npz that lexicon.py wrote. Its vectors, as their product-quantised codes give them, are clustered by k-means into
FINE (1024) clusters; their centroids into MIDDLE (200); those into COARSE (48). OUT: `key coarse middle fine` a line,
in the lexicon's order. Seeded: the same input gives the same output.
"""
import sys

import numpy as np

from lexicon import Lexicon


def k_means(x, k, rounds, rng):
    centres = x[rng.choice(len(x), k, replace=False)].copy()
    for _ in range(rounds):
        nearest = np.empty(len(x), np.int64)
        half = (centres ** 2).sum(1) / 2
        for i in range(0, len(x), 4096):
            nearest[i:i + 4096] = np.argmax(x[i:i + 4096] @ centres.T - half, 1)
        counts = np.bincount(nearest, minlength=k)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, x)
        full = counts > 0
        centres[full] = sums[full] / counts[full, None]
        centres[~full] = x[rng.choice(len(x), int((~full).sum()))]
    return nearest, centres


def main():
    fine, middle, coarse = (int(a) for a in (sys.argv[3:6] or (1024, 200, 48)))
    lexicon = Lexicon.load(sys.argv[1])
    x = lexicon.vectors[1:].copy()
    x /= np.linalg.norm(x, axis=1, keepdims=True) + 1e-6
    rng = np.random.default_rng(7)
    f, centres = k_means(x, fine, 25, rng)
    m, centres = k_means(centres, middle, 40, rng)
    c, _ = k_means(centres, coarse, 40, rng)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        for key, i in zip(lexicon.keys, f):
            file.write(f"{key} {c[m[i]]} {m[i]} {i}\n")


if __name__ == "__main__":
    main()
