"""The folder in which the copies of one vault lie: which there are, and which are let go."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import DeskError, SnapshotDamagedError
from dsl_desk.domain.keeping import to_keep
from dsl_desk.services.restoring import believed
from dsl_desk.storage.copying import require
from dsl_desk.storage.manifest import EVIDENCE
from dsl_desk.storage.restoring import place_of
from dsl_desk.storage.snapshots import ASIDE

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.storage.manifest import FileRow, Manifest

_SHORT: Final = 8


class ShelfOfCopies:
    """All copies of one vault in one place. They share the evidence that lies beside them."""

    def __init__(self, folder: Path, vault: str) -> None:
        self.home = folder / f"dsl-desk-{vault[:_SHORT]}"
        self._vault = vault

    def copies(self) -> dict[Path, Manifest]:
        """Return the copies that can be believed, newest first. Their files are not read."""
        found: dict[Path, Manifest] = {}
        for folder in self._folders():
            with suppress(DeskError):
                manifest = believed(folder).manifest
                if manifest.vault == self._vault:
                    found[folder] = manifest
        newest_first = sorted(found.items(), key=lambda one: one[1].taken_at, reverse=True)
        return dict(newest_first)

    def evidence(self, *, thorough: bool) -> dict[str, FileRow]:
        """Return what the newest copy says of evidence; if thorough, only what proves to be so."""
        for folder, manifest in self.copies().items():
            rows = [row for row in manifest.files if row.is_evidence]
            return {row.name: row for row in rows if not thorough or _is_right(folder, row)}
        return {}

    def thin_out(self) -> int:
        """Let go of copies past keeping, and of evidence no copy needs; tell how many copies.

        Where there is a folder that cannot be read, nobody knows what it needs: nothing is let go.
        """
        copies = self.copies()
        if len(copies) != len(self._folders()):
            return 0
        kept = to_keep(manifest.taken_at for manifest in copies.values())
        past = [folder for folder, manifest in copies.items() if manifest.taken_at not in kept]
        with disk_told_as_facts():
            for folder in past:
                aside = folder.with_name(f"{folder.name}{ASIDE}")
                folder.replace(aside)  # cut short here, it is no copy any more
                shutil.rmtree(aside)
                del copies[folder]
            self._sweep({row.name for manifest in copies.values() for row in manifest.files})
        return len(past)

    def _sweep(self, needed: set[str]) -> None:
        for path in self.home.glob(f"{EVIDENCE}*/*"):
            if path.relative_to(self.home).as_posix() not in needed:
                path.unlink()

    def _folders(self) -> list[Path]:
        if not self.home.exists():
            return []
        return [
            path
            for path in self.home.iterdir()
            if path.is_dir() and path.name != EVIDENCE.rstrip("/") and path.suffix != ASIDE
        ]


def _is_right(folder: Path, row: FileRow) -> bool:
    try:
        require(row, place_of(folder, row), lambda _count: None)
    except SnapshotDamagedError:
        return False
    return True
