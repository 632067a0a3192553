"""fapiao-service once more beside the local suite, and its twin of Spring Boot."""
import http.client
import os
import pathlib
import re
import subprocess
import time
import urllib.parse

import peers
from board import Absent, Invalid
from machine import await_true, free_port, java_version, processor_seconds

TWIN = ["-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k"]
"""The service's own options, with more heap."""


def _environment():
    """The suite's; both sides gain by it."""
    return {**os.environ, "MALLOC_ARENA_MAX": "2"}


class Copies:
    """Starts both with the database, the keys and the broker of the suite."""

    def __init__(self, bench, suite):
        self.bench = bench
        self.suite = suite
        self.facts = suite.facts()
        self.token = suite.sign_in(self.facts["customers"][0])
        status, text = get(self.facts["services"]["fapiao"] + "/api/v1/bills?limit=1", self.token)
        if status != 200:
            raise Invalid(f"bills answered {status}")
        self.path = "/api/v1/bills/" + re.search(r'"id":"([^"]+)"', text)[1]

    def service(self):
        """As the suite started it, at other ports."""
        command = _command_line(self.suite.pid("fapiao"))
        given = next(word for word in command if word.startswith("-Dquarkus.config.locations="))
        port, file = free_port(), self.bench.work / "copy.properties"
        lines = [f"quarkus.http.port={port}", f"quarkus.management.port={free_port()}", "fapiao.messaging.copy=fapiao-9"]
        file.write_text("\n".join([pathlib.Path(given.split("=", 1)[1]).read_text(), *lines, ""]))
        file.chmod(0o600)
        command[command.index(given)] = f"-Dquarkus.config.locations={file}"
        # it ends with its standard input
        process = self.bench.processes.start(
            command, self.bench.work / "copy.log", stdin=subprocess.PIPE, env=_environment()
        )
        return process, port

    def twin(self):
        return self._twin(["-jar", peers.jar(self.bench, "spring-service")])

    def twin_with_archive(self):
        """The jar unpacked, and an archive of its classes, as Spring Boot's reference advises."""
        folder, archive, use, write = self._archive()
        if not archive.exists() or archive.stat().st_mtime < (folder / "peer.jar").stat().st_mtime:
            process, port = self._twin([f"{write}={archive}", "-jar", folder / "peer.jar"])
            await_true("the twin", lambda: _alive(process) and self.answers(port), 180, 0.2)
            for _ in range(20):
                get(f"http://127.0.0.1:{port}/api/v1/bills", self.token)
            self.bench.processes.stop(process, patience=180)
        if not archive.exists():
            raise Absent("the twin wrote no archive")
        return self._twin([f"{use}={archive}", "-jar", folder / "peer.jar"])

    def _archive(self):
        jar = peers.jar(self.bench, "spring-service")
        release = java_version().split(".")[0]
        folder = jar.parent / f"unpacked-{release}"
        if not folder.exists() or folder.stat().st_mtime < jar.stat().st_mtime:
            subprocess.run(
                ["java", "-Djarmode=tools", "-jar", jar, "extract", "--force", "--destination", folder],
                check=True, capture_output=True,
            )  # fmt: skip
            folder.touch()
        if int(release) >= 25:
            return folder, folder / "peer.aot", "-XX:AOTCache", "-XX:AOTCacheOutput"
        return folder, folder / "peer.jsa", "-XX:SharedArchiveFile", "-XX:ArchiveClassesAtExit"

    def _twin(self, what):
        port = free_port()
        process = self.bench.processes.start(
            ["java", *TWIN, *what, f"--server.port={port}",
             f"--spring.datasource.url=jdbc:postgresql://{self.facts['infrastructure']['postgres']}/fapiao",
             "--spring.datasource.username=fapiao", "--spring.datasource.password=trusted",
             f"--spring.kafka.bootstrap-servers={self.facts['infrastructure']['kafka']}",
             f"--peer.keys={self.facts['services']['account']}/.well-known/jwks.json"],
            self.bench.work / "twin.log", env=_environment(),
        )  # fmt: skip
        return process, port

    def started_twin(self):
        """Its process and port, once it answers; with both compilers, as the suite has them then."""
        what = ["-XX:TieredStopAtLevel=4", "-jar", peers.jar(self.bench, "spring-service")]
        process, port = self._twin(what)
        await_true("the twin", lambda: _alive(process) and self.answers(port), 120, 0.1)
        return process, port

    def answers(self, port):
        return get(f"http://127.0.0.1:{port}{self.path}", self.token)[0] == 200

    def first_answer(self, start):
        """Seconds, and processor seconds, from its start to its first bill; then it is ended."""
        began = time.monotonic()
        process, port = start()
        await_true(start.__name__, lambda: _alive(process) and self.answers(port), 120, 0.004)
        took, used = time.monotonic() - began, processor_seconds(process.pid)
        self.bench.processes.stop(process)
        return took, used


def get(address, token):
    """Status and text; status 0 while nobody listens."""
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    try:
        connection.request("GET", address[address.index(parts.netloc) + len(parts.netloc) :],
                           headers={"Authorization": "Bearer " + token})  # fmt: skip
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    except OSError:
        return 0, ""
    finally:
        connection.close()


def _alive(process):
    if process.poll() is not None:
        raise Invalid(f"{process.args[0]} ended with {process.returncode}")
    return True


def _command_line(pid):
    return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode().rstrip("\0").split("\0")
