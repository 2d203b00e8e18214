"""Changing the locks of parts in the middle of a sitting, and going on with the new ones."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.keys.roll import Closed, Said
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.opening import key_of, member_row
from dsl_desk.services.page_rows import (
    holding,
    part_row,
    with_file_closed,
    with_new_lock,
    with_part,
)
from dsl_desk.services.places import parts_folder
from dsl_desk.services.rekeying import make_file_anew, make_new_file, next_row, tidy_up
from dsl_desk.services.sitting import OpenedPart
from dsl_desk.storage.part import open_part

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.signing import Pen
    from dsl_desk.keys.header import Header
    from dsl_desk.services.rekeying import NewLock
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting


class ChangingLocks:
    """Makes new files beside the old, swaps the page in one step, and goes on with the new."""

    def __init__(self, sitting: Sitting, book: RollBook) -> None:
        self._sitting = sitting
        self._book = book

    def key_of(self, header: Header, compartment: Compartment) -> bytes:
        """Return the key of a part that this member holds."""
        row = member_row(header, self._book.person.id)
        for grant in row.grants:
            if grant.compartment is compartment:
                return key_of(self._book.person, row, grant)
        raise NotEntitledError(compartment)

    @disk_told_as_facts()
    def change(
        self, header: Header, parts: Collection[Compartment], said: Said, progress: Progress
    ) -> None:
        """Put these parts under new keys that only those hold who have a right on this page."""
        for compartment in parts:
            self._sitting.part(compartment)  # whoever has no key cannot make another one
        self._book.signed(header, said)  # what the roll forbids is refused before work begins
        rolls = vouched(self._book.page()).rolls
        opened = {compartment: self._sitting.parts[compartment] for compartment in parts}
        locks = [
            make_new_file(self._book.folder, part_row(header, compartment), part, rolls, progress)
            for compartment, part in opened.items()
        ]
        self._swap(header, locks, said)

    def may_begin_anew(self, compartment: Compartment) -> tuple[Header, Said]:
        """Return the page with the part's file closed, and what is said of that."""
        header = self._book.page()
        old = part_row(header, compartment)
        said = Said(RollAct.FOUND_ANEW, closed=(Closed(compartment, old.epoch),))
        header = with_file_closed(header, compartment)
        # What the roll forbids is refused before work begins.
        self._book.signed(with_part(header, next_row(old, old.salt)), said)
        return header, said

    def begin_anew(self, compartment: Compartment) -> None:
        """Begin a part in another file under another key; the old one stays with its holders."""
        header, said = self.may_begin_anew(compartment)
        old, opened = part_row(header, compartment), self._sitting.parts[compartment]
        rolls = vouched(self._book.page()).rolls
        lock = make_file_anew(self._book.folder, old, opened, rolls)
        self._swap(header, (lock,), said)

    def _swap(self, header: Header, locks: Sequence[NewLock], said: Said) -> None:
        """Put the page in place that names the new files, and go on with them."""
        pens = {
            lock.row.compartment: self._sitting.parts[lock.row.compartment].pen for lock in locks
        }
        for lock in locks:
            header = with_new_lock(header, lock.row, lock.key)
        signed = self._book.signed(header, said)
        proved = self._book.put_in_place(signed)
        for compartment in pens:
            self._sitting.leave(compartment)  # nothing is ever written to the old file
        self._sitting.under(proved)
        for lock in locks:
            self._go_on(signed, lock, pens[lock.row.compartment])
        with suppress(OSError):  # a virus check may hold a file: the next opening tries again
            tidy_up(self._book.folder, signed, pens)

    def _go_on(self, signed: Header, lock: NewLock, pen: Pen) -> None:
        proved = vouched(signed)
        compartment = lock.row.compartment
        row = member_row(signed, self._book.person.id)
        if compartment in holding(row):
            path = parts_folder(self._book.folder) / lock.row.file
            part = open_part(path, lock.key, lock.row.salt, compartment, proved.rolls)
            pen = replace(pen, roll=proved.mark, epoch=lock.row.epoch)
            self._sitting.parts[compartment] = OpenedPart(part, pen, row.rights[compartment])
