"""`vault.json` on disk: written aside, flushed, then put in place in one step."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from dsl_desk.keys.header_form import read_header, write_header
from dsl_desk.keys.page_file import FILE, read_page

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.keys.header import Header

_ONLY_THE_OWNER: Final = 0o600
_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def read_header_file(folder: Path) -> Header:
    """Return the vault's own page."""
    return read_header(read_page(folder))


def write_header_file(folder: Path, header: Header) -> None:
    """Put the page in place: after this returns, it stands there whole, or an OSError flew."""
    aside = folder / f"{FILE}.new"
    aside.unlink(missing_ok=True)
    with os.fdopen(os.open(aside, _ANEW, _ONLY_THE_OWNER), "wb") as file:
        file.write(write_header(header))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(folder / FILE)
    _flush_names(folder)


def _flush_names(folder: Path) -> None:
    with suppress(PermissionError):  # Windows lets nobody open a folder, and needs no flush
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
