"""Hints: about what was typed, never in the way."""

from __future__ import annotations

import pytest

from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.concern_hints import Hint, hints
from tests.builders import a_concern_draft

TOLD = "Wren came in late and said that nobody had sat with her at lunch."


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"about": "W.T."}, Hint.INITIALS),
        ({"about": "WT"}, Hint.INITIALS),
        ({"words": TOLD}, Hint.NO_QUOTATION_MARKS),
        ({"words": "I think he seemed off"}, Hint.OPINION),
        ({"words": TOLD}, Hint.NO_VOICE),
        ({"sorts": (ConcernSort.FGM,)}, Hint.FGM),
        ({"sorts": (ConcernSort.NUDES,)}, Hint.NUDES),
        ({"sorts": (ConcernSort.SEXUAL,)}, Hint.SEXUAL),
    ],
)
def test_that_what_is_worth_another_look_is_hinted_at_and_stops_nobody(
    changes: dict[str, object], hint: Hint
) -> None:
    draft = a_concern_draft(**changes)  # type: ignore[arg-type]  # a table of changes
    assert hint in hints(draft)
    assert draft.problems() == ()


def test_that_a_good_concern_gets_no_hint() -> None:
    draft = a_concern_draft(words=f"“Nobody wants u.” {TOLD}", wishes="For it to stop")
    assert hints(draft) == ()
