"""What can stand in the way of a capture."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from dsl_desk.domain.viewing_standing import Standing


class StopTrouble(Enum):
    """Why an answer to the stop lets nothing in."""

    NOT_NO = "not_no"
    OLD = "old"
    USED = "used"
    COUNT = "count"
    NOT_SEEN = "not_seen"


class StopError(DeskError):
    """The stop was not answered with No, freshly, for exactly this."""

    def __init__(self, trouble: StopTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class NotOpenError(DeskError):
    """The decision does not let anybody look now. `standing` says where it stands."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing)
        self.standing = standing


class NotTheLookerError(DeskError):
    """The decision names somebody else as the one who looks."""


class OwnLookError(DeskError):
    """The one who looks cannot be the one who agrees to it."""


class QuarantinedError(DeskError):
    """The picture was captured by mistake: nobody opens, prints or copies it."""


class TooLargeError(DeskError):
    """A file is larger than we keep. `most` is in bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class PoliceFirstError(DeskError):
    """It is taken away on police advice only, and that is not written down yet."""


class NoPictureError(DeskError):
    """There is no picture on the clipboard or in what was dropped."""


class OtherPartError(DeskError):
    """The pictures of one conversation are all kept in the same part of the vault."""


class ScreenTrouble(Enum):
    """Why the system gives no picture of the screen."""

    WAYLAND = "wayland"
    PERMISSION = "permission"


class ScreenGrabError(DeskError):
    """The system does not let a program take a picture of the screen."""

    def __init__(self, trouble: ScreenTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble
