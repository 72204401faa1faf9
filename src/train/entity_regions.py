#!/usr/bin/env python3
"""Entities by region of the world, with their noise, and what kinds of errors there are.

    newsgloss tag --model FILE worldwide/dev.bio | entity_regions.py

Worldwide's documents are named after the country of their newspaper. Noise: the standard deviation of the figure over
2000 draws of the articles with replacement (Efron and Tibshirani 1993).
"""
import collections
import random
import sys

GOLD = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "NORP": "NORP", "Facility": "FAC", "Product": "PRODUCT"}
FOUND = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC", "PRODUCT": "PRODUCT"}
REGIONS = {
    "Africa": "af afs alg eg et ghana kenya mauritius nm panaf sa",
    "Asia": "asia bangladesh cn in jp kr mong my pk th tw",
    "Latin America": "arg bol chile col cosric cosrica cuba ecuador elsalv guyana hond mex nic pan paraguay peru uruguay ven",
    "Middle East": "iran israel jr kw oman qt saud uae",
    "Australia, Canada, New Zealand": "aus canada nz",
}
REGION_OF = {name: region for region, names in REGIONS.items() for name in names.split()}


def spans(tags, names):
    out, start = set(), None
    for i, tag in enumerate(tags + ["O"]):
        place, _, kind = tag.partition("-")
        if start is not None and (place != "I" or kind != start[1]):
            out.add((start[0], i, start[1]))
            start = None
        if tag != "O" and start is None:
            start = (i, kind)
    return {(a, b, names[k]) for a, b, k in out if k in names}


def read(lines):
    """[(document, gold spans, found spans)], a sentence each."""
    out, document, gold, found = [], "", [], []
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        if columns[0].startswith("-DOCSTART-"):
            document = columns[0].split(" ")[-1]
        elif len(columns) > 3:
            gold.append(columns[-3])
            found.append(columns[-2])
        elif gold:
            out.append((document, spans(gold, GOLD), spans(found, FOUND)))
            gold, found = [], []
    if gold:
        out.append((document, spans(gold, GOLD), spans(found, FOUND)))
    return out


def f1(counts):
    right, found, gold = map(sum, zip(*counts))
    return 200 * right / max(1, found + gold)


def noise(counts, draws=2000):
    rng = random.Random(1)
    figures = [f1(rng.choices(counts, k=len(counts))) for _ in range(draws)]
    mean = sum(figures) / draws
    return (sum((f - mean) ** 2 for f in figures) / draws) ** 0.5


def main():
    sentences = read(sys.stdin)
    by_document = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0, 0]))
    kinds = collections.Counter()
    for document, gold, found in sentences:
        for kind in ["all", *set(GOLD.values())]:
            g, f = ({s for s in x if kind in ("all", s[2])} for x in (gold, found))
            for i, n in enumerate((len(g & f), len(f), len(g))):
                by_document[kind][document][i] += n
        taken = set()
        for a, b, kind in sorted(found - gold):
            same = next((s for s in sorted(gold) if s[:2] == (a, b)), None)
            over = next((s for s in sorted(gold - found) if s[0] < b and a < s[1]), None)
            taken.add(same or over)
            kinds[f"wrong type: {same[2]} taken for {kind}" if same else f"wrong ends: {over[2]}" if over else f"spurious: {kind}"] += 1
        for span in gold - found - taken:
            kinds[f"missed: {span[2]}"] += 1
    for kind in ("all", "PER", "ORG", "LOC", "NORP", "FAC", "PRODUCT"):
        counts = list(by_document[kind].values())
        print(f"{kind:32} {f1(counts):5.1f} +- {noise(counts):.1f}  ({sum(c[2] for c in counts)} names)")
    for region in REGIONS:
        counts = [c for d, c in by_document["all"].items() if REGION_OF.get(d.rsplit("_", 1)[0].split("_")[0]) == region]
        if counts:
            print(f"{region:32} {f1(counts):5.1f} +- {noise(counts):.1f}  ({len(counts)} articles)")
    for kind, n in kinds.most_common(20):
        print(f"{n:4} {kind}")


if __name__ == "__main__":
    main()
