#!/usr/bin/env python3
"""Throughput of `newsgloss annotate` over an archive: articles and megabytes a second, by threads and compression, and of
the npm package's command beside it where that is built (web/dist).

    bench/archive.py [--articles N] [--jobs 1,2] [ARTICLE.json ...]     the demo's articles when none are given

The archive is those articles again and again, each with an id of its own. All rows are timed in turn, several times over,
so that what else the machine does meets each; a row's figure is its fastest round. `cpu` is processor time of all
threads: unlike the rest it says the same on a busy machine. The last line is the ratio of the most threads to one.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEWSGLOSS = [ROOT / "build/native/newsgloss"]
NPM = ["node", ROOT / "web/dist/cli.js"]


def write_archive(path, articles, count):
    """JSON Lines; returns bytes of JSON, words of text."""
    words = sum(len(block["text"].split()) for article in articles for block in article["blocks"])
    size = 0
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            line = json.dumps({**articles[i % len(articles)], "id": f"a{i}"}, ensure_ascii=False) + "\n"
            size += len(line.encode())
            out.write(line)
    return size, words * count // len(articles)


def timed(command, arguments):
    """Wall and processor seconds of a run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run([*command, "annotate", *arguments], check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_files", nargs="*", metavar="ARTICLE.json", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = options.articles_files or sorted((ROOT / "demo/articles").glob("*.json"))
    articles = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    jobs = [int(number) for number in options.jobs.split(",")]

    with tempfile.TemporaryDirectory(prefix="newsgloss-bench-") as folder:
        plain = Path(folder) / "in.jsonl"
        size, words = write_archive(plain, articles, options.articles)
        rows = {f"{number} thread{'s' * (number > 1)}": (NEWSGLOSS, [plain, "--jobs", str(number)], "out.jsonl") for number in jobs}
        packed = Path(folder) / "in.jsonl.gz"
        if subprocess.run(["gzip", "-k", plain], check=False).returncode == 0:
            rows[f"{jobs[-1]} threads, .gz to .zst"] = (NEWSGLOSS, [packed, "--jobs", str(jobs[-1])], "out.jsonl.zst")
        if NPM[1].exists():
            rows |= {f"npm, {number} thread{'s' * (number > 1)}": (NPM, [plain, "--jobs", str(number)], "out.jsonl") for number in jobs}
        best = {}
        for _ in range(options.rounds):
            for name, (command, arguments, output) in rows.items():
                run = timed(command, [*arguments, "--output", Path(folder) / output])
                best[name] = tuple(map(min, best.get(name, run), run))
        print(f"archive: {options.articles} articles, {words / options.articles:.0f} words and"
              f" {size / options.articles / 1e3:.1f} KB of JSON each; {os.cpu_count()} cores,"
              f" load {os.getloadavg()[0]:.1f}; best of {options.rounds}")
        for name, (wall, cpu) in best.items():
            print(f"  {name:24}{options.articles / wall:8.0f} articles/s {size / wall / 1e6:7.2f} MB/s"
                  f" {1e3 * cpu / options.articles:8.2f} ms cpu an article")
        if len(jobs) > 1:
            names = list(rows)
            few, many = best[names[0]], best[names[len(jobs) - 1]]
            print(f"  {jobs[-1]} threads against {jobs[0]}: {few[0] / many[0]:.2f} x the articles/s,"
                  f" {many[1] / few[1]:.2f} x the cpu")
    return 0


if __name__ == "__main__":
    sys.exit(main())
