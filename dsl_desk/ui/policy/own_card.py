"""The duties a school added: what each asks, who wrote it, who has seen it, and its buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.policy.view import OwnView
    from dsl_desk.ui.policy.read import Read


class OwnRow(QWidget):
    """One duty of the school's own.

    Signals:
        seen(), change_wanted(), end_wanted(): its buttons.
    """

    seen = Signal()
    change_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, one: OwnView, *, ended: bool, may_change: bool) -> None:
        super().__init__()
        own = one.own
        words = f"{own.table['words']}"
        rule = f"{own.table['clause']}. Written by {own.name}, version {own.since}. {own.reason}"
        seen = f"Seen by {', '.join(one.seen_by)}" if one.seen_by else "Nobody else has seen it yet"
        seen = "Ended: it is not asked." if ended else seen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(words, Voice.STRONG).wrapped())
        for said in (rule, seen):
            column.addWidget(Label(said, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.see = Button(self.tr("I have seen this")).sized(Size.SMALL)
        self.change = Button(self.tr("Change")).sized(Size.SMALL)
        self.end = Button(self.tr("End it")).sized(Size.SMALL)
        offered = ((self.see, one.waits_for_me), (self.change, not ended), (self.end, not ended))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, is_offered in offered:
            button.setAccessibleDescription(words)
            if may_change and is_offered:
                row.addWidget(button)
        self.see.clicked.connect(self.seen)
        self.change.clicked.connect(self.change_wanted)
        self.end.clicked.connect(self.end_wanted)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(f"{words} {rule}. {seen}")


class OwnCard(Card):
    """All of them, and the way to a further one.

    Signals:
        add_wanted(): a further one is to be written.
        change_wanted(OwnView), end_wanted(OwnView), seen(OwnView): of one of them.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    end_wanted = Signal(object)
    seen = Signal(object)

    def __init__(self, read: Read) -> None:
        super().__init__()
        self.column.setSpacing(14)
        self.column.addWidget(Label(self.tr("Duties of our own"), Voice.CARD_TITLE))
        none = self.tr("What your school asks beside the policy. None is written yet.")
        if not read.view.own:
            self.column.addWidget(Label(none, Voice.SECONDARY, Meaning.INK2).wrapped())
        ended = {off.switched.duty for off in read.view.off}
        rows = []
        for one in read.view.own:
            row = OwnRow(one, ended=one.own.id in ended, may_change=read.may_change)
            row.seen.connect(partial(self.seen.emit, one))
            row.change_wanted.connect(partial(self.change_wanted.emit, one))
            row.end_wanted.connect(partial(self.end_wanted.emit, one))
            self.column.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)
        self.add = Button(self.tr("Add a duty of our own"))
        self.add.clicked.connect(self.add_wanted)
        row_of_it = QHBoxLayout()
        if read.may_change:
            row_of_it.addWidget(self.add)
        row_of_it.addStretch(1)
        self.column.addLayout(row_of_it)
