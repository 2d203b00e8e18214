"""The chronology: what stands in somebody's file, one line for each thing that happened.

A kind of record that belongs in a file has one small function here that says how it stands there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.entry import Entry


class ItemSort(Enum):
    """What kind of thing a line tells of: what the chips of the page choose by."""

    CONCERN = "concern"
    CONTACT = "contact"
    DECISION = "decision"
    ACTION = "action"
    REFERRAL = "referral"
    FILE = "file"
    MISFILED = "misfiled"


@dataclass(frozen=True)
class Item:
    """One thing as it stands in the file of each of these people."""

    people: tuple[str, ...]
    at: str
    sort: ItemSort
    title: str = field(repr=False)
    line: str = field(default="", repr=False)
    concern: str = ""


ITEMS: Final[Mapping[str, Callable[[Entry], Item | None]]] = {}
