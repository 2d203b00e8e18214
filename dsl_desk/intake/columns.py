"""What the columns of the usual exports are called, and which of them is what.

These are names commonly seen in lists out of SIMS, Arbor, Bromcom and ScholarPack; none of them
publishes a format for it, and every school makes its own report. So it is a guess, which the page
shows with the first rows, and which can be changed and is remembered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.import_plan import ASKED_FOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# The names of each answer, the likeliest before the others: the legal name before the one used.
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "upn": ("UPN", "Unique Pupil Number", "UPN Number", "Pupil UPN"),
    "former_upn": ("Former UPN", "Previous UPN"),
    "surname": (
        "Legal Surname",
        "Legal Last Name",
        "Surname",
        "Last Name",
        "Family Name",
        "Student Surname",
        "Pupil Surname",
        "Preferred Surname",
        "Preferred Last Name",
    ),
    "forename": (
        "Legal Forename",
        "Legal First Name",
        "Forename",
        "First Name",
        "Given Name",
        "Student Forename",
        "Pupil Forename",
    ),
    "known_as": (
        "Preferred Forename",
        "Preferred First Name",
        "Preferred Name",
        "Chosen Name",
        "Known As",
    ),
    "born": ("Date of Birth", "DOB", "Birth Date", "D.O.B."),
    "sex": ("Sex", "Legal Sex", "Gender"),
    "year": ("Year Group", "Year", "NC Year", "National Curriculum Year", "Yr", "Current Year"),
    "form": (
        "Registration Form",
        "Registration Group",
        "Reg Group",
        "Reg",
        "Tutor Group",
        "Form",
        "Form Group",
        "Class",
        "Class Name",
    ),
    "starts": ("Date of Admission", "Admission Date", "Enrolment Start Date", "Start Date"),
    "ends": ("Date of Leaving", "Leaving Date", "Enrolment End Date", "End Date"),
}


def guess(columns: Sequence[str], remembered: Mapping[str, str]) -> dict[str, str]:
    """Return which column is each answer: as it was last time, or as it is mostly called."""
    by_name = {_plain(column): column for column in reversed(columns)}
    guessed: dict[str, str] = {}
    for answer in ASKED_FOR:
        wanted = (remembered.get(answer, ""), *_NAMES[answer])
        found = next((by_name[_plain(name)] for name in wanted if _plain(name) in by_name), "")
        if found and found not in guessed.values():
            guessed[answer] = found
    return guessed


def recognised(cells: Iterable[str]) -> int:
    """Return how many of these cells are names of columns we know."""
    return sum(_plain(cell) in _KNOWN for cell in cells)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())


_KNOWN: Final = frozenset(_plain(name) for names in _NAMES.values() for name in names)
