"""What is wrong with a profile file: all of it at once, each with its line and its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Wrong(Enum):
    """One way in which a file is wrong."""

    NOT_TOML = "not_toml"
    UNKNOWN_TABLE = "unknown_table"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_DAY = "not_a_day"
    NOT_A_TIME = "not_a_time"
    NOT_A_FACT = "not_a_fact"
    NO_CLAUSE = "no_clause"
    TWICE = "twice"
    NOBODY = "nobody"
    NEVER = "never"
    DESTROYS = "destroys"
    IMAGERY = "imagery"
    PASSWORD = "password"  # noqa: S105 the name of a fault, not a password
    TWO_ACTS = "two_acts"
    TOO_LARGE = "too_large"
    NAME_TAKEN = "name_taken"


SENTENCES: Final[Mapping[Wrong, str]] = {
    Wrong.NOT_TOML: "This line cannot be read: {}.",
    Wrong.UNKNOWN_TABLE: "A profile has no part called “{}”.",
    Wrong.UNKNOWN_KEY: "“{}” is not something that can be said here.",
    Wrong.MISSING_KEY: "“{}” is missing here.",
    Wrong.WRONG_TYPE: "“{}” is written in another way than it has to be.",
    Wrong.NOT_A_CHOICE: "“{}” is not one of the words that can stand here.",
    Wrong.NOT_A_DAY: "“{}” is not a day; write 2026-11-19.",
    Wrong.NOT_A_TIME: "“{}” is not a time; write at once, within 2 working days, "
    "before publication or no time named.",
    Wrong.NOT_A_FACT: "“{}” is not a fact that can be known of a record.",
    Wrong.NO_CLAUSE: "There is no clause “{}” in this file.",
    Wrong.TWICE: "“{}” stands here twice.",
    Wrong.NOBODY: "The duty “{}” names nobody.",
    Wrong.NEVER: "The rule of “{}” can never come true.",
    Wrong.DESTROYS: "“{}” would remove something before a copy is kept; write after capture.",
    Wrong.IMAGERY: "“{}” would keep or remove a picture; rule out sort: nudes.",
    Wrong.PASSWORD: "“{}” would ask for a password; no duty may.",
    Wrong.TWO_ACTS: "“{}” is one matter with two different acts.",
    Wrong.TOO_LARGE: "This file is larger than a profile can be.",
    Wrong.NAME_TAKEN: "A policy called “{}” came with the program; give yours a name of its own.",
}


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong: its line (0 where none can be named), and under which key."""

    line: int
    wrong: Wrong
    what: str = ""
    key: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong, in words."""
        return SENTENCES[self.wrong].format(self.what)


class ProfileRefusedError(DeskError):
    """A profile file is wrong, and is not taken in; the last good one stays."""

    def __init__(self, file: str, flaws: tuple[Flaw, ...]) -> None:
        super().__init__(file, tuple((flaw.line, flaw.wrong) for flaw in flaws))
        self.file = file
        self.flaws = flaws

    def lines(self) -> tuple[str, ...]:
        """Return what is wrong, a line each: file, line, sentence."""
        return tuple(f"{self.file}:{flaw.line}: {flaw.sentence}" for flaw in self.flaws)
