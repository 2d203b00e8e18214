"""What stands in the way of a paper that is to leave."""

from __future__ import annotations

from enum import Enum

from dsl_desk.domain.errors import DeskError


class Flaw(Enum):
    """What was found in a finished file by whoever opened it again."""

    UNREADABLE = "unreadable"
    NOT_LOCKED = "not_locked"
    PAGES = "pages"
    NAME = "name"
    ACTIVE = "active"
    FILES = "files"
    ABOUT_ITSELF = "about_itself"
    NOT_SEALED = "not_sealed"


class KeptFromError(DeskError):
    """The paper is about somebody whose records are not shared with its recipient."""


class NotProvedError(DeskError):
    """A finished file was opened again, and is not what it has to be. `flaw` says how."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


class NotConfirmedByError(DeskError):
    """A statement was confirmed by somebody who is not the case manager."""


class NothingInItError(DeskError):
    """What was chosen holds nothing to be printed."""
