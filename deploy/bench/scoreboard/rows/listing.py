"""R8: the first page of bills beside its own SQL, and when there are many more bills."""
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
    seconds = bench.seconds(4, 2)
    suite = bench.once("suite", running)
    facts = suite.facts()
    customer = suite.sql("fapiao", "SELECT customer_id FROM bill GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
    address = f"{facts['services']['fapiao']}/api/v1/bills?limit={PAGE}"
    service, database = facts["pids"]["fapiao"], facts["pids"]["postgres"]
    script = bench.work / "page.sql"
    script.write_text(_statement(customer))

    def page():
        return load.turn(bench, address, [service, database], seconds, CLIENTS, tokens=_token(bench, suite, facts))

    def bare():
        return _pgbench(facts["infrastructure"]["postgres"], script, database, seconds + 1)

    have = int(suite.sql("fapiao", "SELECT count(*) FROM bill"))
    if have < FEW:
        _fill(suite, customer, 1, FEW)
    load.turn(bench, address, [service], 0.5, CLIENTS, lead=bench.seconds(10, 5), tokens=_token(bench, suite, facts))
    few = load.in_turn({"ours": page, "pgbench": bare})
    _fill(suite, customer, max(have, FEW) + 1, many)
    page()
    large = load.in_turn({"ours": page, "pgbench": bare})
    used = load.mean(large["ours"], "cpu_micros")
    return [
        Result(
            "R8", f"CPU of a page of {PAGE} of {many} bills, database included", "us",
            used, "pgbench, same SQL", load.mean(large["pgbench"], "cpu_micros"), "<= 5",
            load.ratios(large["ours"], large["pgbench"], "cpu_micros"),
            f"{used:.0f} us/page", load.foreign(large["ours"], large["pgbench"]),
            f"{load.mean(large['ours'], 'per_second'):.0f} pages/s, "
            f"pgbench {load.mean(large['pgbench'], 'per_second'):.0f}/s",
        ),
        Result(
            "R8", f"CPU of that page, {many} bills beside {FEW}", "us",
            used, f"with {FEW}", load.mean(few["ours"], "cpu_micros"), "<= 1.25",
            load.ratios(large["ours"], few["ours"], "cpu_micros"),
            foreign=load.foreign(large["ours"], few["ours"]),
            note=f"p99 {load.mean(large['ours'], 'p99'):.1f} ms, with {FEW} {load.mean(few['ours'], 'p99'):.1f} ms",
        ),
    ]  # fmt: skip


def _token(bench, suite, facts):
    file = bench.work / "customer.token"
    file.write_text(suite.sign_in(facts["customers"][0]) + "\n")
    return file


def _fill(suite, customer, first, last):
    suite.sql("fapiao", "SET statement_timeout = 0; " + FILL.format(customer=customer, first=first, last=last))
    suite.sql("fapiao", "VACUUM ANALYZE bill")


def _statement(customer):
    """The service's statement for a first page, from its source, so that it is the same."""
    source = (TOP / "fapiao-service/src/main/java/org/fapiaosuite/fapiao/bill/Bills.java").read_text()
    # pgbench would take the colon of the customer's id for the start of a variable
    customer = customer.replace(":", "' || chr(58) || '")
    text = lambda name: re.search(name + r' =\s+"""\n(.*?)"""', source, re.S)[1]
    sql = text("PAGE") % (text("PROBE") % "(:at, :id)")
    for parameter, value in {
        ":customers": f"ARRAY['{customer}']",
        ":at": "timestamptz '9999-01-01'",
        ":id": "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid",
        ":rows": str(PAGE + 1),
    }.items():
        sql = re.sub(re.escape(parameter) + r"\b", value, sql)
    return sql.rstrip() + ";\n"


def _pgbench(server, script, database, seconds):
    host, port = server.split(":")
    before = tree_seconds(database)
    with Window() as window:
        done = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", str(CLIENTS), "-T", str(seconds), "-f", script,
             "-h", host, "-p", port, "-U", "fapiao", "fapiao"],
            capture_output=True, text=True,
        )  # fmt: skip
    used = tree_seconds(database) - before
    if done.returncode:
        raise Invalid("pgbench: " + done.stderr[-300:])
    pages = int(re.search(r"actually processed: (\d+)", done.stdout)[1])
    latency = float(re.search(r"latency average = ([\d.]+)", done.stdout)[1])
    return load.Turn(pages / seconds, latency, latency, used * 1e6 / pages, window.foreign)
