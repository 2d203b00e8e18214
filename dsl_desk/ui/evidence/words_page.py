"""Never captured: what to do and not to do, whom to ring, and what was told in words only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.ui.evidence.told_forms import WordsForm
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.basis import Basis
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.evidence.means import Means

_TOP: Final = Qt.AlignmentFlag.AlignTop
_STOP: Final = (
    "It could show a nude, semi-nude or sexual image of someone under 18. Copying, keeping or "
    "sharing one is illegal, even to report it. Nothing has been read and nothing has been saved."
)
_DO_NOT: Final = (
    "Look again, or ask anyone to show you or send it",
    "Delete it, or ask the child to delete it",
    "Blame or shame anyone, or question the child about it",
)
_DO: Final = (
    "Tell the child you need to report it, and that they will be helped",
    "Keep the phone safe and switched off, if it is handed to you",
    "If you saw it by accident, say so below. You will be supported",
)
_RING: Final = (
    (Icon.PHONE, "Police, if there is danger now", "999"),
    (Icon.PHONE, "Police, not an emergency", "101"),
    (Icon.PHONE, "Terrorist material: the police first", "101"),
    (Icon.PHONE, "Children's social care, by the number on your wall", ""),
    (Icon.LIFE_BUOY, "Report Remove, for the child to use (Childline and the IWF)", ""),
)
_WIDEST: Final = 1114


class WordsPage(FormPage):
    """Reached from the stop. Capture is off, and says so.

    Signals:
        taken_back(): it was chosen by mistake, and that is written down.
    """

    taken_back = Signal()

    def __init__(self, means: Means, basis: str = "", concern: str = "") -> None:
        super().__init__(means, "Record it in words", "Record in words", Compartment.CHILDREN)
        self._evidence_means = means
        self._basis, self._concern = basis, concern
        self.header.put_right(StatusChip(Status.OFF, self.tr("Capture is switched off")))
        self.header.say(self.title, self.tr("Words only. No picture is taken in."))
        self.mistake = Button(self.tr("I chose this by mistake"))
        self.mistake.setObjectName("chose-by-mistake")
        self.mistake.clicked.connect(self._take_back)
        self.mistake.setVisible(bool(basis))
        self.bar.put(self.mistake, self.later, self.button)
        self.form = WordsForm(means.clock)
        whole = _whole(self.form)
        self.hold(self.form, whole, f"in words {basis or concern}".strip())
        whole.setMaximumWidth(_WIDEST)
        if basis:
            record = RecordId(basis)
            means.worker.ask(self, lambda desk: desk.looks.basis(record), self._show_basis)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        draft, entry = self.form.draft(), self.entry
        draft = replace(draft, basis=self._basis, concern=self._concern)

        def send(desk: Desk) -> Changed[str]:
            changed = desk.told.record_in_words(draft, entry)
            return Changed(changed.answer.id, changed.things)

        return send

    def _show_basis(self, basis: Basis) -> None:
        self.be_of(basis.part)
        names = ", ".join(dict.fromkeys(one.name for one in basis.people))
        self.header.say(self.title, f"{names} · {basis.ref}")

    def _take_back(self) -> None:
        question = Question(
            title=self.tr("Go back to capturing?"),
            sentence=self.tr("That you chose this by mistake, and why, is written down."),
            act=self.tr("Go back"),
            keep=self.tr("Stay here"),
            reason=self.tr("Why are you sure now?"),
        )
        answer = self._evidence_means.ask.confirm(self, question)
        if answer is None:
            return
        basis, why = RecordId(self._basis), answer.reason
        entry = EntryId(fresh_id(self._evidence_means.clock.now()))
        self._evidence_means.worker.do(
            self,
            lambda desk: desk.told.take_stop_back(basis, why, entry),
            lambda _answer: self.taken_back.emit(),
            self.notice.show_failure,
        )


def _whole(form: WordsForm) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    column.addWidget(_stop())
    do_not = _list_of("Do not", _DO_NOT, Icon.X, Meaning.RED)
    column.addWidget(SideBySide(do_not, _list_of("Do", _DO, Icon.CHECK, Meaning.GREEN), level=True))
    column.addWidget(SideBySide(form, _ring(), parts=(2, 1)))
    return whole


def _stop() -> QWidget:
    card = Card(Tone.RED)
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(IconView(Icon.OCTAGON_X, Meaning.RED, 24), 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(Label("Stop here. Do not capture this image", Voice.BRAND, Meaning.RED))
    words.addWidget(Label(_STOP).wrapped())
    row.addLayout(words, 1)
    card.column.addLayout(row)
    return card


def _list_of(title: str, lines: Sequence[str], icon: Icon, ink: Meaning) -> QWidget:
    card = Card()
    card.column.addWidget(Label(title, Voice.CARD_TITLE))
    for line in lines:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconView(icon, ink, 16), 0, _TOP)
        row.addWidget(Label(line).wrapped(), 1)
        card.column.addLayout(row)
    card.column.addStretch(1)
    return card


def _ring() -> QWidget:
    card = Card()
    card.column.setSpacing(12)
    card.column.addWidget(Label("Who to ring", Voice.CARD_TITLE))
    for icon, who, number in _RING:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconView(icon, Meaning.INK2, 16), 0, _TOP)
        row.addWidget(Label(who).wrapped(), 1)
        if number:
            row.addWidget(Label(number, Voice.STRONG), 0, _TOP)
        card.column.addLayout(row)
    card.column.addStretch(1)
    return card
