#!/usr/bin/env python3
"""Starts what a compose file declares with podman, one container after the other, each when those it
waits for are healthy; Debian's podman-compose does not honour such conditions. Called by check:
  play.py up <compose file> --home <folder>   starts all, and writes <folder>/run/suite.json
  play.py figures                             sizes, start to ready, memory
  play.py down                                removes containers, networks and volumes
Refuses a key of the compose file that it does not know, since it would otherwise be passed over."""

import json
import os
import pathlib
import re
import subprocess
import sys
import time

import yaml

PODMAN = ["podman", "--runtime", "runc"]
ULIMITS = ["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1000:1000"]
PREFIX = "fapiao-check"
SERVERS = "localhost/fapiao/servers:check"
TIMES = pathlib.Path("/var/tmp/fapiao-check/times.json")
# Made here because no image can be pulled: what stands for the public images, and as whom it runs.
STAND_INS = {"postgres": ["postgres"], "kafka": ["kafka"], "topics": None, "mailbox": ["mailbox"]}
KNOWN = {
    "image", "restart", "environment", "secrets", "volumes", "networks", "healthcheck", "shm_size",
    "stop_grace_period", "logging", "security_opt", "cap_drop", "deploy", "depends_on", "command",
    "read_only", "tmpfs", "ports",
}
# The demonstration's staff exists in the local profile only, and so do statements on demand.
FOR_THE_STORY = {
    "account": {"QUARKUS_PROFILE": "local", "QUARKUS_LOG_CONSOLE_JSON_ENABLED": "true"},
    "order-sync": {
        "FAPIAO_ORDER_SYNC_STATEMENTS_DAILY_AT": "00:00",
        "FAPIAO_ORDER_SYNC_STATEMENTS_RETRY_EVERY": "PT3S",
        "FAPIAO_ORDER_SYNC_WINDOW_PATIENCE": "PT15S",
    },
}
STAFF_PASSWORD = "correct horse battery staple"


def podman(*words, check=True):
    done = subprocess.run([*PODMAN, *words], capture_output=True, text=True)
    if check and done.returncode != 0:
        sys.exit(f"podman {' '.join(words)}\n{done.stderr}")
    return done


def substituted(text):
    def value(match):
        name, mark, rest = match.groups()
        given = os.environ.get(name, "")
        if not given and mark == "?":
            sys.exit(f"{name} is needed: {rest}")
        return given or (rest if mark == "-" else "")

    return re.sub(r"\$\{([A-Z_]+)(?::([-?])([^}]*))?\}", value, text)


def networks(compose):
    for name, network in compose["networks"].items():
        words = ["network", "create"]
        if (network or {}).get("internal"):
            words.append("--internal")
        for config in (network or {}).get("ipam", {}).get("config", []):
            words += ["--subnet", config["subnet"]]
            if "ip_range" in config:
                words += ["--ip-range", config["ip_range"]]
        podman(*words, f"{PREFIX}_{name}")


def run_words(name, service, compose, folder):
    unknown = service.keys() - KNOWN
    if unknown:
        sys.exit(f"{name} has {unknown}, which is not played here")
    words = ["run", "--detach", "--name", f"{PREFIX}-{name}", "--hostname", name, *ULIMITS]
    attached = service["networks"]
    addresses = attached if isinstance(attached, dict) else {one: {} for one in attached}
    for network, how in addresses.items():
        address = f",ip={how['ipv4_address']}" if how.get("ipv4_address") else ""
        words += ["--network", f"{PREFIX}_{network}:alias={name}{address}"]
    environment = {**service.get("environment", {}), **FOR_THE_STORY.get(name, {})}
    if name == "account":
        environment["FAPIAO_ACCOUNT_DEMO_STAFF_PASSWORD"] = STAFF_PASSWORD
    for key, value in environment.items():
        words += ["--env", f"{key}={'' if value is None else value}"]
    for secret in service.get("secrets", []):
        file = (folder / compose["secrets"][secret]["file"]).resolve()
        words += ["--volume", f"{file}:/run/secrets/{secret}:ro"]
    for volume in service.get("volumes", []):
        source, target = volume.split(":", 1)
        if source.startswith("."):
            source = str((folder / source).resolve())
        else:
            source = f"{PREFIX}_{source}"
        words += ["--volume", f"{source}:{target}"]
    limits = service["deploy"]["resources"]["limits"]
    words += ["--memory", limits["memory"], "--memory-swap", limits["memory"]]
    words += ["--cpus", str(limits["cpus"]), "--pids-limit", str(limits["pids"])]
    for option in service.get("security_opt", []):
        words += ["--security-opt", option.replace(":true", "")]
    for capability in service.get("cap_drop", []):
        words += ["--cap-drop", capability]
    if service.get("read_only"):
        words += ["--read-only"]
    for mount in service.get("tmpfs", []):
        words += ["--tmpfs", mount]
    for port in service.get("ports", []):
        words += ["--publish", port]
    if "shm_size" in service:
        words += ["--shm-size", service["shm_size"]]
    if name in STAND_INS:
        own = STAND_INS[name]
        return [*words, SERVERS, *(own if own else service["command"])]
    return [*words, service["image"], *service.get("command", [])]


def healthy(name, service):
    test = service["healthcheck"]["test"][1:]
    return podman("exec", f"{PREFIX}-{name}", *test, check=False).returncode == 0


def state(name):
    return podman("inspect", "--format", "{{.State.Status}} {{.State.ExitCode}}", f"{PREFIX}-{name}").stdout.strip()


def await_condition(name, condition, service, times):
    began = time.monotonic()
    while True:
        now = state(name)
        if condition == "service_completed_successfully" and now == "exited 0":
            return
        if condition == "service_healthy" and name in times:
            return
        if condition == "service_healthy" and now.startswith("running") and healthy(name, service):
            return
        if now.startswith("exited") and now != "exited 0" or time.monotonic() - began > 180:
            print(podman("logs", "--tail", "40", f"{PREFIX}-{name}", check=False))
            sys.exit(f"{name} is {now} and not {condition}")
        time.sleep(0.2)


def up(file, home):
    down()
    file = pathlib.Path(file).resolve()
    compose = yaml.safe_load(substituted(file.read_text()))
    services = compose["services"]
    networks(compose)
    times, started = {}, []
    while len(started) < len(services):
        name = next(
            one for one in services
            if one not in started and all(other in started for other in services[one].get("depends_on", {}))
        )
        for other, how in services[name].get("depends_on", {}).items():
            await_condition(other, how["condition"], services[other], times)
        began = time.monotonic()
        podman(*run_words(name, services[name], compose, file.parent))
        started.append(name)
        if "healthcheck" in services[name]:
            await_condition(name, "service_healthy", services[name], {})
            times[name] = round(time.monotonic() - began, 1)
            print(f"{name} is healthy after {times[name]} s", flush=True)
    platform(compose, file.parent)
    TIMES.parent.mkdir(parents=True, exist_ok=True)
    TIMES.write_text(json.dumps(times))
    suite(pathlib.Path(home))


def platform(compose, folder):
    secret = (folder / compose["secrets"]["platform"]["file"]).resolve()
    podman(
        "run", "--detach", "--name", f"{PREFIX}-platform", "--network", f"{PREFIX}_suite:alias=platform", *ULIMITS,
        "--publish", f"127.0.0.1:{os.environ['PLATFORM_PORT']}:8090", "--volume", f"{secret}:/run/secrets/platform:ro",
        SERVERS, "bash", "-c",
        "exec java -jar /opt/simulator/simulator-*.jar --host 0.0.0.0 --port 8090 --data /tmp/platform"
        " --push-url http://gateway:8080 --platform platform --secret-file /run/secrets/platform",
    )


def suite(home):
    (home / "run").mkdir(parents=True, exist_ok=True)
    (home / "run" / "suite.json").write_text(json.dumps({
        "gateway": os.environ["PUBLIC_URL"],
        "simulator": f"http://127.0.0.1:{os.environ['PLATFORM_PORT']}",
        "mailbox": f"http://127.0.0.1:{os.environ['MAILBOX_PORT']}",
        "staff": [{"email": "clerk@service-centre.example", "password": STAFF_PASSWORD, "role": "CLERK"}],
    }))


def processes(container):
    pids = podman("top", container, "hpid").stdout.split()[1:]
    total = 0
    for pid in pids:
        try:
            rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M).group(1))
        except (FileNotFoundError, ProcessLookupError):
            pass
    return round(total / 1024)


def figures():
    times = json.loads(TIMES.read_text())
    print(f"{'':22}{'image':>10}{'its own':>10}{'ready':>9}{'PSS':>9}")
    base = int(podman("image", "inspect", "--format", "{{.Size}}", "localhost/fapiao-base:check").stdout)
    for name, seconds in times.items():
        container = f"{PREFIX}-{name}"
        image = podman("inspect", "--format", "{{.ImageName}}", container).stdout.strip()
        size = int(podman("image", "inspect", "--format", "{{.Size}}", image).stdout)
        print(f"{name:22}{size >> 20:6} MiB{(size - base) >> 20:6} MiB{seconds:7} s{processes(container):5} MiB")


def down():
    listed = podman("ps", "--all", "--quiet", "--filter", f"name=^{PREFIX}-").stdout.split()
    if listed:
        podman("rm", "--force", "--time", "10", *listed)
    for network in podman("network", "ls", "--quiet").stdout.split():
        if network.startswith(f"{PREFIX}_"):
            podman("network", "rm", "--force", network)
    for volume in podman("volume", "ls", "--quiet").stdout.split():
        if volume.startswith(f"{PREFIX}_"):
            podman("volume", "rm", "--force", volume)


match sys.argv[1:]:
    case ["up", file, "--home", home]:
        up(file, home)
    case ["figures"]:
        figures()
    case ["down"]:
        down()
    case _:
        sys.exit(__doc__)
