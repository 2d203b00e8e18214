"""Concerns: recording one, listing them, opening one, printing one."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, concern_of, said_of
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.storage.shelves.concerns import CONCERNS, next_reference, page_of_concerns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.compare import Difference
    from dsl_desk.domain.concern import Concern, ConcernDraft, ConcernRow
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.looked import Looked
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.page import Page
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.ledger import Ledger

_OPENED_KIND: Final = "opened"
_EXPORT_KIND: Final = "export"
_HERE: Final = Compartment.CHILDREN


class Concerns:
    """What can be asked about concerns."""

    def __init__(
        self, sitting: Sitting, face: Face, fonts: Path, look: Callable[[Compartment], Looked]
    ) -> None:
        self._sitting = sitting
        self._face = face
        self._fonts = fonts
        self._look = look
        self._opened: set[RecordId] = set()

    def record(self, draft: ConcernDraft, entry: EntryId) -> Changed[Concern]:
        """Write a concern down. The same id again returns the same concern, never a second."""
        problems = draft.problems()
        if problems:
            raise DraftError(problems)
        year = self._sitting.clock.now().year
        part = self._sitting.part(_HERE)
        part.fill_back_to(year, CONCERNS)
        with self._sitting.writing(_HERE, EntryClass.CONCERN) as write:
            ref = next_reference(part.database, year)
            written = write.record(CONCERN, said_of(draft, ref), entry)
        return Changed(concern_of(written), frozenset({Thing.CONCERNS}))

    def add_version(
        self, of: EntryId, draft: ConcernDraft, reason: str, entry: EntryId
    ) -> Changed[Concern]:
        """Write what a concern says from now on, and why; what it said before stays beside it.

        `of` is the entry that was read. Versions made apart in two copies are settled by this one.
        """
        problems = (*draft.problems(), *_problems_of(reason))
        if problems:
            raise DraftError(problems)
        with self._sitting.writing(_HERE, EntryClass.CONCERN) as write:
            ref = self._read(self._ledger().known(of).header.record).ref
            written = write.version(CONCERN, said_of(draft, ref), of, reason.strip(), entry)
        return Changed(concern_of(written), frozenset({Thing.CONCERNS}))

    def versions(self, record: RecordId) -> tuple[Concern, ...]:
        """Return every version of a concern, oldest first."""
        self._read(record)  # a record that was disposed of has no versions to show
        return tuple(concern_of(entry) for entry in self._ledger().versions(record))

    def compare(self, before: EntryId, after: EntryId) -> tuple[Difference, ...]:
        """Return what differs between two versions, field by field."""
        return self._ledger().compare(before, after)

    def apart(self) -> tuple[Concern, ...]:
        """Return the versions that two copies made apart and that nobody has settled yet."""
        ledger = self._ledger()
        return tuple(concern_of(tip) for record in ledger.apart() for tip in ledger.tips(record))

    def page(self, first: int, count: int) -> Page[ConcernRow]:
        """Return a stretch of the list, newest first."""
        return page_of_concerns(self._sitting.part(_HERE).database, first, count)

    def open(self, record: RecordId) -> Concern:
        """Return a concern to be read; that it was opened is written down once in a sitting."""
        concern = self._read(record)
        if record not in self._opened:
            shown: dict[str, Json] = {
                "record": record,
                "version": concern.version,
                "length": len(concern.words),
            }
            self._write_down(EntryClass.OPENED, Body(_OPENED_KIND, 1, fields=shown))
            self._opened.add(record)
        return concern

    def make_pdf(self, record: RecordId) -> Changed[bytes]:
        """Return a copy on paper, once it is written down that the copy was made."""
        from dsl_desk.documents.concern import Checked, Made, print_concern  # noqa: PLC0415 reportlab is slow to import and seldom needed

        concern = self._read(record)
        looked = self._look(_HERE)
        checked = Checked(looked.checked, looked.of, whole=looked.where is None)
        made = Made(self._sitting.member, self._sitting.clock.now(), self._fonts, checked)
        pdf = print_concern(concern, self._face, made)
        copy: dict[str, Json] = {
            "record": record,
            "version": concern.version,
            "sha256": hashlib.sha256(pdf).hexdigest(),
        }
        self._write_down(EntryClass.EXPORT, Body(_EXPORT_KIND, 1, fields=copy))
        return Changed(pdf, frozenset({Thing.VAULT}))

    def _read(self, record: RecordId) -> Concern:
        return concern_of(self._ledger().newest(record))

    def _ledger(self) -> Ledger:
        return self._sitting.part(_HERE).ledger

    def _write_down(self, entry_class: EntryClass, body: Body) -> None:
        name = fresh_id(self._sitting.clock.now())
        with self._sitting.writing(_HERE, entry_class) as write:
            write.enter(Act(EntryId(name), RecordId(name), entry_class, body))


def _problems_of(reason: str) -> tuple[Problem, ...]:
    code = what_is_wrong(reason, LONGEST_LINE)
    return (Problem("reason", code),) if code else ()
