#!/usr/bin/env python3
"""Writes the model file (src/tagger/model_file.h) from trained parts. Nothing else writes one.

  write_model.py --out FILE --lexicon LEXICON.npz --attribution FOLDER [--section KIND=FILE ...] [--meta FILE]
  write_model.py --out FILE --base MODEL [--section KIND=FILE ...] [--entity-network FOLDER --lexicon LEXICON.npz] [--meta FILE]

--attribution: a folder of train.py; --section: a section made elsewhere, as raw bytes (ENTI=entities.bin); --base: a
model file whose other sections are taken over; --sections: a folder that gets each section as raw bytes too.
"""
import argparse
import json
import os
import struct
import zlib

import numpy as np
import torch

import attribution_data
import attribution_net
import entity_labels
import entity_net
import lexicon
import train

ALIGNMENT, VERSION = 16, 1


def model_file(sections):
    """The bytes of a model file; sections: [(four letters, bytes)]."""
    at = 24 + 16 * len(sections)
    table, body = b"", b""
    for kind, content in sections:
        padding = -at % ALIGNMENT
        body += bytes(padding) + content
        at += padding
        table += kind.encode("ascii") + struct.pack("<III", at, len(content), zlib.crc32(content))
        at += len(content)
    body += bytes(-at % ALIGNMENT)
    at += -at % ALIGNMENT
    head = b"newsglos" + struct.pack("<III", VERSION, len(sections), at)
    return head + struct.pack("<I", zlib.crc32(table, zlib.crc32(head))) + table + body


def sections_of(path):
    """{four letters: bytes} of a model file, in its order."""
    content = open(path, "rb").read()
    out = {}
    for i in range(struct.unpack_from("<I", content, 12)[0]):
        at, size, checksum = struct.unpack_from("<III", content, 28 + 16 * i)
        out[content[24 + 16 * i:28 + 16 * i].decode("ascii")] = content[at:at + size]
        assert zlib.crc32(content[at:at + size]) == checksum, "a damaged file"
    return out


def rice(keys, k):
    """Sorted keys as gaps in a Golomb-Rice code; a gap after the first is at least 1 and written less 1."""
    bits, last = [], None
    for key in map(int, keys):
        gap = key if last is None else key - last - 1
        bits += [1] * (gap >> k) + [0] + [(gap >> b) & 1 for b in range(k)]
        last = key
    return np.packbits(np.array(bits, np.uint8), bitorder="little").tobytes()


def lexicon_section(lex):
    n, parts = lex.codes.shape
    best = min((rice(lex.keys, k) for k in range(6, 14)), key=len)
    k = next(k for k in range(6, 14) if rice(lex.keys, k) == best)
    return (struct.pack("<IIIIfII", 1, n, parts, lex.codebooks.shape[2], 1 / lex.scale, k, len(best)) + best +
            lex.codes.T.tobytes() + lex.codebooks.astype(np.int8).tobytes())


def nibbles(q):
    q = (q.reshape(-1) + 8).astype(np.uint8)
    if len(q) % 2:
        q = np.append(q, 8)
    return (q[0::2] | q[1::2] << 4).tobytes()


def quantised(w, bits):
    """(integers, step per row)"""
    most = 2 ** (bits - 1) - 1
    steps = attribution_net.row_scales(torch.as_tensor(w), bits).numpy()
    return np.clip(np.rint(w / steps), -most, most).astype(np.int8), steps[:, 0].astype("<f4")


def matrix(w, bias=None, bits=4):
    q, steps = quantised(w, bits)
    content = steps.tobytes() + (b"" if bias is None else bias.astype("<f4").tobytes())
    return content + (nibbles(q) if bits == 4 else q.tobytes())


def network_shape(table, features, layers, labels, lex):
    """(bytes, the table's unit) of a network's shape (recurrent_network.h)."""
    bits = sum(1 << attribution_data.FEATURES.index(f) for f in features)
    assert [f for f in attribution_data.FEATURES if f in features] == features
    unit = float(np.float32(quantised(table, 4)[1].max() / 255))
    return struct.pack(f"<IIIIIffI{len(layers)}II", 1, bits, len(table), table.shape[1], lex.codebooks.shape[0] * lex.codebooks.shape[2],
                       1 / lex.scale, unit, len(layers), *layers, labels), unit


def network_weights(w, layers, unit):
    """Its weights; w: {name: array} of a trained network."""
    table = w["table.weight"][1:]
    coarse = np.maximum(np.rint(quantised(table, 4)[1] / unit), 1).astype(np.uint8)
    out = coarse.tobytes() + nibbles(np.clip(np.rint(table / (coarse[:, None] * unit)), -7, 7).astype(np.int8))
    for i in range(layers):
        out += matrix(w[f"layers.{i}.W"], w[f"layers.{i}.b"]) + matrix(w[f"layers.{i}.U.0"]) + matrix(w[f"layers.{i}.U.1"])
    return out + matrix(w["head.weight"], w["head.bias"], 8)


def arrays(net):
    return {k: v.detach().numpy() for k, v in net.state_dict().items()}


def attribution_section(net, config, lex, thresholds, calibration):
    w, config = arrays(net), config["net"]
    out, unit = network_shape(w["table.weight"][1:], config["features"], config["layers"], len(attribution_data.LABELS), lex)
    for threshold, worth in zip(thresholds, calibration):
        out += struct.pack("<6H", threshold, *worth)
    out += network_weights(w, len(config["layers"]), unit)
    for name in ("trans", "start", "end"):
        out += np.clip(w[name], -30, 30).astype("<f4").tobytes()
    return out


def entity_network_section(net, lex, share):
    """Section ENTN."""
    w, config = arrays(net), net.config
    shape, unit = network_shape(w["table.weight"][1:], entity_net.FEATURES, config["layers"], entity_labels.LABELS, lex)
    return struct.pack("<ff", share, entity_net.FLOOR) + shape + network_weights(w, len(config["layers"]), unit)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--lexicon")
    parser.add_argument("--attribution")
    parser.add_argument("--entity-network", help="a folder of entity_net.py")
    parser.add_argument("--base")
    parser.add_argument("--thresholds", default="4500,4500,4500", help="source, cue, content, in ten-thousandths")
    parser.add_argument("--calibration", help="JSON of calibrate.py; none: probabilities as computed")
    parser.add_argument("--section", nargs="*", default=[])
    parser.add_argument("--sections")
    parser.add_argument("--meta")
    a = parser.parse_args()
    sections = sections_of(a.base) if a.base else {}
    if a.meta or not a.base:
        meta = json.load(open(a.meta)) if a.meta else {}
        sections["META"] = json.dumps(meta, ensure_ascii=False, indent=1).encode()
    if a.attribution:
        lex = lexicon.Lexicon.load(a.lexicon)
        net, config = train.load_net(a.attribution, lex)
        calibration = json.load(open(a.calibration)) if a.calibration else [[0, 2500, 5000, 7500, 10000]] * 3
        sections["LEXI"] = lexicon_section(lex)
        sections["ATTR"] = attribution_section(net, config, lex, [int(t) for t in a.thresholds.split(",")], calibration)
    if a.entity_network:
        lex = lexicon.Lexicon.load(a.lexicon)
        net, share = entity_net.load_net(a.entity_network, lex)
        sections["ENTN"] = entity_network_section(net, lex, share)
    for entry in a.section:
        kind, path = entry.split("=", 1)
        sections[kind] = open(path, "rb").read()
    content = model_file(list(sections.items()))
    open(a.out, "wb").write(content)
    for kind, section in sections.items():
        if a.sections:
            open(os.path.join(a.sections, kind + ".bin"), "wb").write(section)
        print(f"{kind} {len(section)}")
    print(f"total {len(content)}")


if __name__ == "__main__":
    main()
