"""The words for what was left at the lock screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.drop import LeftAbout, LeftSort
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.left import Became

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

LEFT_LABELS: Final[Mapping[Enum, str]] = {
    EntryClass.LEFT: "Sealed note",
    LeftSort.NOTE: "Sealed note",
    LeftSort.ALLEGATION: "Allegation handed in",
    LeftSort.DECLARATION: "Declaration",
    LeftSort.NIL_RETURN: "Nothing to declare",
    LeftSort.ANSWER: "Answer to a letter",
    LeftAbout.CHILD: "About a child",
    LeftAbout.ADULT: "About an adult who works here",
    LeftAbout.NAMED: "About a named adult who works here",
    LeftAbout.LINK: "About a family link",
    Became.WAITING: "Not settled yet",
    Became.CONCERN: "Became a concern",
    Became.CONTACT_ATTEMPT: "Became a contact attempt",
    Became.LOW_LEVEL: "Became a low-level concern",
    Became.ALLEGATION: "Became an allegation",
    Became.DECLARATION: "Became a declaration",
    Became.CLOSED: "Closed",
}
