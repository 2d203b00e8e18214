"""The chronology: what stands in somebody's file, one line for each thing that happened.

A kind of record that belongs in a file has one small function that says how it stands there; they
are listed in `chronicled`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId


class ItemSort(Enum):
    """What kind of thing a line tells of: what the chips of the page choose by."""

    CONCERN = "concern"
    CONTACT = "contact"
    DECISION = "decision"
    ACTION = "action"
    REFERRAL = "referral"
    ALLEGATION = "allegation"
    DECLARATION = "declaration"
    FILE = "file"
    EVIDENCE = "evidence"
    MISFILED = "misfiled"
    RECEIVED = "received"


@dataclass(frozen=True)
class Item:
    """One thing as it stands in the file of each of these people."""

    people: tuple[str, ...]
    at: str
    sort: ItemSort
    title: str = field(repr=False)
    line: str = field(default="", repr=False)
    concern: str = ""


@dataclass(frozen=True)
class ChronicleRow:
    """One line of a file: what happened, and which entry says so."""

    record: RecordId
    at: str
    sort: ItemSort
    title: str = field(repr=False)
    line: str = field(repr=False)
    concern: str
    version: int
    author: str = field(repr=False)
    written_at: str
    reason: str = field(repr=False)


@dataclass(frozen=True)
class Whose:
    """Which lines are wanted: of whom, by all the ids they ever had, of which sort, which first."""

    people: tuple[str, ...]
    only: ItemSort | None = None
    oldest_first: bool = False


def in_order(at: str, written_at: str) -> str:
    """Return what lines are ordered by: the moment in UTC; unknown ones stand where written."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = datetime.fromisoformat(written_at)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.fromisoformat(written_at).tzinfo)
    return moment.astimezone(UTC).isoformat(timespec="seconds")
