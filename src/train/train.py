#!/usr/bin/env python3
"""Trains the attribution tagger.

  train.py --data DIR --config configs/attribution.json --out DIR [--seed N] [--epochs N] [--set key=value ...]

DIR holds polnear/train, polnear/dev (brat), polnear.dev.bio[.xz] and the word vectors named in the configuration.
Writes OUT/net.pt after every epoch (resumes from it), OUT/log.jsonl with the figures of every epoch.
"""
import argparse
import json
import math
import os
import random
import time

import numpy as np
import torch

import attribution_data
import attribution_net
import kernels
import lexicon


def prepared_lexicon(config, data, command, out):
    path = os.path.join(out, f"lexicon-{config['words']}-{config['parts']}x{config['width']}.npz")
    if not os.path.exists(path):
        os.makedirs(out, exist_ok=True)
        lexicon.build(os.path.join(data, config["vectors"]), command, config["words"], config["parts"], config["width"]).save(path)
    return lexicon.Lexicon.load(path)


def evaluate(net, data, paragraphs, threshold=0.35):
    emissions = attribution_net.emissions_of(net, data)
    plain = attribution_data.f1_table(paragraphs, attribution_net.decode(net, emissions))
    mbr = attribution_data.f1_table(paragraphs, attribution_net.decode(net, emissions, [threshold] * 3))
    return {"viterbi": [round(float(x), 2) for x in plain], "mbr": [round(float(x), 2) for x in mbr]}


class Average:
    """Exponential moving average of a net's weights."""

    def __init__(self, net, decay):
        self.decay, self.weights, self.steps = decay, {k: v.clone() for k, v in net.state_dict().items() if k != "lexicon"}, 0

    def update(self, net):
        self.steps += 1
        d = min(self.decay, self.steps / (self.steps + 10))
        for k, v in net.state_dict().items():
            if k != "lexicon":
                self.weights[k].mul_(d).add_(v, alpha=1 - d)

    def swapped(self, net):
        kept = {k: v.clone() for k, v in net.state_dict().items() if k != "lexicon"}
        net.load_state_dict(self.weights, strict=False)
        return kept


def train(net, sets, config, dev, dev_paragraphs, out, seed, log=print):
    """sets: [(Batches, weight)] of labelled data; one pass over all of them is an epoch."""
    t = config["training"]
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    decayed = [p for n, p in net.named_parameters() if p.requires_grad and p.dim() > 1 and "table" not in n]
    others = [p for n, p in net.named_parameters() if p.requires_grad and not (p.dim() > 1 and "table" not in n)]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": t["decay"]}, {"params": others, "weight_decay": 0.0}],
                                  lr=t["rate"], betas=(0.9, 0.99))
    per_epoch = sum(len(s.split(t["tokens"], np.random.default_rng(seed))) for s, _ in sets)
    steps, step, first_epoch, started = t["epochs"] * per_epoch, 0, 0, time.time()
    average = Average(net, t["average"])
    state_path = os.path.join(out, "state.pt")
    if os.path.exists(state_path):
        state = torch.load(state_path)
        net.load_state_dict(state["net"], strict=False)
        optimiser.load_state_dict(state["optimiser"])
        average.weights, average.steps, step, first_epoch = state["average"], state["average_steps"], state["step"], state["epoch"]
        rng = np.random.default_rng([seed, first_epoch])
    for epoch in range(first_epoch, t["epochs"]):
        if t.get("quantise_from") is not None and epoch >= t["quantise_from"]:
            net.bits = tuple(config["bits"])
        net.train()
        total, work = 0.0, [(s, w, b) for s, w in sets for b in s.split(t["tokens"], rng)]
        rng.shuffle(work)
        for s, weight, batch in work:
            rate = t["rate"] * min(1, (step + 1) / t["warm_up"]) * (0.49 * (1 + math.cos(math.pi * min(1, step / steps))) + 0.02)
            for group in optimiser.param_groups:
                group["lr"] = rate
            inputs, (q, pairs) = s.tensors(batch)
            lengths = inputs[2]
            loss = kernels.CrfLoss.apply(net(*inputs), *net.crf(), q, pairs, lengths) * (weight / float(lengths.sum()))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), t["clip"])
            optimiser.step()
            average.update(net)
            step += 1
            total += loss.item()
        figures = {"epoch": epoch + 1, "loss": round(total / len(work), 4), "seconds": round(time.time() - started)}
        kept = average.swapped(net)
        if (epoch + 1) % t.get("evaluate_every", 2) == 0 or epoch + 1 == t["epochs"]:
            figures.update(evaluate(net, dev, dev_paragraphs))
        torch.save({"config": config, "net": {k: v for k, v in net.state_dict().items() if k != "lexicon"}}, os.path.join(out, "net.pt"))
        net.load_state_dict(kept, strict=False)
        torch.save({"net": kept, "optimiser": optimiser.state_dict(), "average": average.weights, "average_steps": average.steps,
                    "step": step, "epoch": epoch + 1}, state_path)
        log(json.dumps(figures))
    os.remove(state_path)
    average.swapped(net)


def load_net(folder, lex):
    saved = torch.load(os.path.join(folder, "net.pt"))
    net = attribution_net.Net(saved["config"]["net"], lex.vectors)
    net.load_state_dict(saved["net"], strict=False)
    return net, saved["config"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--config", default=os.path.join(os.path.dirname(__file__), "configs/attribution.json"))
    parser.add_argument("--features", default="build/native/newsgloss_features", help="the built command")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--set", nargs="*", default=[], help="path.in.config=json")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    config = json.load(open(a.config))
    for change in a.set:
        path, value = change.split("=", 1)
        *parents, leaf = path.split(".")
        node = config
        for parent in parents:
            node = node[parent]
        node[leaf] = json.loads(value)
    out = os.path.join(a.out, f"seed{a.seed}")
    os.makedirs(out, exist_ok=True)

    def log(line):
        print(line, flush=True)
        open(os.path.join(out, "log.jsonl"), "a").write(line + "\n")

    lex = prepared_lexicon(config["lexicon"], a.data, a.features, os.path.join(a.data, "prepared"))
    train_paragraphs = attribution_data.read_polnear(os.path.join(a.data, "polnear/train"), a.features)
    if config["training"].get("straight_quotes"):
        train_paragraphs += attribution_data.read_polnear(os.path.join(a.data, "polnear/train"), a.features,
                                                          attribution_data.curly_to_straight)
    if config["training"].get("sentences_apart"):  # only what differs from the texts as they are
        whole = {p.text for p in train_paragraphs}
        apart = attribution_data.read_polnear(os.path.join(a.data, "polnear/train"), a.features, attribution_data.sentences_apart)
        train_paragraphs += [p for p in apart if p.text not in whole]
    dev_file = next(p for p in (os.path.join(a.data, "polnear.dev.bio" + s) for s in ("", ".xz")) if os.path.exists(p))
    dev_paragraphs = attribution_data.read_bio(dev_file, a.features)
    data = attribution_net.Batches(train_paragraphs, lex, config["net"])
    dev = attribution_net.Batches(dev_paragraphs, lex, config["net"])
    torch.manual_seed(a.seed)
    net = attribution_net.Net(config["net"], lex.vectors)
    known = np.mean(np.concatenate([i[0] for i in dev.items]) > 0)
    log(json.dumps({"config": config, "seed": a.seed, "macs": net.macs(), "known_words": round(float(known), 4)}))
    train(net, [(data, 1.0)], config, dev, dev_paragraphs, out, a.seed, log)


if __name__ == "__main__":
    main()
