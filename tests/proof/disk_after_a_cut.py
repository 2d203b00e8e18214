"""What a disk holds after the power was cut: the log of the treacherous disk, played out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SECTOR = 512
_WRITE, _CUT_TO, _SYNC, _CREATE, _UNLINK, _MOVE, _FOLDER, _NO_FOLDER, _MARK = "WTSCURDXM"
_NAMES = frozenset((_CREATE, _UNLINK, _MOVE, _FOLDER, _NO_FOLDER))
_NONE, _SOME, _ALL = 0.0, 0.5, 1.0


@dataclass(frozen=True)
class Step:
    """One thing that reached the disk, or a mark of ours."""

    what: str
    path: str
    where: int
    octets: bytes = field(repr=False)


def read_log(file: Path) -> list[Step]:
    """Return what the treacherous disk wrote down."""
    log, at, steps = file.read_bytes(), 0, []
    while at < len(log):
        length = int.from_bytes(log[at + 1 : at + 3], "little")
        path = log[at + 3 : at + 3 + length].decode()
        rest = at + 3 + length
        where = int.from_bytes(log[rest : rest + 8], "little")
        count = int.from_bytes(log[rest + 8 : rest + 12], "little")
        end = rest + 12 + count
        steps.append(Step(chr(log[at]), path, where, log[rest + 12 : end]))
        at = end
    return steps


def steps_up_to(steps: Sequence[Step], cut: int) -> Iterator[Step]:
    """Return the marks before a cut."""
    return (step for step in steps[:cut] if step.what == _MARK)


@dataclass
class _File:
    """One file, whatever it is called: what is on the disk for certain, and what may be."""

    sure: bytearray = field(default_factory=bytearray)
    maybe: list[Step] = field(default_factory=list)

    def sync(self) -> None:
        for step in self.maybe:
            _do(self.sure, step.where, step)
        self.maybe.clear()

    def left(self, chance: random.Random) -> bytes:
        """Return what this file is after the cut."""
        octets = bytearray(self.sure)
        kept = chance.choice((_NONE, _SOME, _ALL, chance.random()))
        pending = [step for step in self.maybe if chance.random() < kept]
        if chance.random() < _SOME:
            chance.shuffle(pending)
        torn = chance.random() < _SOME
        for step in pending:
            for part in _sectors(step, chance) if torn else (step,):
                _do(octets, part.where, part)
        return bytes(octets)


def after_a_cut(
    steps: Sequence[Step], chance: random.Random
) -> tuple[dict[str, bytes], frozenset[str]]:
    """Return the files and the folders that are left."""
    names: list[Step] = []
    files: dict[str, _File] = {}
    owner: list[_File | None] = []  # whose name each step of `names` is about
    sure = 0
    for step in steps:
        if step.what in _NAMES:
            names.append(step)
            owner.append(_rename(files, step))
        elif step.what == _SYNC and step.path in files:
            files[step.path].sync()
        elif step.what == _SYNC:  # a folder: every name until now is on the disk
            sure = len(names)
        elif step.what != _MARK and step.path in files:
            files[step.path].maybe.append(step)
    reached = chance.randint(sure, len(names))
    return _play(names[:reached], owner[:reached], chance)


def _rename(files: dict[str, _File], step: Step) -> _File | None:
    if step.what == _CREATE:
        files[step.path] = _File()
        return files[step.path]
    if step.what == _MOVE:
        files[step.octets.decode()] = files.pop(step.path)
    if step.what == _UNLINK:
        files.pop(step.path, None)
    return None


def _play(
    names: Sequence[Step], owner: Sequence[_File | None], chance: random.Random
) -> tuple[dict[str, bytes], frozenset[str]]:
    there: dict[str, _File] = {}
    folders: set[str] = set()
    for step, file in zip(names, owner, strict=True):
        if step.what == _CREATE and file is not None:
            there[step.path] = file
        elif step.what == _MOVE:
            there[step.octets.decode()] = there.pop(step.path)
        elif step.what == _UNLINK:
            there.pop(step.path, None)
        elif step.what == _FOLDER:
            folders.add(step.path)
        else:
            folders.discard(step.path)
    return {path: file.left(chance) for path, file in there.items()}, frozenset(folders)


def _sectors(step: Step, chance: random.Random) -> Iterator[Step]:
    if step.what != _WRITE:
        yield step
        return
    at = 0
    while at < len(step.octets):
        end = min(len(step.octets), at + SECTOR - (step.where + at) % SECTOR)
        if chance.random() < _SOME:
            yield Step(_WRITE, step.path, step.where + at, step.octets[at:end])
        at = end


def _do(octets: bytearray, where: int, step: Step) -> None:
    if step.what == _CUT_TO:
        if where <= len(octets):
            del octets[where:]
        else:
            octets.extend(bytes(where - len(octets)))
        return
    if len(octets) < where:
        octets.extend(bytes(where - len(octets)))
    octets[where : where + len(step.octets)] = step.octets
