"""One clause: its plain words, the duties it drives, and the slips that touch it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.fact_words import when_in_words
from dsl_desk.domain.policy.changes import Bar
from dsl_desk.domain.policy.matching import Touched
from dsl_desk.domain.policy.recipients import RECIPIENTS
from dsl_desk.domain.policy.spelling import in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.asked_item import SlipItem
from dsl_desk.ui.forms.policy_panel import SLIPS
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from dsl_desk.domain.policy.changes import Woken
    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.ui.policy.read import Read


class DutyCard(Card):
    """A duty: the act, whom it names, by when, on which facts, and its switch.

    Signals:
        off_wanted(), on_wanted(): it is to be switched.
        wake_wanted(), sleep_wanted(): it is in force now, or not after all.
    """

    off_wanted = Signal()
    on_wanted = Signal()
    wake_wanted = Signal()
    sleep_wanted = Signal()

    def __init__(self, profile: Profile, duty: Duty, read: Read) -> None:
        super().__init__()
        self.duty = duty
        self.button: Button | None = None
        titles = [profile.roles.get(who) or RECIPIENTS[who] for who in duty.tell]
        named = f": {', '.join(titles)}" if titles else ""
        self.column.addWidget(Label(f"{label(duty.act)}{named}", Voice.STRONG).wrapped())
        self._say(duty.words)
        self._say(f"By when: {in_words(duty.by)}")
        for line in when_in_words(duty.when) or ("Always",):
            self._say(f"When: {line}" if not line.startswith("Not:") else line)
        self._switch(profile, read)

    def _say(self, words: str) -> None:
        self.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())

    def _switch(self, profile: Profile, read: Read) -> None:
        woken = [one for one in read.view.changes.woken if one.duty == self.duty.id]
        if self.duty.dormant or woken:
            self._wakes(woken[0] if woken else None, read)
            return
        if self.duty.from_law or profile.guidance:
            self._say(f"{label(Bar.FROM_LAW)}.")
            return
        is_off = any(one.duty == self.duty.id for one in read.view.changes.off)
        if is_off:
            self._say(self.tr("Switched off: it is not asked."))
        if not read.may_change:
            return
        words = self.tr("Switch on again") if is_off else self.tr("Switch off")
        self._offer(words, self.on_wanted if is_off else self.off_wanted)

    def _wakes(self, woken: Woken | None, read: Read) -> None:
        """Say why it is not asked, or by which source it is, with the one switch for both."""
        if woken is None:
            self._say(self.tr("It is not known to be in force, and it is not asked."))
        else:
            self._say(f"Asked since version {woken.since}, as {woken.name} wrote: {woken.source}")
        if read.may_change:
            words = self.tr("It is in force now") if woken is None else self.tr("Not in force")
            self._offer(words, self.wake_wanted if woken is None else self.sleep_wanted)

    def _offer(self, words: str, wish: SignalInstance) -> None:
        self.button = Button(words).sized(Size.SMALL)
        self.button.setAccessibleDescription(self.duty.words)
        self.button.clicked.connect(wish)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addLayout(row)


class ClauseView(QWidget):
    """A clause with all that hangs on it.

    Signals:
        off_wanted(Duty), on_wanted(Duty): a duty is to be switched.
        wake_wanted(Duty), sleep_wanted(Duty): one is in force now, or not after all.
    """

    off_wanted = Signal(object)
    on_wanted = Signal(object)
    wake_wanted = Signal(object)
    sleep_wanted = Signal(object)

    def __init__(self, profile: Profile, number: str, read: Read) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = Card()
        head.column.addWidget(Label(f"§ {profile.mark(number)}", Voice.CARD_TITLE))
        head.column.addWidget(Label(profile.clause(number).words, Voice.BODY).wrapped())
        head.column.addWidget(Label(profile.said_by(number), Voice.META, Meaning.INK3).wrapped())
        column.addWidget(head)
        self.duties = tuple(DutyCard(profile, one, read) for one in read.drives(profile, number))
        heading = "What it asks" if self.duties else "It drives no duty here."
        column.addWidget(Label(heading, Voice.SECONDARY, Meaning.INK3))
        for card in self.duties:
            card.off_wanted.connect(partial(self.off_wanted.emit, card.duty))
            card.on_wanted.connect(partial(self.on_wanted.emit, card.duty))
            card.wake_wanted.connect(partial(self.wake_wanted.emit, card.duty))
            card.sleep_wanted.connect(partial(self.sleep_wanted.emit, card.duty))
            column.addWidget(card)
        slips = [slip for slip in profile.slips if number in slip.clauses]
        if slips:
            column.addWidget(Label(SLIPS, Voice.SECONDARY, Meaning.INK3))
        for slip in slips:
            column.addWidget(SlipItem(Touched(profile, slip)))
        column.addStretch(1)
