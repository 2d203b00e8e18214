"""The form that begins a case: passive. Words appear only where they are somebody's to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.ids import MemberId
from dsl_desk.ui.cases.words import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.member import Member
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_ROWS = 7


class BeginCaseForm(QWidget):
    """Whom it is about, who receives it, and then the words.

    Signals:
        typed(): something is to be kept as a draft.
        named(): somebody else is named.
    """

    typed = Signal()
    named = Signal()

    def __init__(self, members: Sequence[Member]) -> None:
        super().__init__()
        self._members = tuple(members)
        self.who = Pick([self.tr("Somebody who holds no key"), *(one.name for one in members)])
        self.name, self.told_by = Line(), Line()
        self.words = Lines(verbatim=True, rows=_ROWS)
        self.goes_to = Label("", Voice.BODY).wrapped()
        self.stop = Label("", Voice.STRONG, Meaning.RED).wrapped()
        self.rest = QWidget()
        self.fields = {
            "who": Field(self.tr("Who is it about?"), self.who),
            "about": Field(self.tr("Their name"), self.name),
            "told_by": Field(self.tr("Who told you?"), self.told_by),
            "words": Field(
                self.tr("What was said or seen, word for word"),
                self.words,
                self.tr("Put the exact words in quotation marks. Your own view does not go here."),
            ),
        }
        self._join()
        self._lay_out()

    def member(self) -> MemberId | None:
        """Return the member it is about, if it is about one."""
        at = self.who.currentIndex() - 1
        return self._members[at].id if at >= 0 else None

    def draft(self) -> CaseDraft:
        """Return what stands in the form."""
        member = self.member()
        about = self.who.currentText() if member else self.name.text()
        return CaseDraft(about, self.told_by.text(), self.words.text(), member)

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        draft = self.draft()
        return {
            "about": draft.about,
            "told_by": draft.told_by,
            "words": draft.words,
            "member": draft.member or "",
        }

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["who"].go()

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        known = [one.id for one in self._members]
        member = MemberId(fields.get("member", ""))
        self.who.setCurrentIndex(known.index(member) + 1 if member in known else 0)
        self.name.setText("" if member in known else fields.get("about", ""))
        self.told_by.setText(fields.get("told_by", ""))
        self.words.setPlainText(fields.get("words", ""))

    def show_route(self, goes_to: str, stop: str) -> None:
        """Say who receives it; with a reason to stop there is no place to write."""
        self.goes_to.say(goes_to)
        self.stop.say(stop)
        self.stop.setVisible(bool(stop))
        # A word about somebody is not even typed where it would have to be thrown away.
        self.rest.setVisible(not stop)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def _name_another(self) -> None:
        self.fields["about"].setVisible(self.member() is None)
        self.named.emit()

    def _join(self) -> None:
        self.who.currentIndexChanged.connect(self._name_another)
        self.who.activated.connect(self.typed)
        self.name.textEdited.connect(self.named)
        for line in (self.name, self.told_by):
            line.textEdited.connect(self.typed)
        self.words.textChanged.connect(self.typed)

    def _lay_out(self) -> None:
        goes_to = Card(Tone.INSET)
        goes_to.column.addWidget(self.goes_to)
        goes_to.column.addWidget(self.stop)
        below = QVBoxLayout(self.rest)
        below.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for room in (below, column):
            room.setSpacing(16)
        for name in ("told_by", "words"):
            below.addWidget(self.fields[name])
        for widget in (self.fields["who"], self.fields["about"], goes_to, self.rest):
            column.addWidget(widget)
