#!/usr/bin/env python3
"""The entity tagger's network: taught to correct the CRF's probabilities (stacking, Wolpert 1992; tagger/entity_network.h).

    entity_net.py --lexicon LEXICON.npz --train A.bio --dev B.bio --silver C.bio … --targets C.prob …
        --offsets A.prob B.prob C.prob … --out DIR [--share 0.85] [--layers 48] [--epochs 8] [--hold-out N] …

Taught the gold labels of A, and of the unlabelled texts C what teachers think of them (--targets; entity_labels.py says
what such files are). --offsets: what the CRF thinks of each text, of A by CRFs that did not see the article at hand
(else the network would learn to trust a CRF that knows the answers). A chunk of the files (a sentence) at a time, tokens
as given; features by the engine, the lexicon's vectors: one hashed table, bidirectional GRU layers, a score for each label
of each token, to which the CRF's is added; the loss is the cross-entropy of each token's labels. The last fifth of the epochs
rounds as inference does. Written: net.pt; dev.spans for entities_section.py to calibrate; the figures of each epoch, also
on every Nth article of A where --hold-out says so (those are then not taught).
"""
import argparse
import json
import math
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import attribution_data
import attribution_net
import entity_labels
import lexicon
import train

FEATURES = ["word", "prefix2", "prefix3", "suffix1", "suffix2", "suffix3", "suffix4", "shape", "collapsed_shape", "letter_case", "document"]

FLOOR = 2e-3  # added to the CRF's probabilities, whose logarithms the network's scores are added to


class Net(nn.Module):
    def __init__(self, config, vectors):
        super().__init__()
        self.config = config
        self.lexicon = nn.Parameter(torch.tensor(vectors), requires_grad=False)
        self.table = nn.EmbeddingBag(config["rows"] + 1, config["width"], mode="sum")
        nn.init.normal_(self.table.weight, std=0.1)
        inputs, self.layers = vectors.shape[1] + config["width"], nn.ModuleList()
        for size in config["layers"]:
            self.layers.append(attribution_net.BiGru(inputs, size))
            inputs = 2 * size
        self.head = nn.Linear(inputs, entity_labels.LABELS)
        self.bits = None

    def forward(self, ids, rows, lengths):
        drop = self.config["dropout"]
        T, B = ids.shape
        lexical = self.lexicon[ids]
        if self.training and drop["word"]:
            lexical = lexical * (torch.rand(T, B, 1) >= drop["word"])
            rows = rows.clone()
            rows[:, :, FEATURES.index("word")][torch.rand(T, B) < 2 * drop["word"]] = 0
        bits = self.bits
        weight = attribution_net.RoundedRows.apply(self.table.weight, bits) if bits else self.table.weight
        summed = F.embedding_bag(rows.reshape(T * B, -1), weight, mode="sum").view(T, B, -1)
        if bits:
            summed = attribution_net.Rounded.apply(summed, 32.0, 127)
        x = torch.cat([lexical, summed], 2) * (torch.arange(T).unsqueeze(1) < lengths.unsqueeze(0)).unsqueeze(2)
        x = F.dropout(x, drop["input"], self.training)
        for layer in self.layers:
            x = F.dropout(layer(x, lengths, bits, 127.0 if bits else 0.0), drop["layer"], self.training)
        head = attribution_net.RoundedRows.apply(self.head.weight, 8) if bits else self.head.weight
        return F.linear(x, head, self.head.bias)


def load_net(folder, lex):
    """(the network, what its scores were added to: that share of the CRF's)"""
    saved = torch.load(os.path.join(folder, "net.pt"))
    net = Net(saved["config"], lex.vectors)
    net.load_state_dict(saved["net"], strict=False)
    return net, saved.get("share", 1.0)


class Corpus:
    """Sentences as (word ids, table rows, targets [L, LABELS] or labels [L]), and the document of each."""

    def __init__(self, path, a, lex, targets=None, offsets=None):
        text = open(path, encoding="utf-8").read()
        documents = entity_labels.read_bio(path)
        gold = [(d, entity_labels.bilou([t for _, t in s])) for d, sentences in enumerate(documents) for s in sentences]
        chosen = [attribution_data.FEATURES.index(f) for f in FEATURES]
        self.items, self.documents, self.gold = [], [], []
        beside = None if offsets is None else entity_labels.read_probabilities(offsets)
        probabilities, at = None if targets is None else entity_labels.read_probabilities(targets), 0
        for (d, y), (_, r) in zip(gold, attribution_data.run_features(a.features, "given", text), strict=True):
            assert len(y) == len(r)
            rows = ((r["hashes"][:, chosen].astype(np.uint64) * np.uint64(a.rows)) >> np.uint64(32)).astype(np.int32) + 1
            q = np.array(y) if probabilities is None else probabilities[at:at + len(y)]
            o = None if beside is None else beside[at:at + len(y)]
            at += len(y)
            self.items.append((lex.ids(r).astype(np.int32), rows, q, o))
            self.documents.append(d)
            self.gold.append(y)


def batches(items, tokens, rng=None):
    jitter = rng.random(len(items)) if rng is not None else np.zeros(len(items))
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]) * (1 + 0.15 * jitter[i]))
    out, batch = [], []
    for i in order:
        if batch and len(items[i][0]) * 1.1 * (len(batch) + 1) > tokens:
            out.append(batch)
            batch = []
        batch.append(i)
    out.append(batch)
    if rng is not None:
        rng.shuffle(out)
    return out


def tensors(items, batch, share=0.0):
    T, B, n = max(len(items[i][0]) for i in batch), len(batch), items[0][1].shape[1]
    ids, rows, lengths = np.zeros((T, B), np.int64), np.zeros((T, B, n), np.int64), np.zeros(B, np.int32)
    q = np.zeros((T, B, entity_labels.LABELS), np.float32)
    offset = np.zeros((T, B, entity_labels.LABELS), np.float32)
    for b, i in enumerate(batch):
        w, r, t, o = items[i]
        L = lengths[b] = len(w)
        if o is not None:
            offset[:L, b] = share * np.log(o / 255 + FLOOR)
        ids[:L, b], rows[:L, b] = w, r
        if t.ndim == 1:
            q[np.arange(L), b, t] = 1
        else:
            q[:L, b] = t / np.maximum(t.sum(1, keepdims=True, dtype=np.float32), 1)
    return (torch.from_numpy(ids), torch.from_numpy(rows), torch.from_numpy(lengths)), torch.from_numpy(q), torch.from_numpy(offset)


def predict(net, items, share=0.0):
    net.eval()
    out = [None] * len(items)
    with torch.no_grad():
        for batch in batches(items, 6000):
            inputs, _, offset = tensors(items, batch, share)
            p = (net(*inputs) + offset).softmax(-1)
            for b, i in enumerate(batch):
                out[i] = p[:len(items[i][0]), b].numpy()
    return np.concatenate(out)


def main():
    parser = argparse.ArgumentParser()
    for name in ("lexicon", "train", "dev", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--features", default="build/native/newsgloss_features")
    parser.add_argument("--share", type=float, default=0.85, help="of the CRF's log-probabilities, to which the network's scores are added")
    for name in ("silver", "targets", "offsets"):
        parser.add_argument("--" + name, nargs="*", default=[])
    for name, value in (("hold-out", 0), ("rows", 4095), ("width", 32), ("epochs", 8), ("tokens", 1500), ("seed", 1), ("threads", 1), ("bits", 4)):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--layers", type=int, nargs="*", default=[48])
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--average", type=float, default=0.999)
    parser.add_argument("--dropout", type=float, nargs=3, default=[0.08, 0.15, 0.3], help="word input layer")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)
    rng = np.random.default_rng(a.seed)
    lex = lexicon.Lexicon.load(a.lexicon)
    offsets = a.offsets + [None] * (2 + len(a.silver) - len(a.offsets))
    corpus, dev = Corpus(a.train, a, lex, None, offsets[0]), Corpus(a.dev, a, lex, None, offsets[1])
    is_held = lambda d: a.hold_out and d % a.hold_out == a.hold_out - 1
    seen = [i for i, d in zip(corpus.items, corpus.documents) if not is_held(d)]
    held = [i for i, d in zip(corpus.items, corpus.documents) if is_held(d)]
    held_gold = [y for y, d in zip(corpus.gold, corpus.documents) if is_held(d)]
    for path, targets, beside in zip(a.silver, a.targets, offsets[2:]):
        seen += Corpus(path, a, lex, targets, beside).items
    config = {"rows": a.rows, "width": a.width, "layers": a.layers, "dropout": dict(zip(("word", "input", "layer"), a.dropout))}
    net = Net(config, lex.vectors)
    print(json.dumps(config), sum(p.numel() for p in net.parameters() if p.requires_grad), "weights", sum(len(i[0]) for i in seen), "tokens", flush=True)
    decayed = [p for n, p in net.named_parameters() if p.requires_grad and p.dim() > 1 and "table" not in n]
    others = [p for n, p in net.named_parameters() if p.requires_grad and not (p.dim() > 1 and "table" not in n)]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}], lr=a.rate, betas=(0.9, 0.99))
    average = train.Average(net, a.average)
    total, step, started = a.epochs * len(batches(seen, a.tokens, np.random.default_rng(0))), 0, time.time()
    for epoch in range(a.epochs):
        if a.bits and epoch + max(1, a.epochs // 5) >= a.epochs:
            net.bits = a.bits
        net.train()
        losses = []
        for batch in batches(seen, a.tokens, rng):
            rate = a.rate * min(1, (step + 1) / 150) * (0.49 * (1 + math.cos(math.pi * min(1, step / total))) + 0.02)
            for group in optimiser.param_groups:
                group["lr"] = rate
            inputs, q, offset = tensors(seen, batch, a.share)
            loss = -(q * (net(*inputs) + offset).log_softmax(-1)).sum() / float(inputs[2].sum())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            average.update(net)
            step += 1
            losses.append(loss.item())
        kept = average.swapped(net)
        line = [f"epoch {epoch + 1} loss {np.mean(losses):.4f} {time.time() - started:.0f} s"]
        for name, items, gold in (("held", held, held_gold), ("dev", dev.items, dev.gold)):
            if items:
                p = predict(net, items, a.share)
                line.append(f"{name} {entity_labels.score(gold, p)}")
        torch.save({"config": config, "bits": net.bits, "share": a.share, "net": {k: v for k, v in net.state_dict().items() if k != "lexicon"}}, os.path.join(a.out, "net.pt"))
        net.load_state_dict(kept, strict=False)
        print(*line, flush=True)
    average.swapped(net)
    p, at = predict(net, dev.items, a.share), 0
    with open(os.path.join(a.out, "dev.spans"), "w") as file:
        for gold in dev.gold:
            right = entity_labels.spans(gold)
            for first, last, kind, chance in entity_labels.span_probabilities(p[at:at + len(gold)]):
                file.write(f"{kind} {chance:.6f} {int((first, last, kind) in right)}\n")
            at += len(gold)


if __name__ == "__main__":
    main()
