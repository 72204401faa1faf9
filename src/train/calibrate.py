#!/usr/bin/env python3
"""What computed span probabilities are worth: for each type the value at 0, 1/4, 1/2, 3/4, 1 (linear between) that fits
the outcomes on held-out text best. Prints JSON in ten-thousandths to stdout; to stderr a reliability table in which each
half of the documents is judged by the fit to the other half, and the expected calibration error before and after.

  calibrate.py --data DIR --features TOOL --lexicon LEXICON.npz --attribution FOLDER > calibration.json
"""
import argparse
import json
import os
import sys

import numpy as np

import attribution_data
import attribution_net
import kernels
import lexicon
import train

KNOTS = np.linspace(0, 1, 5)


def fit(p, right):
    hats = np.maximum(0, 1 - np.abs(p[:, None] - KNOTS) * 4)
    prior = np.eye(5) * 1.0  # a little towards the computed value, where there is no evidence
    values = np.linalg.lstsq(np.concatenate([hats, prior]), np.concatenate([right, KNOTS]), rcond=None)[0]
    return np.maximum.accumulate(np.clip(values, 0, 1))


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "features", "lexicon", "attribution"):
        parser.add_argument("--" + name, required=True)
    a = parser.parse_args()
    lex = lexicon.Lexicon.load(a.lexicon)
    net, config = train.load_net(a.attribution, lex)
    net.bits = tuple(config["bits"])
    stdout, sys.stdout = sys.stdout, sys.stderr
    held_out = attribution_data.read_polnear(os.path.join(a.data, "polnear/dev"), a.features)
    emissions = attribution_net.emissions_of(net, attribution_net.Batches(held_out, lex, config["net"]))
    trans, start, end = (t.detach() for t in net.crf())
    seen = [[], [], []]
    for paragraph, e in zip(held_out, emissions):
        for kind, first, last, p in kernels.span_posteriors(e, trans, start, end, 0.02):
            seen[kind].append((min(p, 1.0), (kind, first, last) in paragraph.spans, paragraph.document % 2))
    out = []
    for name, pairs in zip(attribution_data.TYPES, seen):
        p, right, half = np.array(pairs, float).T
        worth = fit(p, right)
        after = np.empty(len(p))
        for h in (0, 1):
            after[half == h] = np.interp(p[half == h], KNOTS, fit(p[half != h], right[half != h]))
        error = [0.0, 0.0]
        for low in np.arange(0, 1, 0.1):
            for i, said in enumerate((p, after)):
                inside = (said >= low) & (said < low + 0.1 + (low > 0.85))
                if inside.any():
                    error[i] += abs(said[inside].sum() - right[inside].sum()) / len(p)
            if inside.any():
                print(f"{name:8} said {after[inside].mean():.3f} right {right[inside].mean():.3f} spans {inside.sum()}")
        print(f"{name:8} expected calibration error {error[0]:.4f} as computed, {error[1]:.4f} after")
        out.append([int(round(10000 * v)) for v in worth])
    print(json.dumps(out), file=stdout)


if __name__ == "__main__":
    main()
