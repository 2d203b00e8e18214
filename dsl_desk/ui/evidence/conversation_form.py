"""A conversation as it is put together: what it is, its pictures in order, who speaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.conversation import ConversationDraft, draft_of_fields, fields_of_draft
from dsl_desk.domain.fields import Fields
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.evidence.conversation_board import ConversationBoard
from dsl_desk.ui.evidence.speaker_rows import SpeakerRows
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_DRAFT: Final = "draft"
_LEFT_OUT: Final = "left out"
_REASON: Final = "reason"


class ConversationForm(QWidget):
    """`again` asks why it changes, too.

    Signals:
        typed(): somebody typed, chose or moved something.
    """

    typed = Signal()

    def __init__(self, means: Means, basis: str, *, again: bool = False) -> None:
        super().__init__()
        self._basis = basis
        self.title, self.place, self.reason = Line(), Line(), Lines(rows=2)
        self.board = ConversationBoard(means)
        self.speakers = SpeakerRows()
        self.fields = self._make_fields(again=again)
        self._lay_out()
        for line in (self.title, self.place):
            line.textEdited.connect(self.typed)
        self.reason.textChanged.connect(self.typed)
        self.board.typed.connect(self._changed)
        self.speakers.typed.connect(self._changed)

    def draft(self) -> ConversationDraft:
        """Return what stands in the form."""
        return ConversationDraft(
            title=self.title.text().strip(),
            place=self.place.text().strip(),
            shots=tuple(self.board.shots),
            speakers=self.speakers.speakers(),
            basis=self._basis,
        )

    def show_draft(self, draft: ConversationDraft, left_out: Sequence[str] = ()) -> None:
        """Show what was put together before; this is not typing."""
        self.title.setText(draft.title)
        self.place.setText(draft.place)
        self.speakers.show_speakers(draft.speakers)
        self.board.show_shots(draft.shots, left_out)
        self._know()

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {
            _DRAFT: json.dumps(fields_of_draft(self.draft()), ensure_ascii=False),
            _LEFT_OUT: " ".join(self.board.left_out),
            _REASON: self.reason.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        self.blockSignals(True)
        draft = draft_of_fields(Fields.of_json(fields[_DRAFT].encode()))
        self.show_draft(draft, fields.get(_LEFT_OUT, "").split())
        self.reason.setPlainText(fields.get(_REASON, ""))
        self.blockSignals(False)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["title"].go()

    def _changed(self) -> None:
        self._know()
        self.typed.emit()

    def _know(self) -> None:
        self.board.know(tuple(one.shown_as for one in self.speakers.speakers()))
        self.speakers.offer(self.board.names_in_words())

    def _make_fields(self, *, again: bool) -> dict[str, Field]:
        self.board.setFocusProxy(self.board.list)
        self.speakers.setFocusProxy(self.speakers.add)
        fields = {
            "title": Field(self.tr("What this is, in one line"), self.title),
            "place": Field(self.tr("The app, and its name there"), self.place, "", "(optional)"),
            "shots": Field(self.tr("The pictures, in order"), self.board),
            "speakers": Field(self.tr("Who speaks"), self.speakers),
        }
        if again:
            fields["reason"] = Field(
                self.tr("Why does this change?"),
                self.reason,
                self.tr("What was written before stays beside it."),
            )
        return fields

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(SideBySide(self.fields["title"], self.fields["place"]))
        for name in ("shots", "speakers"):
            card = Card()
            card.column.addWidget(self.fields[name])
            column.addWidget(card)
        if "reason" in self.fields:
            column.addWidget(self.fields["reason"])
