"""What the school's policy asks of something that is being written: passive, never in the way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.policy.matching import touched
from dsl_desk.domain.quiet import quiet
from dsl_desk.ui.forms.asked_item import AskedItem, SlipItem
from dsl_desk.ui.forms.duty_news import news_of_asked
from dsl_desk.ui.kit.announcer import Announcer
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.policy.matching import Asked, Touched

DANGER: Final = "Before everything else"
SCHOOL: Final = "Your policy asks"
GUIDANCE: Final = "Law and guidance ask"
SLIPS: Final = "Slips in these clauses"


@dataclass(frozen=True)
class Speaks:
    """What is asked now, the slips it touches, the parts nobody looked into, whose policy it is."""

    asked: tuple[Asked, ...]
    slips: tuple[Touched, ...] = ()
    unseen: tuple[Compartment, ...] = ()
    policy: str = ""

    def now(self) -> str:
        """Say how much is asked, for the line a narrow window has."""
        count = len(self.asked)
        if not count:
            return ""
        own = any(not one.only_guidance for one in self.asked)
        who = "Your policy asks" if own else "Law and guidance ask"
        return f"{who} {count} thing{'s' if count > 1 else ''} now."


def slips_of(asked: tuple[Asked, ...]) -> tuple[Touched, ...]:
    """Return the slips of the clauses under which something is asked."""
    profiles = {one.profile.name: one.profile for row in asked for one in row.cited}
    return touched(profiles.values(), asked)


class PolicyPanel(QWidget):
    """Immediate danger, the school's own duties, those of law and guidance, then the slips."""

    def __init__(self) -> None:
        super().__init__()
        self.speaks: Speaks | None = None
        self.items: tuple[AskedItem, ...] = ()
        self.slips: tuple[SlipItem, ...] = ()
        self.announcer = Announcer(self)
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_asked(self, speaks: Speaks) -> None:
        """Show what is asked; nothing is painted anew that stands there already."""
        if speaks == self.speaks:
            return
        self._announce(speaks)
        self.speaks = speaks
        self._clear()
        danger = [one for one in speaks.asked if one.danger]
        school = [one for one in speaks.asked if not one.danger and not one.only_guidance]
        guidance = [one for one in speaks.asked if not one.danger and one.only_guidance]
        found: list[AskedItem] = []
        for heading, rows in ((DANGER, danger), (SCHOOL, school), (GUIDANCE, guidance)):
            items = [AskedItem(one) for one in rows]
            self._put(heading, items)
            found += items
        self.items = tuple(found)
        self.slips = tuple(SlipItem(one) for one in speaks.slips)
        self._put(SLIPS, self.slips)
        if not speaks.asked:
            words = quiet((), speaks.unseen)
            self._add(Label(words, Voice.BODY, Meaning.INK2).wrapped())
        if speaks.policy:
            self._add(Label(speaks.policy, Voice.META, Meaning.INK3).wrapped())

    def words(self) -> str:
        """Return all that is said, for a reader and a test."""
        labels = (
            [one] if isinstance(one, Label) else one.findChildren(Label) for one in self._shown
        )
        return "\n".join(one.words for one in chain.from_iterable(labels))

    def _announce(self, speaks: Speaks) -> None:
        """Say what changed; what stands there first is read with the page."""
        if self.speaks is not None:
            before = self.speaks.asked
            danger = [one.matter for one in speaks.asked if one.danger]
            anew = danger != [one.matter for one in before if one.danger]
            self.announcer.say(news_of_asked(before, speaks.asked), at_once=bool(danger) and anew)

    def _put(self, heading: str, items: list[AskedItem] | tuple[SlipItem, ...]) -> None:
        if items:
            self._add(Label(heading, Voice.SECONDARY, Meaning.INK3))
        for item in items:
            self._add(item)

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._column.addWidget(widget)

    def _clear(self) -> None:
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
