"""Learns what each feature of a pronoun's candidate is worth (src/entities/pronoun_candidates.h) and writes
src/entities/pronoun_weights.h.

    src/train/pronouns.py --tool build/native/newsgloss_pronouns --model models/newsgloss.model \\
        --gap gap-development.tsv --gum FOLDER... --out src/entities/pronoun_weights.h

A log-linear model over the candidates of one pronoun (Denis and Baldridge 2008, "Specialized models and ranking for
coreference resolution"): the right one is to win against the others. Trained on the engine's own candidates, so on names
that it found and on earlier pronouns as it read them; run it twice, the second time on the engine that the first one
made. GAP (Webster et al. 2018, Apache-2.0) has one pronoun a text, OntoGUM (CC BY) all of a document's.
"""

import argparse
import csv
import json
import math
import pathlib
import re
import subprocess

PRONOUNS = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
SCALE = 100
SENTENCES_A_BLOCK = 4


def gap_articles(path):
    with open(path, encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["Text"]
            at = lambda start, length: [0, len(text[:start].encode()), len(text[: start + length].encode())]
            names, others = [], []
            for key in "AB":
                place = at(int(row[f"{key}-offset"]), len(row[key]))
                (names if row[f"{key}-coref"] == "TRUE" else others).append(place)
            start = at(int(row["Pronoun-offset"]), 1)[1]
            yield {"blocks": [{"text": text}], "pronouns": [{"block": 0, "start": start, "names": names, "others": others}]}


def gum_article(path):
    """Tokens joined to running text in blocks of some sentences, with the person mentions of each entity."""
    blocks, places, open_, mentions = [""], [], {}, {}
    sentences = 0
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, token, labels = line.split("\t")[:3]
        if sentences == SENTENCES_A_BLOCK and not open_:
            blocks.append("")
            sentences = 0
        glued = not blocks[-1] or re.fullmatch(r"[.,;:!?)\]%]|'s|’s|n't|'\w+", token) or blocks[-1].endswith(("(", "["))
        blocks[-1] += token if glued else " " + token
        end = len(blocks[-1].encode())
        here = [len(blocks) - 1, end - len(token.encode()), end]
        sentences += token in ".!?"
        for closing, name in re.findall(r"(\(?)([^()_\s][^()\s]*)", labels):
            key = name
            if closing:
                open_[key] = here[:]
            start = open_.get(key, here)
            if re.search(rf"{re.escape(name)}\)", labels):
                open_.pop(key, None)
                if start[0] == here[0]:
                    mentions.setdefault(key, []).append([here[0], start[1], here[2]])
    persons = {key: list_ for key, list_ in mentions.items() if key.startswith("person")}
    text = lambda place: blocks[place[0]].encode()[place[1] : place[2]].decode()
    names = {key: [p for p in list_ if re.match(r"[A-Z]", text(p)) and text(p).lower() not in PRONOUNS] for key, list_ in persons.items()}
    pronouns = []
    for key, list_ in persons.items():
        if not names[key]:
            continue
        others = [p for other, its in names.items() if other != key for p in its]
        for place in list_:
            if text(place).lower() in PRONOUNS:
                pronouns.append({"block": place[0], "start": place[1], "names": names[key], "others": others})
    return {"blocks": [{"text": block} for block in blocks], "pronouns": pronouns}


def examples(tool, model, articles):
    lines = "\n".join(json.dumps(article) for article in articles)
    out = subprocess.run([tool, model], input=lines, capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        candidates = []
        for item in line.split():
            mask, label = item.split(":")
            bits = int(mask, 16)
            # Who is not known to be right or wrong is wrong where somebody is right.
            candidates.append(([f for f in range(64) if bits >> f & 1], label == "1"))
        if len(candidates) > 1 and any(right for _, right in candidates):
            yield candidates


def accuracy(data, weights):
    right = 0
    for candidates in data:
        best = max(candidates, key=lambda c: sum(weights[f] for f in c[0]))
        right += best[1]
    return 100 * right / max(len(data), 1)


# What the corpora hardly have and news does: where it starts from, and is drawn to, in place of 0.
PRIOR = {"topic": 2.0, "speaks_it": -1.5, "speaks_again": 2.0}


def learn(data, names, l2, rounds, rate):
    """Full-batch AdaGrad on the log-likelihood of the right candidates' sum."""
    count = len(names)
    prior = [PRIOR.get(name, 0.0) for name in names]
    weights, squares = prior[:], [1e-6] * count
    for _ in range(rounds):
        gradient = [-2 * l2 * (w - p) for w, p in zip(weights, prior)]
        for candidates in data:
            scores = [sum(weights[f] for f in features) for features, _ in candidates]
            top = max(scores)
            powers = [math.exp(s - top) for s in scores]
            total = sum(powers)
            good = sum(p for p, (_, right) in zip(powers, candidates) if right)
            for p, (features, right) in zip(powers, candidates):
                delta = (p / good if right else 0.0) - p / total
                for f in features:
                    gradient[f] += delta
        for f in range(count):
            squares[f] += gradient[f] ** 2
            weights[f] += rate * gradient[f] / math.sqrt(squares[f])
    return weights


HEADER = """// What each feature of a pronoun's candidate is worth, in PronounFeature's order. Written by src/train/pronouns.py.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "entities/pronoun_candidates.h"

namespace newsgloss {

// clang-format off
inline constexpr std::array<std::int16_t, static_cast<std::size_t>(PronounFeature::count)> pronoun_weights = {{
%s}};
// clang-format on

}  // namespace newsgloss
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--gap", action="append", default=[])
    parser.add_argument("--gum", action="append", default=[])
    parser.add_argument("--held-out-gap")
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()

    source = (pathlib.Path(__file__).parent.parent / "entities/pronoun_candidates.h").read_text()
    names = re.findall(r"^  (\w+),", source[source.index("enum class PronounFeature") : source.index("  count\n")], re.M)
    articles = [article for path in options.gap for article in gap_articles(path)]
    articles += [gum_article(path) for folder in options.gum for path in sorted(pathlib.Path(folder).glob("*.conll"))]
    data = list(examples(options.tool, options.model, articles))
    weights = learn(data, names, options.l2, options.rounds, 0.3)
    print(f"{len(data)} pronouns with a choice, {accuracy(data, weights):.1f} % right")
    if options.held_out_gap:
        held_out = list(examples(options.tool, options.model, gap_articles(options.held_out_gap)))
        print(f"held out: {len(held_out)} pronouns, {accuracy(held_out, weights):.1f} % right")
    rows = "".join(f"    {round(SCALE * w)},  // {name}\n" for name, w in zip(names, weights))
    pathlib.Path(options.out).write_text(HEADER % rows)


if __name__ == "__main__":
    main()
