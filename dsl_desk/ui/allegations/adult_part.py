"""The part of a form that says whom it is about, and with it who receives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.adult import EMPLOYED_ELSEWHERE, Adult, Standing
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.route_words import receives, stop
from dsl_desk.ui.forms.name_line import NameLine
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.allegation_route import Way
    from dsl_desk.domain.member import Member

STANDINGS: Final = tuple(Standing)
_OPTIONAL: Final = "(optional)"


class AdultPart(QWidget):
    """Who, what they are to the school, who employs them; then where it goes.

    Signals:
        typed(): something is to be kept as a draft.
        named(): somebody else is named: who receives it is to be asked again.
        find_wanted(str): who who works here fits these words?
    """

    typed = Signal()
    named = Signal()
    find_wanted = Signal(str)

    def __init__(self, members: Sequence[Member]) -> None:
        super().__init__()
        self._members = tuple(members)
        self.who = Pick([self.tr("Somebody who is no member"), *(one.name for one in members)])
        self.name, self.role, self.employer, self.elsewhere = NameLine(), Line(), Line(), Line()
        self.name.setObjectName("about")
        self.standing = Pick([label(one) for one in STANDINGS])
        self.goes_to = Label("", Voice.BODY).wrapped()
        self.stop = Label("", Voice.STRONG, Meaning.RED).wrapped()
        self.route = Card(Tone.INSET)
        self.fields = self._fields()
        self._join()
        self._lay_out()
        self._reshape()

    def adult(self) -> Adult:
        """Return whom it is about, as far as it is typed."""
        at = self.who.currentIndex() - 1
        member = self._members[at] if at >= 0 else None
        return Adult(
            name=member.name if member else self.name.text(),
            person="" if member else self.name.ref().person,
            member=member.id if member else "",
            standing=STANDINGS[self.standing.currentIndex()],
            role=self.role.text(),
            employer=self.employer.text(),
            elsewhere=self.elsewhere.text(),
        )

    def show_adult(self, adult: Adult) -> None:
        """Show somebody; this is not typing."""
        known = [one.id for one in self._members]
        at = next((at for at, one in enumerate(known, 1) if one == adult.member), 0)
        self.who.setCurrentIndex(at)
        self.name.show_ref(PersonRef("" if at else adult.name, adult.person))
        self.standing.setCurrentIndex(STANDINGS.index(adult.standing))
        for line, words in (
            (self.role, adult.role),
            (self.employer, adult.employer),
            (self.elsewhere, adult.elsewhere),
        ):
            line.setText(words)
        self._reshape()

    def kept(self) -> dict[str, str]:
        """Return what stands here, to be sealed."""
        adult = self.adult()
        return {
            "about": adult.name,
            "person": adult.person,
            "member": adult.member,
            "standing": adult.standing.value,
            "role": adult.role,
            "employer": adult.employer,
            "elsewhere": adult.elsewhere,
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        if "about" in fields:
            texts = {name: fields.get(name, "") for name in _TEXTS}
            standing = Standing(fields.get("standing", Standing.UNANSWERED.value))
            self.show_adult(Adult(name=fields["about"], standing=standing, **texts))

    def show_way(self, way: Way) -> None:
        """Say who receives it."""
        named = bool(self.adult().name.strip()) or self.adult().post is not None
        self.route.setVisible(named)
        self.goes_to.say(receives(way))
        self.say_stop(stop(way))

    def say_stop(self, words: str) -> None:
        """Say why nothing is written here."""
        self.stop.say(words)
        self.stop.setVisible(bool(words))

    def _fields(self) -> dict[str, Field]:
        return {
            "who": Field(self.tr("Who is it about?"), self.who),
            "about": Field(self.tr("Their name"), self.name),
            "standing": Field(self.tr("What are they to the school?"), self.standing),
            "role": Field(self.tr("What do they do here?"), self.role, "", _OPTIONAL),
            "employer": Field(
                self.tr("Who employs them?"), self.employer, self.tr("They are told too.")
            ),
            "elsewhere": Field(
                self.tr("Where else do they work with children?"), self.elsewhere, "", _OPTIONAL
            ),
        }

    def _reshape(self) -> None:
        standing = STANDINGS[self.standing.currentIndex()]
        self.fields["about"].setVisible(self.who.currentIndex() == 0)
        self.fields["employer"].setVisible(standing in EMPLOYED_ELSEWHERE)

    def _renamed(self) -> None:
        self._reshape()
        self.named.emit()
        self.typed.emit()

    def _join(self) -> None:
        self.who.currentIndexChanged.connect(self._renamed)
        self.standing.currentIndexChanged.connect(self._renamed)
        self.name.textEdited.connect(self._renamed)
        self.name.chosen.connect(self._renamed)
        self.name.find_wanted.connect(self.find_wanted)
        for line in (self.role, self.employer, self.elsewhere):
            line.textEdited.connect(self.typed)

    def _lay_out(self) -> None:
        self.route.column.addWidget(self.goes_to)
        self.route.column.addWidget(self.stop)
        self.route.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for row in (("who", "about"), ("standing", "role")):
            column.addWidget(SideBySide(*(self.fields[name] for name in row)))
        column.addWidget(self.fields["employer"])
        column.addWidget(self.fields["elsewhere"])
        column.addWidget(self.route)


_TEXTS: Final = ("person", "member", "role", "employer", "elsewhere")
