"""Labels of the entity tagger (O, then B I L U of seven types, as in tagger/entity_model.h), corpora that hold them, and
files of their probabilities.

    entity_labels.py mean OUT A.prob B.prob …      the geometric mean of models' probabilities: targets of distillation
    entity_labels.py score CORPUS.bio A.prob …     F1 of each and of their mean
    entity_labels.py split CORPUS.bio N PREFIX      PREFIXk.train.bio and PREFIXk.test.bio: every Nth document is in test k
    entity_labels.py join CORPUS.bio N PREFIX OUT   PREFIXk.prob of the tests, put back into the corpus's order

A.prob,C.prob in place of A.prob: their arithmetic mean (models that differ only in their seeds).
"""
import sys

import numpy as np

TYPES = ["Person", "Organization", "Location", "NORP", "Facility", "Product", "Misc"]
LABELS = 1 + 4 * len(TYPES)


def read_bio(path):
    """[document: [sentence: [(token, tag)]]]"""
    documents, sentence = [[]], []

    def flush():
        nonlocal sentence
        if sentence:
            documents[-1].append(sentence)
        sentence = []

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\r\n")
        if not line:
            flush()
        elif line.startswith("-DOCSTART-"):
            flush()
            if documents[-1]:
                documents.append([])
        else:
            columns = line.split("\t")
            sentence.append((columns[0], columns[-1]))
    flush()
    return documents if documents[-1] else documents[:-1]


def bilou(tags):
    """Numbers of BIO tags; other types (dates, money) count as outside."""
    types = [TYPES.index(t[2:]) if t[2:] in TYPES else -1 for t in tags]
    begins = [k >= 0 and not (t[0] == "I" and i and types[i - 1] == k) for i, (k, t) in enumerate(zip(types, tags))]
    out = []
    for i, k in enumerate(types):
        last = i + 1 == len(types) or types[i + 1] != k or begins[i + 1]
        out.append(0 if k < 0 else 1 + 4 * k + ((3 if last else 0) if begins[i] else (2 if last else 1)))
    return out


def is_open(label):
    return label > 0 and (label - 1) % 4 < 2


def may_follow(before, label):
    if is_open(before):
        return label > 0 and (label - 1) % 4 in (1, 2) and (before - 1) // 4 == (label - 1) // 4
    return label == 0 or (label - 1) % 4 in (0, 3)


NEVER = -1e9
BETWEEN = np.array([[0.0 if may_follow(a, b) else NEVER for b in range(LABELS)] for a in range(LABELS)])
END = np.array([NEVER if is_open(y) else 0.0 for y in range(LABELS)])


def best_labels(probabilities):
    """The allowed sequence with the largest product of probabilities."""
    e = np.log(probabilities.astype(np.float64) + 1e-7)
    best, back = e[0] + BETWEEN[0], []
    for t in range(1, len(e)):
        scores = best[:, None] + BETWEEN
        back.append(scores.argmax(0))
        best = scores.max(0) + e[t]
    out = [int((best + END).argmax())]
    for row in reversed(back):
        out.append(int(row[out[-1]]))
    return out[::-1]


def spans(labels):
    out, start = set(), None
    for i, y in enumerate(labels):
        place = (y - 1) % 4 if y else None
        if place == 3:
            out.add((i, i, (y - 1) // 4))
        elif place == 0:
            start = i
        elif place == 2 and start is not None:
            out.add((start, i, (y - 1) // 4))
            start = None
    return out


def score(sentences, probabilities):
    """F1 of all types but Misc, and of each; sentences: gold labels."""
    counts, at = np.zeros((len(TYPES), 3)), 0
    for gold in sentences:
        right, found = spans(gold), spans(best_labels(probabilities[at:at + len(gold)]))
        at += len(gold)
        for span in right:
            counts[span[2], 0] += 1
        for span in found:
            counts[span[2], 1] += 1
            counts[span[2], 2] += span in right
    f1 = lambda c: round(200 * c[2] / max(1, c[0] + c[1]), 2)
    return f1(counts[:6].sum(0)), dict(zip(TYPES, map(f1, counts)))


def read_probabilities(path):
    return np.fromfile(path, np.uint8).reshape(-1, LABELS)


def mean(groups):
    """Of files read piece by piece: a million tokens times 29 floats is much."""
    parts = [[read_probabilities(p) for p in group.split(",")] for group in groups]
    for first in range(0, len(parts[0][0]), 100000):
        logs = [np.log(sum(p[first:first + 100000].astype(np.float32) for p in part) / (255 * len(part)) + 1e-4) for part in parts]
        product = np.exp(sum(logs) / len(logs))
        yield product / product.sum(1, keepdims=True)


def span_probabilities(probabilities):
    """[(first, last, type, probability)] of the best allowed sequence; labels are independent but for what is allowed."""
    n, legal, end = len(probabilities), (BETWEEN == 0).astype(float), (END == 0).astype(float)
    p = probabilities.astype(np.float64) + 1e-12
    forward, backward = np.zeros((n, LABELS)), np.zeros((n, LABELS))
    for t in range(n):
        forward[t] = p[t] * (legal[0] if t == 0 else forward[t - 1] @ legal)
        forward[t] /= forward[t].sum()
    backward[n - 1] = end
    for t in range(n - 2, -1, -1):
        backward[t] = legal @ (p[t + 1] * backward[t + 1])
        backward[t] /= backward[t].sum()
    labels, out = best_labels(probabilities), []
    for first, last, kind in sorted(spans(labels)):
        chance = forward[first] * backward[first]
        chance = chance[labels[first]] / chance.sum()
        for t in range(first + 1, last + 1):
            follow = legal[labels[t - 1]] * p[t] * backward[t]
            chance *= follow[labels[t]] / follow.sum()
        out.append((first, last, kind, chance))
    return out


def documents_of(path):
    text = open(path, encoding="utf-8").read()
    return ["-DOCSTART-" + part for part in text.split("-DOCSTART-")[1:]]


def split(path, count, prefix):
    documents = documents_of(path)
    for k in range(count):
        for name, chosen in (("train", lambda i: i % count != k), ("test", lambda i: i % count == k)):
            with open(f"{prefix}{k}.{name}.bio", "w", encoding="utf-8") as file:
                file.write("".join(d for i, d in enumerate(documents) if chosen(i)))


def join(path, count, prefix):
    sizes = [sum(map(len, d)) for d in read_bio(path)]
    parts, at, out = [read_probabilities(f"{prefix}{k}.prob") for k in range(count)], [0] * count, []
    for i, size in enumerate(sizes):
        k = i % count
        out.append(parts[k][at[k]:at[k] + size])
        at[k] += size
    assert at == [len(p) for p in parts], "these are not the corpus's parts"
    return np.concatenate(out)


def main():
    what, first, *paths = sys.argv[1:]
    if what == "split":
        return split(first, int(paths[0]), paths[1])
    if what == "join":
        return join(first, int(paths[0]), paths[1]).tofile(paths[2])
    if what == "mean":
        with open(first, "wb") as file:
            for p in mean(paths):
                (p * 255 + 0.5).astype(np.uint8).tofile(file)
        return
    sentences = [bilou([t for _, t in s]) for d in read_bio(first) for s in d]
    for path in paths:
        print(path, *score(sentences, np.concatenate(list(mean([path])))))
    print("mean", *score(sentences, np.concatenate(list(mean(paths)))))


if __name__ == "__main__":
    main()
