"""R7: orders paid, and Fapiao applied for, issued and mailed at the same rate."""
import concurrent.futures
import datetime
import http.client
import itertools
import re
import time
import urllib.request

from board import Invalid, Result
from machine import Window, await_true, tree_seconds
from suite import SERVICES, call, running

CUSTOMERS = 8
AHEAD = 8
"""Orders that each has paid before: an order waits until the platform's next statement confirms it."""

CHINA = datetime.timezone(datetime.timedelta(hours=8))
NUMBERS = itertools.count(int(time.time() * 10) % 50_000_000)


def measure(bench):
    """whole life cycles"""
    suite = bench.once("suite", running)
    facts = suite.facts()
    customers = bench.once("customers", lambda _: _register(suite, facts))
    _cycles(suite, facts, customers, bench.seconds(8, 5))  # warms up
    turns = []
    pids = [facts["pids"][name] for name in (*SERVICES, "postgres", "kafka")]
    for _ in range(2):
        before = tree_seconds(*pids)
        with Window() as window:
            done, took = _cycles(suite, facts, customers, bench.seconds(8, 5))
        turns.append((done / took, (tree_seconds(*pids) - before) / done, window.foreign))
    rates = [rate for rate, _, _ in turns]
    cpu = sum(used for _, used, _ in turns) / len(turns)
    return [
        Result("R7", f"orders paid, Fapiao issued and mailed, {CUSTOMERS} customers", "cycles/s",
               sum(rates) / len(rates), aim=">= 4", ratios=rates,
               cpu=f"{cpu * 1000:.0f} ms/cycle, database and broker too", foreign=max(one[2] for one in turns),
               note="no peer: the ratio is the rate itself, of each window until its last mail was taken"),
    ]  # fmt: skip


class Customer:
    def __init__(self, suite, facts, number):
        self.id = f"board-{number}-{time.time_ns()}"
        self.who = {"email": f"{self.id}@contoso.example", "password": f"correct horse battery {self.id}"}
        self.facts = facts
        order = self.pay()
        code = self._mailed(r"claim=([\w-]+)")
        gateway = facts["gateway"]
        call(gateway + "/api/v1/registrations", {**self.who, "orderNumber": order, "claimCode": code, "locale": "en"})
        call(gateway + "/api/v1/activations", {"token": self._mailed(r"activate#token=([\w-]+)")})
        for _ in range(AHEAD):
            self.pay()
        token = suite.sign_in(self.who)
        await_true("orders of " + self.id, lambda: len(self._bills(token)) > AHEAD, 60, 0.5)

    def pay(self):
        order = f"B{time.time_ns()}"
        paid = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=4)
        call(
            self.facts["simulator"] + "/orders",
            {
                "orderNumber": order,
                "customerId": self.id,
                "payer": {"name": "Contoso", "email": self.who["email"]},
                "product": "Office 365 E3, 12 months",
                "amount": {"currency": "CNY", "value": "1270.00"},
                "paidAt": paid.strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        )
        return order

    def cycle(self, token, desk):
        gateway = self.facts["gateway"]
        self.pay()
        await_true("a bill of " + self.id, lambda: self._bills(token), 30)
        application = call(
            gateway + "/api/v1/applications",
            {
                "items": [{"billId": self._bills(token)[0]["id"]}],
                "type": "ORDINARY",
                "medium": "PAPER",
                "buyer": {"titleType": "INDIVIDUAL", "name": "王小明"},
                "delivery": {
                    "method": "SF_COLLECT",
                    "recipient": "王小明",
                    "phone": "13800138000",
                    "region": "310115",
                    "address": "科苑路88号",
                },
            },
            token,
        )["id"]
        call(f"{gateway}/api/v1/applications/{application}/confirmation", token=token, method="POST")
        path = f"{gateway}/api/v1/service-centre/applications/{application}"
        call(path + "/acceptance", token=desk, method="POST")
        fapiao = {
            "numberScheme": "LEGACY_CODE_NUMBER",
            "code": "3100261330",
            "number": f"{next(NUMBERS):08d}",
            "issuedOn": datetime.datetime.now(CHINA).date().isoformat(),
        }
        if call(path + "/issue", {"fapiaos": [fapiao]}, desk)["status"] != "ISSUED":
            raise Invalid("not issued: " + application)

    def _bills(self, token):
        return call(f"{self.facts['gateway']}/api/v1/bills?status=INVOICEABLE&limit=20", token=token)["items"]

    def _mailed(self, pattern):
        found = []

        def look():
            address = f"{self.facts['mailbox']}/messages?to={self.who['email']}"
            with urllib.request.urlopen(address, timeout=10) as answer:
                found.extend(re.findall(pattern, answer.read().decode()))
            return found

        await_true("a mail with " + pattern, look, 60, 0.25)
        return found[0]


def _register(suite, facts):
    with concurrent.futures.ThreadPoolExecutor(CUSTOMERS) as pool:
        return list(pool.map(lambda number: Customer(suite, facts, number), range(CUSTOMERS)))


def _cycles(suite, facts, customers, seconds):
    """How many cycles were done, and in which time, until the last mail was taken."""
    mailed = lambda: int(suite.sql("notification", "SELECT count(*) FROM delivery WHERE kind = 'ISSUED' AND state = 'SENT'"))
    before = mailed()
    desk = suite.sign_in(next(one for one in facts["staff"] if one["role"] == "CLERK"))
    tokens = [suite.sign_in(customer.who) for customer in customers]
    began = time.monotonic()

    def work(customer, token):
        done = 0
        while time.monotonic() < began + seconds:
            customer.cycle(token, desk)
            done += 1
        return done

    with concurrent.futures.ThreadPoolExecutor(len(customers)) as pool:
        try:
            done = sum(pool.map(work, customers, tokens))
        except (OSError, http.client.HTTPException) as failed:
            raise Invalid(f"a cycle failed: {failed} {failed.read()[:300] if hasattr(failed, 'read') else ''}") from failed
    await_true("mails of all", lambda: mailed() - before >= done, 60)
    return done, time.monotonic() - began
