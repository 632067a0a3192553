"""The local suite, started once for all rows that need it."""
import json
import os
import subprocess
import time
import urllib.request

from board import TOP, Absent
from machine import await_true

SERVICES = ("account", "order-sync", "fapiao", "notification", "gateway")


def jackson():
    """The part of the class path that the other measurements run with."""
    jars = (TOP / "deploy/local/target/classpath").read_text().strip().split(":")
    return ":".join(jar for jar in jars if "jackson" in jar)


class Suite:
    def __init__(self, bench, home):
        self.home = home
        self.file = home / "run" / "suite.json"
        began = time.monotonic()
        self.process = bench.processes.start(
            [TOP / "deploy/up", "--home", home, "--port-offset", bench.port_offset],
            home / "up.log",
            # with both compilers, as the images run; the local suite spares memory with one
            env={**os.environ, "_JAVA_OPTIONS": "-XX:TieredStopAtLevel=4"},
        )
        await_true("the suite is ready", self._ready, 240)
        self.start_seconds = time.monotonic() - began

    def _ready(self):
        if self.process.poll() is not None:
            raise Absent("deploy/up ended: " + (self.home / "up.log").read_text()[-400:])
        return self.file.exists()

    def await_customer(self):
        await_true("the demonstration customer", lambda: self.facts()["customers"], 240, 0.5)
        return self

    def facts(self):
        return json.loads(self.file.read_text())

    def pid(self, name):
        return self.facts()["pids"][name]

    def sql(self, database, statement):
        """What one statement answers, as its owner."""
        host, port = self.facts()["infrastructure"]["postgres"].split(":")
        command = ["psql", "-qAtX", "-h", host, "-p", port, "-U", database, "-d", database, "-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def sign_in(self, who):
        return call(self.facts()["gateway"] + "/api/v1/sessions", {"email": who["email"], "password": who["password"]})[
            "accessToken"
        ]


def running(bench):
    home = bench.work / "suite"
    home.mkdir(exist_ok=True)
    return Suite(bench, home).await_customer()


def call(address, body=None, token=None, method=None):
    """A JSON answer of any 2xx status."""
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read()
    return json.loads(text) if text else None
