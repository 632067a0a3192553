"""R1: from the start of a process to its first bill: fapiao-service beside its twin, and the whole suite."""
import time

from board import Result
from machine import Window, await_true, tree_seconds
from suite import running
from twin import Copies, get

SUITE_AIM = 15
"""Seconds; there is no monolith of Spring Boot to compare five services with."""


def measure(bench):
    """start"""
    suite = bench.once("suite", running)
    copies = Copies(bench, suite)
    sides = {"ours": copies.service, "plain": copies.twin, "archive": copies.twin_with_archive}
    bench.processes.stop(copies.twin_with_archive()[0])  # writes it, and warms the page cache
    taken = {name: [] for name in sides}
    with Window() as window:
        for number in range(bench.times(5, 2)):
            for name in list(sides) if number % 2 == 0 else reversed(sides):
                taken[name].append(copies.first_answer(sides[name]))
    return [
        _beside(taken, "plain", "Spring Boot twin", "<= 0.35", window.foreign),
        _beside(taken, "archive", "the twin with class archive", "<= 0.5", window.foreign),
        _whole(bench, suite, copies),
    ]


def _beside(taken, name, called, aim, foreign):
    ours, peer = taken["ours"], taken[name]
    middle = lambda side, field: sum(one[field] for one in side) / len(side)
    return Result(
        "R1", "fapiao-service, exec to first bill", "s", middle(ours, 0), called, middle(peer, 0), aim,
        [one[0] / other[0] for one, other in zip(ours, peer)],
        f"{middle(ours, 1):.1f} s, twin {middle(peer, 1):.1f} s", foreign,
        "ours has all features and a class archive; the twin starts the same parts, for two requests. "
        "Goal 0.20" if name == "plain" else "",
    )  # fmt: skip


def _whole(bench, suite, copies):
    """The suite once more on its data, as deploy/up starts it."""
    gateway = copies.facts["gateway"]
    token = suite.sign_in(copies.facts["customers"][0])
    suite.stop()
    with Window() as window:
        began = time.monotonic()
        suite.start()
        await_true("a bill through the gateway", lambda: get(gateway + copies.path, token)[0] == 200, 240, 0.02)
        took = time.monotonic() - began
        used = tree_seconds(suite.process.pid)
    suite.await_customer()
    return Result(
        "R1", "the whole suite, deploy/up to first bill through the gateway", "s", took,
        aim=f"<= {SUITE_AIM}", ratios=[took], cpu=f"{used:.0f} s, servers too", foreign=window.foreign,
        note="no monolith of Spring Boot to compare with: the ratio is the seconds",
    )  # fmt: skip
