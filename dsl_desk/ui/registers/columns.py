"""The columns of a register's list, made from its blanks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.registers.blank import BlankSort
from dsl_desk.ui.kit.table.rows_model import Column
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Register, RegisterRow

_FIRST: Final = 230
_WIDTHS: Final = {BlankSort.DAY: 150, BlankSort.MOMENT: 165, BlankSort.CHOICE: 150}
_OTHER: Final = 160
_DUE_ITSELF: Final = frozenset({"expires", "next_check", "next_look", "answer_by"})
_SHORT: Final = {
    "platform": "Platform",
    "handle": "Name",
    "standing": "Standing",
    "owner": "Responsible",
    "checked_on": "Looked through",
    "child": "Child",
    "giver": "Given by",
    "name_use": "Name beside it",
    "expires": "Until",
    "what": "What",
    "proposed_by": "Proposed by",
    "who_decides": "Who decides",
    "decision": "Decision",
    "decided_on": "Decided on",
    "who": "Who",
    "clause": "Clause",
    "told_head": "Head told",
    "outcome": "Outcome",
    "adult": "Adult",
    "arrived": "How far",
    "at": "When",
    "version": "Version",
    "advised_on": "Advised on",
    "acknowledged": "Signed for",
    "aware_at": "Aware since",
    "risk": "Risk",
    "ico": "ICO",
    "dpo_told": "DPO told",
    "to": "Asked",
    "reference": "Reference",
    "next_check": "Look again",
    "state": "State",
    "school": "Next school",
    "due": "Due",
    "sent_on": "Sent",
    "acknowledged_on": "Signed for",
    "asked_of": "Asked",
    "asked_on": "Asked on",
    "answered_on": "Answered",
}


def columns_of(register: Register) -> tuple[Column[RegisterRow], ...]:
    """Return a column for each blank that a list shows, and when somebody has to look again."""
    columns = [_column(register, number) for number in range(len(register.columns))]
    if register.need is not None and not _DUE_ITSELF.intersection(register.columns):
        due = Column["RegisterRow"]("Due", lambda row: told_in_full(row.due), width=165)
        columns.insert(1, due)
    return tuple(columns)


def heading_of(name: str, otherwise: str) -> str:
    """Return the short word over a column."""
    return _SHORT.get(name, otherwise)


def _column(register: Register, number: int) -> Column[RegisterRow]:
    blank = register.blank(register.columns[number])
    return Column(
        heading_of(blank.name, blank.label),
        partial(_cell, number),
        voice=Voice.BODY if number else Voice.STRONG,
        meaning=Meaning.INK2 if number else Meaning.INK,
        width=_WIDTHS.get(blank.sort, _OTHER) if number else _FIRST,
    )


def _cell(number: int, row: RegisterRow) -> str:
    return row.cells[number]
