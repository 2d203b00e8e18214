"""Changing the locks of parts in the middle of a sitting, and going on with the new ones."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.opening import key_of, member_row
from dsl_desk.services.page_rows import holding, part_row, with_new_lock
from dsl_desk.services.places import parts_folder
from dsl_desk.services.rekeying import make_new_file, tidy_up
from dsl_desk.services.sitting import OpenedPart
from dsl_desk.storage.part import open_part

if TYPE_CHECKING:
    from collections.abc import Collection

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.signing import Pen
    from dsl_desk.keys.header import Header
    from dsl_desk.keys.roll import Said
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
        for lock in locks:
            header = with_new_lock(header, lock.row, lock.key)
        signed = self._book.signed(header, said)
        proved = self._book.put_in_place(signed)
        for lock in locks:
            self._sitting.leave(lock.row.compartment)  # nothing is ever written to the old file
        self._sitting.under(proved)
        for lock in locks:
            self._go_on(signed, lock, opened[lock.row.compartment].pen)
        with suppress(OSError):  # a virus check may hold a file: the next opening tries again
            tidy_up(self._book.folder, signed, parts)

    def _go_on(self, signed: Header, lock: NewLock, pen: Pen) -> None:
        proved = vouched(signed)
        compartment = lock.row.compartment
        row = member_row(signed, self._book.person.id)
        if compartment in holding(row):
            path = parts_folder(self._book.folder) / lock.row.file
            part = open_part(path, lock.key, lock.row.salt, compartment, proved.rolls)
            pen = replace(pen, roll=proved.mark, epoch=lock.row.epoch)
            self._sitting.parts[compartment] = OpenedPart(part, pen, row.rights[compartment])
