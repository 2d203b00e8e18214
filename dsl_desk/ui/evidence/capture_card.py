"""The capture: what it shows and where it was seen, then the ways in, off until the stop's No."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.evidence import EvidenceDraft, Phone
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.words import label
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.evidence.copies_elsewhere import CopiesElsewhere
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.stop_errors import ScreenTrouble

_OPTIONAL: Final = "(optional)"
_PHONE: Final = {
    "held_by": "Who held the phone?",
    "pressed_by": "Who took the screenshot?",
    "reached": "How did it reach this computer?",
    "removed": "Was it removed from the phone?",
}
_ADVICE: Final = (
    "A snipping tool may keep a copy of its own: in Pictures, Screenshots, in the clipboard "
    "history, on OneDrive. Remove those copies once it is sealed here. Pictures up to 50 MB and "
    "other files up to 2 GB are kept, byte for byte."
)
_OFF: Final = "Answer the question above first. Until then nothing is read."
_ON: Final = "The original is sealed and never changes."


class CaptureCard(QWidget):
    """Fields, then the drop zone.

    Signals:
        paste_wanted(), files_wanted(), grab_wanted(): a way in was chosen.
        dropped(object): the QMimeData of what was dropped, once the stop let it.
        edited(): somebody typed.
    """

    paste_wanted = Signal()
    files_wanted = Signal()
    grab_wanted = Signal()
    dropped = Signal(object)
    edited = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.open = False
        self.rest = QWidget()  # what is seldom said, to be put under what was captured so far
        self.shows, self.address = Line(), Line()
        self.seen_at = DayTime(lambda: clock.now().date(), self.tr("When was it seen?"))
        self.names_seen, self.context = Line(), Lines(rows=2)
        self.phone = {name: Line() for name in _PHONE}
        self.from_phone = Tick(self.tr("It came from somebody's phone"))
        self.not_one_glance = Tick(self.tr("It is a film, a PDF or a web page, not one picture"))
        self.seen_by = Line()
        self.fields = self._make_fields()
        self.paste = Button(self.tr("Paste"), Kind.PRIMARY, Icon.CLIPBOARD_PASTE, "Ctrl V")
        self.choose = Button(self.tr("Choose a file"))
        self.from_screen = Button(self.tr("Take from the screen"), icon=Icon.SCAN_EYE)
        for name, button, wanted in (
            ("paste", self.paste, self.paste_wanted),
            ("choose-file", self.choose, self.files_wanted),
            ("take-from-the-screen", self.from_screen, self.grab_wanted),
        ):
            button.setObjectName(name)
            button.clicked.connect(wanted)
        self._zone = DropZone((self.from_screen, self.choose, self.paste))
        self.copies = CopiesElsewhere()
        self._zone.dropped.connect(self.dropped)
        self._lay_out()
        self._listen()
        self.begin_anew()
        self.let(open_=False)

    def _listen(self) -> None:
        self.from_phone.toggled.connect(self._show_phone)
        self.not_one_glance.toggled.connect(self.fields["seen_by"].setVisible)
        for line in (self.shows, self.address, self.names_seen, *self.phone.values()):
            line.textEdited.connect(self.edited)

    def draft(self) -> EvidenceDraft:
        """Return what stands in the fields."""
        phone = {name: line.text().strip() for name, line in self.phone.items()}
        return EvidenceDraft(
            shows=self.shows.text().strip(),
            address=self.address.text().strip(),
            seen_at=self.seen_at.at(),
            names_seen=self.names_seen.text().strip(),
            context=self.context.text().strip(),
            phone=Phone(**phone) if self.from_phone.isChecked() else Phone(),
        )

    def begin_anew(self) -> None:
        """Empty what belongs to one capture; the address stays, since the page does."""
        self.shows.clear()
        self.names_seen.clear()
        self.context.clear()
        self.seen_by.clear()
        self.not_one_glance.setChecked(False)
        self.seen_at.show_at(wall_clock(self._clock.now()))

    def suggest(self, address: str) -> None:
        """Offer the address that was decided on; what was typed stays."""
        if not self.address.text():
            self.address.setText(address)

    def seen_to_the_end_by(self) -> str:
        """Return who has seen all of it, where one glance does not show it."""
        return self.seen_by.text().strip() if self.not_one_glance.isChecked() else ""

    def let(self, *, open_: bool) -> None:
        """Switch the ways in on or off, and say why."""
        self.open = open_
        for button in (self.paste, self.choose, self.from_screen):
            button.setEnabled(open_)
        self._zone.let(open_=open_)

    def offer_grab(self, refusal: ScreenTrouble | None) -> None:
        """Offer to take a part of the screen, or say why the system does not let us."""
        self.from_screen.setVisible(refusal is None)
        self._advice.say(_ADVICE if refusal is None else f"{label(refusal)}. {_ADVICE}")

    def remind(self, *, kept_elsewhere: bool) -> None:
        """Ask that other copies are removed, once something pasted is sealed."""
        self.copies.setVisible(kept_elsewhere)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field, and go to the first."""
        wrong = show_beside(self.fields, problems, advice_on)
        if wrong:
            wrong[0].control.setFocus()

    def _show_phone(self, shown: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        for name in _PHONE:
            self.fields[name].setVisible(shown)

    def _make_fields(self) -> dict[str, Field]:
        fields = {
            "shows": Field(self.tr("What this shows"), self.shows, self.tr("One line, in words.")),
            "address": Field(self.tr("Address, or where it was seen"), self.address),
            "seen_at": Field(self.tr("When was it seen?"), self.seen_at),
            "names_seen": Field(
                self.tr("Names that can be seen"), self.names_seen, optional=_OPTIONAL
            ),
            "context": Field(
                self.tr("Around it: the whole thread, not only the post"),
                self.context,
                optional=_OPTIONAL,
            ),
        }
        seen = self.tr("Who has seen all of it, to the end? A name")
        fields["seen_by"] = Field(seen, self.seen_by)
        for name, question in _PHONE.items():
            fields[name] = Field(question, self.phone[name])
        return fields

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        card = Card()
        card.column.setSpacing(14)
        card.column.addWidget(self.fields["shows"])
        card.column.addWidget(SideBySide(self.fields["address"], self.fields["seen_at"]))
        more = Card()
        more.column.setSpacing(14)
        more.column.addWidget(self.fields["names_seen"])
        more.column.addWidget(self.fields["context"])
        for tick, names in ((self.from_phone, tuple(_PHONE)), (self.not_one_glance, ("seen_by",))):
            more.column.addWidget(tick)
            for name in names:
                more.column.addWidget(self.fields[name])
                self.fields[name].hide()
        self._advice = Label(_ADVICE, Voice.SECONDARY, Meaning.INK2).wrapped()
        for widget in (card, self._zone, self.copies):
            column.addWidget(widget)
        below = QVBoxLayout(self.rest)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        below.addWidget(self._advice)
        below.addWidget(more)


class DropZone(QWidget):
    """A dashed box with the ways in. What is dropped before the stop's No is not looked at.

    Signals:
        dropped(object): the QMimeData.
    """

    dropped = Signal(object)

    def __init__(self, ways: Sequence[QWidget]) -> None:
        super().__init__()
        self._words = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.tr("Paste, or drop a screenshot here"), Voice.CARD_TITLE))
        words.addWidget(self._words)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(IconView(Icon.CLIPBOARD_PASTE, Meaning.ACCENT, 24))
        head.addLayout(words, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for way in ways:
            row.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(row)

    def let(self, *, open_: bool) -> None:
        """Take what is dropped, or do not even look at it."""
        self.setAcceptDrops(open_)
        self._words.say(_ON if open_ else _OFF)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()  # what it holds is not asked before it is dropped

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().colour(Meaning.BUTTON_EDGE), 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(theme().colour(Meaning.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
