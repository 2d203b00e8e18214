"""What one person declared under seal, with what was decided, marked and filed under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dsl_desk.domain.case import note_body
from dsl_desk.domain.declaration import DECLARATION, DeclarationDraft
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW, Decision, ReviewDraft
from dsl_desk.domain.duty_mark import DUTY_DONE, DutyMark
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct
from dsl_desk.domain.record import Said
from dsl_desk.domain.sealed_declared import declared_by
from dsl_desk.domain.signed_paper import SIGNED_PAPER, SignedPaperDraft
from dsl_desk.domain.subject import Subject
from dsl_desk.domain.written import Written

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Body
    from dsl_desk.domain.record import Kind

D = TypeVar("D")
AT = "2026-11-19T09:00:00+00:00"
MAYA, TANSY = "Maya Fernsby", "Tansy Hollybank"


def written(record: str, body: Body) -> Written:
    return Written(RecordId(record * 16), EntryId(record * 16), 1, AT, body)


def kept(record: str, kind: Kind[D], draft: D) -> Written:
    return written(record, kind.body(Said(draft), "Hester Winterbourne"))


def under(first: str, by: str) -> list[Written]:
    """A declaration, its decision, a mark on a duty, and where its paper lies."""
    of, *others = (f"{first}{number}" for number in range(4))
    review, mark, paper = others
    declared = of * 16
    duty = DutyMark(declared, "links", DutyAct.RECORD, None, DutyState.DONE, how="Filed")
    return [
        kept(of, DECLARATION, DeclarationDraft(by=by, nil=True)),
        kept(review, DECLARATION_REVIEW, ReviewDraft(declared, 1, Decision.AGREED)),
        kept(mark, DUTY_DONE, duty),
        kept(paper, SIGNED_PAPER, SignedPaperDraft(declared, "In the safe")),
    ]


def test_that_all_under_somebodys_declaration_is_theirs_and_nobody_elses() -> None:
    hers, others = under("a", MAYA), under("b", TANSY)
    opened = written("c0", note_body("Read", "Hester Winterbourne", AT))
    everything = (*others, *hers, opened)
    assert declared_by(Subject("maya  FERNSBY"), everything) == tuple(hers)
    assert declared_by(Subject("Alban Rushmere"), everything) == ()
