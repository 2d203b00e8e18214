"""What a line of the member roll did."""

from __future__ import annotations

from enum import Enum


class RollAct(Enum):
    """One kind of change to who is a member and who holds which key."""

    FOUND = "found"
    ADD = "add"
    GRANT = "grant"
    TAKE_BACK = "take_back"
    RETIRE = "retire"
    RENAME = "rename"
    APPOINT = "appoint"
    WAYS_IN = "ways_in"
    FOUND_ANEW = "found_anew"
    POLICY = "policy"
