"""A lab that is being served, and its control path."""
import json
import queue
import re
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request

from table import ROOT

GREETING = re.compile(r"listens on (http://[0-9.]+:\d+),")


class Lab:
    """./keymend lab on a free port; the clock stands still, nothing runs by itself, no quota."""

    def __init__(self, *options):
        command = [ROOT / "keymend", "lab", "--port", "0", "--speed", "0", "--no-triggers", "--no-throttle", *options]
        # pylint: disable=consider-using-with
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        line = self.process.stdout.readline()
        found = GREETING.search(line)
        if not found:
            raise SystemExit(f"the lab did not start: {line}{self.process.stdout.read()}")
        self.url = found[1]
        self.log = []
        # a pipe that nobody reads fills up, and the lab would wait at the next line of its log
        self.lines = queue.SimpleQueue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.reader.join()
        self.process.stdout.close()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def lines_until(self, mark):
        """What it has logged since the last time, up to the line with the mark."""
        found = []
        while not found or mark not in found[-1]:
            found.append(self.lines.get(timeout=20))
        return found

    def post(self, path, **members):
        return self._send(path, json.dumps(members).encode())

    def get(self, path):
        return self._send(path, None)

    def _send(self, path, body):
        request = urllib.request.Request(f"{self.url}/_lab/{path}", data=body)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"the control path refused {path}: {error.read().decode()}") from error

    def bring(self, store, state, code=None):
        extra = {"code": code} if code else {}
        return self.post(f"stores/{urllib.parse.quote(store, safe='')}/state", state=state, **extra)

    def state(self, store):
        """The state of a store by its id, or "gone"."""
        return next((each["state"] for each in self.get("stores") if each["id"] == store), "gone")
