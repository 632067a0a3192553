"""The load generator, and turns of it in the order A B B A."""
import dataclasses
import pathlib
import subprocess

from board import Invalid
from machine import Window, tree_seconds


@dataclasses.dataclass
class Turn:
    per_second: float
    p50: float
    p99: float
    cpu_micros: float
    foreign: float


def compiled(bench):
    folder = bench.work / "load"
    subprocess.run(["javac", "-d", folder, pathlib.Path(__file__).parent / "HttpLoad.java"], check=True)
    return folder


def turn(bench, address, pids, seconds, connections=64, lead=1.5, tokens=None, rate=None):
    """One turn, of several addresses with commas between; the processor time is that of these processes and their children, of the lead too."""
    classes = bench.once("load", compiled)
    command = ["java", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes, "HttpLoad",
               address, connections, lead, seconds, *([tokens] if tokens else []), *([rate] if rate else [])]  # fmt: skip
    before = tree_seconds(*pids)
    with Window() as window:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    used = tree_seconds(*pids) - before
    per_second, p50, p99, failed, answers = map(float, done.stdout.split())
    if failed or not answers:
        raise Invalid(f"{failed:.0f} of {answers:.0f} answers of {address} were no 200 {done.stderr[-200:]}")
    return Turn(per_second, p50, p99, used * 1e6 / answers, window.foreign)


def in_turn(sides, rounds=1):
    """Turns of each side by name: there and back, so that a machine that slows favours nobody."""
    turns = {name: [] for name in sides}
    for _ in range(rounds):
        for name in [*sides, *reversed(sides)]:
            turns[name].append(sides[name]())
    return turns


def mean(turns, field):
    return sum(getattr(one, field) for one in turns) / len(turns)


def ratios(ours, peers, field="per_second"):
    return [getattr(one, field) / getattr(other, field) for one, other in zip(ours, peers)]


def foreign(*sides):
    return max(one.foreign for side in sides for one in side)
