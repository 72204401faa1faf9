"""Rows in, annotations out: one `newsgloss annotate` process beside a task, for as long as the task runs.

A row is an article as JSON. Each gives one pair (annotations, error) of which one is None, in the order of the rows.
A bad row costs itself only: what is no article has its error, and so has one with which the process died twice; after
that a new process goes on with the next row. Knows nothing of Spark. Memory: the rows of one call and their results.
"""
import json
import re
import subprocess
import threading

ERROR = b'{"error":'
PLACE = re.compile(r"^<stdin>(:\d+)?: ")  # the line of the process's input says nothing about the archive


class RowAnnotator:
    def __init__(self, command="newsgloss", options=()):
        self.arguments = [str(command), "annotate", "--input", "jsonl", "--format", "jsonl", *options, "-"]
        self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._end()

    def annotate(self, rows):
        """A list of (annotations, error), one for each of `rows` (strings, or None)."""
        results = [None] * len(rows)
        waiting = []
        for place, row in enumerate(rows):
            # A line break in JSON is layout: inside a string it is written \n.
            line = "" if row is None else row.removeprefix("\ufeff").replace("\n", " ").replace("\r", " ").strip()
            if line:
                waiting.append((place, line.encode("utf-8", "replace") + b"\n"))
            else:
                results[place] = (None, "empty row")
        died_on = None
        while waiting:
            done, death = self._send([line for _, line in waiting])
            for (place, _), answer in zip(waiting, done):
                results[place] = answer
            waiting = waiting[len(done) :]
            if death is None:
                break
            place = waiting[0][0]
            if place == died_on:
                results[place] = (None, f"newsgloss ended with {death}")
                waiting = waiting[1:]
            died_on = place
        return results

    def _send(self, lines):
        """Answers to the first lines, and what the process ended with if it did not answer all."""
        if self.process is None:
            self.process = subprocess.Popen(self.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process = self.process

        def feed():
            try:
                process.stdin.writelines(lines)
                process.stdin.flush()
            except OSError:
                pass  # it died: the reader sees that too

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        done = []
        for _ in lines:
            answer = process.stdout.readline()
            if not answer.endswith(b"\n"):
                break
            done.append(_result(answer))
        feeder.join()
        if len(done) == len(lines):
            return done, None
        status = self._end()
        if status in (2, 126, 127) and not done:
            raise RuntimeError(f"{' '.join(self.arguments)} cannot run: status {status}; its standard error says why")
        return done, f"signal {-status}" if status < 0 else f"status {status}"

    def _end(self):
        process, self.process = self.process, None
        if process is None:
            return 0
        try:
            process.stdin.close()
        except OSError:
            pass
        process.stdout.close()
        return process.wait()


def _result(answer):
    text = answer[:-1].decode("utf-8")
    if not answer.startswith(ERROR):
        return text, None
    return None, PLACE.sub("", json.loads(text)["error"])
