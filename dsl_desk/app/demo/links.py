"""Family links that were declared in a term, and a note that was left at the lock screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import HESTER, MAYA, OTHER_STAFF, TEACHERS
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.declaration import DeclarationDraft
from dsl_desk.domain.declaration_review import Condition, Decision, ReviewDraft
from dsl_desk.domain.declared_link import BeforeJoining, Closeness, DeclaredLink, LinkKind, Teaches
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, NoteDraft, Whom
from dsl_desk.domain.fence import FenceAct
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.signed_paper import SignedPaperDraft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.services.desk import Desk

_HOUR: Final = timedelta(hours=1)
_SIGNS: Final = "ABCDEFGH346789"  # of the note's code, which the seed draws here


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return what is declared and left; `moment` says when the nth school day begins."""
    yield Scene(moment[9] + 6 * _HOUR, HESTER, partial(_declared, stage, TEACHERS[2], 22))
    yield Scene(moment[16] + 6 * _HOUR, HESTER, partial(_nil, stage, TEACHERS[4]))
    yield Scene(moment[17] + 6 * _HOUR, HESTER, partial(_signed_and_known, stage))
    yield Scene(moment[55] + 6 * _HOUR, HESTER, partial(_round, stage))
    yield Scene(moment[56] + 6 * _HOUR, HESTER, partial(_asked, stage, OTHER_STAFF[0], 31))
    yield Scene(moment[57] + 3 * _HOUR, MAYA, partial(_left, stage))


def _declared(stage: Stage, name: str, pupil: int, desk: Desk) -> None:
    """Take a declaration in, and decide on it as the school's policy lets its Head."""
    draft = _draft(stage, name, pupil)
    declaration = desk.declarations.record(draft, stage.fresh()).answer
    rules = desk.declarations.routes.rules_of(declaration.draft)
    review = _agreed(stage) if all(rule.may_agree for rule in rules) else _advised_against()
    desk.declarations.review(declaration, review, stage.said[HESTER], stage.fresh())


def _signed_and_known(stage: Stage, desk: Desk) -> None:
    """Write down where the signed paper lies, and that a link did not keep somebody from a task."""
    line = desk.declarations.lines()[0].declaration.written
    lies = "Personnel file, locked cupboard in the Headteacher's office"
    desk.signed_papers.keep(SignedPaperDraft(line.id, lies), None, stage.fresh())
    touches = desk.fence.links_to(RecordId(stage.cast.records[stage.cast.pupils[22].name]))
    why = "Nobody else was in the building; a second person sat beside"
    desk.fence.pass_by(touches, FenceAct.BEST_PLACED, why)


def _round(stage: Stage, desk: Desk) -> None:
    """Ask everybody on the staff list; two weeks are left."""
    until = (stage.clock.now() + timedelta(days=14)).date().isoformat()
    desk.declaration_rounds.issue("Yearly round", until, stage.fresh())


def _agreed(stage: Stage) -> ReviewDraft:
    return ReviewDraft(
        "",
        0,
        Decision.AGREED_WITH_CONDITIONS,
        conditions=(Condition("Not in the working day", "Personal use"),),
        look_again_on=(stage.today + timedelta(days=240)).isoformat(),
    )


def _advised_against() -> ReviewDraft:
    words = "Our policy makes no exception for family. Please leave the group, and meet as before."
    return ReviewDraft("", 0, Decision.ADVISED_AGAINST, words=words)


def _asked(stage: Stage, name: str, pupil: int, desk: Desk) -> None:
    """Take one in that still waits for its review."""
    desk.declarations.record(_draft(stage, name, pupil), stage.fresh())


def _nil(stage: Stage, name: str, desk: Desk) -> None:
    """Take in that somebody has nothing to declare."""
    draft = DeclarationDraft(
        by=name,
        person=stage.cast.records.get(name, ""),
        role="Teacher",
        signed=name,
        signed_on=stage.clock.now().date().isoformat(),
        nil=True,
    )
    desk.declarations.record(draft, stage.fresh())


def _draft(stage: Stage, name: str, pupil: int) -> DeclarationDraft:
    link = DeclaredLink(
        who=stage.cast.ref(stage.cast.pupils[pupil].name),
        kind=LinkKind.PUPIL,
        relation="aunt_or_uncle",
        relation_words="Aunt or uncle",
        closeness=Closeness.OFTEN,
        since="Since birth",
        before=BeforeJoining.BEFORE,
        teaches=Teaches.NO,
        platforms="WhatsApp family group, 9 relatives",
        contact="None alone: a parent is always in the chat",
    )
    return DeclarationDraft(
        by=name,
        person=stage.cast.records.get(name, ""),
        role="Works here",
        links=(link,),
        statement="We meet on Sundays.",
        signed=name,
        signed_on=stage.clock.now().date().isoformat(),
    )


def _left(stage: Stage, desk: Desk) -> None:
    """Let a note be left at the lock screen, and be taken in; nobody has opened it yet."""
    words = "A boy in the blue class asked twice whether he can stay until six. He looked afraid."
    note = NoteDraft(words, "Gale Burdock")
    whom = Whom(LeftAbout.CHILD)
    left = Left.fresh(LeftSort.NOTE, whom, note.as_json(), stage.clock.now())
    halves = ("".join(stage.chance.choices(_SIGNS, k=3)) for _ in range(2))
    desk.drop.leave(replace(left, code="-".join(halves)))
    for _done in desk.drop.take_in():
        pass
