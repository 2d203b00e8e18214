"""The pictures in order, the one that is looked at, and its words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.conversation import Meets, Shot
from dsl_desk.domain.shot_order import OrderBy, ordered
from dsl_desk.domain.transcript import names_in, shared_turns, turns_of
from dsl_desk.domain.words import label
from dsl_desk.ui.evidence.shot_list import ShotList
from dsl_desk.ui.evidence.shot_panel import ShotPanel
from dsl_desk.ui.evidence.shot_picture import ShotPicture
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.ui.evidence.means import Means

_HIGH: Final = 470
_LEAST: Final = (200, 230, 300)  # of the list, the picture, the words
_PARTS: Final = (3, 4, 5)
_ORDERS: Final = (OrderBy.VISIBLE, OrderBy.MADE, OrderBy.NAME)
_NEXT, _BEFORE = QKeySequence("Alt+PgDown"), QKeySequence("Alt+PgUp")


class ConversationBoard(QWidget):
    """Holds the shots. Alt with page up and page down goes through them from wherever one types.

    Signals:
        typed(): something changed.
    """

    typed = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self.shots: list[Shot] = []
        self.left_out: list[str] = []
        self.names: tuple[str, ...] = ()
        self._pieces: dict[str, Evidence] = {}
        self.list = ShotList(means.letters)
        self.picture = ShotPicture(means)
        self.panel = ShotPanel(means.clock)
        self.earlier = Button(self.tr("Earlier"), icon=Icon.ARROW_UP).sized(Size.SMALL)
        self.later = Button(self.tr("Later"), icon=Icon.ARROW_DOWN).sized(Size.SMALL)
        self.leave_out = Button(self.tr("Leave out")).sized(Size.SMALL)
        self.bring_back = Button(self.tr("Bring back")).sized(Size.SMALL)
        self.bring_back.setObjectName("bring-back")
        words = [self.tr("Put in order"), *(label(each) for each in _ORDERS)]
        self.by = Pick(words, self.tr("Put them in order by"))
        self._lay_out()
        self._listen()
        self._show(0)

    def offer(self, pieces: Sequence[Evidence]) -> bool:
        """Take in what was captured; what is new stands at the end. Tell whether any is."""
        self._pieces |= {piece.id: piece for piece in pieces}
        known = {shot.evidence for shot in self.shots} | set(self.left_out)
        fresh = [Shot(piece.id) for piece in pieces if piece.id not in known]
        self.shots += fresh
        self._show_all()
        return bool(fresh)

    def show_shots(self, shots: Sequence[Shot], left_out: Sequence[str]) -> None:
        """Show these, as they were; this is not typing."""
        self.shots, self.left_out = list(shots), list(left_out)
        self._show_all()

    def names_in_words(self) -> tuple[str, ...]:
        """Return what may be names in the words of all pictures, each once."""
        found = (name for shot in self.shots for name in names_in(shot.words))
        return tuple({name.casefold(): name for name in found}.values())

    def know(self, names: tuple[str, ...]) -> None:
        """Go by these names where messages begin."""
        self.names = names
        self._say_shared()

    def _refs(self) -> dict[str, str]:
        return {name: piece.ref for name, piece in self._pieces.items()}

    def _at(self) -> int:
        return self.list.currentRow()

    def _show_all(self) -> None:
        self.list.show_shots(self.shots, self._refs())
        some = bool(self.shots)
        for widget in (self.earlier, self.later, self.leave_out, self.by):
            widget.setEnabled(some)
        self.bring_back.setVisible(bool(self.left_out))
        self.bring_back.setText(f"Bring back {len(self.left_out)}")
        self._show(self._at())

    def _show(self, at: int) -> None:
        shot = self.shots[at] if 0 <= at < len(self.shots) else None
        title = "" if shot is None else f"Picture {at + 1} of {len(self.shots)}"
        self.panel.show_shot(shot, title)
        wanted = "" if shot is None else shot.evidence
        if wanted != self.picture.wanted:
            self.picture.show_picture(wanted)
        self._say_shared()

    def _edited(self) -> None:
        shot, at = self.panel.shot(), self._at()
        if shot is not None and 0 <= at < len(self.shots):
            self.shots[at] = shot
            self.list.say(at + 1, shot, self._refs())
            self._say_shared()
            self.typed.emit()

    def _say_shared(self) -> None:
        at = self._at()
        shared = 0
        if 0 < at < len(self.shots):
            pair = (self.shots[at - 1], self.shots[at])
            before, after = (turns_of(shot.words, self.names) for shot in pair)
            shared = shared_turns(before, after)
        self.panel.say_shared(shared)

    def _moved(self) -> None:
        by_name = {shot.evidence: shot for shot in self.shots}
        self.shots = [by_name[name] for name in self.list.order()]
        self._show_all()
        self.typed.emit()

    def _order(self, choice: int) -> None:
        if choice:
            self.shots = list(ordered(self.shots, self._pieces, _ORDERS[choice - 1]))
            self.by.setCurrentIndex(0)
            self._show_all()
            self.typed.emit()

    def _leave_out(self) -> None:
        at = self._at()
        if 0 <= at < len(self.shots):
            self.left_out.append(self.shots.pop(at).evidence)
            self._show_all()
            self.typed.emit()

    def _bring_back(self) -> None:
        self.shots += [Shot(name) for name in self.left_out]
        self.left_out = []
        self._show_all()
        self.list.setFocus()
        self.typed.emit()

    def _listen(self) -> None:
        self.list.chosen.connect(lambda _evidence: self._show(self._at()))
        self.list.moved.connect(self._moved)
        self.list.marked.connect(self._mark)
        self.list.left_out.connect(self._leave_out)
        self.list.itemActivated.connect(lambda _item: self.panel.words.setFocus())
        self.panel.edited.connect(self._edited)
        self.earlier.clicked.connect(lambda: self.list.shift(-1))
        self.later.clicked.connect(lambda: self.list.shift(1))
        self.leave_out.clicked.connect(self._leave_out)
        self.bring_back.clicked.connect(self._bring_back)
        self.by.activated.connect(self._order)
        for keys, by in ((_NEXT, 1), (_BEFORE, -1)):
            QShortcut(keys, self).activated.connect(lambda by=by: self.list.go(by))

    def _mark(self, meets: Meets) -> None:
        self.panel.mark(meets)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.by)
        column.addLayout(_row(self.earlier, self.later))
        column.addWidget(self.list, 1)
        column.addLayout(_row(self.leave_out, self.bring_back))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        three = (left, self.picture, self.panel)
        for widget, least, part in zip(three, _LEAST, _PARTS, strict=True):
            widget.setMinimumWidth(least)
            row.addWidget(widget, part)
        self.setMinimumHeight(theme().px(_HIGH))


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
