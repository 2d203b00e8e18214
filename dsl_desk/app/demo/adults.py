"""What is said about adults in a term: two allegations, some small things, one sealed case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.app.demo.cast import COACH, HESTER, LADO, LENA, MAYA, OWEN, SUPPLY
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.allegation import AllegationDraft, OnlinePart
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_choices import Decided, Held, Reached
from dsl_desk.domain.allegation_step import AllegationStepDraft
from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.low_level import LowLevelDraft
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.threshold import Answer, Answered, Criterion, Threshold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk

_THE_COACH = Adult(COACH, standing=Standing.CONTRACTOR, role="sports coach", employer="Fell Sports")
_THE_SUPPLY = Adult(
    SUPPLY, standing=Standing.SUPPLY, role="supply teacher", employer="Copse Supply"
)
_SMALL = (
    ("Corin Yellowhammer", "Gave two pupils a lift to the match. Had told nobody before."),
    (LENA, "Answered a former pupil's message from her own account, and told us herself."),
    ("Gale Burdock", "Called a child “my favourite” in front of the line."),
    ("Gale Burdock", "Was alone with a child in the store room, door shut. Looking for balls."),
    ("Gale Burdock", "Took a picture of the class on his own phone. Deleted while we watched."),
)


class About:
    """One allegation and its steps, each written by whoever takes it."""

    def __init__(self, stage: Stage, draft: AllegationDraft) -> None:
        self._stage, self._draft = stage, draft
        self._record: RecordId | None = None

    def write(self, told_at: datetime, desk: Desk) -> None:
        """Write down what was said, to whom and when it was told."""
        at = told_at.isoformat(timespec="minutes")[:16]
        draft = replace(self._draft, told_at=at)
        self._record = desk.allegations.record(draft, self._stage.fresh()).answer.written.id

    def threshold(self, risk: Answer, desk: Desk) -> None:
        """Answer the four questions."""
        answers = dict.fromkeys(Criterion, Answered(Answer.NO, "As far as we can tell today"))
        answers[Criterion.RISK] = Answered(risk, "He wrote to a child at night, more than once")
        self._step(desk, Sort.THRESHOLD, "", answers=Threshold(answers).written())

    def contact(self, reached: Reached, late_why: str, desk: Desk) -> None:
        """Ring the LADO."""
        answers = {"reached": reached.value, "late_why": late_why}
        words = "“Send the form today. Do not speak to him yet.”"
        self._step(desk, Sort.LADO_CONTACT, words, answers=answers)

    def advice(self, desk: Desk) -> None:
        """Write down what they advise."""
        may = (Held.TELL_ADULT, Held.QUESTION, Held.SUSPEND, Held.TELL_PARENTS)
        self._step(desk, Sort.ADVICE, "“You may tell him now, and his employer.”", may=may)

    def keep_away(self, desk: Desk) -> None:
        """Decide about the work meanwhile."""
        answers = {
            "decided": Decided.NO_CONTACT.value,
            "considered": "Another site, supervision, no contact with pupils",
            "decided_by": HESTER,
        }
        self._step(desk, Sort.SUSPENSION, "No contact with pupils for now.", answers=answers)

    def outcome(self, outcome: Outcome, desk: Desk) -> None:
        """Write down what was found."""
        words = "As the evaluation meeting agreed."
        self._step(desk, Sort.OUTCOME, words, answers={"outcome": outcome.value})

    def close(self, desk: Desk) -> None:
        """Close it."""
        self._step(desk, Sort.CLOSED, "Nothing is left to be done.")

    def _step(
        self,
        desk: Desk,
        sort: Sort,
        words: str,
        answers: Mapping[str, str] | None = None,
        may: tuple[Held, ...] = (),
    ) -> None:
        assert self._record is not None  # noqa: S101  # scenes are played in the order of time
        draft = AllegationStepDraft(
            sort,
            self._stage.now(),
            words,
            why="As it stands in what we were told and advised",
            with_whom=LADO,
            answers=answers or {},
            may=may,
        )
        desk.allegations.step(self._record, draft, self._stage.fresh())


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return what is said about adults; `moment` says when the nth school day begins."""
    yield from _coach(stage, moment[12])
    yield from _supply(stage, moment[54])
    for place, (name, words) in enumerate(_SMALL):
        at = moment[8 + 10 * place] + timedelta(hours=2)
        yield Scene(at, MAYA, partial(_small, stage, name, words))
    yield Scene(moment[30] + timedelta(hours=6), HESTER, partial(_sealed, stage))


def _coach(stage: Stage, at: datetime) -> Iterator[Scene]:
    about = About(
        stage,
        AllegationDraft(
            adult=_THE_COACH,
            told_by="A parent, in person",
            told_to=HESTER,
            words="“My son showed me his phone. His coach messages him at night.”",
            safe_now=SafeNow.YES,
            children=(stage.cast.ref(stage.cast.pupils[9].name),),
            online=OnlinePart(contributed=True, platforms="Instagram", handles="@coach.row"),
        ),
    )
    steps = (
        (0.6, partial(about.write, at)),
        (0.8, partial(about.threshold, Answer.YES)),
        (1.2, partial(about.contact, Reached.SPOKE, "")),
        (2.0, about.advice),
        (2.6, about.keep_away),
        (24 * 19, partial(about.outcome, Outcome.SUBSTANTIATED)),
        (24 * 20, about.close),
    )
    for hours, act in steps:
        yield Scene(at + timedelta(hours=hours), MAYA, act)


def _supply(stage: Stage, at: datetime) -> Iterator[Scene]:
    about = About(
        stage,
        AllegationDraft(
            adult=_THE_SUPPLY,
            told_by=LENA,
            told_to=MAYA,
            words="Held a boy by the arm in the corridor. There is a mark.",
            safe_now=SafeNow.YES,
            children=(stage.cast.ref(stage.cast.pupils[4].name),),
        ),
    )
    why = "Told at ten to four; nobody answered before Monday, two messages were left"
    steps = (
        (0.3, partial(about.write, at)),
        (0.5, partial(about.threshold, Answer.NOT_KNOWN)),
        (1.0, partial(about.contact, Reached.NO_ANSWER, "")),
        (49.0, partial(about.contact, Reached.SPOKE, why)),
    )
    for hours, act in steps:
        yield Scene(at + timedelta(hours=hours), HESTER, act)


def _small(stage: Stage, name: str, words: str, desk: Desk) -> None:
    draft = LowLevelDraft(
        adult=Adult(
            name, stage.cast.records.get(name, ""), standing=Standing.EMPLOYED, role="staff"
        ),
        shared_by=OWEN,
        at=stage.now(),
        words=words,
        context="Shared at the end of the day",
        done="Spoken to, kindly; the code of conduct was read together.",
    )
    written = desk.low_level.record(draft, stage.fresh()).answer
    if desk.low_level.may_sign():
        desk.low_level.sign(written, "Seen and agreed", stage.fresh())


def _sealed(stage: Stage, desk: Desk) -> None:
    member = next(one for one in desk.face.members if one.name == MAYA)
    words = "Told that a message to a parent was deleted before it was asked for. To be looked at."
    draft = CaseDraft(MAYA, "A parent, by telephone", words, member.id)
    desk.cases.begin(draft, stage.fresh())
    desk.cases.rewrite_all()
