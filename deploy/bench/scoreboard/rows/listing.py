"""R8: the first page of bills beside its own SQL, and when there are many more bills."""
import os
import re
import shutil
import subprocess

import load
from board import TOP, Absent, Invalid, Result
from machine import Window, tree_seconds
from suite import running

CLIENTS = 4
PAGE = 20
FEW = 10_000
LEVEL = 0.1
"""By how much two windows in a row may differ when the service has warmed up."""
BILL = TOP / "fapiao-service/src/main/java/org/fapiaosuite/fapiao/bill"
FILL = """INSERT INTO bill (id, version, order_number, customer_id, payer_name, product, quantity,
  paid_at, paid_fen, refunded_fen, reserved_fen, invoiced_fen, deficit_fen, invoiceable_from, synchronised, status)
SELECT uuidv7(), 0, 'P-' || gen_random_uuid(), '{customer}', '上海示例科技有限公司',
  'Office 365 E3, 12 months', 10, timestamptz '2020-01-01' + n * interval '1 minute',
  127000, 0, 0, 0, 0, timestamptz '2020-01-04' + n * interval '1 minute', true,
  CASE WHEN n % 3 = 0 THEN 'ISSUED' ELSE 'INVOICEABLE' END
FROM generate_series({first}, {last}) AS n"""


def measure(bench):
    """the first page of bills"""
    if not shutil.which("pgbench"):
        raise Absent("no pgbench: install Debian's postgresql")
    many = bench.seconds(1_000_000, 200_000)
    seconds = bench.seconds(5, 2)
    suite = bench.once("suite", running)
    facts = suite.facts()
    customer = suite.sql("fapiao", "SELECT customer_id FROM bill GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
    address = f"{facts['services']['fapiao']}/api/v1/bills?limit={PAGE}"
    service, database = facts["pids"]["fapiao"], facts["pids"]["postgres"]
    tokens = _token(bench, suite, facts)

    def page(length=seconds):
        return load.turn(bench, address, [service, database], length, CLIENTS, lead=0.5, tokens=tokens)

    def bare():
        return _pgbench(bench, facts["infrastructure"]["postgres"], customer, database, seconds)

    have = int(suite.sql("fapiao", "SELECT count(*) FROM bill"))
    if have < FEW:
        _fill(suite, customer, 1, FEW)
    warm = _warm(lambda: page(bench.seconds(5, 3)), most=bench.seconds(10, 4))
    few = [page(), page()]
    _fill(suite, customer, max(have, FEW) + 1, many)
    page(1)
    large = load.in_turn({"ours": page, "pgbench": bare})
    used = load.mean(large["ours"], "cpu_micros")
    return [
        Result(
            "R8", f"CPU of a page of {PAGE} of {many} bills, database included", "us",
            used, "pgbench, same SQL", load.mean(large["pgbench"], "cpu_micros"), "<= 5",
            load.ratios(large["ours"], large["pgbench"], "cpu_micros"),
            f"{used:.0f} us/page", load.foreign(large["ours"], large["pgbench"]),
            f"{load.mean(large['ours'], 'per_second'):.0f} pages/s, "
            f"pgbench {load.mean(large['pgbench'], 'per_second'):.0f}/s; {warm}",
        ),
        Result(
            "R8", f"CPU of that page, {many} bills beside {FEW}", "us",
            used, f"with {FEW}", load.mean(few, "cpu_micros"), "<= 1.25",
            load.ratios(large["ours"], few, "cpu_micros"),
            foreign=load.foreign(large["ours"], few),
            note=f"p99 {load.mean(large['ours'], 'p99'):.1f} ms, with {FEW} {load.mean(few, 'p99'):.1f} ms",
        ),
    ]  # fmt: skip


def _warm(window, most):
    """Windows until the processor time of a page is level; says what it came down to."""
    used = [window().cpu_micros]
    while len(used) < most:
        used.append(window().cpu_micros)
        if abs(used[-1] - used[-2]) < LEVEL * used[-2]:
            break
    else:
        return f"not level after {most} windows of warm-up: " + ", ".join(f"{one:.0f}" for one in used)
    return f"level after {len(used)} windows of warm-up"


def _token(bench, suite, facts):
    file = bench.work / "customer.token"
    file.write_text(suite.sign_in(facts["customers"][0]) + "\n")
    return file


def _fill(suite, customer, first, last):
    suite.sql("fapiao", "SET statement_timeout = 0; " + FILL.format(customer=customer, first=first, last=last))
    suite.sql("fapiao", "VACUUM ANALYZE bill")


def _statement():
    """The service's statement for a first page, from its source, so that it is the same."""
    page, bill = ((BILL / name).read_text() for name in ("BillPage.java", "ListedBill.java"))
    text = lambda name: re.search(rf'String {name} =\s+"""\n(.*?)"""', page, re.S)[1]
    words = lambda name: re.search(rf"String {name} =\s+(.*?);", bill, re.S)[1]
    columns = re.sub(r'"\s*\+\s*"', "", words("COLUMNS").replace("LEFT", words("LEFT"))).strip('"')
    sql = text("PAGE") % (text("PROBE") % (columns, "", PAGE + 1), PAGE + 1)
    for parameter in (":customer", ":at", ":id"):
        sql = sql.replace("?", parameter, 1)
    if re.search(r'["?%]', sql):
        raise Invalid("the statement was not understood: " + sql)
    return sql.rstrip() + ";\n"


def _pgbench(bench, server, customer, database, seconds):
    """The database's processor time alone: pgbench itself counts as little as our load generator does."""
    script = bench.work / "page.sql"
    script.write_text(_statement())
    host, port = server.split(":")
    before = tree_seconds(database)
    with Window() as window:
        done = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", str(CLIENTS), "-T", str(seconds), "-f", script,
             "-D", f"customer={customer}", "-D", "at=9999-01-01 00:00:00+00",
             "-D", "id=ffffffff-ffff-ffff-ffff-ffffffffffff",
             "-h", host, "-p", port, "-U", "fapiao", "fapiao"],
            capture_output=True, text=True,
            env={**os.environ, "PGOPTIONS": "-c random_page_cost=1.1"},  # as the service's connections
        )  # fmt: skip
    used = tree_seconds(database) - before
    if done.returncode:
        raise Invalid("pgbench: " + done.stderr[-300:])
    pages = int(re.search(r"actually processed: (\d+)", done.stdout)[1])
    latency = float(re.search(r"latency average = ([\d.]+)", done.stdout)[1])
    return load.Turn(pages / seconds, latency, latency, used * 1e6 / pages, window.foreign)
