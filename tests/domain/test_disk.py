from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError, DiskReadOnlyError

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError


@pytest.mark.parametrize(
    ("number", "fact"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, DiskReadOnlyError),
        (errno.EACCES, DiskReadOnlyError),
        (errno.EIO, DiskFailedError),
        (None, DiskFailedError),
    ],
)
def test_that_a_failed_call_becomes_a_fact(number: int | None, fact: type[DeskError]) -> None:
    failure = OSError()
    failure.errno = number
    assert type(what_the_disk_did(failure)) is fact
