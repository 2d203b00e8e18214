"""What stands in the way of a parcel that came."""

from __future__ import annotations

from enum import Enum

from dsl_desk.domain.errors import DeskError


class ParcelTrouble(Enum):
    """Why a file is not taken in."""

    NOT_ONE = "not_one"
    TOO_LARGE = "too_large"
    NEWER = "newer"
    SHUT = "shut"
    DAMAGED = "damaged"
    SIGNATURE = "signature"
    TRAINING = "training"


class ParcelError(DeskError):
    """A file that was to be taken in is refused whole. `trouble` says why."""

    def __init__(self, trouble: ParcelTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble
