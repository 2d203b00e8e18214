"""A register on paper, and the list of children of whom nothing is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.leaf import Leaf
from dsl_desk.documents.made_under import made_under
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_heading
from dsl_desk.domain.registers.publishing import LIST_SAYS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.registers.publishing import Unpublished
    from dsl_desk.domain.registers.register import Register, Registered

_MARKS: Final = {
    Compartment.SCHOOL: "Confidential: school",
    Compartment.CHILDREN: "Confidential: child protection",
    Compartment.STAFF: "Confidential: staff",
    Compartment.DECLARATIONS: "Confidential: staff",
}
_LIST: Final = "Do not publish"
_NOBODY: Final = "Nobody stands on this list today."


def register_leaf(
    register: Register, entries: Sequence[Registered], words: str, when: datetime
) -> Leaf:
    """Return the entries as a paper, in the columns of the list. `words`: what was looked for."""
    under = f"{_count(len(entries))}, as of {in_heading(when)}"
    if words:
        under += f". Only those that say “{words}”"

    def story(paper: Writer) -> list[Flowable]:
        rows = [_cells(register, one) for one in entries]
        marks = ((register.title_of(one.draft), one.draft.policy) for one in entries)
        return [
            *paper.title(register.title, under),
            *paper.said(register.purpose),
            *paper.long_grid(_headings(register), rows, _widths(register)),
            *(paper.plain(line) for line in made_under(marks)),
        ]

    return Leaf(register.title, _MARKS[register.part], "", story)


def do_not_publish_leaf(children: Sequence[Unpublished], when: datetime) -> Leaf:
    """Return the list as a paper: the child, the class, where not. It gives no reasons."""

    def story(paper: Writer) -> list[Flowable]:
        rows = [(one.child, one.form, one.words) for one in children]
        grid = paper.long_grid(("Child", "Class", "Do not publish"), rows, (4, 1, 6))
        under = f"As of {in_heading(when)}. Make it anew before you rely on it."
        return [
            *paper.title(_LIST, under),
            *paper.said(*LIST_SAYS),
            *(grid if rows else [paper.plain(_NOBODY)]),
        ]

    return Leaf(_LIST, "For staff only", "", story)


def _headings(register: Register) -> list[str]:
    return [register.blank(name).label for name in register.columns]


def _cells(register: Register, entry: Registered) -> list[str]:
    return [register.blank(name).told(entry.draft.said(name)) for name in register.columns]


def _widths(register: Register) -> tuple[float, ...]:
    return (3, *(2 for _column in register.columns[1:]))


def _count(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"
