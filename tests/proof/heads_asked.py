"""Whatever the program answers to the Head: lists, counts, references, papers and tables."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from dsl_desk.documents.reading_back import words_in
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_list import Wanted
from dsl_desk.domain.registers.register import RegisterName
from tests.builders import an_entry_id
from tests.services.adults import an_allegation_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.services.desk import Desk

_CHILDREN = Wanted(part=Compartment.CHILDREN)


def asked(desk: Desk) -> dict[str, Callable[[], object]]:
    """Return every question with how it is asked."""
    return {
        "allegations": desk.allegations.list,
        "low-level concerns": lambda: [one.ref for one in desk.low_level.list()],
        "patterns": lambda: len(desk.low_level.patterns()),
        "next reference": lambda: _next_reference(desk),
        "today": lambda: desk.today.read().now,
        "cases": desk.cases.mine,
        "entries of cases": desk.cases.check,
        "concerns": lambda: [
            row.ref for part in desk.concerns.parts() for row in _rows(desk, Wanted(part=part))
        ],
        "counts of concerns": desk.concerns.counts,
        "search": lambda: desk.search.find("coach", 0, 9),
        "counts": desk.vault.counts,
        "whole": lambda: desk.vault.check(lambda _done, _of: None).entries,
        "audit page": lambda: [(one.kind, one.entry_class) for one in desk.vault.tail(500)],
        "rights": lambda: [view.rights for view in desk.members.everyone()],
        "posts": lambda: len(desk.members.posts()),
        "drafts": desk.drafts.brought_back,
        "noticed": lambda: len(desk.vault.noticed()),
        "numbers": desk.lado.all,
        "duties": lambda: list(desk.adult_duties.needs()),
        "her own file": lambda: _file_of(desk, desk.member.name),
        "insights": lambda: desk.insights.read(desk.insights.periods()[0]),
        "a paper": lambda: [_words_of(desk, row) for row in _rows(desk, _CHILDREN)],
        "a table": lambda: desk.register_papers.make_table(RegisterName.APPROVALS).answer,
        "due for review": lambda: len(list(desk.retention.dues.needs())),
    }


def _words_of(desk: Desk, row: ConcernRow) -> str:
    """Return what is written on the paper of a concern, its foot and its head included."""
    with pikepdf.open(BytesIO(desk.concerns.make_pdf(row.id).answer)) as paper:
        return words_in(paper)


def _file_of(desk: Desk, name: str) -> list[tuple[str, str]]:
    """Return what stands in the file of whoever works here and is called so."""
    people = desk.people.directory.find(name, 9)
    return [
        (line.title, line.line)
        for person in people
        for line in desk.chronology.of(person.id, 0, 99).rows
    ]


def _rows(desk: Desk, wanted: Wanted) -> tuple[ConcernRow, ...]:
    return desk.concerns.page(0, 99, wanted).rows


def _next_reference(desk: Desk) -> str:
    entry = an_entry_id(desk.sitting.clock)
    return desk.allegations.record(an_allegation_draft(), entry).answer.ref
