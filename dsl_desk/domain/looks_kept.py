"""The facts of decisions to look, of evidence, and of what stands beside it, for keeping them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.conversation import CONVERSATION
from dsl_desk.domain.custody import EVIDENCE_MISMATCH, STOP_TAKEN_BACK
from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.handed_in import HANDED_IN
from dsl_desk.domain.kept_facts import DAY, Facts, written_on
from dsl_desk.domain.person_ref import ids_of
from dsl_desk.domain.quarantine import QUARANTINE
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.sharing_copy import SHARING_COPY
from dsl_desk.domain.viewing import VIEWING, Look
from dsl_desk.domain.viewing_standing import VIEWING_ANSWER
from dsl_desk.domain.words_only import WORDS_ONLY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.written import Written


def _viewing(one: Written) -> Facts:
    said = VIEWING.said_in(one.body)
    draft = said.draft
    looked = draft.look is not Look.NOT_TO_LOOK
    return Facts(
        made=(draft.ended_at or draft.starts)[:DAY] or written_on(one),
        people=draft.in_files_of(),
        parent=draft.concern,
        ref=said.ref,
        what=draft.whose.name,
        # Whether anything was captured under it is seen by what stands beside it.
        of=RetentionClass.CAPTURE_NOTHING if looked and draft.ended_at else None,
    )


def _viewing_answer(one: Written) -> Facts:
    return Facts(written_on(one), parent=VIEWING_ANSWER.said_in(one.body).draft.viewing)


def _handed_in(one: Written) -> Facts:
    said = HANDED_IN.said_in(one.body)
    draft = said.draft
    what = f"Handed in by {draft.from_whom}"
    return Facts(draft.at[:DAY], ids_of(draft.people), draft.concern, said.ref, what)


def _words_only(one: Written) -> Facts:
    said = WORDS_ONLY.said_in(one.body)
    draft = said.draft
    people, what = ids_of(draft.people), "Imagery recorded in words only"
    return Facts(draft.at[:DAY], people, draft.concern, said.ref, what, sexual=True)


def _evidence(one: Written) -> Facts:
    said = EVIDENCE.said_in(one.body)
    captured = said.draft
    made, people = captured.facts.captured_at[:DAY], ids_of(captured.people)
    above = captured.basis or captured.concern
    return Facts(made, people, above, said.ref, captured.said.shows)


def _mismatch(one: Written) -> Facts:
    return Facts(written_on(one), parent=EVIDENCE_MISMATCH.said_in(one.body).draft.evidence)


def _sharing_copy(one: Written) -> Facts:
    said = SHARING_COPY.said_in(one.body)
    return Facts(written_on(one), parent=said.draft.evidence, ref=said.ref)


def _conversation(one: Written) -> Facts:
    said = CONVERSATION.said_in(one.body)
    put = said.draft
    people, what = ids_of(put.people), put.said.title
    return Facts(written_on(one), people, put.said.basis or put.concern, said.ref, what)


def _quarantine(one: Written) -> Facts:
    return Facts(written_on(one), parent=QUARANTINE.said_in(one.body).draft.evidence)


def _stop_taken_back(one: Written) -> Facts:
    return Facts(written_on(one), parent=STOP_TAKEN_BACK.said_in(one.body).draft.basis)


LOOKS_KEPT: Final[Mapping[str, Callable[[Written], Facts]]] = {
    VIEWING.name: _viewing,
    VIEWING_ANSWER.name: _viewing_answer,
    HANDED_IN.name: _handed_in,
    WORDS_ONLY.name: _words_only,
    EVIDENCE.name: _evidence,
    EVIDENCE_MISMATCH.name: _mismatch,
    SHARING_COPY.name: _sharing_copy,
    CONVERSATION.name: _conversation,
    QUARANTINE.name: _quarantine,
    STOP_TAKEN_BACK.name: _stop_taken_back,
}
