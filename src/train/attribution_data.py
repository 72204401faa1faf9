"""Readers of attribution data, and the engine's features of it.

PolNeAR (Newell et al. 2018): brat files; offsets in code points; Discuss and Discard are no attributions; spans may be
discontinuous (each part counts) and never overlap; the unit is the paragraph (a line). BIO files hold given tokens.
The features of a token come from the engine itself, through newsgloss_features.
"""
import glob
import lzma
import os
import re
import subprocess

import numpy as np

TYPES = ["source", "cue", "content"]
LABELS = ["O"] + [f"{p}-{t}" for t in TYPES for p in "BIES"]
FEATURES = ["word", "prefix2", "prefix3", "suffix1", "suffix2", "suffix3", "suffix4", "shape", "collapsed_shape",
            "letter_case", "quotation", "place", "document", "sentence", "continuation", "next_pair", "last_pair"]
ROW = np.dtype([("begin", "<u4"), ("end", "<u4"), ("word", "<u8"), ("last_part", "<u8"), ("hashes", "<u4", (len(FEATURES),))])


class Paragraph:
    """Features of its tokens (ROW), gold spans {(type index, first, last exclusive)}, the document's number."""

    def __init__(self, rows, spans, document, text=None):
        self.rows, self.spans, self.document, self.text = rows, spans, document, text

    def labels(self):
        y = np.zeros(len(self.rows), np.int32)
        for kind, first, last in self.spans:
            base = 1 + 4 * kind
            if last - first == 1:
                y[first] = base + 3
            else:
                y[first], y[first + 1:last - 1], y[last - 1] = base, base + 1, base + 2
        return y


def run_features(command, mode, text):
    """[(document, rows)] for each paragraph that the tool was given."""
    out = subprocess.run([command, mode], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout
    at, result = 0, []
    while at < len(out):
        document, n = np.frombuffer(out, "<u4", 2, at)
        rows = np.frombuffer(out, ROW, n, at + 8)
        at += 8 + int(n) * ROW.itemsize
        result.append((int(document), rows))
    return result


def read_brat(path):
    """Spans [(type index, begin, end)] of a brat file's attributions, in code points."""
    texts, events = {}, []
    for line in open(path, encoding="utf-8", newline="").read().split("\n"):
        if m := re.match(r"(T\d+)\t(\S+) ([\d ;]+)\t", line):
            texts[m[1]] = [tuple(map(int, part.split())) for part in m[3].split(";")]
        elif m := re.match(r"E\d+\t(.*)", line):
            events.append([x.split(":") for x in m[1].split()])
    spans = set()
    for event in events:
        if not event[0][0].startswith("Attribution"):
            continue
        for role, text in event[1:]:
            role = re.sub(r"\d+$", "", role).lower()
            if role in TYPES:
                spans.update((TYPES.index(role), *part) for part in texts.get(text, ()))
    return sorted(spans, key=lambda s: (s[1], s[2]))


def curly_to_straight(text):
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


def sentences_apart(text):
    """Quotations cut into a paragraph a sentence, as some converters leave them."""
    return re.sub("[\u201C\"][^\u201C\u201D\"\n]*[\u201D\"]", lambda m: re.sub(r"(?<=[a-z]{2}[.?!]) (?=[A-Z])", "\n", m[0]), text)


def read_polnear(folder, command, change=None):
    """Paragraphs of a PolNeAR folder (NAME.txt with NAME.ann), tokenised by the engine. `change` alters a text and
    must keep its length."""
    names = sorted(glob.glob(os.path.join(folder, "*.txt")))
    lines, gold = [], []
    for name in names:
        text = open(name, encoding="utf-8", newline="").read()
        spans = read_brat(name[:-4] + ".ann")
        if change:
            text = change(text)
        lines.append("-DOCSTART-")
        for m in re.finditer(r"[^\n]+", text):
            lines.append(m[0].replace("\r", " "))
            gold.append((m.start(), m.end(), m[0], spans))
    result, misfit = [], 0
    for (begin, end, line, spans), (document, rows) in zip(gold, run_features(command, "raw", "\n".join(lines) + "\n"), strict=True):
        if len(rows) == 0:
            continue
        # code points -> bytes of the line
        sizes = np.array([len(c.encode()) for c in line] + [0])
        to_byte = np.concatenate([[0], np.cumsum(sizes[:-1])])
        taken, found = np.zeros(len(rows), bool), set()
        for kind, a, b in spans:
            a, b = max(a, begin), min(b, end)
            if a >= b:
                continue
            a, b = to_byte[a - begin], to_byte[b - begin]
            inside = np.flatnonzero((rows["begin"] < b) & (rows["end"] > a) & ~taken)
            if len(inside) == 0:
                continue
            first, last = int(inside[0]), int(inside[-1]) + 1
            misfit += rows["begin"][first] != a or rows["end"][last - 1] != b
            if taken[first:last].any():
                continue
            taken[first:last] = True
            found.add((kind, first, last))
        result.append(Paragraph(rows, found, document, line))
    print(f"{folder}: {len(names)} documents, {len(result)} paragraphs, {sum(len(p.rows) for p in result)} tokens, "
          f"{sum(len(p.spans) for p in result)} spans, {misfit} not at token boundaries")
    return result


def bio_spans(labels):
    out, first, kind = set(), None, None
    for i, label in enumerate([*labels, "O"]):
        prefix, _, name = label.partition("-")
        if prefix in ("B", "O") or name != kind:
            if kind is not None:
                out.add((TYPES.index(kind), first, i))
            first, kind = (i, name) if prefix != "O" else (None, None)
    return out


def read_bio(path, command):
    """Paragraphs of a BIO file (token TAB label), tokens as given."""
    opener = lzma.open if path.endswith(".xz") else open
    text = opener(path, "rt", encoding="utf-8").read()
    chunks = [c.split("\n") for c in re.split(r"\n\n+", text.strip("\n"))]
    gold = [[line.split("\t") for line in c] for c in chunks if not c[0].startswith("-DOCSTART-")]
    return [Paragraph(rows, bio_spans([t[-1] for t in g]), document, [t[0] for t in g])
            for g, (document, rows) in zip(gold, run_features(command, "given", text), strict=True)]


def read_lines(path, command, limit=None):
    """Unlabelled paragraphs of a raw text file: hard-wrapped or not, blank lines between paragraphs."""
    text = open(path, encoding="utf-8", errors="replace").read()
    blocks = [re.sub(r"\s+", " ", b).strip() for b in re.split(r"\n\s*\n|\n(?=    )", text)]
    blocks = [b for b in blocks if 40 < len(b) < 1500][:limit]
    lines = []
    for i, b in enumerate(blocks):
        if i % 12 == 0:
            lines.append("-DOCSTART-")
        lines.append(b)
    return [Paragraph(rows, set(), d, b) for b, (d, rows) in zip(blocks, run_features(command, "raw", "\n".join(lines) + "\n"), strict=True) if len(rows)]


def f1_table(paragraphs, predicted):
    """Exact-span F1 in per cent: [source, cue, content]."""
    right, given, gold = np.zeros(3), np.zeros(3), np.zeros(3)
    for p, spans in zip(paragraphs, predicted):
        for s in p.spans & spans:
            right[s[0]] += 1
        for s in spans:
            given[s[0]] += 1
        for s in p.spans:
            gold[s[0]] += 1
    return 200 * right / np.maximum(given + gold, 1)
