"""Beside a copy: its own fingerprint, which original it was made from, what is covered, custody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.dates import at, in_full
from dsl_desk.domain.sharing_marks import MarkSort
from dsl_desk.domain.words import label
from dsl_desk.ui.evidence.captured_list import in_fours
from dsl_desk.ui.evidence.custody_list import CustodyList
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.sharing_copy import SharingCopy


class CopyFacts(QWidget):
    """Passive."""

    def __init__(self) -> None:
        super().__init__()
        self.proof = Card(Tone.INSET)
        self._proof_title = Label(self.tr("Checking its fingerprint"), Voice.CARD_TITLE).wrapped()
        self._digits = Label("", Voice.FINGERPRINT).wrapped()
        self.proof.column.addWidget(self._proof_title)
        self.proof.column.addWidget(self._digits)
        self.covers = Label("").wrapped()
        self.lineage = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.custody = CustodyList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(14)
        column.addWidget(self.proof)
        for name, widget in (
            ("Covered on the copy", self.covers),
            ("Made from", self.lineage),
            ("Custody trail", self.custody),
        ):
            column.addWidget(Label(name, Voice.CARD_TITLE))
            column.addWidget(widget)
        column.addStretch(1)

    def show_copy(self, copy: SharingCopy, lines: Sequence[CustodyLine]) -> None:
        """Show what is known of it."""
        draft, copied = copy.copied.draft, copy.copied
        covers = [f"{at_}: {label(mark.reason)}" for at_, mark in enumerate(draft.covers, start=1)]
        notes = [f"Note: {mark.words}" for mark in draft.marks if mark.sort is MarkSort.NOTE]
        crop = ["Cropped"] if draft.crop is not None else []
        self.covers.say("\n".join((*covers, *crop, *notes)) or "Nothing: nobody else is in it")
        made = f"{copied.evidence_ref}, by {copy.author}, {in_full(copy.written_at)}"
        self.lineage.say(f"{made}\nOriginal {in_fours(copied.original[:16])} …")
        self.custody.show_lines(lines)

    def show_match(self, copy: SharingCopy, now: datetime) -> None:
        """Say that it is as it was sealed."""
        self.proof.set_tone(Tone.GREEN)
        self._proof_title.say(f"Copy matches its fingerprint, {at(now)}")
        self._digits.say(in_fours(copy.copied.sha256))
