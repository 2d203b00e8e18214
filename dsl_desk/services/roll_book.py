"""The vault's own page in one sitting: read whenever it is asked for, changed only by signing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.member_errors import NotTheirsToChangeError
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.vouching import signed_page, vouched

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.keys.header import Header
    from dsl_desk.keys.person import Person
    from dsl_desk.keys.roll import Said
    from dsl_desk.keys.vouching import Vouched


@dataclass(frozen=True)
class RollBook:
    """Where the page lies, and who signs."""

    folder: Path
    person: Person = field(repr=False)
    clock: Clock = field(repr=False)

    def page(self) -> Header:
        """Return the page as it stands now, proved."""
        header = read_header_file(self.folder)
        vouched(header)
        return header

    def signed(self, header: Header, said: Said) -> Header:
        """Return the page with this member's line on its roll; refuse what the roll forbids.

        The rules are asked before anything is written: a page that breaks one opens for nobody.
        """
        signed = signed_page(header, self.person, self.clock, said)
        try:
            vouched(signed)
        except DamageError:
            raise NotTheirsToChangeError from None
        return signed

    def put_in_place(self, signed: Header) -> Vouched:
        """Make a signed page the one in force: the one step at which a change happens."""
        try:
            write_header_file(self.folder, signed)
        except OSError as failure:
            raise what_the_disk_did(failure) from failure
        return vouched(signed)
