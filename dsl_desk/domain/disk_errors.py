"""What a drive can do to a save."""

from __future__ import annotations

from dsl_desk.domain.errors import DeskError


class DiskFullError(DeskError):
    """There is no room left on the drive. Nothing was saved."""


class DiskReadOnlyError(DeskError):
    """The drive or folder cannot be written to. Nothing was saved."""


class DiskFailedError(DeskError):
    """The drive failed. `known` tells whether we know that nothing was saved."""

    def __init__(self, *, known: bool = True) -> None:
        super().__init__(known)
        self.known = known
