"""The files of the sealed drop: one for each member, of equal cells, all of them as long.

The rules are: a place is free while its first bytes are zero, so that no single changed byte makes
one free that is not; one leaving writes the same place in every file; files grow together, in
fixed steps, up to a limit, and never on a drive that is nearly full; a file that is not in this
form is put beside, never written over.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.drop_errors import DropFullError
from dsl_desk.system.drives import LOW, free_space
from dsl_desk.system.flushing import flush_file, flush_names, write_flushed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId

STEP: Final = 32
LIMIT: Final = 320 * STEP  # 10,240 places: 160 MB for each member, and not a byte more
_FORM: Final = b"dsl-desk drop 1\n"
_LOOKED_AT: Final = 32
_FREE: Final = bytes(_LOOKED_AT)
_FILE, _ASIDE = ".drop", ".beside"
_PIECE: Final = 1024 * 1024


@dataclass(frozen=True)
class DropFile:
    """The cells of one member. `cell` is how many bytes each of them has."""

    path: Path
    cell: int

    def is_in_form(self) -> bool:
        """Tell whether the file is one of ours, and whole."""
        if not self.path.is_file():
            return False
        cells, over = divmod(self.path.stat().st_size - len(_FORM), self.cell)
        if over or cells % STEP or not 0 < cells <= LIMIT:
            return False
        with self.path.open("rb") as file:
            return file.read(len(_FORM)) == _FORM

    def places(self) -> int:
        """Return how many cells there are, the last one perhaps cut."""
        length = self.path.stat().st_size - len(_FORM)
        return min(LIMIT, max(0, -(-length // self.cell)))

    def used(self) -> tuple[int, ...]:
        """Return the places in which something lies."""
        with self.path.open("rb") as file:
            return tuple(at for at in range(self.places()) if self._head(file.fileno(), at))

    def read(self, at: int) -> bytes:
        """Return one cell, or what is left of it."""
        with self.path.open("rb") as file:
            file.seek(self._at(at))
            return file.read(self.cell)

    def write(self, cells: Mapping[int, bytes]) -> None:
        """Write cells in their places; after this the disk has them."""
        with self.path.open("r+b") as file:
            for at, cell in cells.items():
                file.seek(self._at(at))
                file.write(cell)
            file.flush()
            os.fsync(file.fileno())

    def clear(self, places: Iterable[int]) -> None:
        """Free some places for good: what lay there is written over."""
        self.write({at: bytes(self.cell) for at in places})

    def grow(self, to: int) -> None:
        """Make the file so many cells long."""
        wanted = self._at(to)
        with self.path.open("ab") as file:
            missing = wanted - self.path.stat().st_size
            for _ in range(missing // _PIECE):
                file.write(bytes(_PIECE))
            file.write(bytes(missing % _PIECE))
            file.flush()
            os.fsync(file.fileno())

    def lay_down(self, to: int) -> None:
        """Make the file, with nothing in it."""
        write_flushed(self.path, _FORM + bytes(STEP * self.cell))
        self.grow(to)

    def _head(self, descriptor: int, at: int) -> bool:
        os.lseek(descriptor, self._at(at), os.SEEK_SET)
        head = os.read(descriptor, _LOOKED_AT)
        return head != _FREE[: len(head)]

    def _at(self, place: int) -> int:
        return len(_FORM) + place * self.cell


@dataclass(frozen=True)
class DropFiles:
    """The files of everybody who is a member now. To be used by one at a time, in turn."""

    folder: Path
    members: Sequence[MemberId]
    cell: int

    def of(self, member: MemberId) -> DropFile:
        """Return the file of one member."""
        return DropFile(self.folder / f"{member}{_FILE}", self.cell)

    def beside(self, member: MemberId) -> tuple[DropFile, ...]:
        """Return what was found in the place of a member's file and put beside."""
        found = sorted(self.folder.glob(f"{member}.*{_ASIDE}"))
        return tuple(DropFile(path, self.cell) for path in found)

    def strangers(self) -> tuple[Path, ...]:
        """Return the files of nobody who is a member now."""
        names = {self.of(member).path.name for member in self.members}
        return tuple(one for one in sorted(self.folder.glob(f"*{_FILE}")) if one.name not in names)

    def lay_down(self) -> None:
        """Make whole what is missing or not in our form; make all files equally long."""
        with disk_told_as_facts():
            if not self.folder.exists():
                self.folder.mkdir(mode=0o700)
            files = [self.of(member) for member in self.members]
            broken = [one for one in files if not one.is_in_form()]
            for one in broken:
                if one.path.exists():
                    self._put_beside(one)
            longest = max((one.places() for one in files if one not in broken), default=STEP)
            short = [one for one in files if one not in broken and one.places() < longest]
            grown = [longest - one.places() for one in short] + [longest - STEP] * len(broken)
            self._need_room(sum(grown))
            for one in broken:
                one.lay_down(longest)
            for one in short:
                one.grow(longest)
            flush_names(self.folder)

    def put(self, seal: Iterator[tuple[MemberId, bytes]], at: datetime) -> None:
        """Write one cell in every file, in one place that is free in all; the disk has it after."""
        cells = dict(seal)
        self.lay_down()
        place = self._free_place()
        with disk_told_as_facts():
            for member, cell in cells.items():
                self.of(member).write({place: cell})
            # In turn, but at one time: no file says more than another.
            for member in cells:
                os.utime(self.of(member).path, (at.timestamp(), at.timestamp()))
                flush_file(self.of(member).path)

    def waiting(self) -> int:
        """Return how many places are taken in the fullest file."""
        return max((len(self.of(one).used()) for one in self.members), default=0)

    def _free_place(self) -> int:
        with disk_told_as_facts():
            files = [self.of(member) for member in self.members]
            taken = {at for one in files for at in one.used()}
            places = files[0].places()
            free = next((at for at in range(places) if at not in taken), None)
            if free is not None:
                return free
            if places + STEP > LIMIT:
                raise DropFullError
            self._need_room(len(files) * STEP)
            for one in files:
                one.grow(places + STEP)
            return places

    def _need_room(self, cells: int) -> None:
        if cells and free_space(self.folder) < cells * self.cell + LOW:
            raise DropFullError

    def _put_beside(self, one: DropFile) -> None:
        number = len(self.beside_any(one.path)) + 1
        one.path.replace(one.path.with_suffix(f".{number}{_ASIDE}"))

    def beside_any(self, path: Path) -> list[Path]:
        """Return what was put beside one file before."""
        return sorted(self.folder.glob(f"{path.stem}.*{_ASIDE}"))
