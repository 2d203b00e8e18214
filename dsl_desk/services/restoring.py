"""Bringing a vault back from a copy, with nothing but the copy: no key, no desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from dsl_desk.domain.errors import DamageError, DeskError
from dsl_desk.domain.keeping_errors import SnapshotDamagedError
from dsl_desk.domain.progress import untold
from dsl_desk.domain.training import school_shown
from dsl_desk.domain.vault_errors import NotAVaultError
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.page_file import FILE as PAGE
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.drafts import prepare_drafts
from dsl_desk.storage.copying import require
from dsl_desk.storage.manifest import FILE, read_manifest
from dsl_desk.storage.restoring import bring_back, prove_files
from dsl_desk.system.drives import refuse_unsuited

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from dsl_desk.domain.progress import Progress
    from dsl_desk.keys.header import Header
    from dsl_desk.keys.vouching import Vouched
    from dsl_desk.storage.manifest import Manifest

PARTS: Final = "parts/"


@dataclass(frozen=True)
class Restored:
    """What was brought back: whose vault, as it stood when."""

    school: str
    taken_at: datetime
    files: int


class Believed(NamedTuple):
    """A copy whose manifest was signed by a member of the vault it is a copy of."""

    manifest: Manifest
    header: Header
    proved: Vouched


def restore(snapshot: Path, into: Path, progress: Progress = untold) -> Restored:
    """Bring a vault back into an empty or new folder: all of it, or nothing."""
    refuse_unsuited(into)
    manifest, header, _ = believed(snapshot)

    def finish(aside: Path) -> None:
        for row in header.members:
            prepare_drafts(aside, row.member.id)

    bring_back(snapshot, manifest, into, finish, progress)
    school = school_shown(header.school, header.vault)
    return Restored(school, manifest.taken_at, len(manifest.files))


def prove(snapshot: Path, progress: Progress = untold) -> int:
    """Prove every file of a copy against what was signed for it; return how many there are."""
    manifest = believed(snapshot).manifest
    prove_files(snapshot, manifest, progress)
    return len(manifest.files)


def believed(snapshot: Path) -> Believed:
    """Return what a copy says of itself, once a member of its own roll is seen to have signed it.

    A stranger can make a whole vault of their own and a copy of it; that no member's passphrase
    opens it is noticed at the first unlock.
    """
    signed = read_manifest(snapshot)
    manifest = signed.manifest
    try:
        header = read_header_file(snapshot)
        proved = vouched(header)
    except DeskError as told:
        require(manifest.of(PAGE), snapshot / PAGE, _nobody)
        if isinstance(told, DamageError | NotAVaultError):
            raise SnapshotDamagedError(PAGE) from None
        raise
    author = header.row(manifest.author)
    if author is None or not signed.is_by(author.signing):
        raise SnapshotDamagedError(FILE)
    require(manifest.of(PAGE), snapshot / PAGE, _nobody)
    if (manifest.vault, manifest.roll) != (header.vault, proved.mark):
        raise SnapshotDamagedError(FILE)
    for part in (*header.parts, *header.kept):
        manifest.of(PARTS + part.file)
    return Believed(manifest, header, proved)


def _nobody(_count: int) -> None:
    """Be told of progress that nobody watches."""
