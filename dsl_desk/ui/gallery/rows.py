"""The table in the gallery: invented concerns, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from dsl_desk.ui.gallery.section import Section
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.rows_model import RIGHT, Column
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

TOTAL = 1204
HEIGHT = 380


@dataclass(frozen=True)
class Shown:
    """An invented row."""

    ref: str
    state: str
    told_by: str
    when: str


STATES = {
    "New": Icon.CIRCLE_DASHED,
    "In progress": Icon.CIRCLE_DOT,
    "Waiting": Icon.HOURGLASS,
    "Closed": Icon.CHECK,
}
COLUMNS: tuple[Column[Shown], ...] = (
    Column("Reference", lambda row: row.ref, voice=Voice.STRONG),
    Column("State", lambda row: row.state, icon=lambda row: STATES[row.state]),
    Column("Told by", lambda row: row.told_by, width=180, meaning=Meaning.INK2),
    Column("Recorded", lambda row: row.when, align=RIGHT, meaning=Meaning.INK2),
)


def table() -> Section:
    """Return a table that leads through 1,204 invented rows."""
    shown = PagedTable(COLUMNS, "Concerns")
    shown.setMinimumHeight(HEIGHT)

    def show(number: int) -> None:
        pages = Pages(TOTAL, number)
        numbers = range(TOTAL - pages.first + 1, TOTAL - pages.last, -1)
        shown.show_page([_row(n) for n in numbers], pages)

    shown.page_wanted.connect(show)
    show(0)
    return Section("Table").wide(shown)


def _row(number: int) -> Shown:
    states = tuple(STATES)
    day = f"{number % 28 + 1} Nov, {8 + number % 9:02}:{number % 60:02}"
    return Shown(f"C-2026-{number:04}", states[number % len(states)], "Lena Harebell", day)
