"""What stands in the way of members, keys, posts and sealed cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.routing import Row


class MemberMissingError(DeskError):
    """The person asked for is not a member of this vault."""


class LastKeyError(DeskError):
    """The member holds the last key of this part: without it nobody could open it again."""

    def __init__(self, compartment: Compartment) -> None:
        super().__init__(compartment)
        self.compartment = compartment


class LastKeeperError(DeskError):
    """The member is the last one who may change members and keys."""


class SubjectError(DeskError):
    """Something there is about the person who was to be given its key; None is a sealed case."""

    def __init__(self, compartment: Compartment | None) -> None:
        super().__init__(compartment)
        self.compartment = compartment


class PostHeldError(DeskError):
    """The member still holds a post, or stands in for one."""

    def __init__(self, role: Role) -> None:
        super().__init__(role)
        self.role = role


class NotTheirsToChangeError(DeskError):
    """The roll does not let this member change that."""


class GoesElsewhereError(DeskError):
    """A case about this person is not yours to receive: it goes to others, or to the LADO."""

    def __init__(self, row: Row | None) -> None:
        super().__init__(row)
        self.row = row


class NotCaseManagerError(DeskError):
    """That is for the case manager to sign: `role` says whose post that is."""

    def __init__(self, role: Role) -> None:
        super().__init__(role)
        self.role = role


class NotTheReviewerError(DeskError):
    """That is for whoever reviews this declaration to sign; None: it is one's own."""

    def __init__(self, role: Role | None) -> None:
        super().__init__(role)
        self.role = role


class NotADeclarationError(DeskError):
    """What was left does not read as a whole declaration."""


class CodeFitsNothingError(DeskError):
    """An answer came with a code that no paper has which waits for it, or with another's name."""


class SlotsTakenError(DeskError):
    """Every slot of this group has a case in it."""


class SlotFullError(DeskError):
    """The case is larger than a slot has room for."""

    def __init__(self, needed: int, room: int) -> None:
        super().__init__(needed, room)
        self.needed = needed
        self.room = room
