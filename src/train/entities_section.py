#!/usr/bin/env python3
"""Quantises the entity tagger's weights and writes them as the model file's section ENTI (see entity_model.h).

    entities_section.py WEIGHTS BITS CLUSTERS OUT [--threshold 0.05] [--spans dev.spans]

WEIGHTS and dev.spans: what newsgloss_train_entities wrote; CLUSTERS: what clusters.py wrote. Weights below the threshold
are dropped; the rest becomes 15 levels up to the 99.5th percentile, and larger ones are kept as escapes in the same
unit. From dev.spans comes what each type's probabilities are worth; without it they stand as computed.
"""
import argparse
import struct
import sys

import numpy as np

LABELS, ROW, TYPES = 29, 32, 7
KNOTS = np.linspace(0, 1, 5)


def leb128(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def worth(path):
    """For each type what probabilities of 0, 1/4 ... 1 proved worth (linear between), in ten-thousandths; prints a
    reliability table."""
    out = np.tile(KNOTS, (TYPES, 1))
    if path:
        spans = np.loadtxt(path)
        everything = []
        for kind in range(TYPES):
            p, right = spans[spans[:, 0] == kind, 1].clip(0, 1), spans[spans[:, 0] == kind, 2]
            hats = np.maximum(0, 1 - np.abs(p[:, None] - KNOTS) * 4)
            prior = np.eye(5) * 3  # towards the computed value, where there is little evidence
            fit = np.linalg.lstsq(np.concatenate([hats, prior]), np.concatenate([right, 3 * KNOTS]), rcond=None)[0]
            out[kind] = np.maximum.accumulate(np.clip(fit, 0, 1))
            everything += list(zip(np.interp(p, KNOTS, out[kind]), p, right))
        after, before, right = np.array(everything).T
        for low in np.arange(0, 1, 0.1):
            for name, p in (("computed", before), ("calibrated", after)):
                inside = (p >= low) & (p < low + 0.1 + 1e-6 * (low > 0.85))
                if inside.any():
                    print(f"{name:10} said {p[inside].mean():.3f} right {right[inside].mean():.3f} spans {inside.sum()}", file=sys.stderr)
    return np.rint(10000 * out).astype("<u2")


def section(weights_path, bits, clusters_path, threshold=0.05, spans_path=None):
    buckets = 1 << bits
    raw = np.fromfile(weights_path, np.float32)
    weights = raw[:buckets * ROW].reshape(buckets, ROW)[:, :LABELS]
    transitions = raw[buckets * ROW:].reshape(LABELS + 1, ROW)[:, :LABELS]
    kept = np.abs(weights) > threshold
    clip = np.quantile(np.abs(weights[kept]), 0.995)
    unit = clip / 7
    units = np.clip(np.rint(weights / unit), -127, 127).astype(int) * kept
    gaps, counts, steps, nibbles, escapes = bytearray(), bytearray(), bytearray(), [], bytearray()
    previous = None
    rows = np.flatnonzero(units.any(1))
    for bucket in rows:
        gaps += leb128(int(bucket) if previous is None else int(bucket) - previous - 1)
        previous = int(bucket)
        labels = np.flatnonzero(units[bucket])
        counts.append(len(labels))
        last = -1
        for label in labels:
            steps.append(int(label) - last)
            last = int(label)
            value = int(units[bucket, label])
            if -7 <= value <= 7:
                nibbles.append(value + 8)
            else:
                nibbles.append(0)
                escapes += struct.pack("b", value)
    if len(nibbles) % 2:
        nibbles.append(0)
    values = bytes(nibbles[i] | nibbles[i + 1] << 4 for i in range(0, len(nibbles), 2))
    table = np.where(transitions < -1e29, -32768, np.clip(np.rint(transitions / unit), -32000, 32000)).astype("<i2")
    out = struct.pack("<BBBBIIII", 2, bits, LABELS, 0, int(round(unit * 65536)), len(rows), len(steps), len(escapes))
    out += table.tobytes() + worth(spans_path).tobytes() + struct.pack("<I", len(gaps)) + bytes(gaps + counts + steps) + values + bytes(escapes)

    fine_of, middle_of, coarse_of = [], {}, {}
    for line in open(clusters_path, encoding="utf-8"):
        _, coarse, middle, fine = (int(n) for n in line.split())
        fine_of.append(fine)
        middle_of[fine] = middle
        coarse_of[middle] = coarse
    fine, middle, coarse = max(middle_of) + 1, max(coarse_of) + 1, max(coarse_of.values()) + 1
    out += struct.pack("<IHHH", len(fine_of), fine, middle, coarse)
    out += np.array(fine_of, "<u2").tobytes()
    out += np.array([middle_of.get(i, 0) for i in range(fine)], "<u2").tobytes()
    out += np.array([coarse_of.get(i, 0) for i in range(middle)], "<u2").tobytes()
    print(f"{len(rows)} rows, {len(steps)} weights, {len(escapes)} escapes, unit {unit:.4f}, {len(out)} bytes", file=sys.stderr)
    return out


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("weights")
    parser.add_argument("bits", type=int)
    parser.add_argument("clusters")
    parser.add_argument("out")
    parser.add_argument("--threshold", type=float, default=0.05)
    parser.add_argument("--spans")
    a = parser.parse_args()
    with open(a.out, "wb") as file:
        file.write(section(a.weights, a.bits, a.clusters, a.threshold, a.spans))
