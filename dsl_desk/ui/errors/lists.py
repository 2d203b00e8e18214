"""What to do about a file that cannot be taken in as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import ListRefusedError

_AGAIN: Final = "Export it again as CSV with the encoding UTF-8."
_NOW: Final = {
    ListTrouble.UNREADABLE: "See whether the file is still there, then choose it again.",
    ListTrouble.TOO_LARGE: "Export pupils only, with the columns that are needed.",
    ListTrouble.TOO_MANY: "Export the pupils of one school only.",
    ListTrouble.EMPTY: "Choose another file.",
    ListTrouble.DOCTYPE: "Do not use it, and tell whoever sent it.",
    ListTrouble.NOT_XML: "Export it again from your school's own system.",
    ListTrouble.NOT_CTF: "Choose a file whose name has CTF in it, or a CSV.",
    ListTrouble.COLUMNS: "Choose which column holds each of them.",
}


def list_advice(error: ListRefusedError) -> Advice:
    """Return what is wrong, where, and what to do; nothing was written in any case."""
    where = f", row {error.row:,}" if error.row else ""
    now = _NOW.get(error.trouble, _AGAIN)
    return Advice(f"{label(error.trouble)}{where}.", f"Nothing was taken in. {now}")
