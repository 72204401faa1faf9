"""Reads the tasks with Stanford CoreNLP's own server: read_corenlp.py JARS TASKS OUT ROUNDS

Names by its NER, fine-grained as by default; quotations by its quote annotator with attribution, which needs coreference
(the default: statistical) and a parse. Newswire documents are given with the gold's tokens and sentences. Times are of
requests to the server on this machine; memory is what its process held at most, in a heap of at most 6 GB.
"""
import glob
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request

TYPES = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC", "CITY": "GPE", "COUNTRY": "GPE",
         "STATE_OR_PROVINCE": "GPE", "NATIONALITY": "NORP", "RELIGION": "NORP", "IDEOLOGY": "NORP"}
ARTICLE = {"annotators": "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote", "outputFormat": "json",
           "ssplit.newlineIsSentenceBreak": "two"}
NEWSWIRE = {"annotators": "tokenize,ssplit,pos,lemma,ner", "outputFormat": "json", "tokenize.whitespace": "true",
            "ssplit.eolonly": "true"}


class Server:
    def __init__(self, jars):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            ["java", "-Xmx6g", "-cp", ":".join(sorted(glob.glob(os.path.join(jars, "*.jar")))),
             "edu.stanford.nlp.pipeline.StanfordCoreNLPServer", "-port", str(self.port), "-timeout", "600000",
             "-threads", "1", "-quiet", "true"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(240):
            time.sleep(0.5)
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with status {self.process.returncode}")
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/live", timeout=5).read()
                return
            except OSError:
                continue
        raise RuntimeError("the server did not start")

    def annotate(self, text, properties):
        query = urllib.parse.urlencode({"properties": json.dumps(properties)})
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/?{query}", data=text.encode("utf-8"),
                                         headers={"Content-Type": "text/plain; charset=utf-8"})
        return json.load(urllib.request.urlopen(request, timeout=600))

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return 1024 * int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1))

    def close(self):
        self.process.terminate()
        self.process.wait()


def names_of(sentence):
    for mention in sentence.get("entitymentions", []):
        if mention["ner"] in TYPES and not is_pronoun(mention["text"]):
            yield mention


def is_pronoun(text):
    return text.lower() in {"he", "she", "him", "her", "his", "hers", "they", "them", "their", "it", "its"}


def article_output(annotation):
    chain_of = {}  # (sentence, token) -> coreference chain, of proper mentions, the shortest that covers the token
    for chain, mentions in annotation["corefs"].items():
        for mention in mentions:
            width = mention["endIndex"] - mention["startIndex"]
            for index in range(mention["startIndex"], mention["endIndex"]):
                key = (mention["sentNum"] - 1, index - 1)
                if mention["type"] == "PROPER" and width < chain_of.get(key, (1 << 30,))[0]:
                    chain_of[key] = (width, chain)
    names, first, person_at = [], 0, {}
    for number, sentence in enumerate(annotation["sentences"]):
        for mention in names_of(sentence):
            start, end = mention["tokenBegin"], mention["tokenEnd"]
            if mention["ner"] == "PERSON":
                entity = chain_of.get((number, end - 1), (0, f"name {mention['text']}"))[1]
                for index in range(start, end):
                    person_at[first + index] = entity
            else:
                entity = f"name {mention['text']}"
            names.append([mention["characterOffsetBegin"], mention["characterOffsetEnd"], TYPES[mention["ner"]], entity])
        first += len(sentence["tokens"])
    quotes = []
    for quote in annotation.get("quotes", []):
        speaker = None
        for which in ("canonicalMention", "mention"):
            begin, end = quote.get(which + "Begin"), quote.get(which + "End")
            if speaker is None and isinstance(begin, int) and isinstance(end, int) and begin >= 0:
                speaker = next((person_at[i] for i in range(begin, end + 1) if i in person_at), None)
        quotes.append({"content": [[quote["beginIndex"], quote["endIndex"]]], "speaker": speaker})
    return {"names": names, "quotes": quotes}


def read_document(server, document):
    text = document["text"]
    rows = [[text[start:end].replace(" ", "\u00a0") for start, end in row] for row in document["sentences"]]
    annotation = server.annotate("\n".join(" ".join(row) for row in rows), NEWSWIRE)
    found = []
    for row, sentence in zip(document["sentences"], annotation["sentences"], strict=True):
        if len(sentence["tokens"]) != len(row):
            raise RuntimeError(f"{document['id']}: the server has other tokens than it was given")
        for mention in names_of(sentence):
            start, end = row[mention["tokenBegin"]][0], row[mention["tokenEnd"] - 1][1]
            found.append([start, end, TYPES[mention["ner"]]])
    return found


def main():
    jars, tasks_file, out_file, rounds = sys.argv[1:5]
    with open(tasks_file, encoding="utf-8") as file:
        tasks = json.load(file)
    start = time.perf_counter()
    server = Server(jars)
    try:
        server.annotate("Ana Otieno said: \"We have begun.\"", ARTICLE)
        load = 1000 * (time.perf_counter() - start)
        wall, processor, found = [], [], []
        for number in range(-1, int(rounds)):
            start, used = time.perf_counter(), server.processor_seconds()
            found = [server.annotate(article["text"], ARTICLE) for article in tasks["articles"]]
            if number >= 0:  # the first round warms up
                wall.append(1000 * (time.perf_counter() - start) / len(found))
                processor.append(1000 * (server.processor_seconds() - used) / len(found))
        memory = server.peak_memory()
        version = re.search(r"stanford-corenlp-([\d.]+)\.jar", " ".join(os.listdir(jars))).group(1)
        out = {"unit": "utf16", "versions": {"stanford-corenlp": version}, "load": load, "wall": wall,
               "processor": processor, "memory": memory, "articles": [article_output(a) for a in found],
               "newswire_unit": "codepoint",
               "newswire": [read_document(server, document) for document in tasks["newswire"]]}
    finally:
        server.close()
    with open(out_file, "w", encoding="utf-8") as file:
        json.dump(out, file)


main()
