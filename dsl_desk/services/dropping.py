"""Leaving something in the sealed drop: from the lock screen or a desk, and without any key."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.drop import Slip
from dsl_desk.domain.drop_errors import NobodyReceivesError
from dsl_desk.domain.drop_route import KeyHolder, Receivers, way_of
from dsl_desk.domain.rights import Right
from dsl_desk.keys.drop_cells import CELL, CellPlace, seal_cell
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.page_rows import holding
from dsl_desk.services.places import drop_folder, turn_at_the_drop
from dsl_desk.storage.drop import DropFiles
from dsl_desk.system.locks import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.drop import Left, Whom
    from dsl_desk.domain.drop_route import DropWay
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.keys.header import Header, MemberRow


@dataclass(frozen=True)
class Dropping:
    """The drop of one vault, for whoever stands before it."""

    folder: Path
    clock: Clock

    def way(self, whom: Whom) -> DropWay:
        """Return who would receive it, and where it would be kept."""
        return _way(self._page(), whom)

    def receivers(self, whom: Whom) -> Receivers:
        """Return who would receive it, by name: whom to find now. Nobody: it goes to the LADO."""
        page = self._page()
        names = {row.member.id: row.member.name for row in page.members}
        way = _way(page, whom)
        return Receivers(tuple(names[one] for one in way.to), way.part is None)

    def leave(self, left: Left) -> Slip:
        """Seal it to whoever receives it and write one cell for every member; then say so.

        The same again, after a failure, becomes the same record.
        """
        page = self._page()
        way = _way(page, left.whom)
        if not way.to:
            raise NobodyReceivesError
        files = drop_files(self.folder, page)
        with turn(self.folder):
            files.put(_cells(page, left.written(), way), self.clock.now())
        return Slip(datetime.fromisoformat(left.written_at), left.code)

    def _page(self) -> Header:
        page = read_header_file(self.folder)
        vouched(page)
        return page


def people_of(page: Header) -> tuple[KeyHolder, ...]:
    """Return everybody who is a member now, as the rule looks at them."""
    return tuple(
        KeyHolder(
            row.member.id,
            row.member.role,
            reads=frozenset(holding(row)),
            writes=frozenset(part for part, right in row.rights.items() if right is Right.WRITE),
        )
        for row in members_of(page)
    )


def members_of(page: Header) -> tuple[MemberRow, ...]:
    """Return the rows of everybody who is a member now, in an order that says nothing."""
    here = (row for row in page.members if not row.retired)
    return tuple(sorted(here, key=lambda row: row.member.id))


def drop_files(folder: Path, page: Header) -> DropFiles:
    """Return the files of the drop."""
    return DropFiles(drop_folder(folder), [row.member.id for row in members_of(page)], CELL)


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Have the drop to oneself for a moment: a lock screen and a desk may both write in it."""
    with disk_told_as_facts(), in_turn(turn_at_the_drop(folder)):
        yield


def lay_down_drop(folder: Path, page: Header) -> None:
    """Lay down a file for everybody who has none yet: it is there before it is needed."""
    with turn(folder):
        drop_files(folder, page).lay_down()


def _way(page: Header, whom: Whom) -> DropWay:
    return way_of(whom, {post.role: post for post in page.posts}, people_of(page))


def _cells(page: Header, content: bytes, way: DropWay) -> Iterator[tuple[MemberId, bytes]]:
    for row in members_of(page):
        place = CellPlace(page.vault, row.member.id)
        words = content if row.member.id in way.to else b""
        yield row.member.id, seal_cell(words, row.sealing, place)
