"""The printed form of a round: a sheet for each person, with their code and last year's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import PageBreak

from dsl_desk.documents.declaration import print_sheets
from dsl_desk.domain.reading_days import day_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.documents.kit_parts import KitWriter
    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.declaration import DeclarationDraft
    from dsl_desk.domain.declaration_round import Asked, RoundDraft
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.policy.family_links import LinkPolicy

    Form = tuple[Asked, DeclarationDraft | None]

_BOX: Final = "[   ]"
_LINKS: Final = 2
_WITH_THE_CODE: Final = (
    "Fill this in and hand it back; or, with the code, at the lock screen of the school's DSL Desk:"
    " Answer with a code where nothing has changed or there is nothing to declare, and Declare a"
    " family link for the rest."
)


def print_forms(
    round_: RoundDraft, forms: Sequence[Form], policy: LinkPolicy, face: Face, made: Made
) -> bytes:
    """Return one form after the other; where nothing changed, one tick and a signature are all."""

    def story(paper: KitWriter) -> list[Flowable]:
        lines: list[Flowable] = []
        for number, (asked, last) in enumerate(forms):
            if number:
                lines.append(PageBreak())
            lines += _form(paper, round_, asked, policy)
            lines += _last(paper, last)
            lines += _blanks(paper, policy, again=last is not None)
            lines.append(paper.lines("Name", "Signature", "Date"))
        return lines

    return print_sheets("Declaration of family links", story, face, made)


def _form(paper: KitWriter, round_: RoundDraft, asked: Asked, policy: LinkPolicy) -> list[Flowable]:
    under = f"{asked.name}" + (f", {asked.role}" if asked.role else "")
    return [
        *paper.title(f"Declaration of family links, {round_.title}", under),
        paper.facts(
            (
                ("Code of this form", asked.code),
                ("Hand it back by", day_in_words(round_.due_on)),
                ("To", f"the {policy.reviewer}"),
            )
        ),
        *paper.said(policy.links.words),
        *paper.said(_WITH_THE_CODE),
    ]


def _last(paper: KitWriter, last: DeclarationDraft | None) -> list[Flowable]:
    if last is None:
        return []
    links = [(link.who.name, link.in_words) for link in last.links]
    rows = links or [("Last time", "Nothing to declare")]
    return [
        *paper.said(f"What you declared on {day_in_words(last.signed_on)}:"),
        paper.table(rows),
        *paper.said(f"{_BOX}  Nothing has changed since then."),
    ]


def _blanks(paper: KitWriter, policy: LinkPolicy, *, again: bool) -> list[Flowable]:
    lines = paper.said(f"{_BOX}  I have no links to pupils, parents or former pupils.")
    changed = "What has changed, or is new:" if again else "My links:"
    lines += paper.said(changed)
    for _link in range(_LINKS):
        lines.append(paper.lines("Their name", "What I am to them", "Since when"))
        lines.append(paper.lines("Where we are in touch online", "Do I teach or look after them?"))
    for question in policy.links.questions:
        lines += [*paper.said(question.words), paper.lines(" ")]
    return lines
