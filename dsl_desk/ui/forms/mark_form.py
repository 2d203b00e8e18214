"""What somebody did about one duty for one of its people: when and how, or why it is not done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.ui.forms.asked_item import words_of
from dsl_desk.ui.forms.duty_words import about
from dsl_desk.ui.forms.opening_form import OpeningForm
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.opening_form import Saving

_HOW: Final = "how"
_WHY: Final = "why"
# What is asked for each state: the act, the label of its words, and which field they are.
ASKED: Final[Mapping[DutyState, tuple[str, str, str]]] = {
    DutyState.DONE: ("Mark as done", "How, and with whom?", _HOW),
    DutyState.WAITING: ("Mark as waiting", "What was tried, and whose answer is waited for?", _HOW),
    DutyState.DOES_NOT_APPLY: ("Mark as not applying", "Why does it not apply?", _WHY),
    DutyState.NOW: ("Take it back", "Why is it still to be done?", _WHY),
}


_DAY: Final = "Write a day, for example 16/11 or yesterday, and a time such as 19:40."
_ADVICE: Final[Mapping[tuple[str, str], str]] = {
    ("at", "missing"): "Write when it was, for example today and 10:00.",
    ("at", "not_a_time"): _DAY,
    ("at", "to_come"): "Enter a time today or earlier, for example 08:45.",
    ("how", "missing"): "Write how it was done, for example by telephone.",
    ("why", "missing"): "Write the reason: no decision is saved without one.",
    **dict.fromkeys((("how", "too_long"), ("why", "too_long")), "Use at most 200 characters here."),
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


def advice_on(problem: Problem) -> str:
    """Return what to do about an answer that needs a look."""
    return _ADVICE.get((problem.field, problem.code), _NOT_TEXT)


@dataclass(frozen=True)
class Marking:
    """Whose duties they are, and how one of them is marked and all of them are read."""

    record: str
    asks: Callable[[Desk], Asks]
    mark: Callable[[Desk, DutyMark, EntryId], Changed[object]]


@dataclass(frozen=True)
class Asks:
    """The duties of a record, the parts whose duties cannot be seen, and under which policy."""

    rows: tuple[DutyRow, ...]
    unseen: tuple[Compartment, ...]
    policy: str


class MarkForm(OpeningForm):
    """One state for one recipient. A duty is done by a person's act, never by a field."""

    def __init__(self, marking: Marking, row: DutyRow, state: DutyState, clock: Clock) -> None:
        act, words, name = ASKED[state]
        super().__init__(f"{act}. {about(row)}", act, advice_on)
        self._marking, self._row, self._state, self._clock = marking, row, state, clock
        self._name = name
        self.words = Line()
        self.at = DayTime(lambda: clock.now().date(), self.tr("When?"))
        said = Field(words, self.words)
        self.fields: dict[str, Field] = {name: said}
        if name == _HOW:
            self.fields = {"at": Field(self.tr("When?"), self.at), name: said}
        self.put(self.fields, tuple(self.fields))
        self.begin_anew()

    def saving(self, entry: EntryId) -> Saving:
        """Return how what stands in it is written down."""
        mark, marking = self.mark(), self._marking
        return lambda desk: marking.mark(desk, mark, entry)

    def mark(self) -> DutyMark:
        """Return what stands in the form. Clauses and words go with it: a policy changes."""
        asked, told, tells = self._row.asked, self._row.told, self._name == _HOW
        words = self.words.text()
        return DutyMark(
            record=self._marking.record,
            matter=asked.matter,
            act=asked.act,
            recipient=told.recipient,
            state=self._state,
            at=self.at.at() if tells else "",
            how=words if tells else "",
            why="" if tells else words,
            clauses=told.clauses,
            words=words_of(asked, told),
        )

    @override
    def begin_anew(self) -> None:
        """Empty it, with now as the time."""
        self.at.show_at(wall_clock(self._clock.now()))
        self.words.clear()
