"""The policy as a whole: which it is, its dates, what is switched off, and its versions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_full, in_full_day
from dsl_desk.domain.policy.facts import Facts
from dsl_desk.domain.policy.matching import Touched, asks
from dsl_desk.ui.forms.asked_item import AskedItem, SlipItem
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.policy.choose_card import ChooseCard
from dsl_desk.ui.policy.own_card import OwnCard
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.domain.policy.view import OffView
    from dsl_desk.ui.policy.read import Read


class OffRow(QWidget):
    """A duty that is switched off: by whom and why, who has seen it, and its buttons.

    Signals:
        seen(): this member has seen it.
        on_wanted(): it is to be asked again.
    """

    seen = Signal()
    on_wanted = Signal()

    def __init__(self, off: OffView, words: str, *, may_change: bool) -> None:
        super().__init__()
        one = off.switched
        by = f"Switched off by {one.name} in version {one.since}: {one.reason}"
        seen = f"Seen by {', '.join(off.seen_by)}" if off.seen_by else "Nobody else has seen it yet"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(words, Voice.STRONG).wrapped())
        for said in (by, seen):
            column.addWidget(Label(said, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.see = Button(self.tr("I have seen this")).sized(Size.SMALL)
        self.on = Button(self.tr("Switch on again")).sized(Size.SMALL)
        self.see.clicked.connect(self.seen)
        self.on.clicked.connect(self.on_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, offered in ((self.see, off.waits_for_me), (self.on, True)):
            button.setAccessibleDescription(words)
            if may_change and offered:  # shown without a parent it would be a window of its own
                row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(f"{words} {by}. {seen}")


class Overview(QWidget):
    """Cards under one another.

    Signals:
        chosen(Profile): this policy is to be taken.
        file_wanted(): one that somebody wrote is to be taken from its file.
        names_wanted(): names and dates are to be changed.
        seen(OffView): a switch-off was seen.
        on_wanted(str): a duty is to be asked again, by its id.
        own_wanted(OwnView), own_ended(OwnView), own_seen(OwnView): of a duty of the school's own;
            None where a further one is to be written.
    """

    chosen = Signal(object)
    file_wanted = Signal()
    names_wanted = Signal()
    seen = Signal(object)
    on_wanted = Signal(str)
    own_wanted = Signal(object)
    own_ended = Signal(object)
    own_seen = Signal(object)

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read
        self.names: Button | None = None
        self.choose: ChooseCard | None = None
        self.rows: tuple[OffRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        if read.view.record is not None:
            self._column.addWidget(self._standing())
        if read.view.off:
            self._column.addWidget(self._off())
        self.own = self._own()
        if not read.view.unread:
            self._column.addWidget(self.own)
        if read.view.school is not None and read.view.school.slips:
            self._column.addWidget(_slips(read.view.school))
        if read.versions:
            self._column.addWidget(self._history())
        if read.may_change:
            again = read.view.record is not None
            self.choose = ChooseCard(read.choices, again=again, alone=read.view.alone)
            self.choose.chosen.connect(self.chosen)
            self.choose.file_wanted.connect(self.file_wanted)
            self._column.addWidget(self.choose)
        self._column.addStretch(1)

    def _standing(self) -> Card:
        view, school = self._read.view, self._read.view.school
        late = school is not None and school.overdue(self._read.today)
        card = Card(Tone.AMBER if late or view.unread else Tone.PLAIN)
        card.column.addWidget(Label(view.mark.title, Voice.CARD_TITLE).wrapped())
        said = [f"Version {view.mark.version}. {view.reason}".strip()]
        if school is None:
            said.append("This program cannot read it any more. Law and guidance are asked.")
        elif not view.alone:
            said += _dates(school, late=late)
        if view.newer:
            said.append("The program came with a newer text of it: take it again to use that.")
        for words in said:
            card.column.addWidget(Label(words, Voice.BODY, Meaning.INK2).wrapped())
        if late:
            for one in asks(view.profiles, Facts.of(("register: policy_due",))):
                card.column.addWidget(AskedItem(one))
        if school is not None and self._read.may_change and not view.alone:
            self.names = Button(self.tr("Names and dates"))
            self.names.clicked.connect(self.names_wanted)
            row = QHBoxLayout()
            row.addWidget(self.names)
            row.addStretch(1)
            card.column.addLayout(row)
        return card

    def _own(self) -> OwnCard:
        card = OwnCard(self._read)
        card.add_wanted.connect(partial(self.own_wanted.emit, None))
        card.change_wanted.connect(self.own_wanted)
        card.end_wanted.connect(self.own_ended)
        card.seen.connect(self.own_seen)
        return card

    def _off(self) -> Card:
        card = Card()
        card.column.setSpacing(14)
        card.column.addWidget(Label(self.tr("Switched off"), Voice.CARD_TITLE))
        taken = self._read.view.taken
        words = {one.id: one.words for one in taken.duties} if taken else {}
        words |= {one.own.id: str(one.own.table["words"]) for one in self._read.view.own}
        rows = []
        for off in self._read.view.off:
            duty = off.switched.duty
            row = OffRow(off, words.get(duty, duty), may_change=self._read.may_change)
            row.seen.connect(partial(self.seen.emit, off))
            row.on_wanted.connect(partial(self.on_wanted.emit, duty))
            card.column.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)
        return card

    def _history(self) -> Card:
        card = Card()
        card.column.addWidget(Label(self.tr("Versions"), Voice.CARD_TITLE))
        for one in self._read.versions:
            when = f"Version {one.version}, {in_full(one.written_at)}, {one.author}"
            card.column.addWidget(Label(when, Voice.STRONG).wrapped())
            said = ". ".join(part for part in (one.title, one.reason) if part)
            card.column.addWidget(Label(said, Voice.SECONDARY, Meaning.INK2).wrapped())
        return card


def _slips(school: Profile) -> Card:
    card = Card()
    card.column.setSpacing(12)
    card.column.addWidget(Label("Slips in this policy, and how they are read", Voice.CARD_TITLE))
    for slip in school.slips:
        card.column.addWidget(SlipItem(Touched(school, slip)))
    return card


def _dates(school: Profile, *, late: bool) -> list[str]:
    """Return when it was approved, when it is to be reviewed, and how its clauses are counted."""
    approved, review = school.approved, school.review_on
    said = [f"Approved {in_full_day(approved)}" if approved else "No day of approval is written"]
    if review is None:
        said.append("No day of review is written")
    else:
        due = "Review overdue: it was due by" if late else "To be reviewed by"
        said.append(f"{due} {in_full_day(review)}")
    return [*said, *([f"Its clauses: {school.counted}"] if school.counted else [])]
