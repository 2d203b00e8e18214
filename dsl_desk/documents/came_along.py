"""What other schools wrote about a child, in full: a file goes on whole, what came with it too."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from reportlab.platypus import PageBreak

from dsl_desk.domain.dates import in_full

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.file_facts import CameAlong, FileFacts

_UNDER: Final = "As that school wrote and signed it, in a parcel that was checked when it came"
_COVERED: Final = "That school covered another child's name: the words are not those it signed."


def came_along(facts: FileFacts, paper: Writer) -> list[Flowable]:
    """Return a chapter for each school that sent something; none where nothing came."""
    story: list[Flowable] = []
    for school in dict.fromkeys(one.school for one in facts.came):
        story += [PageBreak(), *paper.chapter(f"Received from {school}", _UNDER)]
        entries = [one for one in facts.came if one.school == school]
        for number, one in enumerate(entries, start=1):
            story += _entry(number, one, paper)
    return story


def _entry(number: int, one: CameAlong, paper: Writer) -> list[Flowable]:
    when = in_full(datetime.fromisoformat(one.written_at))
    pieces = [
        paper.section(number, one.title, level=1),
        paper.small(f"Written by {one.by}, {when}, version {one.version}"),
    ]
    if one.covered:
        pieces.append(paper.strong(_COVERED))
    return [*pieces, paper.table(one.told or (("Kept", "Nothing that can be printed"),))]
