"""The versions of a concern beside each other, and the reason the later one gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.concern_answers import answers
from dsl_desk.domain.dates import in_full
from dsl_desk.ui.forms.compared_page import ComparedPage, Stood

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


class ComparePage(ComparedPage):
    """What one concern has said, question by question."""

    def __init__(self, worker: Worker[Desk], record: RecordId) -> None:
        super().__init__(
            worker,
            frozenset({Thing.CONCERNS}),
            lambda desk: tuple(_stood(one) for one in desk.concerns.versions(record)),
        )


def _stood(one: Concern) -> Stood:
    texts = {answer.question: answer.text for answer in answers(one.draft)}
    return Stood(one.ref, one.version, in_full(one.written_at), one.author, one.reason, texts)
