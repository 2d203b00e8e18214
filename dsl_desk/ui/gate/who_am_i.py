"""Who leaves something about themselves: it decides who receives it, and is said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.drop import LeftAbout, Whom
from dsl_desk.domain.member import Role
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.face import Face


class WhoAmI(QWidget):
    """Nobody is chosen beforehand: whoever holds a key has their own sealed from themselves.

    Signals:
        changed(): somebody else.
    """

    changed = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._whoms: list[Whom | None] = [None, Whom(LeftAbout.LINK)]
        names = [self.tr("Choose"), self.tr("Somebody who holds no key here")]
        for member in face.members:
            self._whoms.append(Whom(LeftAbout.LINK, member.id))
            names.append(member.name)
        if Role.HEAD not in {member.role for member in face.members}:
            self._whoms.append(Whom(LeftAbout.LINK, post=Role.HEAD))
            names.append(self.tr("The headteacher"))
        self.you, self.by = Pick(names), Line()
        self.told = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.told.hide()
        self.fields = {
            "you": Field(self.tr("Who are you?"), self.you),
            "by": Field(self.tr("Your name"), self.by),
        }
        self.you.currentIndexChanged.connect(lambda _at: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(SideBySide(*self.fields.values()))
        column.addWidget(self.told)

    def whom(self) -> Whom | None:
        """Return whom it is about, as far as that decides who receives it."""
        return self._whoms[self.you.currentIndex()]

    def show_receivers(self, receivers: Receivers) -> None:
        """Show who would open it."""
        self.told.setVisible(self.whom() is not None)
        who = " or ".join(receivers.names)
        self.told.say(
            self.tr(
                "Sealed to {who}, who speaks with you. Nobody has been told yet: if it cannot"
                " wait, find them now."
            ).replace("{who}", who)
            if who
            else self.tr("Nobody with a key reviews links here yet. Tell the headteacher.")
        )

    def clear(self) -> None:
        """Forget who it was."""
        self.you.setCurrentIndex(0)
        self.by.clear()
