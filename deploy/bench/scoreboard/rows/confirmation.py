"""R7: from a push to its confirmation mail, from the first minute of a suite on."""
import base64
import concurrent.futures
import datetime
import hashlib
import hmac
import http.client
import json
import math
import random
import time
import urllib.request

from board import Invalid, Result
from machine import Window, await_true
from suite import running

RATE = 20
"""Pushes a second, an open loop with Poisson arrivals."""

PUSHERS = 32
SOURCE = 17


def measure(bench):
    """from a push to its mail"""
    suite = bench.once("suite", running)
    suite.stop()
    suite.start().await_customer()
    facts = suite.facts()
    run = f"{time.time_ns():X}"
    parts = [("the first minute of a suite", bench.seconds(60, 15)), ("after it", bench.seconds(30, 10))]
    results = []
    with concurrent.futures.ThreadPoolExecutor(PUSHERS) as pool:
        for number, (name, seconds) in enumerate(parts):
            with Window() as window:
                taken = _taken(suite, facts, pool, f"{run}{number}", seconds)
            p99 = _at(taken, 0.99)
            results.append(
                Result(
                    "R7", f"p99 from a push to its mail accepted, {RATE}/s, {name}", "ms", p99,
                    aim="<= 250", ratios=[p99], foreign=window.foreign,
                    note=f"no peer: the ratio is the p99 in ms, of {len(taken)} mails in {seconds} s, in a suite with the "
                    "local settings (one compiler, but for two services) whose demonstration customer is there; "
                    f"p50 {_at(taken, 0.5):.0f} ms, the last {taken[-1]:.0f} ms",
                )
            )  # fmt: skip
    return results


def _taken(suite, facts, pool, run, seconds):
    """Milliseconds from when each push was due until the service wrote down that its mail was taken, sorted."""
    secret = base64.b64decode(facts["platform"]["secret"].removeprefix("whsec_"))
    chance = random.Random(SOURCE)
    due, pushes = [time.time() + 0.5], []
    while due[-1] < due[0] + seconds:
        due.append(due[-1] + chance.expovariate(RATE))
    for number, moment in enumerate(due):
        time.sleep(max(0.0, moment - time.time()))
        pushes.append(pool.submit(_push, facts, secret, f"B{run}Z{number}", f"board-{run}-{number}@contoso.example"))
    try:
        for push in pushes:
            push.result()
    except (OSError, http.client.HTTPException) as failed:
        raise Invalid(f"a push failed: {failed}") from failed
    ours = f"kind = 'ORDER_CONFIRMATION' AND address LIKE 'board-{run}-%' AND sent_at IS NOT NULL"
    sent = lambda: int(suite.sql("notification", f"SELECT count(*) FROM delivery WHERE {ours}"))
    await_true("mails of all pushes", lambda: sent() >= len(due), 180, 0.5)
    taken = []
    for line in suite.sql("notification", f"SELECT address, extract(epoch FROM sent_at) FROM delivery WHERE {ours}").split("\n"):
        address, accepted = line.split("|")
        taken.append((float(accepted) - due[int(address.split("-")[2].split("@")[0])]) * 1000)
    return sorted(taken)


def _push(facts, secret, order, address):
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    data = {
        "orderNumber": order,
        "transactionId": "T" + order,
        "customerId": address.split("@")[0],
        "payer": {"name": "上海示例科技有限公司", "email": address},
        "product": "Office 365 E3, 12 months",
        "quantity": 10,
        "amount": {"currency": "CNY", "value": "1270.00"},
        "paidAt": now,
    }
    body = json.dumps({"type": "order.paid", "timestamp": now, "data": data}).encode()
    identity, moment = "msg_" + order, str(int(time.time()))
    digest = hmac.new(secret, f"{identity}.{moment}.".encode() + body, hashlib.sha256).digest()
    request = urllib.request.Request(
        facts["gateway"] + "/api/v1/platforms/simulator/events",
        body,
        {
            "Content-Type": "application/json",
            "webhook-id": identity,
            "webhook-timestamp": moment,
            "webhook-signature": "v1," + base64.b64encode(digest).decode(),
        },
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        answer.read()


def _at(taken, share):
    return taken[max(0, math.ceil(len(taken) * share) - 1)]
