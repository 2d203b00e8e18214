"""The clock of an allegation: ring now, the outer limit in words, and the day drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.dates import in_row
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.working_day import WorkingDayBar
from dsl_desk.ui.kit.working_time import Gap, WorkingTime, say
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.lado_clock import LadoClock

_TONES = {
    ClockStands.RUNNING: (Tone.AMBER, Meaning.AMBER),
    ClockStands.PAST_SHORTER: (Tone.AMBER, Meaning.AMBER),
    ClockStands.OVERDUE: (Tone.RED, Meaning.RED),
    ClockStands.LATE: (Tone.RED, Meaning.RED),
    ClockStands.IN_TIME: (Tone.PLAIN, Meaning.GREEN),
    ClockStands.NOT_NEEDED: (Tone.PLAIN, Meaning.INK2),
}
_RUNS = (ClockStands.RUNNING, ClockStands.PAST_SHORTER, ClockStands.OVERDUE)


class ClockCard(Card):
    """What it says is for the case: no school day stops it, and a message left does not either."""

    def __init__(self, clock: LadoClock, now: datetime) -> None:
        stands = clock.stands(now)
        tone, ink = _TONES[stands]
        super().__init__(tone)
        self.setObjectName("clockCard")
        self.headline = Label(label(stands), Voice.TITLE, Meaning.INK)
        self.detail = Label(_detail(clock, now), Voice.BODY, Meaning.INK2).wrapped()
        head = QHBoxLayout()
        head.setSpacing(12)
        icon = Icon.CLOCK_ALERT if stands in _RUNS else Icon.CIRCLE_CHECK
        head.addWidget(IconView(icon, ink, 22))
        head.addWidget(self.headline)
        head.addStretch(1)
        head.addWidget(
            ClauseMark("KCSIE Part 4", _WORDS, _SOURCE), 0, Qt.AlignmentFlag.AlignVCenter
        )
        self.column.addLayout(head)
        self.column.addWidget(self.detail)
        if stands in _RUNS:
            self.column.addWidget(_bar(clock, now))
        self.setAccessibleName(f"{self.headline.words}. {self.detail.words}")


def _detail(clock: LadoClock, now: datetime) -> str:
    limit, stands = in_row(clock.limit), clock.stands(now)
    if stands is ClockStands.NOT_NEEDED:
        return "The case manager has signed it as low-level. Consulting the LADO is still possible."
    if clock.stopped is not None:
        return f"Reached {in_row(clock.stopped)}. The outer limit was {limit}."
    left = clock.left(now)
    where = f"{say(left)} left" if left.total_seconds() > 0 else f"overdue by {say(-left)}"
    said = f"The outer limit is one working day after anyone was told: {limit}, {where}."
    if clock.shorter is not None and clock.shorter != clock.limit:
        said += f" Within {_hours(clock)}: {in_row(clock.shorter)}."
    return said


def _hours(clock: LadoClock) -> str:
    length = (clock.shorter or clock.told) - clock.told
    return f"{round(length.total_seconds() / 3600)} hours"


def _bar(clock: LadoClock, now: datetime) -> WorkingDayBar:
    begins, ends, here = (
        in_england(one).replace(tzinfo=None) for one in (clock.told, clock.limit, now)
    )
    gaps = tuple(Gap(one.begins, one.ends) for one in clock.gaps)
    told = f"Told {begins:%a %H:%M}"
    return WorkingDayBar(
        WorkingTime(begins, ends, gaps), here, told, f"One working day, {ends:%a %H:%M}"
    )


_WORDS = (
    "The LADO is contacted within one working day of an allegation being reported. The clock"
    " counts Monday to Friday without bank holidays; school holidays and INSET days do not stop it."
)
_SOURCE = "In our own words. Check it against the edition your school goes by."
