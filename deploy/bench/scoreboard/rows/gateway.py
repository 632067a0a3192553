"""R3: the gateway before a stub, beside nginx and Spring Cloud Gateway."""
import base64
import json
import pathlib
import shutil
import subprocess
import time
import urllib.request

import load
import peers
from board import TOP, Absent, Result
from machine import await_true, free_port

NGINX = """
daemon off; master_process off; pid {work}/{name}.pid; error_log {work}/{name}.log warn;
{user}
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 100000000; keepalive_timeout 300s;
  client_body_temp_path {work}/{name}-1; proxy_temp_path {work}/{name}-2; fastcgi_temp_path {work}/{name}-3;
  uwsgi_temp_path {work}/{name}-4; scgi_temp_path {work}/{name}-5;
  {http}
}}
"""
STUB = """server {{ listen 127.0.0.1:{port}; default_type application/json; location / {{ return 200 '{body}'; }} }}"""
PROXY = """
  upstream stub {{ server 127.0.0.1:{to}; keepalive 128; keepalive_requests 100000000; }}
  server {{ listen 127.0.0.1:{port};
    location / {{ proxy_pass http://stub; proxy_http_version 1.1; proxy_set_header Connection ""; }} }}
"""


def measure(bench):
    """gateway"""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx:
        raise Absent("no nginx: install Debian's nginx-light")
    seconds = bench.seconds(3, 2)
    started = []
    try:
        upstream, _ = _nginx(bench, nginx, started, "stub", lambda port: STUB.format(port=port, body=_body()))
        proxy, proxy_pid = _nginx(bench, nginx, started, "proxy", lambda port: PROXY.format(port=port, to=upstream))
        gateway, gateway_pid = _ours(bench, started, upstream)
        tokens, key = _tokens(bench.work)
        sides = {
            "ours": (gateway, "/api/v1/bills", [gateway_pid]),
            "direct": (upstream, "/api/v1/bills", []),
            "nginx": (proxy, "/api/v1/bills", [proxy_pid]),
        }
        missing = ""
        try:
            spring, spring_pid = _spring(bench, started, upstream, key)
            sides["Spring Cloud Gateway"] = (spring, "/open/bills", [spring_pid])
            sides["Spring Cloud Gateway with JWT"] = (spring, "/api/v1/bills", [spring_pid])
        except Absent as absent:
            missing = str(absent)

        def side(port, path, pids, lead=1.5, length=seconds):
            return load.turn(bench, f"http://127.0.0.1:{port}{path}", pids, length, lead=lead, tokens=tokens)

        for _ in range(bench.times(2, 1)):
            for name, one in sides.items():
                if name not in ("direct", "nginx"):
                    side(*one, lead=bench.seconds(4, 3), length=0.5)  # warms up
        turns = load.in_turn({name: (lambda one=one: side(*one)) for name, one in sides.items()})
    finally:
        bench.processes.stop(*started)
    ours = turns["ours"]
    alone = load.mean(turns["direct"], "per_second")
    aims = {"nginx": ">= 0.5", "Spring Cloud Gateway": "", "Spring Cloud Gateway with JWT": ">= 1.5"}
    results = []
    for name, aim in aims.items():
        if name not in turns:
            results.append(Result("R3", f"gateway beside {name}", note=missing, verdict="absent"))
            continue
        peer = turns[name]
        results.append(
            Result(
                "R3",
                "requests through the gateway, 1 KB, 64 connections",
                "/s",
                load.mean(ours, "per_second"),
                name,
                load.mean(peer, "per_second"),
                aim,
                load.ratios(ours, peer),
                f"{load.mean(ours, 'cpu_micros'):.0f} us, {name} {load.mean(peer, 'cpu_micros'):.0f} us",
                load.foreign(ours, peer),
                f"p50/p99 ms: ours {load.mean(ours, 'p50'):.1f}/{load.mean(ours, 'p99'):.1f}, "
                f"{name} {load.mean(peer, 'p50'):.1f}/{load.mean(peer, 'p99'):.1f}; the stub alone {alone:.0f}/s",
            )
        )
    results[0].note += "; our gateway counts a token's requests and leaves its check to the services"
    return results


def _body():
    row = {"id": "0193", "orderNumber": "E0700K3M9Q", "status": "INVOICEABLE", "amount": "1270.00"}
    text = json.dumps({"items": [row] * 12})
    return text[:-1] + ', "filler": "' + "x" * max(0, 1024 - len(text) - 14) + '"}'


def _nginx(bench, nginx, started, name, http):
    port = free_port()
    file = bench.work / f"{name}.conf"
    user = "user root;" if pathlib.Path("/proc/self").stat().st_uid == 0 else ""
    file.write_text(NGINX.format(work=bench.work, name=name, http=http(port), user=user))
    process = bench.processes.start([nginx, "-c", file], bench.work / f"{name}.out")
    started.append(process)
    await_true(name, lambda: _answers(f"http://127.0.0.1:{port}/api/v1/bills"), 20)
    return port, process.pid


def _ours(bench, started, upstream):
    jar = TOP / "gateway/target/quarkus-app/quarkus-run.jar"
    if not jar.exists():
        raise Absent("the gateway is not packaged: deploy/up builds it")
    port, management = free_port(), free_port()
    lines = [f"quarkus.http.port={port}", f"quarkus.management.port={management}",
             "quarkus.log.console.json.enabled=false",
             "fapiao.gateway.edge.max-connections-per-address=2000"]  # fmt: skip
    lines += [
        f"fapiao.gateway.upstreams.{service}=http://127.0.0.1:{upstream}"
        for service in ("account", "order-sync", "fapiao", "notification")
    ]
    # counted as ever, but never refused
    lines += [
        f"fapiao.gateway.limits.rates.{limit}.{what}=100000000"
        for limit in ("general", "address")
        for what in ("requests", "burst")
    ]
    file = bench.work / "gateway.properties"
    file.write_text("\n".join(lines) + "\n")
    process = bench.processes.start(
        ["java", "-Xmx128m", "-XX:+UseSerialGC", f"-Dquarkus.config.locations={file}", "-jar", jar],
        bench.work / "gateway.log",
    )
    started.append(process)
    await_true("the gateway", lambda: _answers(f"http://127.0.0.1:{port}/api/v1/bills"), 60)
    return port, process.pid


def _spring(bench, started, upstream, key):
    jar = peers.jar(bench, "spring-gateway")
    port = free_port()
    process = bench.processes.start(
        ["java", "-Xmx512m", "-XX:+UseParallelGC", "-jar", jar, f"--server.port={port}",
         f"--peer.upstream=http://127.0.0.1:{upstream}",
         f"--spring.security.oauth2.resourceserver.jwt.public-key-location=file:{key}"],
        bench.work / "spring-gateway.log",
    )  # fmt: skip
    started.append(process)
    await_true("Spring Cloud Gateway", lambda: _answers(f"http://127.0.0.1:{port}/open/bills"), 90)
    return port, process.pid


def _tokens(work, count=8):
    """A file of tokens signed with RS256, and the key to check them with."""
    private, public = work / "token.pem", work / "token.pub"
    subprocess.run(["openssl", "genrsa", "-out", private, "2048"], check=True, capture_output=True)
    subprocess.run(["openssl", "rsa", "-in", private, "-pubout", "-out", public], check=True, capture_output=True)
    encoded = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=")
    tokens = []
    for number in range(count):
        now = int(time.time())
        claims = {"sub": f"customer-{number}", "scope": "customer", "iat": now, "exp": now + 3600}
        head = {"alg": "RS256", "typ": "JWT"}
        signed = b".".join(encoded(json.dumps(part).encode()) for part in (head, claims))
        signature = subprocess.run(
            ["openssl", "dgst", "-sha256", "-sign", private], input=signed, check=True, capture_output=True
        ).stdout
        tokens.append((signed + b"." + encoded(signature)).decode())
    file = work / "tokens"
    file.write_text("\n".join(tokens) + "\n")
    return file, public


def _answers(address):
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False
