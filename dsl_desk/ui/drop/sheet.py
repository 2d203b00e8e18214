"""The sheet of what was left: times beside it, the words in serif, and who left it if they said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.coded_answer import Answers
from dsl_desk.domain.dates import in_row
from dsl_desk.domain.drop import LeftSort, NoteDraft
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.left import LeftRecord


def left_sheet(record: LeftRecord) -> Card:
    """Return the card of what was left."""
    card, note = Card(), NoteDraft.of(record.left.fields)
    words = note.words or str(record.left.fields.get("statement") or "") or "No words of its own."
    card.column.addWidget(Label(words, Voice.VERBATIM).wrapped())
    for question, answer in _pairs(record, note).items():
        if answer:
            words = f"{question}: {answer}"
            card.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
    return card


def _pairs(record: LeftRecord, note: NoteDraft) -> dict[str, str]:
    draft, fields = record.draft, record.left.fields
    opened = f"{_at(draft.opened_at)} by {draft.opened_by}" if draft.opened_at else "not yet"
    pairs = {
        "Left by": note.name or "somebody who did not say",
        "To be reached": note.reach,
        "Left": _at(record.left.written_at),
        "Taken in": _at(draft.taken_in_at),
        "First opened": opened,
        "Policy in force when it was taken in": draft.policy.words(),
    }
    if record.left.sort is LeftSort.DECLARATION:
        pairs["Left by"] = str(fields.get("by") or "somebody who did not say")
    if record.left.sort is LeftSort.ANSWER:
        pairs["Left by"] = str(fields.get("by") or "somebody who did not say")
        pairs["Answers"] = _answers(fields.get("what"))
        pairs["Code on the paper"] = str(fields.get("code") or "")
    if record.left.sort is LeftSort.ALLEGATION:
        pairs["Left by"] = str(fields.get("told_to") or "a colleague")
        pairs["Who says so"] = str(fields.get("told_by") or "")
        pairs["Somebody here was first told"] = _said(str(fields.get("told_at") or ""))
    return pairs


def _answers(what: object) -> str:
    """Return what was answered, which another program may have made up."""
    return next((label(one) for one in Answers if one.value == what), "")


def _at(moment: str) -> str:
    return in_row(in_england(datetime.fromisoformat(moment)))


def _said(at: str) -> str:
    """Return a time as somebody typed it, which another program may have made up."""
    try:
        return told_in_full(at) if at else ""
    except ValueError:
        return at
