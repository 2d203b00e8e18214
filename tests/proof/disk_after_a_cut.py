"""What a disk holds after the power was cut: the log of the treacherous disk, played out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence
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


class Content:
    """The bytes of a file, and their digest, made once."""

    def __init__(self, octets: bytes) -> None:
        self.octets = octets

    @cached_property
    def digest(self) -> bytes:
        """Return what tells these bytes from others."""
        return hashlib.sha256(self.octets).digest()


@dataclass(frozen=True)
class _File:
    """One file, whatever it is called: what is on the disk for certain, and what may be."""

    sure: Content
    maybe: tuple[Step, ...] = ()

    def synced(self) -> _File:
        if not self.maybe:
            return self
        octets = bytearray(self.sure.octets)
        for step in self.maybe:
            _do(octets, step.where, step)
        return _File(Content(bytes(octets)))

    def left(self, chance: random.Random) -> Content:
        """Return what this file is after the cut."""
        if not self.maybe:
            return self.sure
        kept = chance.choice((_NONE, _SOME, _ALL, chance.random()))
        pending = [step for step in self.maybe if chance.random() < kept]
        if chance.random() < _SOME:
            chance.shuffle(pending)
        torn = chance.random() < _SOME
        octets = bytearray(self.sure.octets)
        for step in pending:
            for part in _sectors(step, chance) if torn else (step,):
                _do(octets, part.where, part)
        return Content(bytes(octets))


@dataclass(frozen=True)
class Image:
    """All that is left: files by name, and folders."""

    files: Mapping[str, Content]
    folders: frozenset[str]


@dataclass(frozen=True)
class _Names:
    """Which file has which name, by its number, once so many changes of names are on the disk."""

    files: Mapping[str, int]
    folders: frozenset[str]


@dataclass(frozen=True)
class _State:
    """The disk at one step: its files by number, and which changes of names are certain."""

    files: tuple[_File, ...]
    sure: int
    there: int  # so many changes of names were made


class Disk:
    """A session on the disk, ready to be cut at any step."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = steps
        self._names = [_Names({}, frozenset())]
        self._states = [_State((), 0, 0)]
        for step in steps:
            self._states.append(self._after(self._states[-1], step))

    def cut(self, at: int, chance: random.Random) -> Image:
        """Return one of the things that may be left when the power is cut at a step."""
        state = self._states[at]
        names = self._names[chance.randint(state.sure, state.there)]
        # A file that was made after the last certain name has no name, and is not there.
        files = {name: state.files[number].left(chance) for name, number in names.files.items()}
        return Image(files, names.folders)

    def marks(self, cut: int) -> Iterator[str]:
        """Return the words that were marked before a cut."""
        return (step.octets.decode() for step in self.steps[:cut] if step.what == _MARK)

    def _after(self, state: _State, step: Step) -> _State:
        names = self._names[state.there]
        if step.what == _MARK:
            return state
        if step.what in _NAMES:
            files = state.files
            if step.what == _CREATE:
                files = (*files, _File(Content(b"")))
            self._names.append(_renamed(names, step, len(files) - 1))
            return _State(files, state.sure, state.there + 1)
        number = names.files.get(step.path)
        if number is None:  # a folder: every change of names until now is on the disk
            return _State(state.files, state.there, state.there) if step.what == _SYNC else state
        file = state.files[number]
        file = file.synced() if step.what == _SYNC else _File(file.sure, (*file.maybe, step))
        files = (*state.files[:number], file, *state.files[number + 1 :])
        return _State(files, state.sure, state.there)


def _renamed(names: _Names, step: Step, made: int) -> _Names:
    files, folders = dict(names.files), names.folders
    if step.what == _CREATE:
        files[step.path] = made
    elif step.what == _MOVE:
        to = step.octets.decode()
        if step.path in files:
            files[to] = files.pop(step.path)
        else:
            files = {_moved(name, step.path, to): number for name, number in files.items()}
            folders = frozenset(_moved(name, step.path, to) for name in folders)
    elif step.what == _UNLINK:
        files.pop(step.path, None)
    elif step.what == _FOLDER:
        folders |= {step.path}
    else:
        folders -= {step.path}
    return _Names(files, folders)


def _moved(name: str, folder: str, to: str) -> str:
    inside = name == folder or name.startswith(f"{folder}/")
    return to + name.removeprefix(folder) if inside else name


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
