#!/usr/bin/env python3
"""Who said what and who is who in 32 articles of the Worldwide newswire, annotated by hand: places and types without the
articles' words (annotations.jsonl), put together with the articles where they are (README.md).

    scripts/worldwide-articles/join.py ARTICLES OUT     ARTICLES: the corpus's folder of texts, NAME.txt
                                                        OUT/SET/NAME.json: as `newsgloss eval articles` reads them

Offsets are code points in a line, end-exclusive. A text that is not the one annotated is named and left out; the exit
status is then 1.
"""

import hashlib
import json
import pathlib
import sys


def quoted(lines, place):
    block, start, end = place[:3]
    text = lines[block][start:end]
    before, at = 0, lines[block].find(text)
    while at < start:
        before, at = before + 1, lines[block].find(text, at + 1)
    return {"block": block, "text": text, "occurrence": before + 1}


def join(row, lines):
    place = lambda p: None if p is None else quoted(lines, p)
    entities = []
    for entity in row["entities"]:
        mentions = [{**quoted(lines, m), "form": m[3]} for m in entity["mentions"]]
        names = [m["text"] for m in mentions if m["form"] == "name"] or [m["text"] for m in mentions] or [""]
        role = entity["role"]
        entities.append({"id": entity["id"], "type": entity["type"], "name": max(names, key=len), "gender": entity["gender"],
                         "role": None if role is None else quoted(lines, role)["text"], "mentions": mentions})
    quotes = [{**quote, "content": [quoted(lines, p) for p in quote["content"]], "cue": place(quote["cue"]), "source": place(quote["source"])}
              for quote in row["quotes"]]
    return {"id": row["id"], "published": row["published"],
            "blocks": [{"kind": kind, "text": line} for kind, line in zip(row["kinds"], lines)],
            "entities": entities, "quotes": quotes, "dates": [{**quoted(lines, d), "value": d[3]} for d in row["dates"]], "captions": []}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    articles, out = map(pathlib.Path, sys.argv[1:])
    failed = False
    for line in (pathlib.Path(__file__).parent / "annotations.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        try:
            text = (articles / f"{row['id']}.txt").read_text(encoding="utf8", errors="replace")
            lines = [one.strip() for one in text.splitlines() if one.strip()]
            if hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] != row["sha256"]:
                raise ValueError("not the text that was annotated")
        except (OSError, ValueError) as problem:
            print(f"{row['id']}: {problem}", file=sys.stderr)
            failed = True
            continue
        (out / row["set"]).mkdir(parents=True, exist_ok=True)
        (out / row["set"] / f"{row['id']}.json").write_text(json.dumps(join(row, lines), ensure_ascii=False), encoding="utf8")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
