#!/usr/bin/env python3
"""Distils teachers that read a pretrained encoder into the small attribution network (Hinton et al. 2015; for CRFs Wang et
al. 2021).

  distill.py --data DIR --encoder FOLDER --out OUT [--start RUN] [--teachers 2] [--seed 1]

Four steps, each leaving its result in OUT and passed over when that is there:
  encode    the encoder's vectors (encoder.py) of PolNeAR train and dev and of unlabelled articles
  teach     networks of train.py's kind, wider and with those vectors as input, one for each seed
  soften    their mean label marginals and expected transitions, of the labelled and the unlabelled text
  student   the released network, taught a mixture of gold and teachers on PolNeAR, the teachers alone on the rest

DIR as for train.py, and ner/worldwide (articles/, train.bio, dev.bio): the articles of its training part are the unlabelled
text, less what shares a line with its development part or with a folder named by --leave-out. --start: a finished run
of train.py to begin the student from (a third of the epochs needed otherwise).
"""
import argparse
import glob
import json
import os
import pickle
import re

import numpy as np
import torch

import attribution_data
import attribution_net
import encoder
import kernels
import lexicon
import train

HERE = os.path.dirname(os.path.abspath(__file__))
RUN = 40  # letters that two texts must share to be called the same


def letters(text):
    return re.sub(r"\W+", "", text.lower())


def read_unlabelled(folder, leave_out):
    """Lines of the articles of Worldwide's training part, "-DOCSTART-" before each article."""
    def bio(name):
        rows = open(os.path.join(folder, name), encoding="utf-8")
        return letters("".join(row.split("\t")[0] for row in rows if not row.startswith("-DOCSTART-")))
    ours, not_ours = bio("train.bio"), bio("dev.bio")
    for path in glob.glob(os.path.join(leave_out, "**"), recursive=True) if leave_out else []:
        if os.path.isfile(path):
            not_ours += letters(open(path, encoding="utf-8", errors="ignore").read())
    barred = {not_ours[i:i + RUN] for i in range(len(not_ours) - RUN)}
    lines = []
    for path in sorted(glob.glob(os.path.join(folder, "articles", "*.txt"))):
        text = open(path, encoding="utf-8", errors="replace").read()
        all_letters = letters(text)
        probes = [all_letters[i:i + RUN] for i in range(100, len(all_letters) - RUN, 150)]
        if sum(p in ours for p in probes) * 2 <= len(probes) or any(all_letters[i:i + RUN] in barred for i in range(0, len(all_letters), 20)):
            continue
        lines.append("-DOCSTART-")
        lines += [re.sub(r"\s+", " ", line).strip() for line in text.split("\n") if 30 < len(line.strip()) < 2500]
    return lines


def tokens_of(paragraph):
    if isinstance(paragraph.text, list):
        return paragraph.text
    raw = paragraph.text.encode()
    return [raw[b:e].decode("utf-8", "replace") for b, e in zip(paragraph.rows["begin"], paragraph.rows["end"])]


def encode(a, name):
    """Paragraphs of a set and their vectors, from OUT or made."""
    paths = [os.path.join(a.out, f"{name}.{ending}") for ending in ("pkl", "npy")]
    if not os.path.exists(paths[1]):
        if name == "train":
            paragraphs = attribution_data.read_polnear(os.path.join(a.data, "polnear/train"), a.features)
        elif name == "dev":
            file = next(p for p in (os.path.join(a.data, "polnear.dev.bio" + s) for s in ("", ".xz")) if os.path.exists(p))
            paragraphs = attribution_data.read_bio(file, a.features)
        else:
            lines = read_unlabelled(os.path.join(a.data, "ner/worldwide"), a.leave_out)
            read = attribution_data.run_features(a.features, "raw", "\n".join(lines) + "\n")
            texts = [line for line in lines if line != "-DOCSTART-"]
            paragraphs = [attribution_data.Paragraph(rows, set(), d, t) for t, (d, rows) in zip(texts, read, strict=True) if len(rows)]
        vectors = encoder.Encoder(a.encoder).vectors([tokens_of(p) for p in paragraphs])
        pickle.dump(paragraphs, open(paths[0], "wb"), 4)
        np.save(paths[1], np.concatenate(vectors))
        print(f"{name}: {len(paragraphs)} paragraphs encoded", flush=True)
    paragraphs, vectors = pickle.load(open(paths[0], "rb")), np.load(paths[1], mmap_mode="r")
    ends = np.cumsum([len(p.rows) for p in paragraphs])
    return paragraphs, [vectors[end - len(p.rows):end] for p, end in zip(paragraphs, ends)]


def logger(folder):
    os.makedirs(folder, exist_ok=True)

    def log(line):
        print(line, flush=True)
        open(os.path.join(folder, "log.jsonl"), "a").write(line + "\n")
    return log


def finished(folder):
    return os.path.exists(os.path.join(folder, "net.pt")) and not os.path.exists(os.path.join(folder, "state.pt"))


def teach(a, config, seed):
    folder = os.path.join(a.out, f"teacher{seed}")
    lex = train.prepared_lexicon(config["lexicon"], a.data, a.features, os.path.join(a.data, "prepared"))
    if not finished(folder):
        (paragraphs, vectors), (dev_paragraphs, dev_vectors) = encode(a, "train"), encode(a, "dev")
        data = attribution_net.Batches(paragraphs, lex, config["net"], context=vectors)
        dev = attribution_net.Batches(dev_paragraphs, lex, config["net"], context=dev_vectors)
        torch.manual_seed(seed)
        net = attribution_net.Net(config["net"], lex.vectors)
        train.train(net, [(data, 1.0)], config, dev, dev_paragraphs, folder, seed, logger(folder))
    return train.load_net(folder, lex)[0], lex


def soften(a, config, name):
    """What the teachers think of a set: one Taught a paragraph."""
    path = os.path.join(a.out, f"soft-{name}.pkl")
    if not os.path.exists(path):
        paragraphs, vectors = encode(a, name)
        total = [None] * len(paragraphs)
        for seed in range(1, a.teachers + 1):
            net, lex = teach(a, config, seed)
            data = attribution_net.Batches(paragraphs, lex, config["net"], context=vectors)
            crf = [t.detach() for t in net.crf()]
            for i, emissions in enumerate(attribution_net.emissions_of(net, data)):
                one = attribution_net.Taught(*kernels.expectations(emissions, *crf))
                total[i] = one if total[i] is None else total[i].mixed(one, 1 / seed)
        pickle.dump([(t.marginals.astype(np.float16), t.pairs) for t in total], open(path, "wb"), 4)
    return [attribution_net.Taught(*t) for t in pickle.load(open(path, "rb"))]


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "encoder", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--features", default="build/native/newsgloss_features", help="the built command")
    parser.add_argument("--configs", default=os.path.join(HERE, "configs"), help="the folder of teacher.json and student.json")
    parser.add_argument("--leave-out", help="a folder of texts that must not be seen")
    parser.add_argument("--start")
    parser.add_argument("--teachers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    os.makedirs(a.out, exist_ok=True)
    teacher, config = (json.load(open(os.path.join(a.configs, n + ".json"))) for n in ("teacher", "student"))
    folder = os.path.join(a.out, f"student{a.seed}")
    if finished(folder):
        return
    share, sets = config["training"]["teachers_share"], []
    lex = train.prepared_lexicon(config["lexicon"], a.data, a.features, os.path.join(a.data, "prepared"))
    paragraphs = encode(a, "train")[0]
    taught = [attribution_net.Taught.labels(p.labels()).mixed(t, share)
              for p, t in zip(paragraphs, soften(a, teacher, "train"), strict=True)]
    whole = {p.text for p in paragraphs}
    apart = attribution_data.read_polnear(os.path.join(a.data, "polnear/train"), a.features, attribution_data.sentences_apart)
    apart = [p for p in apart if p.text not in whole]
    taught += [attribution_net.Taught.labels(p.labels()) for p in apart]
    sets.append((attribution_net.Batches(paragraphs + apart, lex, config["net"], taught), 1.0))
    sets.append((attribution_net.Batches(encode(a, "raw")[0], lex, config["net"], soften(a, teacher, "raw")), 1.0))
    dev_paragraphs = encode(a, "dev")[0]
    dev = attribution_net.Batches(dev_paragraphs, lex, config["net"])
    torch.manual_seed(a.seed)
    net = attribution_net.Net(config["net"], lex.vectors)
    if a.start:  # a run that was cut off goes on from its own state instead: train.train reads that
        net.load_state_dict(torch.load(os.path.join(a.start, "net.pt"))["net"], strict=False)
    train.train(net, sets, config, dev, dev_paragraphs, folder, a.seed, logger(folder))


if __name__ == "__main__":
    main()
