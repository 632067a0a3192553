"""Peers of Spring: Maven projects of their own, built when a row first asks for them."""
import os
import pathlib
import shlex
import subprocess

from board import Absent

HERE = pathlib.Path(__file__).resolve().parent


def jar(bench, name):
    """The peer's jar, newer than its sources."""
    folder = HERE / name
    built = folder / "target" / "peer.jar"
    sources = [folder / "pom.xml", *(folder / "src").rglob("*.*")]
    if not built.exists() or any(one.stat().st_mtime > built.stat().st_mtime for one in sources if one.is_file()):
        try:
            done = subprocess.run(
                [*shlex.split(os.environ.get("MVN", "mvn")), "-B", "-ntp", "-q", "-f", folder / "pom.xml", "package"],
                capture_output=True,
                text=True,
            )
        except FileNotFoundError as missing:
            raise Absent(f"no mvn to build the peer {name}") from missing
        if done.returncode:
            raise Absent(f"the peer {name} was not built: {done.stdout[-300:]}")
    return built
