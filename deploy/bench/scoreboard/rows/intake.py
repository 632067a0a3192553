"""R4, R5, R6: deploy/bench/intake beside pgbench with the same statement, and beside Kafka's own tools."""
import pathlib
import re
import shutil

import peers
from board import BENCH, Absent, Invalid, Result

RATE = 500
"""Pushes a second whose events are awaited."""


def measure(bench):
    """intake of pushes, and their events"""
    if not shutil.which("pgbench") and not list(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pgbench")):
        raise Absent("no pgbench: install Debian's postgresql")
    seconds = bench.seconds(6, 3)
    environment = {"WARMUP": str(bench.times(10, 5))}
    missing = None
    if not bench.wants("R4", "R5"):
        environment["PUSHES"] = "no"
    if bench.wants("R6"):
        try:
            environment["KAFKA_TOOLS"] = str(peers.jar(bench, "kafka-tools"))
            environment["EVENTS"] = str(RATE)
            environment["MESSAGES"] = str(bench.times(5000, 2000))
            environment["BACKLOG"] = str(bench.times(20000, 5000))
        except Absent as absent:
            missing = Result("R6", "from a push to its event", note=str(absent), verdict="absent")
    told, foreign = bench.script(BENCH / "intake" / "run", seconds, environment=environment.items())
    results = _pushes(told, foreign) if "PUSHES" not in environment else []
    results += _events(told, foreign) if "EVENTS" in environment else []
    return results + ([missing] if missing else [])


def _events(told, foreign):
    turns = re.findall(r"^(commit|kafka|events) +([\d.-]+) +([\d.]+) +([\d.]+)(?: +([\d.]+) +[\d.]+ +(\d+))?", told, re.M)
    drained = [tuple(map(float, one)) for one in re.findall(r"^backlog (\d+) producer (\d+)", told, re.M)]
    if len(turns) < 6 or not drained:
        raise Invalid("deploy/bench/intake told other than expected: " + told[-400:])
    if any(int(failed) for *_, failed in turns if failed):
        raise Invalid("events failed: " + told)
    of = lambda side, field: [float(turn[field]) for turn in turns if turn[0] == side]
    ours, alone, commit = of("events", 3), of("kafka", 3), of("commit", 3)
    least = [one + other for one, other in zip(alone, commit)]
    relayed = of("events", 4)
    mean = lambda values: sum(values) / len(values)
    return [
        Result(
            "R6", f"p99 from a push to its event consumed, {RATE}/s", "ms", mean(ours), "Kafka's tool + one commit",
            mean(least), "<= 3", [one / other for one, other in zip(ours, least)], foreign=foreign,
            note=f"p50 {mean(of('events', 2)):.1f} ms; p50/p99 of the tool, in whole ms, "
            f"{mean(of('kafka', 2)):.0f}/{mean(alone):.0f}, of the commit {mean(of('commit', 2)):.1f}/{mean(commit):.1f}",
        ),
        Result(
            "R6", "p50 from the answer, after the commit, to the event consumed", "ms", mean(relayed),
            aim="<= 5", ratios=relayed, foreign=foreign, note="no peer: the ratio is the p50 in ms",
        ),
        Result(
            "R6", "backlog in the outbox, acknowledged by Kafka", "/s", mean([one[0] for one in drained]),
            "ProducerPerformance", mean([one[1] for one in drained]), ">= 0.5",
            [one / other for one, other in drained], foreign=foreign,
        ),
    ]  # fmt: skip


def _pushes(told, foreign):
    turns = re.findall(r"^(pgbench|intake)(?: (--rate|at \d+/s))? +([\d.]+) +([\d.]+) +([\d.]+) +(\d+)", told, re.M)
    if len(turns) < 8:
        raise Invalid("deploy/bench/intake told other than expected: " + told[-400:])
    if any(int(failed) for *_, failed in turns):
        raise Invalid("pushes failed: " + told)
    figures = {
        (side, bool(half)): [tuple(map(float, turn[2:5])) for turn in turns if (turn[0], bool(turn[1])) == (side, bool(half))]
        for side in ("pgbench", "intake")
        for half in (False, True)
    }
    ours, peer = figures["intake", False], figures["pgbench", False]
    ours_half, peer_half = figures["intake", True], figures["pgbench", True]
    cpu = re.search(r"CPU of the service: (\d+) us", told)
    return [
        Result(
            "R4",
            "durable pushes, 32 clients",
            "/s",
            _mean(ours, 0),
            "pgbench",
            _mean(peer, 0),
            ">= 1.0",
            [one[0] / other[0] for one, other in zip(ours, peer)],
            f"{cpu[1]} us/push" if cpu else "",
            foreign,
        ),
        Result(
            "R5",
            "p99 of a push at half load",
            "ms",
            _mean(ours_half, 2),
            "pgbench --rate",
            _mean(peer_half, 2),
            "<= 1.5",
            [one[2] / other[2] for one, other in zip(ours_half, peer_half)],
            foreign=foreign,
            note=f"p50 {_mean(ours_half, 1):.2f} ms, pgbench {_mean(peer_half, 1):.2f} ms",
        ),
    ]


def _mean(turns, field):
    return sum(turn[field] for turn in turns) / len(turns)
