"""R4, R5: deploy/bench/intake beside pgbench with the same statement."""
import pathlib
import re
import shutil

from board import BENCH, Absent, Invalid, Result


def measure(bench):
    """intake of pushes"""
    if not shutil.which("pgbench") and not list(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pgbench")):
        raise Absent("no pgbench: install Debian's postgresql")
    seconds = bench.seconds(10, 3)
    told, foreign = bench.script(BENCH / "intake" / "run", seconds, environment={"WARMUP": str(seconds + 5)}.items())
    turns = re.findall(r"^(pgbench|intake)(?: (--rate|at \d+/s))? +([\d.]+) +([\d.]+) +([\d.]+) +(\d+)", told, re.M)
    if len(turns) < 6:
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
            note=f"p50 {_mean(ours_half, 1):.2f} ms, pgbench {_mean(peer_half, 1):.2f} ms; one pair of windows",
        ),
    ]


def _mean(turns, field):
    return sum(turn[field] for turn in turns) / len(turns)
