"""What every system reads: the development articles and the Worldwide newswire's development set, as plain text.

An article is its blocks with a blank line between. A newswire document is put together again from its tokens: where the
original text is beside the set (worldwide/articles), with the white space of that, otherwise by the rules of print.
Offsets are in code points of the text. Systems that take tokens get the gold's; the others read the text, and what they
find is moved to whole tokens (score.py).
"""
import glob
import json
import os


def development_articles(folder):
    """Gold articles without their address lines: [{"id", "published", "blocks": [text], "text"}, ...] and the golds."""
    tasks, golds = [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        blocks = [block["text"] for block in gold["blocks"] if block["kind"] != "url"]
        tasks.append({"id": gold["id"], "published": gold.get("published"), "blocks": blocks, "text": "\n\n".join(blocks)})
        golds.append(gold)
    return tasks, golds


def read_documents(path):
    """[(id, [sentence = [(token, label), ...], ...]), ...] of a file of labelled tokens."""
    documents, sentence = [], []

    def end():
        nonlocal sentence
        if sentence:
            documents[-1][1].append(sentence)
            sentence = []

    with open(path, encoding="utf-8") as file:
        for line in file:
            parts = line.rstrip("\n").split("\t")
            if parts[0].startswith("-DOCSTART-"):
                end()
                documents.append((parts[0].removeprefix("-DOCSTART-").strip(), []))
            elif parts == [""]:
                end()
            else:
                if not documents:
                    documents.append(("", []))
                sentence.append((parts[0], parts[-1]))
    end()
    return [document for document in documents if document[1]]


CLOSING = set(",.;:?!)]}%'s\u2019s\u201dn't") - set("sn")
OPENING = set("([{$\u201c\u2018")


def space_between(before, after):
    """By the rules of print, for a document whose original is not there."""
    if after in CLOSING or after in ("'s", "\u2019s", "n't", "''") or before in OPENING:
        return ""
    return " "


def newswire(path):
    """Documents as {"id", "text", "sentences": [[[start, end], ...], ...]}, and the gold labels of each sentence."""
    originals = os.path.join(os.path.dirname(path), "articles")
    tasks, golds = [], []
    for name, sentences in read_documents(path):
        original, at, text = "", 0, ""
        if os.path.exists(os.path.join(originals, name + ".txt")):
            with open(os.path.join(originals, name + ".txt"), encoding="utf-8", errors="replace") as file:
                original = file.read()
        places, labels, before = [], [], None
        for sentence in sentences:
            row = []
            for token, _ in sentence:
                found = original.find(token, at, at + 60 + len(token))
                gap = original[at:found] if found >= 0 else None
                if before is None:
                    space = ""
                elif gap is not None and not gap.strip():
                    space = "\n\n" if "\n" in gap else " " if gap else ""
                else:
                    space = space_between(before, token)
                if before is not None and not row and not space:
                    space = " "
                if found >= 0:
                    at = found + len(token)
                text += space
                row.append([len(text), len(text) + len(token)])
                text += token
                before = token
            places.append(row)
            labels.append([label for _, label in sentence])
        tasks.append({"id": name, "text": text, "sentences": places})
        golds.append(labels)
    return tasks, golds
