"""The concerns of a term: told, acted on, passed on, decided and closed, some of them late."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo import told
from dsl_desk.app.demo.cast import FRONT_DOOR, MAYA, OTHER_STAFF, OWEN, TEACHERS
from dsl_desk.app.demo.clock import SCHOOLS_ZONE
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.concern_choices import About, ConcernState, Involvement, Parents, SafeNow
from dsl_desk.domain.concern_choices import ConcernSort as Sort
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Online, Teller
from dsl_desk.domain.concern_state import StateChange
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.moments import Moment, wall_clock
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.task import TaskDraft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from random import Random

    from dsl_desk.app.demo.cast import Cast, Pupil
    from dsl_desk.app.demo.stage import Act, Stage
    from dsl_desk.app.demo.told import Tale
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk

_MORNING: Final = time(8, 40)
_MOSTLY: Final = 0.88
_REMINDED: Final = 0.4
_OWENS_DAY: Final = 2  # Maya teaches on Wednesdays
_MINUTES_OF_A_DAY: Final = 370
_IN_A_TERM: Final = 34
_ABOUT_A_PAGE: Final = frozenset({Sort.COMMENTS, Sort.IMPERSONATION})
_REFERRED: Final = frozenset({Sort.GROOMING, Sort.PHYSICAL, Sort.DOMESTIC, Sort.SELF_HARM})
_ONE_DAY: Final = timedelta(days=1)
_A_WEEK: Final = timedelta(days=7)


class Told:
    """One concern and what becomes of it; each method is a scene of somebody's."""

    def __init__(self, stage: Stage, tale: Tale, draft: ConcernDraft, child: str) -> None:
        self._stage, self._tale, self._draft, self._child = stage, tale, draft, child
        self._record: RecordId | None = None

    @property
    def record(self) -> RecordId:
        """The record, once it is written."""
        assert self._record is not None  # noqa: S101  # scenes are played in the order of time
        return self._record

    def write(self, desk: Desk) -> None:
        """Write it down."""
        people = tuple(
            replace(one, who=self._stage.cast.ref(one.who.name)) for one in self._draft.people
        )
        draft = replace(self._draft, people=people)
        self._record = desk.concerns.record(draft, self._stage.fresh()).answer.id

    def mark_duties(self, desk: Desk) -> None:
        """Say of the first things the policy asks that they were done."""
        for row in [row for row in desk.duties.of(self.record) if row.state is DutyState.NOW][:2]:
            mark = DutyMark(
                record=self.record,
                matter=row.asked.matter,
                act=row.asked.act,
                recipient=row.told.recipient,
                state=DutyState.DONE,
                at=self._stage.now(),
                how="In person, and written down the same day",
                clauses=row.told.clauses,
                words=row.asked.words,
            )
            desk.duties.mark(mark, self._stage.fresh())

    def follow_up(self, desk: Desk) -> None:
        """Note what was seen and heard since."""
        words = self._said(self._stage.chance.choice(told.FOLLOW_UPS))
        self._step(desk, StepDraft(StepSort.FOLLOW_UP, self._stage.now(), words, self.record))

    def ring_home(self, desk: Desk) -> None:
        """Ring the family."""
        words = self._said("Rang home about {child}. Thanked us, and will come in on Thursday.")
        draft = StepDraft(StepSort.CALL, self._stage.now(), words, self.record, with_whom="Mother")
        self._step(desk, draft)

    def decide(self, desk: Desk) -> None:
        """Decide something, with the reason."""
        words, why = self._stage.chance.choice(told.DECISIONS)
        draft = StepDraft(
            StepSort.DECISION, self._stage.now(), self._said(words), self.record, why=why
        )
        self._step(desk, draft)

    def refer(self, desk: Desk) -> None:
        """Ring the front door team."""
        draft = ReferralDraft(
            to=ReferralTo.SOCIAL_CARE,
            at=self._stage.now(),
            spoke_to=FRONT_DOOR,
            words=f"Read out what is written, word for word. {self._tale.action}",
            consent=Consent.GIVEN,
            concern=self.record,
            reference=f"MASH-{self._stage.chance.randint(10_000, 99_999)}",
        )
        desk.referrals.record(draft, self._stage.fresh())

    def hear_back(self, desk: Desk) -> None:
        """Write down what came back."""
        for referral in desk.referrals.of(self.record):
            desk.referrals.answer(
                referral, "Family help offered; they wrote today.", self._stage.fresh()
            )

    def remind(self, desk: Desk) -> None:
        """Set a reminder."""
        due = (self._stage.clock.now().date() + timedelta(days=7)).isoformat()
        draft = TaskDraft(f"Look again at how {self._child} is", due, concern=self.record)
        desk.tasks.record(draft, self._stage.fresh())

    def be_reminded(self, desk: Desk) -> None:
        """Do what the reminder says."""
        for task in desk.tasks.of(self.record):
            if not task.draft.done:
                desk.tasks.done(task, "Looked in at lunch. All well.", self._stage.fresh())

    def take_on(self, desk: Desk) -> None:
        """Say that it is in hand."""
        self._move(desk, ConcernState.IN_PROGRESS, "Taken on", "")

    def close(self, desk: Desk) -> None:
        """Close it, and say why."""
        why = self._stage.chance.choice(told.WHY)
        self._move(desk, ConcernState.CLOSED, self._said(why), self._said(why))

    def _move(self, desk: Desk, state: ConcernState, reason: str, outcome: str) -> None:
        of = desk.concerns.open(self.record).entry.id
        desk.concerns.move(of, StateChange(state, reason, outcome), self._stage.fresh())

    def _step(self, desk: Desk, draft: StepDraft) -> None:
        desk.steps.record(draft, self._stage.fresh())

    def _said(self, words: str) -> str:
        return words.format(child=self._child.split(" ", maxsplit=1)[0])


def scenes(stage: Stage, days: list[date]) -> Iterator[Scene]:
    """Return what happens about every concern of the term; the newest are still open."""
    chance = stage.chance
    for place in range(_IN_A_TERM):
        # More is told as the term goes on: the square root leans to its end.
        nth = min(len(days) - 1, int(len(days) * (place + chance.random()) / _IN_A_TERM))
        at = _moment(chance, days[nth])
        tale, draft, child = told_lately(chance, stage.cast, at)
        yield from _course(stage, Told(stage, tale, draft, child), tale, at)


def told_lately(chance: Random, cast: Cast, at: datetime) -> tuple[Tale, ConcernDraft, str]:
    """Return a concern of this term. Now and then it is about Wren: her file grows."""
    tale, pair = _tale_of(chance, cast)
    if tale.sort is Sort.CYBERBULLYING and chance.random() < 0.2:  # noqa: PLR2004  # now and then
        pair = (cast.pupils[0], pair[1])
    return tale, _draft(chance, cast, tale, pair, at), pair[0].name


def told_long_ago(chance: Random, cast: Cast, at: datetime) -> ConcernDraft:
    """Return a concern about some pupil, told at about this time."""
    tale, pair = _tale_of(chance, cast)
    return _draft(chance, cast, tale, pair, at)


def _tale_of(chance: Random, cast: Cast) -> tuple[Tale, tuple[Pupil, Pupil]]:
    tale = chance.choices(told.TALES, [one.often for one in told.TALES])[0]
    child, other = chance.sample(cast.from_grade(tale.youngest), 2)
    return tale, (child, other)


def _draft(
    chance: Random, cast: Cast, tale: Tale, pair: tuple[Pupil, Pupil], at: datetime
) -> ConcernDraft:
    child, other = pair
    names = {"child": child.forename, "other": other.forename}
    people = [Involved(cast.ref(child.name))]
    if "{other}" in tale.words:
        people.append(Involved(cast.ref(other.name), Involvement.SAID_TO_HAVE_DONE_IT))
    happened = at - timedelta(hours=chance.randint(1, 60))
    return ConcernDraft(
        people=tuple(people),
        about=About.ACCOUNT if tale.sort in _ABOUT_A_PAGE else About.CHILD,
        told_by=Teller(chance.choice((*TEACHERS, *OTHER_STAFF))),
        told_at=wall_clock(at),
        words=tale.words.format(**names),
        safe_now=chance.choices((SafeNow.YES, SafeNow.NOT_KNOWN), (9, 1))[0],
        happened=Moment(wall_clock(happened)),
        online=Online(tale.platform),
        wishes=chance.choice(told.WISHES),
        view=chance.choice(told.VIEWS),
        sorts=(tale.sort,),
        four_cs=(tale.four_c,) if tale.four_c else (),
        action=tale.action.format(**names),
        parents=chance.choices((Parents.TOLD, Parents.UNANSWERED), (5, 1))[0],
    )


def _course(stage: Stage, concern: Told, tale: Tale, at: datetime) -> Iterator[Scene]:
    """Return the scenes of one concern, as far as they lie before today's."""
    chance, end = stage.chance, datetime.combine(stage.today, time(12), SCHOOLS_ZONE)
    # One in eight is written down only the next morning, and the paper says so.
    soon = timedelta(minutes=chance.randint(4, 70))
    written = at + (soon if chance.random() < _MOSTLY else _ONE_DAY)
    first = written + timedelta(minutes=chance.choice((6, 15, 40, 90, 200)))
    planned: list[tuple[float, timedelta, Act]] = [
        (1.0, timedelta(0), concern.mark_duties),
        (_MOSTLY, timedelta(minutes=5), concern.take_on),
        (1.0, timedelta(hours=chance.randint(2, 60)), concern.ring_home),
        (0.5, timedelta(hours=3), concern.decide),
        (1.0, _ONE_DAY * chance.randint(2, 9), concern.follow_up),
        (0.8, _ONE_DAY * chance.randint(12, 24), concern.close),
    ]
    if tale.sort in _REFERRED:
        planned += _referred(chance, concern)
    if chance.random() < _REMINDED:
        planned += [(1.0, timedelta(hours=4), concern.remind), (1.0, _A_WEEK, concern.be_reminded)]
    yield Scene(written, _on_duty(written), concern.write)
    for likely, later, act in planned:
        if chance.random() < likely and first + later < end:
            yield Scene(first + later, _on_duty(first + later), act)


def _referred(chance: Random, concern: Told) -> list[tuple[float, timedelta, Act]]:
    return [
        (1.0, timedelta(minutes=12), concern.refer),
        (1.0, _ONE_DAY * chance.choice((1, 2, 3)), concern.hear_back),
    ]


def _on_duty(at: datetime) -> str:
    return OWEN if at.weekday() == _OWENS_DAY else MAYA


def _moment(chance: Random, day: date) -> datetime:
    begins = datetime.combine(day, _MORNING, SCHOOLS_ZONE)
    return begins + timedelta(minutes=chance.randint(0, _MINUTES_OF_A_DAY))
