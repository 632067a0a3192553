"""Results of rows, how they are judged, and how they are told."""
import dataclasses
import json
import operator
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

from machine import Processes, Window, java_version

TOP = pathlib.Path(__file__).resolve().parents[3]
BENCH = TOP / "deploy" / "bench"

NOISE = 10.0
"""Per cent of the machine that others may use before a figure says more of them than of us."""


class Absent(Exception):
    """A peer or a tool is not there; the message says which."""


class Invalid(Exception):
    """Something failed in a window, so its figures are of no use."""


@dataclasses.dataclass
class Result:
    row: str
    what: str
    unit: str = ""
    ours: float | None = None
    peer_name: str = "none"
    peer: float | None = None
    aim: str = ""
    ratios: list = dataclasses.field(default_factory=list)
    """Ours divided by the peer's, one of each pair of windows; without a peer, ours."""
    cpu: str = ""
    foreign: float | None = None
    note: str = ""
    verdict: str = ""

    def judge(self):
        """Noisy when others were busy, or when the pairs lie on both sides of the aim."""
        if self.verdict:
            return self
        if not self.aim:
            self.verdict = "told"
            return self
        sign, bound = self.aim.split()
        meets = {">=": operator.ge, "<=": operator.le}[sign]
        met = {meets(ratio, float(bound)) for ratio in self.ratios}
        if (self.foreign or 0) > NOISE or len(met) > 1:
            self.verdict = "noisy"
        else:
            self.verdict = "pass" if met == {True} else "fail"
        return self

    def spread(self):
        if not self.ratios:
            return ""
        middle = statistics.median(self.ratios)
        return f"{middle:.2f} [{min(self.ratios):.2f}..{max(self.ratios):.2f}]"


@dataclasses.dataclass
class Bench:
    """What a row gets: where to work, what to start processes with, and how long to measure."""

    work: pathlib.Path
    processes: Processes
    quick: bool
    port_offset: int
    wanted: set = dataclasses.field(default_factory=set)
    shared: dict = dataclasses.field(default_factory=dict)
    ends: list = dataclasses.field(default_factory=list)

    def seconds(self, usual, quick):
        return quick if self.quick else usual

    times = seconds

    def wants(self, *names):
        return not self.wanted or bool(self.wanted & set(names))

    def measure(self, names, row):
        """The row's results, measured again once if a window was invalid."""
        for last in (False, True):
            try:
                return [result.judge() for result in row(self)]
            except Absent as absent:
                return [Result(name, row.__doc__.splitlines()[0], note=str(absent), verdict="absent") for name in names]
            except (Invalid, TimeoutError, subprocess.CalledProcessError) as problem:
                print(f"{names}: {problem}", file=sys.stderr)
                if last:
                    return [
                        Result(name, row.__doc__.splitlines()[0], note=str(problem)[:200], verdict="invalid")
                        for name in names
                    ]

    def script(self, *command, seconds=400, environment=()):
        """Runs another measurement; its output, and what others used meanwhile."""
        with Window() as window:
            done = subprocess.run(
                [str(part) for part in command],
                capture_output=True,
                text=True,
                timeout=seconds,
                stdin=subprocess.DEVNULL,
                env={**os.environ, **dict(environment)},
            )
        if done.returncode:
            raise Invalid(f"{command[0]} ended with {done.returncode}: {(done.stderr or done.stdout)[-600:]}")
        return done.stdout, window.foreign

    def once(self, name, make):
        """Something that rows share and that is made when the first of them asks for it."""
        if name not in self.shared:
            self.shared[name] = make(self)
        return self.shared[name]

    def end(self):
        for end in reversed(self.ends):
            end()
        self.processes.stop_all()


def print_table(results):
    head = ("row", "what", "ours", "peer", "aim", "ratio median [min..max]", "CPU", "foreign", "verdict")
    lines = [head]
    for one in results:
        lines.append(
            (
                one.row,
                one.what,
                _figure(one.ours, one.unit),
                _figure(one.peer, one.unit) + (f" {one.peer_name}" if one.peer is not None else ""),
                one.aim,
                one.spread(),
                one.cpu,
                "" if one.foreign is None else f"{one.foreign:.0f} %",
                one.verdict,
            )
        )
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
    for one in results:
        if one.note:
            print(f"{one.row}: {one.note}")


def write_json(results, file, seconds, quick):
    file.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "seconds": round(seconds),
        "quick": quick,
        "java": java_version(),
        "machine": {"processors": os.cpu_count(), "kernel": platform.release()},
        "rows": [dataclasses.asdict(result) for result in results],
    }
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


def _figure(value, unit):
    if value is None:
        return ""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f} {unit}".strip()
