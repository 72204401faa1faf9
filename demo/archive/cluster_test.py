"""The job on a cluster that loses a machine: a standalone master and two workers, one of them killed in the middle.

    cluster_test.py [--articles N]      run by test-cluster.sh, with the Python that pyspark is installed for

All processes are Spark's own, started with `spark-class`, on this machine's loopback address: one core and 640 MB an
executor. When some tasks have committed and the second worker's newsgloss is at work, that worker gets SIGKILL. Then

- the job ends well, and its event log says that an executor was lost with a task,
- no row is lost and none is doubled (ids compared), bad rows among them,
- every row is what `newsgloss annotate` writes on one machine, to the byte,
- no process of the killed worker is left.

The articles: with NEWSGLOSS_DATA news of others (`raw/bbc.txt`, `raw/reuters21578.txt`, also in `raw.tar.xz`), otherwise
the demo's again and again with ids of their own.
"""
import argparse
import collections
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pyspark

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NEWSGLOSS = ROOT / "build/native/newsgloss"
SPARK = Path(pyspark.__file__).parent
PLACE = re.compile(r"^[^:]+:\d+: ")
BAD = ['{"id": "bad-cut", "blocks": [{"text": "Talks ha', "no JSON", '{"id": "bad-kind", "blocks": [{"text": "x", "kind": "y"}]}', "[1]"]


def news():
    """Real articles as lists of paragraphs; none without NEWSGLOSS_DATA."""
    data = Path(os.environ.get("NEWSGLOSS_DATA") or "/nonexistent")

    def text(name):
        if (data / "raw.tar.xz").exists():
            with tarfile.open(data / "raw.tar.xz") as archive:
                return archive.extractfile(f"raw/{name}").read().decode("utf-8", "replace")
        path = data / "raw" / name
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    story = []
    for paragraph in filter(None, (part.strip() for part in text("bbc.txt").split("\n\n"))):
        if len(paragraph) < 60 and paragraph[-1] not in ".!?\"'" and story:  # a headline
            yield story
            story = []
        story.append(paragraph)
    if story:
        yield story
    for story in re.split(r"\n\s*\n", text("reuters21578.txt")):
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n {4}", story)]
        if any(paragraphs):
            yield [part for part in paragraphs if part]


def write_articles(folder, count):
    """JSON Lines in four files; returns how many lines there are, and what they are."""
    stories = [{"blocks": [{"text": part} for part in story]} for _, story in zip(range(count), news())]
    kind = f"{len(stories)} news articles of NEWSGLOSS_DATA"
    if not stories:
        demo = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "demo/articles").glob("*.json"))]
        stories = [demo[i % len(demo)] for i in range(count // 5)]  # longer than most news
        kind = f"the {len(demo)} articles of the demo, {len(stories)} times in all"
    lines = [json.dumps({**story, "id": f"story-{i}"}, ensure_ascii=False) for i, story in enumerate(stories)]
    for i, bad in enumerate(BAD):
        lines.insert((i + 1) * len(lines) // 6, bad)
    folder.mkdir()
    for part in range(4):
        share = lines[part * len(lines) // 4 : (part + 1) * len(lines) // 4]
        (folder / f"part-{part}.jsonl").write_text("\n".join(share) + "\n\n", encoding="utf-8")
    return len(lines), kind


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def descendants(process_id):
    """(id, command) of all processes under one."""
    children = collections.defaultdict(list)
    names = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            stat = (entry / "stat").read_text()
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        rest = stat[stat.rindex(")") + 2 :].split()
        names[int(entry.name)] = command
        children[int(rest[1])].append(int(entry.name))
    found, todo = [], list(children[process_id])
    while todo:
        one = todo.pop()
        found.append((one, names[one]))
        todo += children[one]
    return found


class Cluster:
    """A master and two workers; all ended when it is left."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {**os.environ, "SPARK_HOME": str(SPARK), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m",
                            "SPARK_NO_DAEMONIZE": "1", "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable,
                            "SPARK_WORKER_OPTS": "", "SPARK_MASTER_OPTS": ""}
        self.processes = {}

    def __enter__(self):
        port = free_port()
        self.master = f"spark://127.0.0.1:{port}"
        self._start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(port),
                    "--webui-port", str(free_port()))
        self._wait_for("master", "I have been elected leader")
        for name in ("worker-1", "worker-2"):
            self._start(name, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g",
                        "--webui-port", str(free_port()), "--work-dir", str(self.folder / name), self.master)
        for name in ("worker-1", "worker-2"):
            self._wait_for(name, "Successfully registered with master")
        return self

    def __exit__(self, *_):
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.wait()

    def _start(self, name, *arguments):
        log = open(self.folder / f"{name}.log", "wb")
        self.processes[name] = subprocess.Popen([SPARK / "bin/spark-class", *arguments], stdout=log, stderr=log, env=self.environment)

    def _wait_for(self, name, words):
        for _ in range(240):
            if words in (self.folder / f"{name}.log").read_text(errors="replace"):
                return
            if self.processes[name].poll() is not None:
                break
            time.sleep(0.5)
        sys.exit(f"{name} did not start: see {self.folder / name}.log\n" + (self.folder / f"{name}.log").read_text()[-2000:])

    def submit(self, master, paths, output, *options, split="128k"):
        events = self.folder / "events"
        events.mkdir(exist_ok=True)
        settings = {"spark.driver.host": "127.0.0.1", "spark.driver.memory": "512m", "spark.executor.memory": "640m",
                    "spark.executor.cores": 1, "spark.ui.enabled": "false", "spark.sql.files.maxPartitionBytes": split,
                    "spark.sql.files.openCostInBytes": 0, "spark.eventLog.enabled": "true", "spark.eventLog.dir": events.as_uri(),
                    "spark.eventLog.compress": "false", "spark.eventLog.rolling.enabled": "false"}
        arguments = [SPARK / "bin/spark-submit", "--master", master, "--py-files", HERE / "newsgloss_rows.py", "--files", NEWSGLOSS]
        for name, value in settings.items():
            arguments += ["--conf", f"{name}={value}"]
        arguments += [HERE / "annotate_archive.py", "--output", output, *options, *paths]
        log = open(self.folder / f"{output.name}.log", "wb")
        return subprocess.Popen([str(one) for one in arguments], stdout=log, stderr=subprocess.STDOUT, env=self.environment)


def expected_results(paths):
    """What one machine writes: id to annotations, and the messages of what has no id."""
    run = subprocess.run([NEWSGLOSS, "annotate", "--jobs", "2", *paths], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    lines = run.stdout.decode("utf-8").splitlines()
    annotations = {json.loads(line)["id"]: line for line in lines if not line.startswith('{"error":')}
    errors = sorted(PLACE.sub("", json.loads(line)["error"]) for line in lines if line.startswith('{"error":'))
    return lines, annotations, errors


def check(what, passed, found=""):
    print(f"  {'ok  ' if passed else 'FAIL'} {what}{f': {found}' if found != '' else ''}", flush=True)
    if not passed:
        sys.exit(1)


def check_rows(output, paths):
    lines, annotations, errors = expected_results(paths)
    table = pyarrow.parquet.read_table(output).to_pylist()
    good = [row for row in table if row["error"] is None]
    bad = [row for row in table if row["error"] is not None]
    check("as many rows as articles", len(table) == len(lines), len(table))
    check("no id is lost or doubled", sorted(row["id"] for row in good) == sorted(annotations), len(good))
    different = [row["id"] for row in good if row["annotations"] != annotations[row["id"]]]
    check("each row is one machine's line, to the byte", not different, f"{sum(len(row['annotations'].encode()) for row in good)} bytes")
    check("bad rows cost a row each, and say why", sorted(row["error"] for row in bad) == errors and all(row["article"] for row in bad), len(bad))


def check_events(folder, name_part="app-"):
    lost, failed, ended = [], collections.Counter(), collections.Counter()
    for log in folder.glob(f"{name_part}*"):
        for line in log.read_text().splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerExecutorRemoved":
                lost.append(event["Removed Reason"])
            elif event["Event"] == "SparkListenerTaskEnd":
                reason = event["Task End Reason"]["Reason"]
                (ended if reason == "Success" else failed)[reason] += 1
    return lost, failed, ended


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=12_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsgloss-cluster-") as name:
        folder = Path(name)
        count, kind = write_articles(folder / "in", options.articles)
        paths = sorted((folder / "in").iterdir())
        print(f"{count} rows: {kind}, and {len(BAD)} bad ones; pyspark {pyspark.__version__}", flush=True)
        with Cluster(folder) as cluster:
            output = folder / "annotated"
            start = time.monotonic()
            job = cluster.submit(cluster.master, [folder / "in"], output)
            victim = cluster.processes["worker-2"]
            committed, at_work = [], []
            while job.poll() is None and not (len(committed) >= 3 and at_work):
                time.sleep(0.05)
                committed = list(output.glob("_temporary/0/task_*"))
                at_work = [one for one, command in descendants(victim.pid) if "annotate" in command and "newsgloss" in command]
            orphans = descendants(victim.pid)
            victim.send_signal(signal.SIGKILL)
            print(f"after {time.monotonic() - start:.0f} s, {len(committed)} tasks committed: worker-2 killed, with"
                  f" {len(orphans)} processes below it, one of them newsgloss at work", flush=True)
            check("the job was under way", bool(at_work) and job.poll() is None)
            status = job.wait(timeout=1800)
            seconds = time.monotonic() - start
            log = (folder / "annotated.log").read_text(errors="replace")
            check("the job ended well", status == 0, f"{seconds:.0f} s" if status == 0 else log[-3000:])
            lost, failed, ended = check_events(folder / "events")
            check("an executor was lost", any("lost" in reason.lower() or "exit" in reason.lower() or "disassociated" in reason.lower() for reason in lost), "; ".join(lost))
            check("and what it worked at was done again", sum(failed.values()) > 0, f"{dict(failed)}, {ended['Success']} tasks succeeded")
            check_rows(output, paths)
            for _ in range(100):
                left = [one for one, command in orphans if Path(f"/proc/{one}/cmdline").exists()
                        and Path(f"/proc/{one}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace") == command]
                if not left:
                    break
                time.sleep(0.1)
            check("nothing of the killed worker is left", not left)

            # Parquet in: the same annotations; rows that are null or hold line breaks.
            rows = [json.loads(line) for line in paths[0].read_text(encoding="utf-8").splitlines()[:200] if line.startswith('{"') and "bad-" not in line]
            rows = [{"id": row["id"], "published": row.get("published"), "blocks": row["blocks"]} for row in rows]
            rows.append({"id": "lines", "published": None, "blocks": [{"text": "Talks had begun,\nAna Otieno said."}]})
            pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), folder / "in.parquet")
            (folder / "same.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            job = cluster.submit("local[1]", [folder / "in.parquet"], folder / "from-parquet", "--input", "parquet")
            status = job.wait(timeout=600)
            check("Parquet in", status == 0, "" if status == 0 else (folder / "from-parquet.log").read_text()[-3000:])
            check_rows(folder / "from-parquet", [folder / "same.jsonl"])
    print("All cluster tests passed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
