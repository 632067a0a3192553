"""R2: memory under a steady load: fapiao-service beside its twin, and the five services."""
import load
from board import Result
from machine import proportional_mib
from suite import SERVICES, running
from twin import Copies

RATE = 200
"""Requests a second of fapiao-service and of its twin."""

ALL_AIM = 1.6 * 1024
CONNECTIONS = 10


def measure(bench):
    """memory"""
    suite = bench.once("suite", running)
    copies = Copies(bench, suite)
    facts, seconds = copies.facts, bench.seconds(30, 10)
    lead = suite.sign_in(next(one for one in facts["staff"] if one["role"] == "LEAD"))
    pids = [facts["pids"][name] for name in SERVICES]
    process, port = copies.started_twin()
    try:
        turn = lambda base, paths, tokens, rate, of: load.turn(
            bench, ",".join(base + path for path in paths), of, seconds, CONNECTIONS,
            tokens=_file(bench, tokens), rate=rate,
        )  # fmt: skip
        bills = ["/api/v1/bills", copies.path]
        beside = turn(f"http://127.0.0.1:{port}", bills, [copies.token] * 2, RATE, [process.pid])
        twin = proportional_mib(process.pid)
    finally:
        bench.processes.stop(process)
    # through the gateway, so that it has as much to do as all others together
    others = ["/api/v1/account", "/api/v1/order-sync/orders?limit=5", "/api/v1/notifications?limit=5"]
    through = turn(facts["gateway"], bills + others, [copies.token] * 2 + [lead] * 3, RATE * 5 // 2, pids)
    each = {name: proportional_mib(pid) for name, pid in zip(SERVICES, pids)}
    sizes = ", ".join(f"{name} {size:.0f}" for name, size in each.items())
    foreign = max(beside.foreign, through.foreign)
    return [
        Result(
            "R2", f"PSS of fapiao-service at {RATE} requests/s", "MiB", each["fapiao"], "Spring Boot twin", twin,
            "<= 0.55", [each["fapiao"] / twin], foreign=foreign,
            note=f"after {seconds} s; goal 0.40; the twin answers two requests, ours has all features. "
            f"p99 ms: the twin {beside.p99:.1f}, ours through the gateway {through.p99:.1f}",
        ),
        Result(
            "R2", "PSS of the five services under that load", "MiB", sum(each.values()), aim=f"<= {ALL_AIM:.0f}",
            ratios=[sum(each.values())], foreign=foreign, note=f"no peer: the ratio is MiB. {sizes}",
        ),
    ]  # fmt: skip


def _file(bench, tokens):
    file = bench.work / "memory.tokens"
    file.write_text("\n".join(tokens) + "\n")
    file.chmod(0o600)
    return file
