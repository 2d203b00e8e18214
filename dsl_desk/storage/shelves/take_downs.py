"""The requests to take something down that name a piece of evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.shelves.registers import ENTRIES, holding

if TYPE_CHECKING:
    from dsl_desk.storage.database import Database

_ALONE: Final = r"(?<![\w-]){}(?![\w-])"  # EV-2026-5 is not named by EV-2026-58


def take_downs_of(database: Database, ref: str) -> tuple[RecordId, ...]:
    """Return the requests whose words name a reference, oldest first."""
    wanted = ref.casefold()
    rows = database.rows(
        f"SELECT record, words FROM {ENTRIES.table}"  # noqa: S608 own constants
        " WHERE register = ? AND words LIKE ? ESCAPE '!' ORDER BY day, hlc",
        RegisterName.TAKE_DOWNS.value,
        holding(wanted),
    )
    alone = re.compile(_ALONE.format(re.escape(wanted)))
    return tuple(
        RecordId(as_bytes(record).hex()) for record, words in rows if alone.search(as_text(words))
    )
