#!/usr/bin/env python3
"""A few articles of every set, and configurations of a minute each: what `QUICK=1 scripts/train.sh` runs on.

    quick.py DATA POLNEAR_DEV OUT     DATA: the folder of ner, attribution, lexica and raw; POLNEAR_DEV: the BIO file

Writes OUT/data in DATA's layout, OUT/polnear.dev.bio and OUT/configs. The figures of such a run mean nothing; that it
comes to its end means that every step takes what the one before it made. Anything that a configuration says about
shapes (layers, table, bits) stays as released, so that the model file is of the released kind.
"""
import glob
import json
import lzma
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = 3000


def documents(text, count):
    return "-DOCSTART-".join(text.split("-DOCSTART-")[:count + 1])


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8", newline="") as file:
        return file.read()


def main():
    data, polnear_dev, out = sys.argv[1:]
    for part, count in (("train", 16), ("dev", 5)):
        folder = os.path.join(out, "data/attribution/polnear", part)
        os.makedirs(folder, exist_ok=True)
        for path in sorted(glob.glob(os.path.join(data, "attribution/polnear", part, "*.txt")))[:count]:
            for name in (path, path[:-4] + ".ann"):
                shutil.copy(name, folder)
    for name, count in (("train", 40), ("dev", 10)):
        write(os.path.join(out, f"data/ner/worldwide/{name}.bio"), documents(read(os.path.join(data, f"ner/worldwide/{name}.bio")), count))
    articles = os.path.join(out, "data/ner/worldwide/articles")
    if not os.path.exists(articles):
        os.symlink(os.path.abspath(os.path.join(data, "ner/worldwide/articles")), articles)
    vectors = read(os.path.join(data, "lexica/words/glove100d.120k.txt")).split("\n", 2 * WORDS)[:2 * WORDS]
    write(os.path.join(out, "data/lexica/words/glove100d.120k.txt"), "\n".join(vectors) + "\n")
    write(os.path.join(out, "polnear.dev.bio"), documents(read(polnear_dev), 5))

    for name in ("wikinews", "bbc"):
        write(os.path.join(out, f"data/raw/{name}.txt"), "\n".join(read(os.path.join(data, f"raw/{name}.txt")).split("\n", 200)[:200]) + "\n")
    write(os.path.join(out, "configs/entity_teacher.epochs"), "1\n")

    for path in glob.glob(os.path.join(HERE, "configs/*.json")):
        config = json.load(open(path))
        if "training" in config:
            config["lexicon"]["words"] = WORDS
            config["training"].update(epochs=10, warm_up=5, evaluate_every=5)
            if "quantise_from" in config["training"]:
                config["training"]["quantise_from"] = 8
        write(os.path.join(out, "configs", os.path.basename(path)), json.dumps(config, indent=1))
    for name in ("entity_teachers", "entity_network", "entities"):
        options = read(os.path.join(HERE, f"configs/{name}.options")).split()
        options[options.index("--epochs") + 1] = "2"
        write(os.path.join(out, f"configs/{name}.options"), " ".join(options) + "\n")


if __name__ == "__main__":
    main()
