"""Cross-references from a child's file to a record about an adult: written once, naming nobody.

About somebody who holds a key to Children nothing is written there. About any other member it is
a decision of its own, written down in the case first. From a sealed case nothing ever crosses.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_step import newest_of
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cross_reference import CROSS_REFERENCE, CrossReference
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.record import Said
from dsl_desk.services.allegation_routes import member_named
from dsl_desk.services.page_rows import holding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.services.cases import Cases

_HERE: Final = Compartment.CHILDREN


def note_in_files(cases: Cases, lines: Iterable[AllegationRow]) -> None:
    """Write what is not yet in the files of the children these cases name, where it may cross."""
    sitting = cases.sitting
    if _HERE not in sitting.parts or not sitting.may_write(_HERE, CROSS_REFERENCE.entry_class):
        return
    ledger = sitting.part(_HERE).ledger
    wanted = [
        (entry, reference)
        for line in lines
        if may_cross(cases, line)
        for entry, reference in _references(line)
        if ledger.find(entry) is None
    ]
    for entry, reference in wanted:
        with sitting.writing(_HERE, CROSS_REFERENCE.entry_class) as write:
            write.record(CROSS_REFERENCE, Said(reference, "", reference.at), entry)


def may_cross(cases: Cases, line: AllegationRow) -> bool:
    """Tell whether the children's files may say that there is a record."""
    about = member_named(cases.book.page(), line.allegation.draft.adult)
    if about is None:
        return not line.sealed
    decided = newest_of(line.steps, AllegationStepSort.CHILD_FILES) is not None
    return decided and not holds_children(cases, line)


def holds_children(cases: Cases, line: AllegationRow) -> bool:
    """Tell whether whom it is about could read it there, or it lies in a sealed case."""
    about = member_named(cases.book.page(), line.allegation.draft.adult)
    return line.sealed or (about is not None and _HERE in holding(about))


def _references(line: AllegationRow) -> Iterator[tuple[EntryId, CrossReference]]:
    allegation = line.allegation
    for child in allegation.draft.children:
        if child.person:
            # The same case and child make the same entry, on whichever desk it is written.
            made = hashlib.sha256(f"cross {allegation.written.id} {child.person}".encode())
            draft = CrossReference(child, allegation.draft.told_at, allegation.ref)
            yield EntryId(made.hexdigest()[:32]), draft
