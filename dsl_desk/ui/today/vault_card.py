"""How the vault is: its copies, its ledger, your kit; amber with the way to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import at, in_row
from dsl_desk.domain.snapshot import Worry
from dsl_desk.domain.ways_in import Way
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.looked import Looked
    from dsl_desk.domain.snapshot import SnapshotState

_SIDES = 18
_MENDS = {
    Worry.NEVER_TAKEN: "Back up now",
    Worry.OLD: "Back up now",
    Worry.SAME_DRIVE: "Back up elsewhere",
    Worry.NEVER_REHEARSED: "Test a backup",
}


@dataclass(frozen=True)
class Health:
    """What the card shows, read in one go."""

    copies: SnapshotState
    ledger: Looked
    ways: tuple[Way, ...]


class VaultCard(Card):
    """Three facts, then what to mend, the worst first, with the button that mends it.

    Signals:
        mend_wanted(Worry): do what a worry asks for.
        vault_wanted(): show the Vault page.
    """

    mend_wanted = Signal(object)
    vault_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chip = StatusChip(Status.NEW, self.tr("Looking"))
        self.backup = FactLine(Icon.HARD_DRIVE, self.tr("Last backup"))
        self.ledger = FactLine(Icon.SHIELD_CHECK, self.tr("Ledger checked"))
        self.kit = FactLine(Icon.LIFE_BUOY, self.tr("Your recovery kit"))
        self.mends: list[Mend] = []
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        self._lay_out()

    def show_health(self, health: Health, now: datetime) -> None:
        """Show how the vault is."""
        newest, far = health.copies.newest, health.ledger
        self.backup.say(_day(newest.taken_at, now) if newest else self.tr("Never"))
        self.ledger.say(_checked(far, now))
        has_kit = Way.KIT in health.ways
        self.kit.say(self.tr("Made") if has_kit else self.tr("Not made"))
        mends = [Mend(f"{label(worry)}.", _MENDS[worry]) for worry in health.copies.worries]
        for mend, worry in zip(mends, health.copies.worries, strict=True):
            mend.button.clicked.connect(lambda _on, worry=worry: self.mend_wanted.emit(worry))
        if not has_kit:
            kit = Mend(self.tr("A forgotten passphrase could not be helped."), "Make a kit")
            kit.button.clicked.connect(self.vault_wanted)
            mends.append(kit)
        if far.where is not None:
            damage = Mend(f"{label(far.where.damage)}.", self.tr("See the ledger"))
            damage.button.clicked.connect(self.vault_wanted)
            mends.insert(0, damage)
        self._show_mends(mends)
        if far.where is not None:
            self.chip.show_status(Status.DOES_NOT_MATCH, self.tr("Damage found"))
        elif mends:
            self.chip.show_status(Status.CAUTION)
        else:
            self.chip.show_status(Status.CLOSED, self.tr("All well"))

    def _show_mends(self, mends: list[Mend]) -> None:
        if [mend.words for mend in mends] == [mend.words for mend in self.mends]:
            return  # the rounds look again every few moments: what is the same stays where it is
        for mend in self.mends:
            self._below.removeWidget(mend)
            mend.deleteLater()
        self.mends = mends
        for mend in mends:
            self._below.addWidget(mend)

    def _lay_out(self) -> None:
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(_SIDES - 1, 12, _SIDES - 1, 12)
        row.addWidget(Label(self.tr("Vault"), Voice.CARD_TITLE), 1)
        row.addWidget(self.chip)
        self.column.addWidget(head)
        for line in (self.backup, self.ledger, self.kit):
            self.column.addWidget(line)
        self.column.addLayout(self._below)


class FactLine(QFrame):
    """An icon, what it is, and at the right how it is."""

    def __init__(self, icon: Icon, words: str) -> None:
        super().__init__()
        self.setObjectName("cardLine")
        self._words = words
        self.fact = Label("", Voice.STRONG).tabular()
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDES - 1, 9, _SIDES - 1, 9)
        row.setSpacing(10)
        row.addWidget(IconView(icon, Meaning.INK2, 16))
        row.addWidget(Label(words), 1)
        row.addWidget(self.fact)

    def say(self, fact: str) -> None:
        """Say how it is."""
        self.fact.say(fact)
        self.setAccessibleName(f"{self._words}: {fact}")


class Mend(QFrame):
    """One thing to mend: what is so, and the button."""

    def __init__(self, words: str, act: str) -> None:
        super().__init__()
        self.setObjectName("mend")
        self.words = words
        self.button = Button(act).sized(Size.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES - 1, 10, _SIDES - 1, 12)
        column.setSpacing(7)
        column.addWidget(Label(words, Voice.SECONDARY, Meaning.AMBER).wrapped())
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(words)


def _checked(far: Looked, now: datetime) -> str:
    if far.where is not None:
        return f"Up to entry {far.where.number - 1:,}" if far.where.number else "Damage found"
    if far.done and far.whole_at is not None:
        return _day(far.whole_at, now)
    return f"{far.checked:,} of {far.of:,}"


def _day(moment: datetime, now: datetime) -> str:
    """Return Today 08:10, or Wed 18 Nov, 08:10."""
    moment = moment.astimezone(now.tzinfo)
    return f"Today {at(moment)}" if moment.date() == now.date() else in_row(moment)
