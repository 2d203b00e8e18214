"""The ledger: its newest entries, and a check of all of them while the desk goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import at, in_row
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.vault.card_head import CardHead
from dsl_desk.ui.vault.ledger_words import icon_of, mark_of, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.looked import Looked
    from dsl_desk.services.recheck import Recheck, Rechecked
    from dsl_desk.services.vault import LedgerLine
    from dsl_desk.services.watch import Notice
    from dsl_desk.ui.vault.means import Means

    Seen = tuple[tuple[LedgerLine, ...], tuple[Notice, ...], dict[MemberId, str], int, Looked]

_SHOWN = 6
_SLICE_MS = 10


class LedgerCard(Card):
    """The newest entries of the parts somebody holds, Check now, and an extract for others.

    Signals:
        paper_wanted(Wish): an extract from the ledger.
    """

    paper_wanted = Signal(object)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._stopped = False
        self.chip = StatusChip(Status.NEW, self.tr("Looking"))
        self.check = Button(self.tr("Check now")).sized(Size.SMALL)
        self.check.clicked.connect(self.check_now)
        self.head = CardHead(self.tr("Ledger"), self.chip)
        self.extract = Button(self.tr("Extract")).sized(Size.SMALL)
        self.extract.setAccessibleName(self.tr("Make an extract from the ledger"))
        self.extract.clicked.connect(self._wish)
        self.head.put_right(self.extract)
        self.head.put_right(self.check)
        self.notice = FailureNotice()
        self.result = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.progress = Progress(self.tr("Reading every entry again"), self.tr("Stop the check"))
        self.progress.cancel_wanted.connect(self._stop)
        self.lines: list[LedgerRow] = []
        self._rows = QVBoxLayout()
        self._lay_out()
        self.progress.hide()
        self.result.hide()

    def read_again(self) -> None:
        """Read the newest entries, and whether anything stands out."""
        self._means.worker.ask(
            self,
            lambda desk: (
                desk.vault.tail(_SHOWN),
                desk.vault.noticed(),
                {view.member.id: view.member.name for view in desk.members.everyone()},
                sum(head.number for heads in desk.vault.heads().values() for head in heads),
                desk.vault.looked(),
            ),
            self._show,
            self._damaged,
        )

    def _wish(self) -> None:
        self.paper_wanted.emit(Wish(PaperSort.LEDGER, RecordId(PaperSort.LEDGER.value)))

    def check_now(self) -> None:
        """Read every entry and every list again, a slice at a time."""
        if self.check.is_busy():
            return
        self._stopped = False
        self.notice.clear()
        self.result.hide()
        self.check.busy(self.tr("Checking"))
        self.progress.show_progress(0)
        self.progress.show()
        self._means.worker.ask(self, lambda desk: desk.vault.check_again(), self._go_on, self._bad)

    def _go_on(self, check: Recheck) -> None:
        if self._stopped:
            self._rest()
            self._say(self.tr("You stopped the check. Nothing was changed."))
            return

        def then(far: Rechecked) -> None:
            if far.done:
                self._whole(far)
                return
            note = f"{far.entries:,} of {far.of:,} entries. You can keep working."
            self.progress.show_progress(far.entries / max(far.of, 1), note)
            self._go_on(check)

        self._means.worker.ask(self, lambda _desk: check.go_on(_SLICE_MS), then, self._bad)

    def _whole(self, far: Rechecked) -> None:
        self._rest()
        now = at(self._means.clock.now())
        self.chip.show_status(Status.WHOLE, f"Whole, checked {now}")
        parts = ", ".join(label(part) for part in far.parts)
        self._say(
            f"All {far.entries:,} entries of {parts} are as they were written: every number, link, "
            "signature and list. Parts you hold no key of were not read."
        )

    def _bad(self, error: DeskError) -> None:
        self._rest()
        self._damaged(error)

    def _damaged(self, error: DeskError) -> None:
        if isinstance(error, DamageError):
            self.chip.show_status(Status.DOES_NOT_MATCH, self.tr("Damage found"))
        self.notice.show_failure(error)

    def _stop(self) -> None:
        self._stopped = True

    def _rest(self) -> None:
        self.check.rest()
        self.progress.hide()

    def _say(self, words: str) -> None:
        self.result.say(words)
        self.result.show()

    def _show(self, seen: Seen) -> None:
        lines, notices, names, entries, far = seen
        self._tell_how_far(far)
        if notices:
            self._damaged(notices[0].error)
        count = "1 entry" if entries == 1 else f"{entries:,} entries"
        self.head.note.say(f"{count} in the parts you hold")
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.lines = [LedgerRow(line, names) for line in lines]
        for row in self.lines:
            self._rows.addWidget(row)

    def _tell_how_far(self, far: Looked) -> None:
        """Say what the check found that goes on by itself; damage that was found stands."""
        if self.notice.words():
            return
        if not far.done:
            self.chip.show_status(Status.NEW, f"Checked so far: {far.checked:,} of {far.of:,}")
        elif far.whole_at is not None:
            at_last = far.whole_at.astimezone(self._means.clock.now().tzinfo)
            self.chip.show_status(Status.WHOLE, f"Whole, checked {in_row(at_last)}")

    def _lay_out(self) -> None:
        self.column.setContentsMargins(1, 0, 1, 1)
        self.column.setSpacing(0)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(18, 14, 18, 12)
        for widget in (self.head, self.notice, self.result, self.progress):
            column.addWidget(widget)
        self.column.addWidget(top)
        self.column.addLayout(self._rows)


class LedgerRow(QFrame):
    """One entry: its number, when, who did what, and its short mark."""

    def __init__(self, line: LedgerLine, names: Mapping[MemberId, str]) -> None:
        super().__init__()
        self.setObjectName("ledgerRow")
        number = Label(f"{line.number:,}", Voice.SECONDARY, Meaning.INK3).tabular()
        number.setMinimumWidth(theme().px(44))
        moment = Label(in_row(line.written_at), Voice.SECONDARY, Meaning.INK3).tabular()
        self.words = Label(f"{said(line, names)} ({label(line.compartment)})").wrapped()
        mark = Label(mark_of(line), Voice.FINGERPRINT, Meaning.INK3)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 18, 7)
        row.setSpacing(12)
        row.addWidget(number)
        row.addWidget(moment)
        row.addWidget(IconView(icon_of(line), Meaning.INK2, 15))
        row.addWidget(self.words, 1)
        row.addWidget(mark)
        spoken = f"Entry {line.number}, {in_row(line.written_at)}: {self.words.words}"
        self.setAccessibleName(spoken)
