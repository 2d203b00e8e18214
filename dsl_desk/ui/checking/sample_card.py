"""What is drawn out of this term: nothing yet, or every entry to look at. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_row
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.checking_a_term import Check, CheckStanding, Sampled

_GROUP = 4
_SHOWN = 16  # of the code: enough to read out, whole in the ledger


class SampleCard(Card):
    """The draw, and what came out of it.

    Signals:
        draw_wanted(): draw.
        read_wanted(str, str): the kind of a record and the record.
        sign_wanted(): write the finding.
    """

    draw_wanted = Signal()
    read_wanted = Signal(str, str)
    sign_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SampledRow] = []
        self._title = Label("", Voice.CARD_TITLE)
        self._told = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._code = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._again = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.draw = Button(self.tr("Draw the sample"), Kind.PRIMARY, Icon.LAYERS)
        self.draw.setObjectName("draw-sample")
        self.draw.clicked.connect(self.draw_wanted)
        self.sign = Button(self.tr("Write the finding"), Kind.PRIMARY, Icon.SIGNATURE)
        self.sign.setObjectName("write-finding")
        self.sign.clicked.connect(self.sign_wanted)
        self._lay_out()

    def show_standing(self, standing: CheckStanding) -> None:
        """Show how it stands in this term."""
        drawn = standing.open
        self._title.say(f"{label(standing.part)}, {standing.term.words}")
        self._told.say(_told(standing))
        self._code.setVisible(drawn is not None)
        self._again.setVisible(drawn is not None)
        if drawn is not None:
            self._code.say(_code(drawn))
            self._again.say(label(standing.redrawn) if standing.redrawn else "")
        self.draw.setVisible(drawn is None and standing.may_check)
        self.sign.setVisible(standing.mine)
        self._show_rows(standing)

    def _show_rows(self, standing: CheckStanding) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [SampledRow(number, one) for number, one in enumerate(standing.sample, 1)]
        for row in self.rows:
            row.read_wanted.connect(self.read_wanted)
            self._found.addWidget(row)

    def _lay_out(self) -> None:
        self.column.setSpacing(10)
        for widget in (self._title, self._told, self._code, self._again):
            self.column.addWidget(widget)
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self.column.addLayout(self._found)
        row = QHBoxLayout()
        row.addWidget(self.draw)
        row.addWidget(self.sign)
        row.addStretch(1)
        self.column.addLayout(row)


class SampledRow(QWidget):
    """One entry that was drawn, whether it was opened since, and the way to it.

    Signals:
        read_wanted(str, str): its kind and its record.
    """

    read_wanted = Signal(str, str)

    def __init__(self, number: int, one: Sampled) -> None:
        super().__init__()
        self.words = f"{number}. {words_of_entry(one)}"
        self.read = Button(self.tr("Read it"), Kind.QUIET).sized(Size.SMALL)
        self.read.setAccessibleDescription(self.words)
        self.read.clicked.connect(lambda: self.read_wanted.emit(one.kind, one.record))
        self.read.setEnabled(not one.gone)
        self.state = Label(_opened(one), Voice.SECONDARY, Meaning.INK2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(12)
        row.addWidget(Label(self.words, Voice.BODY).wrapped(), 3)
        row.addWidget(self.state, 1)
        row.addWidget(self.read)


def words_of_entry(one: Sampled) -> str:
    """Return one entry that was drawn, in a line."""
    if one.gone:
        return "Disposed of since it was drawn"
    if one.ref and one.ref in one.title:  # the title says it all: the kind, and which
        return one.title
    return " · ".join(part for part in (kind_in_words(one.kind), one.ref, one.title) if part)


def _opened(one: Sampled) -> str:
    if one.gone:
        return ""
    return "Read since it was drawn" if one.opened else "Not read yet"


def _told(standing: CheckStanding) -> str:
    if standing.open is not None:
        who = "You" if standing.mine else standing.open.author
        drawn, of = len(standing.sample), standing.open.draft.of
        return f"{who} drew {drawn} of {of:,} entries on {in_row(standing.open.written_at)}."
    if standing.this_term is not None:
        return "This term has been checked. Another sample can be drawn at any time."
    if standing.may_check:
        return (
            "Nobody chooses what is looked at: the ledger and the term draw it, out of what others "
            "have written. Drawing is written down, and stands."
        )
    return (
        "Nobody has checked this term yet. It is done by somebody who can authorise here and does "
        "not write: the Head, or the governor for safeguarding once they hold a key."
    )


def _code(check: Check) -> str:
    signs = check.draft.code[:_SHOWN]
    groups = " ".join(signs[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))
    return f"Drawn by the code {groups}, made of the heads of the ledger and the term."
