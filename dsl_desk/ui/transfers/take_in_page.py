"""Taking in a parcel that came: the file, the four words, what it is, and only then taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.parcel import ENDING
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.services.parcels import open_parcel, read_parcel
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.kit.scrolled import fill_scrolled
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.parcels import Arrived
    from dsl_desk.services.taking_a_parcel import Taken
    from dsl_desk.ui.transfers.means import Means

_WIDEST: Final = 860
_SHOWN, _FOUR = 16, 4


class TakeInPage(Page):
    """Nothing is written before somebody has seen whose file it is and where it came from.

    Signals:
        taken(str): it is in this child's file.
    """

    taken = Signal(str)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Take in a parcel")
        self._means, self._record = means, record
        self._child: PersonRow | None = None
        self._file: Path | None = None
        self._arrived: Arrived | None = None
        self.lines: list[str] = []
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self.choose = Button(self.tr("Choose the file"), icon=Icon.FILE_DOWN)
        self.choose.setObjectName("choose-parcel")
        self.words = PassphraseLine()
        hint = self.tr("Four words, told to you by telephone by whoever sent it.")
        self.field = Field(self.tr("The words that open it"), self.words, hint)
        self.check = Button(self.tr("Open and check it"), Kind.PRIMARY)
        self.check.setObjectName("check-parcel")
        self.take = Button(self.tr("Take it in"), Kind.PRIMARY)
        self.take.setObjectName("take-parcel")
        self.found = Card()
        self._facts = QVBoxLayout()
        self._lay_out()
        self._listen()
        if waiting := means.door.waiting():
            self._use(waiting[0])  # the one that was double-clicked

    @override
    def read_again(self) -> None:
        if self._child is None:
            record = self._record
            self._means.worker.ask(
                self, lambda desk: _child_of(desk, record), self._show, self.notice.show_failure
            )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def let_go(self) -> bool:
        return not (self.check.is_busy() or self.take.is_busy())

    def choose_file(self) -> None:
        """Ask which file it is."""
        kinds = f"Parcels (*{ENDING})"
        file = self._means.ask.which_file(self, self.tr("Which file came?"), kinds)
        if file is not None:
            self._use(file)

    def _use(self, file: Path) -> None:
        self._file = file
        self.choose.setText(file.name)
        self._begin_again()

    def open_it(self) -> None:
        """Open it away from the vault, and show what it is."""
        file, words = self._file, self.words.text()
        if file is None or self.check.is_busy():
            if file is None:
                self.choose_file()
            return
        self.notice.clear()
        self.found.hide()
        self.check.busy(self.tr("Opening and checking it"))

        def job(_progress: Progress) -> Arrived:
            return open_parcel(read_parcel(file), words)

        self._means.errands.run(self, job, self._show_arrived, self._fail)

    def _begin_again(self) -> None:
        """Let nothing be taken in that was opened with other words, or out of another file."""
        self._arrived = None
        self.found.hide()
        self.check.show()

    def take_it(self) -> None:
        """Write down every entry of it."""
        arrived, child = self._arrived, self._child
        if arrived is None or child is None or self.take.is_busy():
            return
        ref, record = PersonRef(child.name, child.id), self._record
        self.take.busy(self.tr("Taking it in"))
        self._means.worker.do(
            self,
            lambda desk: desk.parcels_registered.take_in(arrived, ref, record),
            self._done,
            self._fail,
        )

    def _show(self, child: PersonRow) -> None:
        self._child = child
        self.header.say(self.title, f"Into the file of {child.name}")

    def _show_arrived(self, arrived: Arrived) -> None:
        self.check.rest()
        self._arrived = arrived
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.lines = list(_told(arrived))
        for words in self.lines:
            self._facts.addWidget(Label(words, Voice.BODY, Meaning.INK2).wrapped())
        if self._child is not None and (other := _somebody_else(arrived, self._child)):
            self.lines.append(other)
            self._facts.addWidget(Label(other, Voice.STRONG, Meaning.RED).wrapped())
        self.found.show()
        self.check.hide()  # one filled button at a time

    def _done(self, taken: Taken) -> None:
        self.take.rest()
        new = self.tr("Taken in, each entry checked")
        self.said.emit(new if taken.new else self.tr("It was taken in before: nothing changed"))
        if self._file is not None:
            self._means.door.settle(self._file)
        if self._child is not None:
            self.taken.emit(self._child.id)

    def _fail(self, error: DeskError) -> None:
        self.check.rest()
        self.take.rest()
        self.notice.show_failure(error)

    def _listen(self) -> None:
        self.choose.clicked.connect(self.choose_file)
        self.check.clicked.connect(self.open_it)
        self.words.submitted.connect(self.open_it)
        self.words.changed.connect(self._begin_again)
        self.take.clicked.connect(self.take_it)

    def _lay_out(self) -> None:
        self.found.column.addWidget(Label(self.tr("What came"), Voice.CARD_TITLE))
        self.found.column.addLayout(self._facts)
        self.found.column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.found.hide()
        lead = self.tr(
            "The file is opened away from the vault, and every signature in it is checked. If one "
            "is not right, nothing is taken in."
        )
        work = TallAsNeeded()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        left = Qt.AlignmentFlag.AlignLeft
        for widget in (self.header, self.notice, Label(lead, Voice.BODY, Meaning.INK2).wrapped()):
            widget.setMaximumWidth(_WIDEST)
            column.addWidget(widget)
        column.addWidget(self.choose, 0, left)
        self.field.setMaximumWidth(_WIDEST)
        column.addWidget(self.field)
        column.addWidget(self.check, 0, left)
        self.found.setMaximumWidth(_WIDEST)
        column.addWidget(self.found)
        column.addStretch(1)
        fill_scrolled(self, work, self.title)


def _child_of(desk: Desk, record: RecordId) -> PersonRow:
    draft = desk.registers.versions(record)[-1].draft
    row = desk.people.directory.person(draft.people.get("child", ""))
    if row is None:
        raise RecordMissingError
    return row


def _told(arrived: Arrived) -> tuple[str, ...]:
    contents = arrived.contents
    child = contents.child
    name = f"{child.get('forename', '')} {child.get('surname', '')}".strip()
    digits = arrived.sha256[:_SHOWN]
    fours = " ".join(digits[at : at + _FOUR] for at in range(0, len(digits), _FOUR))
    said = [
        f"From {contents.school}, sent by {_sender(arrived)}.",
        f"About {name}, born {day_in_words(child.get('born', '')) or 'on a day nobody wrote'}.",
        f"{len(contents.entries):,} entries. Every signature is right.",
    ]
    if contents.covered:
        said.append(
            f"{contents.covered:,} of them have another child's name covered: who wrote them and "
            "when is proved, their words are as that school covered them."
        )
    if contents.left_out:
        said.append(f"{contents.left_out:,} sealed pictures or scans stand in the PDF only.")
    said.append(f"Fingerprint {fours}. Have it read to you by telephone before you take it in.")
    return tuple(said)


def _sender(arrived: Arrived) -> str:
    author = arrived.left_by.header.author
    return next(one.name for one in arrived.contents.signers if one.member == author)


def _somebody_else(arrived: Arrived, child: PersonRow) -> str:
    """Return a warning where what came is about another child by name, birth or number."""
    came, draft = arrived.contents.child, child.draft
    pairs = (
        (came.get("surname", ""), draft.surname),
        (came.get("born", ""), draft.born),
        (came.get("upn", ""), draft.upn),
    )
    differ = any(a and b and a.casefold() != b.casefold() for a, b in pairs)
    return f"This may not be the file of {child.name}: look at name and birth." if differ else ""
