"""R2: memory under a steady load: fapiao-service beside its twin, and the five services."""
import load
from board import Result
from machine import proportional_mib
from suite import SERVICES, running
from twin import Copies

RATE = 200
"""Requests a second."""

ALL_AIM = 1.6 * 1024
CONNECTIONS = 10
OTHERS = ["/api/v1/account", "/api/v1/order-sync/orders?limit=5", "/api/v1/notifications?limit=5"]
"""What staff ask of the other services."""


def measure(bench):
    """memory"""
    suite = bench.once("suite", running)
    copies = Copies(bench, suite)
    facts, seconds = copies.facts, bench.seconds(30, 10)
    lead = suite.sign_in(next(one for one in facts["staff"] if one["role"] == "LEAD"))
    bills = ["/api/v1/bills", copies.path]

    def turn(base, paths, tokens, pids):
        addresses = ",".join(base + path for path in paths)
        return load.turn(bench, addresses, pids, seconds, CONNECTIONS, tokens=_file(bench, tokens), rate=RATE)

    process, port = copies.started_twin()
    try:
        beside = turn(f"http://127.0.0.1:{port}", bills, [copies.token] * 2, [process.pid])
        twin = proportional_mib(process.pid)
    finally:
        bench.processes.stop(process)
    service = suite.pid("fapiao")
    direct = turn(facts["services"]["fapiao"], bills, [copies.token] * 2, [service])
    ours = proportional_mib(service)
    pids = [suite.pid(name) for name in SERVICES]
    through = turn(facts["gateway"], bills + OTHERS, [copies.token] * 2 + [lead] * 3, pids)
    each = {name: proportional_mib(pid) for name, pid in zip(SERVICES, pids)}
    sizes = ", ".join(f"{name} {size:.0f}" for name, size in each.items())
    return [
        Result(
            "R2", f"PSS of fapiao-service at {RATE} requests/s", "MiB", ours, "Spring Boot twin", twin, "<= 0.55",
            [ours / twin], foreign=load.foreign([beside, direct]),
            note=f"after {seconds} s; goal 0.40; the twin has the same parts, for two requests. "
            f"p99 {direct.p99:.0f} ms, twin {beside.p99:.0f} ms",
        ),
        Result(
            "R2", f"PSS of the five services at {RATE} requests/s through the gateway", "MiB", sum(each.values()),
            aim=f"<= {ALL_AIM:.0f}", ratios=[sum(each.values())], foreign=through.foreign,
            note=f"no peer: the ratio is MiB. {sizes}; p99 {through.p99:.0f} ms",
        ),
    ]  # fmt: skip


def _file(bench, tokens):
    file = bench.work / "memory.tokens"
    file.write_text("\n".join(tokens) + "\n")
    file.chmod(0o600)
    return file
