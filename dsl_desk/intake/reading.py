"""A file somebody chose, read whole and only if it is small enough, by what it turns out to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import ListRefusedError
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.intake.csv_reader import read_csv
from dsl_desk.intake.ctf_reader import read_ctf

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.import_plan import Sheet

LARGEST: Final = 32 * 1024 * 1024
_XML: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\0", b"\xfe\xff\0<")


def read_list(untrusted_path: Path) -> Sheet:
    """Return the list in a file; ListRefusedError says what is wrong with it."""
    try:
        with untrusted_path.open("rb") as file:
            untrusted = file.read(LARGEST + 1)
    except OSError:
        raise ListRefusedError(ListTrouble.UNREADABLE) from None
    if len(untrusted) > LARGEST:
        raise ListRefusedError(ListTrouble.TOO_LARGE)
    if untrusted.lstrip(b" \t\r\n").startswith(_XML):
        return read_ctf(untrusted.lstrip(b" \t\r\n"))
    return read_csv(untrusted)
