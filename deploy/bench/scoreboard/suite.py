"""The local suite, started once for all rows that need it."""
import json
import os
import subprocess
import time
import urllib.request

from board import TOP, Absent
from machine import await_true, java_version

SERVICES = ("account", "order-sync", "fapiao", "notification", "gateway")
BOTH_COMPILERS = {"_JAVA_OPTIONS": "-XX:TieredStopAtLevel=4"}
"""As the images run; the local suite spares memory with one."""


def jackson():
    """The part of the class path that the other measurements run with."""
    jars = (TOP / "deploy/local/target/classpath").read_text().strip().split(":")
    return ":".join(jar for jar in jars if "jackson" in jar)


class Suite:
    def __init__(self, bench, home):
        self.bench = bench
        self.home = home
        self.file = home / "run" / "suite.json"

    def start(self, *options, environment=()):
        command = [TOP / "deploy/up", "--home", self.home, "--port-offset", self.bench.port_offset, *options]
        self.process = self.bench.processes.start(
            command, self.home / "up.log", env={**os.environ, **dict(environment)}
        )
        return self

    def stop(self, patience=30):
        self.bench.processes.stop(self.process, patience=patience)

    def await_ready(self):
        await_true("the suite is ready", self._ready, 240)
        return self

    def _ready(self):
        if self.process.poll() is not None:
            raise Absent("deploy/up ended: " + (self.home / "up.log").read_text()[-400:])
        return self.file.exists()

    def await_customer(self):
        self.await_ready()
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
    suite = Suite(bench, home)
    if not _archived():  # the first start after a build writes class archives at its end, and is slow
        suite.start("--train").await_customer().stop(patience=90)
    return suite.start(environment=BOTH_COMPILERS).await_customer()


def _archived():
    """Whether each service has an archive of its classes for this Java that is newer than its jar."""
    release = java_version().split(".")[0]
    for name in SERVICES:
        module = name if name == "gateway" else name + "-service"
        archives = [TOP / f"deploy/local/target/archives/{name}-{release}{kind}" for kind in (".jsa", ".aot")]
        jar = TOP / module / "target/quarkus-app/quarkus-run.jar"
        if not any(one.exists() and one.stat().st_mtime >= jar.stat().st_mtime for one in archives):
            return False
    return True


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
