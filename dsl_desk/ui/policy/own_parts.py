"""The parts of a duty of our own: on which facts it is asked, of whom, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from dsl_desk.domain.fact_words import fact_in_words
from dsl_desk.domain.policy.facts import FactName
from dsl_desk.domain.policy.own_duty import (
    COUNTED,
    OFFERED,
    ORDERED,
    TIMES,
    time_of,
    values_of,
)
from dsl_desk.domain.policy.recipients import RECIPIENTS
from dsl_desk.domain.policy.terms import Event, Recipient
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.policy.chosen import Chosen
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.policy.duty import By

_NOT: Final = "not "
_COUNT_WIDTH: Final = 64
_HEIGHT: Final = 36  # of what stands beside the words between two picks
_VALUE: Final = 20  # letters of a value that are shown whole
_LONGEST_COUNT: Final = 3


class WhenBox(Chosen):
    """Facts that have to be so, or must not be."""

    def __init__(self) -> None:
        self.so = Pick((self.tr("It is so"), self.tr("It is not so")), self.tr("So, or not"))
        self.name = Pick([label(one) for one in OFFERED], self.tr("About what"))
        self.value = Pick(name=self.tr("Which"))
        self.value.setMinimumContentsLength(_VALUE)
        super().__init__((self.so, self.name, self.value), self._choice, _fact_words)
        self.name.currentIndexChanged.connect(self._show_values)
        self._show_values(0)

    def facts(self, *, so: bool) -> tuple[str, ...]:
        """Return the facts that have to be so, or those that must not be."""
        chosen = self.chosen()
        if so:
            return tuple(one for one in chosen if not one.startswith(_NOT))
        return tuple(one.removeprefix(_NOT) for one in chosen if one.startswith(_NOT))

    def show_facts(self, so: Sequence[str], not_so: Sequence[str]) -> None:
        """Show these."""
        self.show_chosen((*so, *(f"{_NOT}{one}" for one in not_so)))

    def choose_fact(self, fact: str, *, so: bool = True) -> None:
        """Set the three picks to a fact, and put it in."""
        name = FactName(fact.partition(": ")[0])
        self.so.setCurrentIndex(0 if so else 1)
        self.name.setCurrentIndex(OFFERED.index(name))
        self.value.setCurrentIndex(values_of(name).index(fact))
        self.add.click()

    def _choice(self) -> str:
        name = OFFERED[self.name.currentIndex()]
        fact = values_of(name)[self.value.currentIndex()]
        return f"{_NOT}{fact}" if self.so.currentIndex() else fact

    def _show_values(self, at: int) -> None:
        values = values_of(OFFERED[at])
        self.value.clear()
        self.value.addItems([fact_in_words(one).partition(": ")[2] for one in values])
        self.value.setVisible(len(values) > 1)


class WhomBox(Chosen):
    """The people it names, as this school calls them."""

    def __init__(self, titles: Mapping[Recipient, str]) -> None:
        self._titles = {one: titles.get(one) or RECIPIENTS[one] for one in Recipient}
        self.who = Pick(self._titles.values(), self.tr("Who"))
        super().__init__((self.who,), self._choice, self._title)

    def recipients(self) -> tuple[Recipient, ...]:
        """Return who was chosen."""
        return tuple(Recipient(one) for one in self.chosen())

    def show_recipients(self, who: Sequence[Recipient]) -> None:
        """Show these."""
        self.show_chosen([one.value for one in who])

    def choose_one(self, who: Recipient) -> None:
        """Set the pick to somebody, and put them in."""
        self.who.setCurrentIndex(list(Recipient).index(who))
        self.add.click()

    def _choice(self) -> str:
        return list(Recipient)[self.who.currentIndex()].value

    def _title(self, who: str) -> str:
        return self._titles[Recipient(who)]


class ByBox(QWidget):
    """By when: a kind of time, how many, and from which moment."""

    def __init__(self) -> None:
        super().__init__()
        self.unit = Pick([label(one) for one in TIMES], self.tr("Kind of time"))
        self.count = Line("1")
        self.count.setAccessibleName(self.tr("How many"))
        self.count.setFixedWidth(theme().px(_COUNT_WIDTH))
        self.count.setMaxLength(_LONGEST_COUNT)
        self.between = Label("")
        self.between.setFixedHeight(theme().px(_HEIGHT))
        self.moment = Pick([label(one) for one in Event], self.tr("Which moment"))
        flow = Flow(self, between=8)
        for each in (self.unit, self.count, self.between, self.moment, QWidget()):
            flow.addWidget(each)
        self.setFocusProxy(self.unit)
        self.unit.currentIndexChanged.connect(self._show)
        self._show()

    def by(self) -> By:
        """Return the time; a count that is no number is none, and the rules refuse it."""
        typed = self.count.text().strip()
        count = int(typed) if typed.isdecimal() and typed.isascii() else 0
        return time_of(TIMES[self.unit.currentIndex()], count, self._which())

    def show_by(self, by: By) -> None:
        """Show a time."""
        self.unit.setCurrentIndex(TIMES.index(by.unit))
        self.count.setText(str(by.count or 1))
        self.moment.setCurrentIndex(list(Event).index(by.event))

    def _which(self) -> Event:
        return list(Event)[self.moment.currentIndex()]

    def _show(self) -> None:
        unit = TIMES[self.unit.currentIndex()]
        counts = unit in COUNTED
        self.count.setVisible(counts)
        self.between.say(self.tr("from when") if counts else "")
        self.between.setVisible(counts)
        self.moment.setVisible(counts or unit in ORDERED)


def _fact_words(chosen: str) -> str:
    fact = chosen.removeprefix(_NOT)
    words = fact_in_words(fact)
    return f"Not: {words}" if fact != chosen else words
