"""The vault's files as they were on different days, and what it showed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.search import find
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.shelf import how_many
from tests.proof.ground import contents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.services.sitting import Sitting
    from tests.proof.ground import Ground

_ASKED = ("said", "tamarisk", "version 1", "nobody")


@dataclass(frozen=True)
class Day:
    """Every file, what the account remembers, and how many entries each part holds."""

    files: dict[str, bytes] = field(repr=False)
    keychain: dict[str, bytes] = field(repr=False)
    entries: dict[Compartment, int]


class Days:
    """What was kept of a vault, and that vault's folder, in which any of it can be laid."""

    def __init__(self, vault: Ground) -> None:
        self._vault = vault
        self._kept: list[Day] = []
        self._same: dict[bytes, bytes] = {}  # most files are the same every day

    @property
    def newest(self) -> Day:
        """Return the day that was kept last."""
        return self._kept[-1]

    def of(self, number: int) -> Day:
        """Return a day."""
        return self._kept[number]

    def keep(self) -> None:
        """Keep what is there now."""
        folder = self._vault.folder
        files = {}
        for path in folder.rglob("*"):
            if path.is_file():
                octets = path.read_bytes()
                files[str(path.relative_to(folder))] = self._same.setdefault(octets, octets)
        sitting = self._vault.sit()
        entries = {part: opened.part.ledger.count() for part, opened in sitting.parts.items()}
        sitting.close()
        self._kept.append(Day(files, dict(self._vault.keychain.kept), entries))

    def lay(self, day: Day, changed: Mapping[str, bytes]) -> None:
        """Lay the files of a day, some of them changed, and nothing else."""
        folder, wanted = self._vault.folder, {**day.files, **changed}
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            if str(path.relative_to(folder)) not in wanted:
                path.unlink()
        for name, octets in wanted.items():
            (folder / name).write_bytes(octets)


def what_is_shown(sitting: Sitting) -> dict[str, str]:
    """Return all that a member is shown of it: entries, lists, their lengths, what is found."""
    shown = contents(sitting)
    for compartment, opened in sitting.parts.items():
        database = opened.part.database
        for shelf in SHELVES[compartment]:
            rows = list(shelf.rows(database))
            shown[f"{compartment.value} {shelf.name}"] = f"{how_many(database, shelf)} {rows}"
    children = sitting.part(Compartment.CHILDREN).database
    for words in _ASKED:
        shown[f"search {words}"] = repr(tuple(find(children, words)))
    return shown
