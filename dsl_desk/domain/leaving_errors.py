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


class NotReadError(DeskError):
    """Nobody has said that every page was read, of a paper that does not leave before that."""


class UndecidedError(DeskError):
    """Some records somebody asked to see are neither given nor withheld. `count` says how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class UnjudgedError(DeskError):
    """Records of a sealed case are not decided about on the page that asks. `count`: how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class NotTheirFileError(DeskError):
    """A whole file was to go to somebody who is neither a school nor a local authority."""


class OtherChildShownError(DeskError):
    """A file for the next school would name another child."""


class FileNotPrintedError(DeskError):
    """A file that is no picture was to go with a paper that is printed here."""


class OriginalsNotPrintedError(DeskError):
    """Originals were to go inside a paper that is printed here, and has no inside."""


class DecidedSinceError(DeskError):
    """What was decided about a record changed while its copy was being made."""


class FilesTooLargeError(DeskError):
    """All pictures and files together are longer than one file may hold. `most` is in bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most
