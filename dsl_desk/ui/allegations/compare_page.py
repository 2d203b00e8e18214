"""The versions of an allegation, of one of its steps, or of a low-level concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.allegation_texts import (
    texts_of_allegation,
    texts_of_low_level,
    texts_of_step,
)
from dsl_desk.domain.changes import Thing
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.compared_page import ComparedPage, Stood

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


class CompareAllegationPage(ComparedPage):
    """What a case has said: `which` is the allegation itself, or a step of it."""

    def __init__(self, worker: Worker[Desk], record: RecordId, which: RecordId) -> None:
        super().__init__(
            worker,
            frozenset({Thing.ALLEGATIONS, Thing.CASES}),
            lambda desk: _case(desk, record, which),
        )


class CompareLowLevelPage(ComparedPage):
    """What a low-level concern has said."""

    def __init__(self, worker: Worker[Desk], record: RecordId) -> None:
        super().__init__(worker, frozenset({Thing.ALLEGATIONS}), lambda desk: _low(desk, record))


def _case(desk: Desk, record: RecordId, which: RecordId) -> tuple[Stood, ...]:
    if which == record:
        return tuple(
            Stood.of(f"Allegation {one.ref}".strip(), one.written, texts_of_allegation(one.draft))
            for one in desk.allegations.stood(record)
        )
    return tuple(
        Stood.of(label(one.sort), one.written, texts_of_step(one.draft))
        for one in desk.allegations.versions(record, which)
    )


def _low(desk: Desk, record: RecordId) -> tuple[Stood, ...]:
    return tuple(
        Stood.of(f"Low-level concern {one.ref}", one.written, texts_of_low_level(one.draft))
        for one in desk.low_level.versions(record)
    )
