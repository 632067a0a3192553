"""Processes that a row starts, their processor time, and that of everybody else."""
import contextlib
import ctypes
import os
import pathlib
import re
import signal
import socket
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")
PR_SET_CHILD_SUBREAPER = 36


def java_version():
    """Of the Java on the PATH, which everything is run with: 17.0.15, for example."""
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
    return re.search(r'version "([^"]+)"', told)[1]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _stat(pid):
    """Parent, own ticks, and ticks of its children that have ended."""
    text = pathlib.Path(f"/proc/{pid}/stat").read_text()
    fields = text[text.rindex(")") + 2 :].split()
    return int(fields[1]), int(fields[11]) + int(fields[12]), int(fields[13]) + int(fields[14])


def processor_seconds(*pids):
    """What these processes have used, in hundredths of a second."""
    return sum(_stat(pid)[1] for pid in pids) / TICKS


def tree_seconds(*roots):
    """What these and all below them have used, those that have ended included."""
    ticks = 0
    for root in roots:
        for pid in [root, *descendants(root)]:
            try:
                _, itself, ended = _stat(pid)
                ticks += itself + ended
            except OSError:
                pass
    return ticks / TICKS


def proportional_mib(*pids):
    """Memory of these processes; a page that several share counts once, in parts."""
    total = 0
    for pid in pids:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def descendants(root):
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parents.setdefault(_stat(entry)[0], []).append(int(entry))
            except (OSError, ValueError):
                pass  # ended meanwhile
    found, queue = [], [root]
    while queue:
        for child in parents.get(queue.pop(), []):
            found.append(child)
            queue.append(child)
    return found


class Window:
    """Processor time of others while it is open, as a share of the whole machine."""

    def __enter__(self):
        self._before = self._now()
        return self

    def __exit__(self, *_):
        total, busy, own = (b - a for a, b in zip(self._before, self._now()))
        self.foreign = max(0.0, 100.0 * (busy - own) / total) if total else 0.0

    @staticmethod
    def _now():
        with open("/proc/stat") as stat:
            # user nice system idle iowait irq softirq steal; guest times are in user already
            ticks = [int(field) for field in stat.readline().split()[1:9]]
        own = 0
        for pid in [os.getpid(), *descendants(os.getpid())]:
            try:
                _, itself, ended = _stat(pid)
                own += itself + ended
            except OSError:
                pass
        return sum(ticks), sum(ticks) - ticks[3] - ticks[4], own


class Processes:
    """What was started, so that it is ended. Orphans of it become children of this process."""

    def __init__(self):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._started = []

    def start(self, command, log, **options):
        with open(log, "ab") as out:
            options = {"stdin": subprocess.DEVNULL, **options}
            process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=out, **options)
        self._started.append(process)
        return process

    def stop(self, *which, patience=30):
        """Ends these, or all of them, the youngest first."""
        for process in reversed(which or tuple(self._started)):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            try:
                process.wait(patience)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process in self._started:
                self._started.remove(process)

    def stop_all(self):
        """Ends everything below this process, also what a script left that was cut short."""
        if self._started:
            self.stop()
        for pid in descendants(os.getpid()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)


def await_true(what, condition, seconds=120, pause=0.05):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(pause)
