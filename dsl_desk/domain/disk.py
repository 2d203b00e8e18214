"""What the operating system says of a disk, as facts of the house."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError, DiskReadOnlyError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.errors import DeskError

_FACTS: Final[Mapping[int, type[DeskError]]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EROFS: DiskReadOnlyError,
    errno.EACCES: DiskReadOnlyError,
    errno.EPERM: DiskReadOnlyError,
}


def what_the_disk_did(failure: OSError) -> DeskError:
    """Return the fact to raise for a failed call."""
    return _FACTS.get(failure.errno or 0, DiskFailedError)()


@contextmanager
def disk_told_as_facts() -> Iterator[None]:
    """Turn what the system says of the disk into a DeskError."""
    try:
        yield
    except OSError as failure:
        raise what_the_disk_did(failure) from failure
