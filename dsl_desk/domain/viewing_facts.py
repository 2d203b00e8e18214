"""What a decision to look says, as facts that a policy can ask about. No name is in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import About
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.policy.facts import FactName, Facts, fact
from dsl_desk.domain.policy.states import DutyState, Mark
from dsl_desk.domain.policy.terms import DutyAct
from dsl_desk.domain.viewing import Look, OpenToAll, Stands
from dsl_desk.domain.viewing_standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.matching import Asked
    from dsl_desk.domain.policy.terms import Recipient
    from dsl_desk.domain.viewing import Viewing, ViewingDraft

_OF_LOOKING: Final = tuple(
    f"{name.value}: "
    for name in (FactName.VIEWING, FactName.VIEWING_OF, FactName.CAPTURE, FactName.DEVICE)
)
_WHOSE: Final = {
    Stands.CHILD: "pupil",
    Stands.FAMILY: "parent",
    Stands.STAFF: "staff",
    Stands.UNDER_ALLEGATION: "staff",
    Stands.SUSPECT: "other",
    Stands.OTHER: "other",
}
_ABOUT: Final = {
    Stands.CHILD: About.CHILD,
    Stands.STAFF: About.ADULT,
    Stands.UNDER_ALLEGATION: About.ADULT,
}
_UNDECIDED: Final = frozenset({Standing.ADVICE_FIRST, Standing.WAITING, Standing.REFUSED})
_SECOND: Final = 2
# Whoever signs the decision has checked and decided what it says: that is the act itself.
_DONE_BY_DECIDING: Final = frozenset({DutyAct.CHECK, DutyAct.DECIDE})


def facts_of_viewing(
    draft: ViewingDraft,
    standing: Standing | None = None,
    pieces: Sequence[Evidence] = (),
    post: Recipient | None = None,
) -> Facts:
    """Return the facts of a decision. `standing`: once it is written; `post`: whose account."""
    return Facts.of(
        [
            *_of_the_account(draft, post),
            *_of_the_look(draft, standing),
            *_of_captures(draft, pieces),
        ]
    )


def is_about_looking(duty: Duty) -> bool:
    """Tell whether a duty asks something of looking: the rest is asked of the concern itself."""
    return any(one.startswith(_OF_LOOKING) for line in duty.when.all for one in line)


def done_by_deciding(asked: Iterable[Asked], viewing: Viewing) -> Iterator[Mark]:
    """Return the marks that the decision itself is: what was checked and decided in it."""
    for one in asked:
        holds = [line for cited in one.cited for line in cited.duty.holds]
        if holds and one.act in _DONE_BY_DECIDING:
            for told in one.whom:
                yield Mark(
                    matter=one.matter,
                    act=one.act,
                    recipient=told.recipient,
                    state=DutyState.DONE,
                    at=wall_clock(viewing.written_at),
                    how=f"In {viewing.ref}, version {viewing.version}",
                    by=viewing.author,
                )


def _of_the_account(draft: ViewingDraft, post: Recipient | None) -> Iterator[str]:
    if draft.stands is not Stands.UNANSWERED:
        yield fact(FactName.VIEWING_OF, _WHOSE[draft.stands])
        yield fact(FactName.ABOUT, _ABOUT.get(draft.stands, About.ACCOUNT))
    if post is not None:
        yield fact(FactName.ADULT_IS, post)


def _of_the_look(draft: ViewingDraft, standing: Standing | None) -> Iterator[str]:
    if draft.open_to_all is OpenToAll.NO:
        yield fact(FactName.VIEWING, "private")
    if draft.look is Look.NOT_TO_LOOK:
        return
    yield fact(FactName.VIEWING, "proposed")
    if standing is not None and standing not in _UNDECIDED and draft.look is Look.LOOK:
        yield fact(FactName.VIEWING, "decided")
    if standing is Standing.ENDED:
        yield fact(FactName.VIEWING, "done")
    if draft.nth >= _SECOND:
        yield fact(FactName.VIEWING, "again")


def _of_captures(draft: ViewingDraft, pieces: Sequence[Evidence]) -> Iterator[str]:
    if draft.look is not Look.NOT_TO_LOOK:
        yield fact(FactName.CAPTURE, "wanted")
    if pieces:
        yield fact(FactName.CAPTURE, "made")
    if any(piece.captured.said.phone.held_by.strip() for piece in pieces):
        yield fact(FactName.DEVICE, "personal")
    elif draft.school_device:
        yield fact(FactName.DEVICE, "school")
