"""What RowAnnotator promises, with the built command and with one that dies. Needs no Spark."""
import json
import os
import stat
import tempfile
import unittest
from pathlib import Path

from newsgloss_rows import RowAnnotator

NEWSGLOSS = Path(__file__).resolve().parents[2] / "build/native/newsgloss"


def article(name, text="Minister Ana Otieno said talks had begun."):
    return json.dumps({"id": name, "blocks": [{"text": text}]})


class RowAnnotatorTest(unittest.TestCase):
    def test_a_row_in_is_a_result_out_and_bad_ones_cost_themselves(self):
        rows = [article("a"), "{bad", None, "", " \n", json.dumps(json.loads(article("b")), indent=1), "[1]", "\ufeff" + article("c")]
        with RowAnnotator(NEWSGLOSS) as annotator:
            for _ in range(2):  # the process goes on from batch to batch
                results = annotator.annotate(rows)
                self.assertEqual([json.loads(found)["id"] if found else None for found, _ in results],
                                 ["a", None, None, None, None, "b", None, "c"])
                self.assertEqual([error for _, error in results][2:5], ["empty row"] * 3)
                self.assertRegex(results[1][1], "^column ")
                self.assertEqual(results[6][1], "expected an object, found an array")
            process = annotator.process
            self.assertEqual(annotator.annotate([]), [])
            self.assertIs(annotator.process, process)

    def test_more_than_pipes_hold(self):
        rows = [article(str(i), "Ana Otieno said so. " * 200) for i in range(500)]
        with RowAnnotator(NEWSGLOSS) as annotator:
            results = annotator.annotate(rows)
        self.assertEqual([json.loads(found)["id"] for found, _ in results], [str(i) for i in range(500)])

    def fake(self, script):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = Path(folder.name) / "newsgloss"
        path.write_text("#!/usr/bin/env python3\nimport os, sys\n" + script)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path, Path(folder.name)

    def test_a_row_that_kills_the_process_costs_itself(self):
        command, _ = self.fake("""
for line in sys.stdin:
    if "kill" in line: os.kill(os.getpid(), 9)
    sys.stdout.write('{"schema":' + line.strip() + '}\\n'); sys.stdout.flush()
""")
        with RowAnnotator(command) as annotator:
            self.assertEqual(annotator.annotate(["1", "2", "kill", "3", "kill", "4"]),
                             [('{"schema":1}', None), ('{"schema":2}', None), (None, "newsgloss ended with signal 9"),
                              ('{"schema":3}', None), (None, "newsgloss ended with signal 9"), ('{"schema":4}', None)])

    def test_a_death_that_is_not_the_rows_fault_costs_nothing(self):
        command, folder = self.fake("""
once = os.path.join(os.path.dirname(sys.argv[0]), "once")
for line in sys.stdin:
    if "2" in line and not os.path.exists(once): open(once, "w"); os.kill(os.getpid(), 9)
    sys.stdout.write('{"schema":' + line.strip() + '}\\n'); sys.stdout.flush()
""")
        with RowAnnotator(command) as annotator:
            self.assertEqual(annotator.annotate(["1", "2", "3"]), [(f'{{"schema":{i}}}', None) for i in (1, 2, 3)])
        self.assertTrue(os.path.exists(folder / "once"))

    def test_a_command_that_cannot_run_fails_the_task(self):
        command, _ = self.fake("sys.exit(127)")
        with RowAnnotator(command) as annotator, self.assertRaises(RuntimeError):
            annotator.annotate(["1"])
        with RowAnnotator(command.with_name("none")) as annotator, self.assertRaises(OSError):
            annotator.annotate(["1"])


if __name__ == "__main__":
    unittest.main()
