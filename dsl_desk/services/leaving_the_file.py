"""A malicious or false allegation leaves the adult's own file: versions, and nothing is lost.

Timeline, counts, references and packs follow, because each asks the newest version.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION, Allegation
from dsl_desk.domain.allegation_step import ALLEGATION_STEP, AllegationStep
from dsl_desk.domain.low_level import LOW_LEVEL
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import Said
from dsl_desk.domain.threshold import Answer
from dsl_desk.services.allegation_homes import Change, Next

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStepDraft
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.services.allegation_homes import Home

_REASON: Final = "Left the personnel file with the removal that is written down beside it"


def leaves_with(
    home: Home, removal: AllegationStepDraft, before: LowLevel | None
) -> tuple[Next, ...]:
    """Return every version by which a case stands in nobody's file.

    There are none where the person consents in writing to its staying.
    """
    allegation = Allegation.of(home.allegation())
    if removal.answer("consent") == Answer.YES.value or not allegation.draft.in_file:
        return ()
    steps = (AllegationStep.of(one) for one in home.steps())
    named = [_nameless(step) for step in steps if step.draft.adult.person]
    out = replace(allegation.draft, in_file=False)
    said = Said(out, allegation.ref, out.told_at)
    whole = Next(ALLEGATION, said, Change(allegation.written, _REASON))
    return (*named, *(() if before is None else (_uncounted(before),)), whole)


def _nameless(step: AllegationStep) -> Next:
    draft = replace(step.draft, adult=PersonRef(step.draft.adult.name))
    return Next(ALLEGATION_STEP, Said(draft, "", draft.at), Change(step.written, _REASON))


def _uncounted(concern: LowLevel) -> Next:
    draft = replace(concern.draft, in_file=False)
    return Next(LOW_LEVEL, Said(draft, concern.ref, draft.at), Change(concern.written, _REASON))
