"""The figures: what `newsgloss eval entities --map worldwide` and `newsgloss eval articles` print, for any system's output.

The rules are those of src/evaluation (its headers say them); bench_peers.py checks in each run that Newsgloss gets the
same figures here and there. Every system is helped in the same way: a name loses a leading "the" and a trailing "'s",
which this project's gold does not count, and a span that ends within a token of the newswire is widened to the token.
"""
import bisect
import collections
import re

NEWSWIRE_GOLD = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "NORP": "NORP", "Facility": "FAC",
                 "Product": "PRODUCT"}
NEWSWIRE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC",
            "PRODUCT": "PRODUCT"}
EDGE = " \t\n\"'.,;:!?()[]\u201c\u201d\u2018\u2019-"


class Counts:
    def __init__(self):
        self.right = self.spurious = self.missed = 0

    def add(self, gold, found):
        self.right += len(gold & found)
        self.spurious += len(found - gold)
        self.missed += len(gold - found)

    def f1(self):
        return 200 * self.right / (2 * self.right + self.spurious + self.missed) if self.right else 0.0


def code_points(text, unit):
    """A function from `unit` offsets of `text` to code points."""
    if unit == "codepoint":
        return lambda at: at
    starts, at = [], 0
    for character in text:
        starts.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    starts.append(at)
    return lambda utf16: bisect.bisect_left(starts, utf16)


def labelled_spans(labels):
    """BIO labels to {(first, last, type)}: a B, an O or another type ends a span."""
    spans, start, kind = set(), 0, None
    for i, label in enumerate([*labels, "O"]):
        prefix, _, kind_here = label.partition("-")
        if prefix != "I" or kind_here != kind:
            if kind is not None:
                spans.add((start, i, kind))
            start, kind = (i, kind_here) if prefix != "O" else (0, None)
    return spans


def trimmed(text, start, end):
    """Without signs at its ends (a full stop after a capital stays: "U.S."), "the" before and "'s" behind."""
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE and not re.search(r"\b\w\.$", text[start:end]):
        end -= 1
    if re.match(r"the\s", text[start:end], re.I):
        start += 4
    if re.search(r"['\u2019]s$", text[start:end]):
        end -= 2
    return start, end


def newswire_f1(tasks, golds, found, unit):
    """F1 over exact spans of six types, in all and a type each. `found`: [[start, end, type], ...] a document."""
    counts = collections.defaultdict(Counts)
    for task, gold, spans in zip(tasks, golds, found):
        to_points = code_points(task["text"], unit)
        starts, ends, sentence_of = [], [], []
        gold_spans, first = set(), 0
        for number, (row, labels) in enumerate(zip(task["sentences"], gold)):
            for a, b, kind in labelled_spans(labels):
                if kind in NEWSWIRE_GOLD:
                    gold_spans.add((first + a, first + b, NEWSWIRE_GOLD[kind]))
            for start, end in row:
                starts.append(start)
                ends.append(end)
                sentence_of.append(number)
            first += len(row)
        found_spans = set()
        for start, end, kind in spans:
            if kind not in NEWSWIRE:
                continue
            start, end = trimmed(task["text"], to_points(start), to_points(end))
            a, b = bisect.bisect_right(ends, start), bisect.bisect_left(starts, end)
            if a < b:
                found_spans.add((a, b, NEWSWIRE[kind]))
        for kind in set(NEWSWIRE.values()):
            counts[kind].add({s for s in gold_spans if s[2] == kind}, {s for s in found_spans if s[2] == kind})
    whole = Counts()
    for part in counts.values():
        whole.right += part.right
        whole.spurious += part.spurious
        whole.missed += part.missed
    return {"all": whole.f1(), **{kind: part.f1() for kind, part in counts.items()}}


def overlap(a, b):
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


def characters(spans):
    return {i for start, end in spans for i in range(start, end)}


def gold_places(gold):
    """A function from a gold place to (start, end) in the article's text, in code points; None in an address line."""
    offsets, at = {}, 0
    for i, block in enumerate(gold["blocks"]):
        if block["kind"] != "url":
            offsets[i] = at
            at += len(block["text"]) + 2

    def place(where):
        if where["block"] not in offsets:
            return None
        text, found = gold["blocks"][where["block"]]["text"], -1
        for _ in range(where.get("occurrence", 1)):
            found = text.find(where["text"], found + 1)
        start = offsets[where["block"]] + found
        return start, start + len(where["text"])

    return place


def one_type(kind):
    return "GPE" if kind == "LOC" else kind


def article_figures(tasks, golds, found, unit):
    """`found`, an article: {"names": [[start, end, type, entity], ...], "quotes": [{"content": [[s, e], ...],
    "speaker": entity | null}, ...]}. Every figure in per cent."""
    names, quotes = Counts(), {0.3: Counts(), 0.8: Counts()}
    by_kind = collections.defaultdict(lambda: [0, 0])
    speakers = [0, 0]
    right = given = wanted = 0
    for task, gold, output in zip(tasks, golds, found):
        text, to_points, place = task["text"], code_points(task["text"], unit), gold_places(gold)
        gold_names, names_of = set(), collections.defaultdict(set)
        for entity in gold["entities"]:
            for mention in entity["mentions"]:
                where = place(mention)
                if where and mention["form"] == "name":
                    gold_names.add((*trimmed(text, *where), one_type(entity["type"])))
                    names_of[entity["id"]].add(trimmed(text, *where))
        found_names, owner = set(), {}
        for start, end, kind, entity in output["names"]:
            where = trimmed(text, to_points(start), to_points(end))
            if where[0] < where[1]:
                found_names.add((*where, one_type(kind)))
                owner[where] = entity
        names.add(gold_names, found_names)
        wants = [(characters([place(part) for part in quote["content"]]), quote) for quote in gold["quotes"]]
        finds = [(characters([(to_points(s), to_points(e)) for s, e in quote["content"]]), quote)
                 for quote in output["quotes"]]
        pairs = sorted(((overlap(a, b), i, j) for i, (a, _) in enumerate(wants) for j, (b, _) in enumerate(finds)),
                       reverse=True)
        for least, counts in quotes.items():
            used_gold, used_found = set(), set()
            for share, i, j in pairs:
                if share < least or i in used_gold or j in used_found:
                    continue
                used_gold.add(i)
                used_found.add(j)
                if least != 0.3:
                    continue
                want, speaker = wants[i][1]["speaker"], finds[j][1]["speaker"]
                good = speaker is None if want is None else any(
                    owner.get(where) == speaker for where in names_of[want]) and speaker is not None
                speakers[0] += good
                speakers[1] += 1
                right += good and want is not None
            counts.right += len(used_gold)
            counts.missed += len(wants) - len(used_gold)
            counts.spurious += len(finds) - len(used_found)
            if least == 0.3:
                for i, (_, quote) in enumerate(wants):
                    by_kind[quote["kind"]][0] += i in used_gold
                    by_kind[quote["kind"]][1] += 1
        wanted += sum(quote["speaker"] is not None for quote in gold["quotes"])
        given += sum(quote["speaker"] is not None for quote in output["quotes"])
    return {
        "names": names.f1(),
        "quotes_0.3": quotes[0.3].f1(),
        "quotes_0.8": quotes[0.8].f1(),
        **{kind: 100 * hit / all_ for kind, (hit, all_) in by_kind.items()},
        "speaker": 100 * speakers[0] / speakers[1] if speakers[1] else 0.0,
        "said": 200 * right / (given + wanted) if right else 0.0,
    }
