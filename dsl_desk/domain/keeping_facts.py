"""What the day of a record is reckoned from, kind by kind, and beside which record it stands.

A new kind of record takes one line: in `FACTS`, with the function that reads its facts, or in
`WITHOUT_A_DAY`, with the reason why nobody ever looks at it again. A house test asks for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION, AllegationDraft
from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_questions import PENSION_ON
from dsl_desk.domain.allegation_step import ALLEGATION_STEP
from dsl_desk.domain.child_file import CHILD_FILE
from dsl_desk.domain.concern import CONCERN, whom
from dsl_desk.domain.cross_reference import CROSS_REFERENCE
from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.declaration_keeping import (
    of_declaration,
    of_declaration_review,
    of_signed_paper,
)
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW
from dsl_desk.domain.duty_mark import DUTY_DONE
from dsl_desk.domain.identity import IDENTITY
from dsl_desk.domain.kept_facts import DAY, Facts, written_on
from dsl_desk.domain.left import LEFT
from dsl_desk.domain.legal_hold import is_sexual
from dsl_desk.domain.looks_kept import LOOKS_KEPT
from dsl_desk.domain.low_level import LOW_LEVEL, LowLevelDraft
from dsl_desk.domain.misfiling import MISFILING
from dsl_desk.domain.paper import PAPER
from dsl_desk.domain.person import PERSON
from dsl_desk.domain.person_merge import PERSON_MERGE
from dsl_desk.domain.person_ref import ids_of
from dsl_desk.domain.received import PARCEL, RECEIVED, parcel_kept, received_kept
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.domain.registers.all import BY_KIND
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.signed_paper import SIGNED_PAPER
from dsl_desk.domain.step import STEP
from dsl_desk.domain.subject_access import SUBJECT_ANSWER, SUBJECT_DECISION
from dsl_desk.domain.task import TASK
from dsl_desk.domain.termly_check import TERMLY_CHECK
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dsl_desk.domain.written import Written


def _concern(one: Written) -> Facts:
    said = CONCERN.said_in(one.body)
    draft = said.draft
    return Facts(
        made=draft.told_at[:DAY] or written_on(one),
        people=ids_of(draft.subjects()),
        ref=said.ref,
        what=whom(draft.about, draft.people),
        sexual=is_sexual(draft.sorts),
    )


def _step(one: Written) -> Facts:
    draft = STEP.said_in(one.body).draft
    people, what = ids_of(draft.people), label(draft.sort)
    return Facts(draft.at[:DAY], people, draft.concern, what=what)


def _referral(one: Written) -> Facts:
    draft = REFERRAL.said_in(one.body).draft
    return Facts(draft.at[:DAY], ids_of(draft.people), draft.concern, what=label(draft.to))


def _misfiling(one: Written) -> Facts:
    return Facts(written_on(one), parent=MISFILING.said_in(one.body).draft.record)


def _paper(one: Written) -> Facts:
    return Facts(written_on(one), parent=PAPER.said_in(one.body).draft.of)


def _duty(one: Written) -> Facts:
    return Facts(written_on(one), parent=DUTY_DONE.said_in(one.body).draft.record)


def _left(one: Written) -> Facts:
    """Tell of what was left: once something became of it, it goes with that."""
    draft = LEFT.said_in(one.body).draft
    left = draft.left
    return Facts(left.written_at[:DAY], (), draft.record, left.code, label(left.sort))


def _termly_check(one: Written) -> Facts:
    return Facts(written_on(one), what=TERMLY_CHECK.said_in(one.body).draft.term.words)


def _task(one: Written) -> Facts:
    draft = TASK.said_in(one.body).draft
    people = (draft.person,) if draft.person else ()
    return Facts(draft.due[:DAY], people, draft.concern, what=draft.title)


def _child_file(one: Written) -> Facts:
    who = CHILD_FILE.said_in(one.body).draft.person
    return Facts(written_on(one), ids_of((who,)), what=who.name)


def _identity(one: Written) -> Facts:
    draft = IDENTITY.said_in(one.body).draft
    people = ids_of((draft.person,)) if draft.person else ()
    what = f"{draft.platform} {draft.handle}".strip()
    return Facts(draft.first_seen[:DAY] or written_on(one), people, what=what)


def _person(one: Written) -> Facts:
    return Facts(written_on(one), (one.id,), what=PERSON.said_in(one.body).draft.name)


def _person_merge(one: Written) -> Facts:
    return Facts(written_on(one), parent=PERSON_MERGE.said_in(one.body).draft.kept.person)


def _register(one: Written) -> Facts:
    register = BY_KIND[one.body.kind]
    draft = register.kind.said_in(one.body).draft
    people = tuple(sorted({person for person in draft.people.values() if person}))
    made = draft.said(register.day)[:DAY] or written_on(one)
    return Facts(made, people, what=f"{register.tab}: {register.title_of(draft)}")


def _subject_decision(one: Written) -> Facts:
    draft = SUBJECT_DECISION.said_in(one.body).draft
    what = "Decided about what somebody asked to see"
    return Facts(draft.decided_on, parent=draft.request, what=what)


def _subject_answer(one: Written) -> Facts:
    return Facts(written_on(one), parent=SUBJECT_ANSWER.said_in(one.body).draft.request)


def _allegation(one: Written) -> Facts:
    said = ALLEGATION.said_in(one.body)
    draft = said.draft
    ref, name = said.ref, draft.adult.name
    return Facts(draft.told_at[:DAY], _adult(draft), ref=ref, what=name, of=_removed(draft))


def _allegation_step(one: Written) -> Facts:
    draft = ALLEGATION_STEP.said_in(one.body).draft
    return Facts(
        made=draft.at[:DAY],
        parent=draft.allegation,
        what=label(draft.sort),
        sexual=draft.sort is AllegationStepSort.STATUTORY_REPORT,
        stated=draft.answer(PENSION_ON)[:DAY],
    )


def _low_level(one: Written) -> Facts:
    said = LOW_LEVEL.said_in(one.body)
    draft = said.draft
    made, people, name = draft.at[:DAY], _adult(draft), draft.adult.name
    return Facts(made, people, draft.grew_into, said.ref, name, of=_removed(draft))


def _cross_reference(one: Written) -> Facts:
    draft = CROSS_REFERENCE.said_in(one.body).draft
    return Facts(draft.at[:DAY], ids_of((draft.child,)), ref=draft.ref, what=draft.child.name)


def _adult(draft: AllegationDraft | LowLevelDraft) -> tuple[str, ...]:
    return (draft.adult.person,) if draft.adult.person else ()


def _removed(draft: AllegationDraft | LowLevelDraft) -> RetentionClass | None:
    return None if draft.in_file else RetentionClass.ALLEGATION_REMOVED


FACTS: Final[Mapping[str, Callable[[Written], Facts]]] = {
    CONCERN.name: _concern,
    STEP.name: _step,
    REFERRAL.name: _referral,
    MISFILING.name: _misfiling,
    PAPER.name: _paper,
    DUTY_DONE.name: _duty,
    LEFT.name: _left,
    TASK.name: _task,
    CHILD_FILE.name: _child_file,
    PARCEL.name: parcel_kept,
    RECEIVED.name: received_kept,
    IDENTITY.name: _identity,
    PERSON.name: _person,
    PERSON_MERGE.name: _person_merge,
    **dict.fromkeys(BY_KIND, _register),
    **LOOKS_KEPT,
    ALLEGATION.name: _allegation,
    ALLEGATION_STEP.name: _allegation_step,
    LOW_LEVEL.name: _low_level,
    CROSS_REFERENCE.name: _cross_reference,
    DECLARATION.name: of_declaration,
    DECLARATION_REVIEW.name: of_declaration_review,
    SIGNED_PAPER.name: of_signed_paper,
    SUBJECT_DECISION.name: _subject_decision,
    SUBJECT_ANSWER.name: _subject_answer,
    TERMLY_CHECK.name: _termly_check,
}

_OF_THE_LEDGER: Final = "says who did what and when, and nothing of what was said"
_IN_USE: Final = "in force until the school changes it; its versions say what held when"
WITHOUT_A_DAY: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("founding", "unlock", "opened", "export", "export_refused", "disposal", "merge"),
            *("way_in", "members", "snapshot", "rehearsal", "hold", "disposal_proposal"),
            *("fence_passed", "declaration_round", "everything_seen"),
            *("evidence_opened", "evidence_closed", "evidence_printed"),
        ),
        _OF_THE_LEDGER,
    ),
    **dict.fromkeys(
        (
            *(
                "lock_after",
                "school_seal",
                "people_settings",
                "policy",
                "policy_seen",
                "retention_period",
            ),
            *("calendar", "lado_directory", "school_seal"),
        ),
        _IN_USE,
    ),
    "kept_filter": "whoever keeps it takes it away themselves",
    "evidence_file": "goes with the last piece of evidence that names it, key and sealed file",
}


def named_in(told: Mapping[str, object]) -> Iterator[str]:
    """Return the person records that a body names, wherever in it.

    A body holds what JSON holds, and every entry is asked: dictionaries and lists are known faster
    than what merely acts like them.
    """
    person = told.get("person")
    if isinstance(person, str) and person:
        yield person
    yield from _named_among(told.values())


def _named_among(answers: Iterable[object]) -> Iterator[str]:
    for one in answers:
        if isinstance(one, dict):
            yield from named_in(one)
        elif isinstance(one, (list, tuple)):
            yield from _named_among(one)


def facts_of(one: Written) -> Facts | None:
    """Return the facts of a record; None where its kind has no day."""
    read = FACTS.get(one.body.kind)
    return None if read is None else read(one)
