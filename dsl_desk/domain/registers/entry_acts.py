"""What an entry itself says that somebody told or decided: a duty of it that is done by that.

Only a person's act counts, never a blank that is merely filled; and who wrote it down, and when.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.moments import is_moment, wall_clock
from dsl_desk.domain.policy.states import DutyState, Mark
from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient
from dsl_desk.domain.registers.register import RegisterName

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dsl_desk.domain.policy.matching import Asked, Told
    from dsl_desk.domain.registers.register import RegisterDraft, Registered


@dataclass(frozen=True)
class _Act:
    """Which duty an answer does. Where `said` is empty every answer does it.

    `not_to`: the answer by which it does not apply; its reason stands in `why`.
    """

    act: DutyAct
    blank: str
    recipient: Recipient | None = None
    matter: str = ""
    said: str = ""
    on: str = ""  # the blank that says when; without one it is when it was written down
    not_to: str = ""
    why: str = ""

    def does(self, asked: Asked, told: Told) -> bool:
        """Tell whether it is about this duty, for this one of its people."""
        same = self.act is asked.act and self.matter in ("", asked.matter)
        return same and self.recipient is told.recipient

    def state(self, draft: RegisterDraft) -> DutyState | None:
        """Return how it stands by the answer."""
        said = draft.said(self.blank)
        if said and said == self.not_to:
            return DutyState.DOES_NOT_APPLY
        return DutyState.DONE if said and self.said in ("", said) else None


_TELL: Final = DutyAct.TELL
_ACTS: Final[Mapping[RegisterName, tuple[_Act, ...]]] = {
    RegisterName.BREACHES: (
        _Act(_TELL, "dpo_told", Recipient.DPO, on="dpo_told"),
        _Act(DutyAct.DECIDE, "risk", matter="breach_risk"),
        _Act(
            DutyAct.REFER,
            "ico",
            Recipient.ICO,
            said="told",
            on="ico_at",
            not_to="need_not",
            why="ico_why",
        ),
        _Act(
            _TELL,
            "people_told",
            Recipient.PARENTS,
            matter="breach_people",
            said="yes",
            not_to="no",
            why="people_why",
        ),
    ),
    RegisterName.DEPARTURES: (
        _Act(_TELL, "told_head", Recipient.HEAD, on="told_head"),
        _Act(DutyAct.ASK, "hr_on", Recipient.HR, on="hr_on"),
    ),
    RegisterName.CONTACT_ATTEMPTS: (
        _Act(_TELL, "dsl_told", Recipient.DSL, on="dsl_told"),
        _Act(DutyAct.ADVISE, "child_told", Recipient.PUPIL),
        _Act(
            DutyAct.INFORM_PARENTS,
            "parents",
            Recipient.PARENTS,
            said="yes",
            not_to="no",
            why="parents_why",
        ),
    ),
    # The look is the act itself: it is written down once somebody has looked.
    RegisterName.FILTERING: (_Act(DutyAct.CHECK, "looked_on", Recipient.DSL, on="looked_on"),),
    RegisterName.TRANSFERS: (_Act(DutyAct.REFER, "sent_on", Recipient.NEXT_SCHOOL, on="sent_on"),),
}
_LETTERS: Final = {DutyState.DONE: "d", DutyState.DOES_NOT_APPLY: "n", None: "-"}
_STATES: Final = {letter: state for state, letter in _LETTERS.items()}
_MOMENTS: Final[Mapping[Event, str]] = {
    Event.AWARE: "aware_at",
    Event.HAPPENED: "at",
    Event.LEAVING: "left_on",
}


def done_by_entry(
    asked: Sequence[Asked], versions: Sequence[Registered], post: Recipient | None = None
) -> Iterator[Mark]:
    """Return the marks that an entry itself is. `post`: of whoever wrote it down first.

    Whoever wrote it down knows of it: nobody has to tell them.
    """
    draft, first = versions[-1].draft, versions[0]
    for one in asked:
        for told in one.whom:
            if post is not None and one.act is _TELL and told.recipient is post:
                yield _mark(one, told, DutyState.DONE, first, wall_clock(first.written_at))
            for act in _ACTS.get(draft.register, ()):
                state = act.state(draft)
                if state is not None and act.does(one, told):
                    yield _marked(one, told, (act, state), versions)


def said_in_letters(draft: RegisterDraft) -> str:
    """Return how each act of its register stands by the answers, a letter each: for the list."""
    return "".join(_LETTERS[act.state(draft)] for act in _ACTS.get(draft.register, ()))


def done_by_letters(
    asked: Sequence[Asked], listed: tuple[RegisterName, str], post: Recipient | None = None
) -> Iterator[Mark]:
    """Return the same marks as the entry itself is, as far as a list knows: how they stand."""
    register, letters = listed
    acts = tuple(zip(_ACTS.get(register, ()), letters, strict=True))
    for one in asked:
        for told in one.whom:
            if post is not None and one.act is _TELL and told.recipient is post:
                yield Mark(one.matter, one.act, told.recipient, DutyState.DONE)
            for act, letter in acts:
                state = _STATES[letter]
                if state is not None and act.does(one, told):
                    yield Mark(one.matter, one.act, told.recipient, state)


def events_said(draft: RegisterDraft) -> dict[Event, str]:
    """Return when each event was, as far as an entry says it."""
    found = {event: draft.said(blank) for event, blank in _MOMENTS.items()}
    return {event: at for event, at in found.items() if is_moment(at)}


def moments_of_entry(versions: Sequence[Registered]) -> dict[Event, datetime]:
    """Return when each event was: what nobody said was when it was written down."""
    return moments_of_events(events_said(versions[-1].draft), versions[0].written_at)


def moments_of_events(said: Mapping[Event, str], written: datetime) -> dict[Event, datetime]:
    """Return each event as a moment. `written`: when the entry was written for the first time."""
    at = {
        event: datetime.fromisoformat(each).replace(tzinfo=written.tzinfo)
        for event, each in said.items()
    }
    return {Event.TOLD: written, Event.AWARE: written, **at}


def _marked(
    asked: Asked, told: Told, said: tuple[_Act, DutyState], versions: Sequence[Registered]
) -> Mark:
    act, state = said
    draft, wrote = versions[-1].draft, _since(act, versions)
    at = draft.said(act.on) or wall_clock(wrote.written_at)
    if state is DutyState.DONE:
        return _mark(asked, told, state, wrote, at)
    why = draft.said(act.why)
    return Mark(asked.matter, asked.act, told.recipient, state, at, why=why, by=wrote.author)


def _mark(asked: Asked, told: Told, state: DutyState, wrote: Registered, at: str) -> Mark:
    how = f"In this entry, version {wrote.version}"
    return Mark(asked.matter, asked.act, told.recipient, state, at, how=how, by=wrote.author)


def _since(act: _Act, versions: Sequence[Registered]) -> Registered:
    """Return the version that first said what still stands there."""
    now = versions[-1].draft.said(act.blank)
    found = versions[-1]
    for one in reversed(versions):
        if one.draft.said(act.blank) != now:
            break
        found = one
    return found
