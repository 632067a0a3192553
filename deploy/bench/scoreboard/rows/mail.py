"""R10: deploy/bench/mail-rate beside postfix's smtp-source and nodemailer."""
import os
import re
import shutil

from board import BENCH, TOP, Absent, Invalid, Result


CONNECTIONS = 8
"""With four, as the service comes, the commits of its outcomes leave a third of the machine idle."""


def measure(bench):
    """mails sent"""
    # Debian has them where only root's PATH looks
    path = os.environ["PATH"] + ":/usr/sbin"
    for tool, package in (("smtp-source", "postfix"), ("smtp-sink", "postfix"), ("npm", "npm")):
        if not shutil.which(tool, path=path):
            raise Absent(f"no {tool}: install Debian's {package}")
    if not (TOP / "notification-service/target/mails/issued.en.html").exists():
        raise Absent("no mail to send: mvn -pl notification-service test -Dtest=MailTextsTest writes it")
    told, foreign = bench.script(
        BENCH / "mail-rate", bench.seconds(6000, 2000), bench.seconds(3, 2), CONNECTIONS,
        environment={"PATH": path}.items(),
    )  # fmt: skip
    rounds = [tuple(map(int, one)) for one in re.findall(r"^round \d+ +(\d+) +(\d+) +(\d+) ", told, re.M)]
    if not rounds:
        raise Invalid("deploy/bench/mail-rate told other than expected: " + told[-400:])
    source, node, ours = (sum(side) / len(side) for side in zip(*rounds))
    return [
        Result("R10", f"mails, {CONNECTIONS} connections", "/s", ours, "smtp-source", source, ">= 0.35",
               [one[2] / one[0] for one in rounds], foreign=foreign),
        Result("R10", f"mails, {CONNECTIONS} connections", "/s", ours, "nodemailer", node, ">= 1.2",
               [one[2] / one[1] for one in rounds], foreign=foreign),
    ]  # fmt: skip
