"""R9: a sign-in beside the argon2 command at the same cost, by deploy/bench/compilers."""
import shutil

from board import BENCH, Absent, Invalid, Result
from suite import jackson, running


def measure(bench):
    """sign-in"""
    if not shutil.which("argon2"):
        raise Absent("no argon2: install Debian's argon2")
    suite = bench.once("suite", running)
    pairs, foreign = [], []
    for _ in range(2):
        told, others = bench.script(
            "java", "-cp", jackson(), BENCH / "compilers" / "Compilers.java",
            suite.file, bench.seconds(8, 4), "scoreboard", "0",
        )  # fmt: skip
        fields = told.split()
        if len(fields) < 9 or fields[0] != "scoreboard":
            raise Invalid("deploy/bench/compilers told other than expected: " + told[-400:])
        pairs.append((float(fields[5]), float(fields[6])))
        foreign.append(others)
    ours, peer = (sum(side) / len(side) for side in zip(*pairs))
    return [
        Result(
            "R9",
            "CPU of a sign-in, Argon2id 19 MiB, 2 passes",
            "ms",
            ours,
            "argon2",
            peer,
            "<= 1.5",
            [one / other for one, other in pairs],
            f"{ours:.0f} ms/sign-in",
            max(foreign),
        )
    ]
