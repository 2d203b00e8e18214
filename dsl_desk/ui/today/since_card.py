"""What was written since you last unlocked, the newest first."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.domain.dates import at, in_row
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from dsl_desk.domain.today import Since

_AT = 46
# What somebody did, the first time and with every version after it.
_DONE: Final[Mapping[EntryClass, tuple[str, str]]] = {
    EntryClass.CONCERN: ("recorded concern", "changed concern"),
    EntryClass.EXPORT: ("made a copy of a record", "made a copy of a record"),
    EntryClass.DISPOSAL: ("disposed of a record", "disposed of a record"),
    EntryClass.MERGE: ("brought two copies together", "brought two copies together"),
    EntryClass.WAY_IN: ("changed a way in", "changed a way in"),
    EntryClass.AUTHORISATION: ("authorised something", "authorised something"),
    EntryClass.MEMBERS: ("changed members or keys", "changed members or keys"),
    EntryClass.PERSON: ("added a person", "changed a person's record"),
    EntryClass.CHILD_FILE: ("began a child's file", "changed a child's file"),
    EntryClass.IDENTITY: ("added an online identity", "changed an online identity"),
    EntryClass.STEP: ("wrote down what was done", "changed what was done"),
    EntryClass.REFERRAL: ("made referral", "added to referral"),
    EntryClass.TASK: ("set a reminder", "changed or finished a reminder"),
    EntryClass.POLICY: ("took a policy", "changed the policy"),
    EntryClass.RETENTION: ("decided about keeping", "decided again about keeping"),
    EntryClass.SETTING: ("changed a setting", "changed a setting"),
}


class SinceCard(Card):
    """Time, who, and what they did. Nothing here opens: the lists do."""

    def __init__(self) -> None:
        super().__init__()
        self.column.setSpacing(9)
        self.lines: tuple[str, ...] = ()
        self.column.addWidget(Label(self.tr("Since you last unlocked"), Voice.CARD_TITLE))
        self.hide()

    def show_news(self, news: Sequence[Since], now: datetime) -> None:
        """Show these."""
        while self.column.count() > 1:
            item = self.column.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.lines = tuple(self._add(one, now) for one in news)
        self.setVisible(bool(news))

    def _add(self, one: Since, now: datetime) -> str:
        moment = one.at.astimezone(now.tzinfo)
        today = moment.date() == now.date()
        when = at(moment) if today else in_row(moment)
        who, did = ("You" if one.by_me else one.author or "Somebody"), _did(one)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        time = Label(when, Voice.SECONDARY, Meaning.INK2).tabular()
        if today:
            time.setFixedWidth(_AT)
        line.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(f"{who} {did}", Voice.SECONDARY).wrapped()
        words.setText(f"<b>{escape(who)}</b> {escape(did)}")
        line.addWidget(words, 1)
        row.setAccessibleName(f"{when}. {who} {did}")
        self.column.addWidget(row)
        return f"{when} {who} {did}"


def _did(one: Since) -> str:
    first, again = _DONE.get(one.entry_class, ("wrote something down", "changed something"))
    return f"{again if one.again else first} {one.ref}".rstrip()
