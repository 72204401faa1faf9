"""The attribution network: lexicon vector and summed feature vectors -> two BiGRU layers -> labels -> CRF."""
import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import kernels
from attribution_data import LABELS

FORBIDDEN = -20.0


def constraints():
    """What BIOES forbids, as additions to the CRF's scores."""
    K = len(LABELS)
    trans, start, end = torch.zeros(K, K), torch.zeros(K), torch.zeros(K)
    for i, a in enumerate(LABELS):
        start[i] = FORBIDDEN if a[0] in "IE" else 0
        end[i] = FORBIDDEN if a[0] in "BI" else 0
        for j, b in enumerate(LABELS):
            legal = a[0] in "BI" and b[0] in "IE" and a[2:] == b[2:] or a[0] in "OES" and b[0] in "OBS"
            trans[i, j] = 0 if legal else FORBIDDEN
    return trans, start, end


class Rounded(torch.autograd.Function):
    """round(x * levels) / levels, clipped to `most` steps; the gradient passes straight through."""

    @staticmethod
    def forward(ctx, x, levels, most):
        return torch.clamp(torch.round(x * levels), -most, most) / levels

    @staticmethod
    def backward(ctx, d):
        return d, None, None


def row_scales(w, bits):
    """Per-row step of a symmetric quantiser, the clip that costs least in squared error."""
    most = 2 ** (bits - 1) - 1
    peak, best, least = w.abs().amax(1, keepdim=True).clamp(min=1e-6), None, None
    for ratio in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5) if bits < 8 else (1.0,):
        step = peak * ratio / most
        error = ((torch.clamp(torch.round(w / step), -most, most) * step - w) ** 2).sum(1, keepdim=True)
        if best is None:
            best, least = step, error
        else:
            best, least = torch.where(error < least, step, best), torch.minimum(error, least)
    return best


class RoundedRows(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w, bits):
        step, most = row_scales(w, bits), 2 ** (bits - 1) - 1
        return torch.clamp(torch.round(w / step), -most, most) * step

    @staticmethod
    def backward(ctx, d):
        return d, None


class BiGru(nn.Module):
    def __init__(self, inputs, size):
        super().__init__()
        self.size = size
        self.W = nn.Parameter(nn.init.xavier_uniform_(torch.empty(6 * size, inputs)))  # forward r z n, backward r z n
        self.b = nn.Parameter(torch.zeros(6 * size))
        self.U = nn.ParameterList(
            [nn.Parameter(torch.cat([nn.init.orthogonal_(torch.empty(size, size)) for _ in range(3)], 0)) for _ in range(2)])

    def forward(self, x, lengths, bits, levels):
        quantised = (lambda w: RoundedRows.apply(w, bits)) if bits else (lambda w: w)
        gates = F.linear(x, quantised(self.W), self.b)
        N = 3 * self.size
        return torch.cat([kernels.Gru.apply(gates[:, :, d * N:(d + 1) * N], quantised(self.U[d]).t(), lengths, bool(d), levels)
                          for d in range(2)], 2)


class Net(nn.Module):
    """config: rows, width (of the table), layers [sizes], features [names], dropout {input, layer, word, context};
    a teacher's also context {vectors, width}: how long an encoder's vectors are, and what they are projected to."""

    def __init__(self, config, vectors):
        super().__init__()
        self.config = config
        self.lexicon = nn.Parameter(torch.tensor(vectors), requires_grad=False)
        self.table = nn.EmbeddingBag(config["rows"] + 1, config["width"], mode="sum")  # row 0: a dropped feature
        nn.init.normal_(self.table.weight, std=0.1)
        inputs, self.layers, context = vectors.shape[1] + config["width"], nn.ModuleList(), config.get("context")
        if context:
            self.context = nn.Linear(context["vectors"], context["width"])
            inputs += context["width"]
        for size in config["layers"]:
            self.layers.append(BiGru(inputs, size))
            inputs = 2 * size
        K = len(LABELS)
        self.head = nn.Linear(inputs, K)
        self.trans, self.start, self.end = (nn.Parameter(torch.zeros(*s)) for s in ((K, K), (K,), (K,)))
        for name, t in zip(("no_trans", "no_start", "no_end"), constraints()):
            self.register_buffer(name, t)
        self.bits = None  # (trunk bits, table bits): train or run as inference will compute

    def crf(self):
        return [(a + b).contiguous() for a, b in ((self.trans, self.no_trans), (self.start, self.no_start), (self.end, self.no_end))]

    def forward(self, ids, rows, lengths, context=None):
        """ids [T, B], rows [T, B, features], an encoder's vectors [T, B, V] -> emissions [B, T, K]."""
        drop = self.config["dropout"]
        T, B = ids.shape
        lexical = self.lexicon[ids]
        if self.training and drop["word"]:
            lexical = lexical * (torch.rand(T, B, 1) >= drop["word"])
            rows = rows.clone()
            gone = torch.rand(T, B) < 2 * drop["word"]
            for i, name in enumerate(self.config["features"]):
                if name == "word":
                    rows[:, :, i][gone] = 0
                elif name.endswith("_pair"):
                    rows[:, :, i][torch.rand(T, B) < drop.get("pair", 0.3)] = 0
        table_bits, trunk_bits = (self.bits or (None, None))[::-1]
        weight = RoundedRows.apply(self.table.weight, table_bits) if table_bits else self.table.weight
        summed = F.embedding_bag(rows.reshape(T * B, -1), weight, mode="sum").view(T, B, -1)
        if self.bits:
            summed = Rounded.apply(summed, 32.0, 127)
        x = torch.cat([lexical, summed], 2)
        if context is not None:
            x = torch.cat([x, torch.tanh(self.context(F.dropout(context, drop["context"], self.training)))], 2)
        x = x * (torch.arange(T).unsqueeze(1) < lengths.unsqueeze(0)).unsqueeze(2)
        x = F.dropout(x, drop["input"], self.training)
        for layer in self.layers:
            x = F.dropout(layer(x, lengths, trunk_bits, 127.0 if self.bits else 0.0), drop["layer"], self.training)
        head = RoundedRows.apply(self.head.weight, 8) if self.bits else self.head.weight
        return F.linear(x, head, self.head.bias).transpose(0, 1)

    def macs(self):
        return sum(l.W.numel() + sum(u.numel() for u in l.U) for l in self.layers) + self.head.weight.numel() + len(LABELS) ** 2


class Taught:
    """What a paragraph's labels are taught to be: marginals [L, K] and expected transitions [K, K]."""

    def __init__(self, marginals, pairs):
        self.marginals, self.pairs = marginals, pairs

    @staticmethod
    def labels(y):
        K = len(LABELS)
        marginals, pairs = np.zeros((len(y), K), np.float16), np.zeros((K, K), np.float32)
        marginals[np.arange(len(y)), y] = 1
        np.add.at(pairs, (y[:-1], y[1:]), 1)
        return Taught(marginals, pairs)

    def mixed(self, other, share):
        """`share` of `other` in this."""
        return Taught(((1 - share) * self.marginals + share * other.marginals).astype(np.float16),
                      (1 - share) * self.pairs + share * other.pairs)


class Batches:
    """Paragraphs as tensors, batched by length. `taught`: one Taught a paragraph, else its own labels;
    `context`: an encoder's vectors of each."""

    def __init__(self, paragraphs, lexicon, config, taught=None, context=None):
        from attribution_data import FEATURES
        chosen = [FEATURES.index(f) for f in config["features"]]
        self.items, self.context = [], context
        for i, p in enumerate(paragraphs):
            rows = ((p.rows["hashes"][:, chosen].astype(np.uint64) * np.uint64(config["rows"])) >> np.uint64(32)).astype(np.int64) + 1
            self.items.append((lexicon.ids(p.rows), rows.astype(np.int32), taught[i] if taught else Taught.labels(p.labels())))

    def split(self, tokens, rng=None):
        order = list(range(len(self.items)))
        jitter = rng.random(len(order)) if rng is not None else np.zeros(len(order))
        order.sort(key=lambda i: len(self.items[i][0]) * (1 + 0.15 * jitter[i]))
        batches, batch, longest = [], [], 0
        for i in order:
            n = len(self.items[i][0])
            if batch and max(longest, n) * (len(batch) + 1) > tokens:
                batches.append(batch)
                batch, longest = [], 0
            batch.append(i)
            longest = max(longest, n)
        if batch:
            batches.append(batch)
        if rng is not None:
            rng.shuffle(batches)
        return batches

    def tensors(self, batch):
        """(ids, rows, lengths, context) for the net, (q, pairs) for the loss."""
        T, B, n, K = max(len(self.items[i][0]) for i in batch), len(batch), self.items[0][1].shape[1], len(LABELS)
        ids, rows, lengths = np.zeros((T, B), np.int64), np.zeros((T, B, n), np.int64), np.zeros(B, np.int32)
        q, pairs, context = np.zeros((B, T, K), np.float32), np.zeros((K, K), np.float32), None
        if self.context is not None:
            context = np.zeros((T, B, self.context[0].shape[1]), np.float32)
        for b, i in enumerate(batch):
            w, r, taught = self.items[i]
            L = lengths[b] = len(w)
            ids[:L, b], rows[:L, b], q[b, :L] = w, r, taught.marginals
            pairs += taught.pairs
            if context is not None:
                context[:L, b] = self.context[i]
        inputs = (torch.from_numpy(ids), torch.from_numpy(rows), torch.from_numpy(lengths),
                  None if context is None else torch.from_numpy(context))
        return inputs, (torch.from_numpy(q), torch.from_numpy(pairs))


def emissions_of(net, data, tokens=4000):
    """Emissions [L, K] of every paragraph, as contiguous arrays."""
    net.eval()
    out = [None] * len(data.items)
    with torch.no_grad():
        for batch in data.split(tokens):
            inputs, _ = data.tensors(batch)
            e = net(*inputs)
            for b, i in enumerate(batch):
                out[i] = e[b, :int(inputs[2][b])].contiguous()
    return out


def viterbi_spans(labels):
    out, first = set(), 0
    for i, k in enumerate(labels):
        if k == 0:
            continue
        kind, place = (k - 1) // 4, (k - 1) % 4
        if place == 0:
            first = i
        elif place == 2:
            out.add((int(kind), first, i + 1))
        elif place == 3:
            out.add((int(kind), i, i + 1))
    return out


def choose_spans(candidates, thresholds):
    """The set of spans without overlap with the largest sum of (probability - threshold): weighted interval scheduling."""
    good = sorted(((last, first, kind, p - thresholds[kind]) for kind, first, last, p in candidates if p > thresholds[kind]))
    if not good:
        return set()
    ends, best, back = [0], [0.0], [None]
    import bisect
    for last, first, kind, gain in good:
        j = bisect.bisect_right(ends, first) - 1
        if best[j] + gain > best[-1]:
            ends.append(last), best.append(best[j] + gain), back.append((j, (kind, first, last)))
    out, i = set(), len(ends) - 1
    while i:
        j, span = back[i]
        out.add(span)
        i = j
    return out


def decode(net, emissions, thresholds=None):
    trans, start, end = (t.detach() for t in net.crf())
    if thresholds is None:
        return [viterbi_spans(kernels.viterbi(e, trans, start, end)) for e in emissions]
    return [choose_spans(kernels.span_posteriors(e, trans, start, end, 0.15), thresholds) for e in emissions]
