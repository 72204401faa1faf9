#!/usr/bin/env python3
"""Quantises the entity tagger's weights and writes them as the model file's section ENTI (see entity_model.h).

    entities_section.py WEIGHTS BITS CLUSTERS OUT [THRESHOLD]

WEIGHTS: what newsgloss_train_entities wrote. CLUSTERS: what clusters.py wrote. Weights below THRESHOLD (0.05) are dropped; the rest becomes 15 levels up to the 99.5th percentile,
and larger ones are kept as escapes in the same unit.
"""
import struct
import sys

import numpy as np

LABELS, ROW = 29, 32


def leb128(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def section(weights_path, bits, clusters_path, threshold=0.05):
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
    out = struct.pack("<BBBBIIII", 1, bits, LABELS, 0, int(round(unit * 65536)), len(rows), len(steps), len(escapes))
    out += table.tobytes() + struct.pack("<I", len(gaps)) + bytes(gaps + counts + steps) + values + bytes(escapes)

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
    _, weights_path, bits, clusters_path, out_path, *rest = sys.argv
    with open(out_path, "wb") as file:
        file.write(section(weights_path, int(bits), clusters_path, *map(float, rest)))
