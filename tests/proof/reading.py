"""Entries read without being proved: what a burglar needs to mend lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.entry import Entry
from dsl_desk.domain.entry_form import read_body, read_header
from dsl_desk.storage.proof import entry_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3 import dbapi2


def plain_entries(connection: dbapi2.Connection) -> Iterator[Entry]:
    """Return every entry as it stands."""
    rows = connection.execute("SELECT header, signature, body FROM ledger ORDER BY number")
    for header, signature, body in rows.fetchall():
        yield Entry(read_header(header), read_body(body), entry_digest(header, signature))
