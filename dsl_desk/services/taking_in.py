"""Taking in what was left for one member: in slices, so that nobody waits for it.

What cannot be opened, or was made up by another program, is set aside and counted; it stops
nothing. A place is freed only once the disk has what lay in it, or once it was set aside.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.drop import Left
from dsl_desk.domain.drop_route import way_of
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.left import LEFT, LeftDraft, said_of
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark
from dsl_desk.keys.drop_cells import CELL, CellPlace, open_cell
from dsl_desk.services.dropping import Dropping, drop_files, people_of, turn
from dsl_desk.services.places import kept_aside
from dsl_desk.system.flushing import flush_names, write_flushed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.drop_route import DropWay
    from dsl_desk.domain.routing import Row
    from dsl_desk.keys.header import Header
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.drop import DropFile, DropFiles

SLICE: Final = 16  # cells: a few milliseconds, and one commit
_CHANGED: Final = frozenset({Thing.LEFT})
_NOTHING: Final = frozenset[Thing]()
SET_ASIDE: Final = "drop-"
CELLS_SET_ASIDE: Final = ".cells"


class _End(Enum):
    """What became of one place."""

    DONE = "done"  # the disk has it elsewhere, or nothing lay in it
    BAD = "bad"
    STAYS = "stays"


@dataclass
class TakingIn:
    """One round of one member, under the policy in force. `stays` counts what found no place."""

    sitting: Sitting
    cases: Cases
    page: Header = field(repr=False)
    policy: PolicyMark = NO_POLICY
    stays: int = 0

    def round(self) -> Iterator[Changed[None]]:
        """Take in a slice at a time what lies in this member's file."""
        me, files = self.sitting.member.id, drop_files(self.sitting.folder, self.page)
        with turn(self.sitting.folder):
            files.lay_down()
        for file in (*files.beside(me), files.of(me)):
            with disk_told_as_facts():
                used = file.used()
            for at in range(0, len(used), SLICE):
                yield self._slice(file, used[at : at + SLICE])
        with turn(self.sitting.folder):
            self._put_away(files)

    def _slice(self, file: DropFile, places: Sequence[int]) -> Changed[None]:
        with disk_told_as_facts():
            cells = {at: file.read(at) for at in places}
        ends: dict[int, _End] = {}
        lefts: dict[int, Left] = {}
        for at, cell in cells.items():
            read = self._read(cell)
            if isinstance(read, Left):
                lefts[at] = read
            else:
                ends[at] = read
        ends |= self._keep(lefts)
        bad = [cells[at] for at, end in ends.items() if end is _End.BAD]
        self.stays += sum(end is _End.STAYS for end in ends.values())
        with turn(self.sitting.folder):
            if bad:
                self._set_aside(bad)
            file.clear(at for at, end in ends.items() if end is not _End.STAYS)
        return Changed(None, _CHANGED if lefts or bad else _NOTHING)

    def _read(self, cell: bytes) -> Left | _End:
        place = CellPlace(self.page.vault, self.sitting.member.id)
        content = open_cell(self.cases.book.person.opening, cell, place)
        if content is None:
            return _End.BAD
        if not content:
            return _End.DONE
        try:
            return Left.of(Fields.of_json(content))
        except ValueError:
            return _End.BAD

    def _keep(self, lefts: dict[int, Left]) -> dict[int, _End]:
        """Keep each where the table says, those of one home together."""
        posts = {post.role: post for post in self.page.posts}
        people = people_of(self.page)
        homes: dict[DropWay, dict[int, Left]] = {}
        for at, left in lefts.items():
            homes.setdefault(way_of(left.whom, posts, people), {})[at] = left
        ends: dict[int, _End] = {}
        for way, some in homes.items():
            ends |= self._home(way, some)
        return ends

    def _home(self, way: DropWay, lefts: dict[int, Left]) -> dict[int, _End]:
        if way.part is not None and self.sitting.may_write(way.part, EntryClass.LEFT):
            return self._in_part(way.part, lefts)
        ends = dict.fromkeys(lefts, _End.STAYS)
        # A full slot or spool, a damaged one, nobody to receive it: it lies on, sealed.
        with suppress(DeskError):
            if self.sitting.member.id in way.to and way.row is not None:
                return self._in_a_case(way.row, lefts)
            for at, left in lefts.items():  # it came to us, and somebody else receives it by now
                Dropping(self.sitting.folder, self.sitting.clock).leave(left)
                ends[at] = _End.DONE
        return ends

    def _in_a_case(self, row: Row, lefts: dict[int, Left]) -> dict[int, _End]:
        there = {one.id: LEFT.said_in(one.body).draft.left for _row, one in self.cases.left()}
        fresh = {RecordId(one.id): one for one in lefts.values() if RecordId(one.id) not in there}
        acts = [self._act(one, EntryClass.CASE) for one in fresh.values()]
        kept = self.cases.take_left(row, acts)
        there |= {act.record: fresh[act.record] for act in acts if act.id in kept}
        return {
            at: _End.STAYS
            if RecordId(left.id) not in there
            else _End.DONE
            if there[RecordId(left.id)] == left
            else _End.BAD
            for at, left in lefts.items()
        }

    def _in_part(self, part: Compartment, lefts: dict[int, Left]) -> dict[int, _End]:
        ends: dict[int, _End] = {}
        fresh: dict[str, tuple[int, Left]] = {}
        for at, left in lefts.items():
            there = self._there(part, left)
            if there is None and left.id in fresh:
                there = fresh[left.id][1] == left
            if there is None:
                fresh[left.id] = (at, left)
            ends[at] = _End.BAD if there is False else _End.DONE
        if fresh:
            with self.sitting.writing(part, EntryClass.LEFT) as write:
                for _at, left in fresh.values():
                    write.enter(self._act(left, EntryClass.LEFT))
        return ends

    def _there(self, part: Compartment, left: Left) -> bool | None:
        """Tell whether the part has exactly this; None where it has nothing of that name."""
        ledger, name = self.sitting.part(part).ledger, bytes.fromhex(left.id)
        if not ledger.knows(name):
            return None
        if ledger.disposal(name) is not None:
            return True  # it was taken in, and disposed of since
        entry = ledger.newest(RecordId(left.id))
        return entry.body.kind == LEFT.name and LEFT.said(entry).draft.left == left

    def _act(self, left: Left, entry_class: EntryClass) -> Act:
        """Return the first version of the record, which has the name of the leaving.

        Its entry has a name of its own: where two copies of a vault take in the same cell, both
        entries are kept when the copies come together.
        """
        now = self.sitting.clock.now()
        draft = LeftDraft(left, now.isoformat(timespec="seconds"), policy=self.policy)
        body = LEFT.body(said_of(draft), self.sitting.member.name)
        return Act(EntryId(fresh_id(now)), RecordId(left.id), entry_class, body)

    def _set_aside(self, cells: list[bytes]) -> None:
        folder = kept_aside(self.sitting.folder)
        folder.mkdir(mode=0o700, exist_ok=True)
        name = f"{SET_ASIDE}{self._name()}{CELLS_SET_ASIDE}"
        write_flushed(folder / name, b"".join(cell.ljust(CELL, b"\0") for cell in cells))
        flush_names(folder)

    def _put_away(self, files: DropFiles) -> None:
        """Move what was put beside, and the files of whoever left, to where such things are kept.

        What still lies in one of them unkept stays until it can be kept.
        """
        mine = [one for one in files.beside(self.sitting.member.id) if not one.used()]
        folder = kept_aside(self.sitting.folder)
        gone = [row.member.id for row in self.page.members if row.retired]
        left = [one for one in files.strangers() if one.stem in gone]
        for path in (*(one.path for one in mine), *left):
            folder.mkdir(mode=0o700, exist_ok=True)
            path.replace(folder / f"{SET_ASIDE}{self._name()}-{path.name}")
            flush_names(folder)

    def _name(self) -> str:
        return f"{self.sitting.member.id}-{fresh_id(self.sitting.clock.now())}"
