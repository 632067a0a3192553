"""The rows in the order in which they run: their names, and a function that measures them.

A function gets a Bench and returns Results, one for each name at least. It raises Absent when a peer
is not installed and Invalid when something failed while it measured.
"""
from . import auth, confirmation, cycle, gateway, intake, listing, mail, memory, start

ROWS = [
    (("R3",), gateway.measure),
    (("R4", "R5", "R6"), intake.measure),
    (("R2",), memory.measure),  # before the suite had other work
    (("R7",), cycle.measure),
    (("R9",), auth.measure),
    (("R8",), listing.measure),
    (("R10",), mail.measure),
    (("R1",), start.measure),  # the last but one of those with the suite: it starts it anew
    (("R7",), confirmation.measure),  # and so does this one
]
