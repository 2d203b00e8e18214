"""One entry that came from another school: who wrote it there, what it says, how it was checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.scrolled import fill_scrolled
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.received import ParcelDraft
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.taking_a_parcel import ReceivedView
    from dsl_desk.ui.work.worker import Worker

_WIDEST: Final = 860
_MINUTE: Final = len("2026-11-19T12:14")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d[\d:.+]*)?")


class ReceivedPage(Page):
    """Nothing of it can be changed here: it was written and signed in another school."""

    def __init__(self, worker: Worker[Desk], record: RecordId) -> None:
        super().__init__("Received from another school")
        self._worker, self._record = worker, record
        self.is_read = False
        self.lines: list[str] = []
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self.checked = Card(Tone.GREEN)
        self.how = Label("", Voice.BODY).wrapped()
        self.checked.column.addWidget(self.how)
        self._said = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._said.column.addLayout(self._grid)
        self.from_where = Label("", Voice.META, Meaning.INK3).wrapped()
        self._lay_out()

    @override
    def read_again(self) -> None:
        if not self.is_read:
            record = self._record
            self._worker.ask(
                self,
                lambda desk: (desk.parcels.open(record), desk.parcels.parcel(record)),
                self._show,
                self.notice.show_failure,
            )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, read: tuple[ReceivedView | None, ParcelDraft]) -> None:
        view, parcel = read
        self.is_read = True
        self.title = "Received"
        if view is None:
            self._show_parcel(parcel)
        else:
            self._show_entry(view)
        digits = parcel.sha256[:16]
        fours = " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
        self.from_where.say(f"Parcel of {parcel.school}, fingerprint {fours}")
        self.checked.show()
        self._said.show()

    def _show_entry(self, view: ReceivedView) -> None:
        self.header.say(f"Received from {view.draft.school}", kind_in_words(view.kind))
        written = f"Written by {view.author}, {_nice(view.written_at)}"
        proof = "Signature and words were checked as this page was opened."
        if not view.as_signed:
            proof = (
                "The signature was checked as this page was opened: it proves who wrote it and "
                "when. The words are as that school covered them, for the sake of another child."
            )
        self.how.say(f"{written}, version {view.version}. {proof}")
        told = view.told or (("Kept", "Nothing that can be shown here"),)
        self._fill(told)

    def _show_parcel(self, parcel: ParcelDraft) -> None:
        self.header.say(f"Received from {parcel.school}", "The parcel")
        self.how.say(f"Sent by {parcel.sent_by}. Every signature in it was checked.")
        self._fill(
            (
                ("Entries", f"{parcel.entries:,}"),
                ("With another child covered", f"{parcel.covered:,}"),
                ("Pictures and scans in the PDF only", f"{parcel.left_out:,}"),
                ("Sent", _nice(parcel.sent_at)),
            )
        )

    def _fill(self, told: tuple[tuple[str, str], ...]) -> None:
        for row, (name, as_written) in enumerate(told):
            words = _nice(as_written)
            self.lines.append(f"{name}: {words}")
            self._grid.addWidget(Label(name, Voice.SECONDARY, Meaning.INK3).wrapped(), row, 0)
            self._grid.addWidget(Label(words, Voice.BODY).wrapped(), row, 1)

    def _lay_out(self) -> None:
        self.checked.hide()
        self._said.hide()
        work = TallAsNeeded()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for widget in (self.header, self.notice, self.checked, self._said, self.from_where):
            widget.setMaximumWidth(_WIDEST)
            column.addWidget(widget)
        column.addStretch(1)
        fill_scrolled(self, work, self.title)


def _nice(words: str) -> str:
    """Return a moment or a day as people say it; everything else as it was written."""
    if not _TIME.fullmatch(words):
        return words
    try:
        return told_in_full(words[:_MINUTE])
    except ValueError:  # no such day: whoever wrote it wrote that
        return words
