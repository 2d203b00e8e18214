"""The manifest of a snapshot: every file with its digest, every head, signed by who made it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Head, RollMark
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.keeping_errors import SnapshotDamagedError
from dsl_desk.domain.packing import canonical_json, pack
from dsl_desk.domain.vault_errors import VaultTooNewError

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.signing import Author

FILE: Final = "manifest.json"
FORMAT: Final = 1
EVIDENCE: Final = "evidence/"
_PURPOSE: Final = b"dsl-desk snapshot 1"
# Nothing in a manifest leads out of its folder.
_SAFE: Final = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")


@dataclass(frozen=True)
class FileRow:
    """One file of a snapshot, by the name it has in the vault's folder."""

    name: str
    sha256: bytes
    length: int

    @property
    def is_evidence(self) -> bool:
        """Whether it lies in the folder that all snapshots share."""
        return self.name.startswith(EVIDENCE)


@dataclass(frozen=True)
class PartRow:
    """A part that the maker of the snapshot could read: how far its ledger went."""

    compartment: Compartment
    file: str
    epoch: int
    entries: int
    heads: tuple[Head, ...]


@dataclass(frozen=True)
class Manifest:
    """What a snapshot holds."""

    id: str
    vault: str
    taken_at: datetime
    author: MemberId
    roll: RollMark
    parts: tuple[PartRow, ...]
    files: tuple[FileRow, ...]

    def of(self, name: str) -> FileRow:
        """Return the row of a file."""
        for row in self.files:
            if row.name == name:
                return row
        raise SnapshotDamagedError(name)

    @property
    def size(self) -> int:
        """How many bytes all files have together."""
        return sum(row.length for row in self.files)


@dataclass(frozen=True)
class SignedManifest:
    """A manifest as it stands on disk."""

    manifest: Manifest
    signature: bytes

    @classmethod
    def by(cls, author: Author, manifest: Manifest) -> SignedManifest:
        """Sign it."""
        return cls(manifest, author.sign(_signed(manifest)))

    def is_by(self, public: bytes) -> bool:
        """Tell whether the holder of this signing key signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(
                self.signature, _signed(self.manifest)
            )
        except InvalidSignature:
            return False
        return True

    def written(self) -> bytes:
        """Return it as it stands on disk."""
        return canonical_json(
            {
                "format": FORMAT,
                "manifest": _plain(self.manifest),
                "signature": self.signature.hex(),
            }
        )


def read_manifest(snapshot: Path) -> SignedManifest:
    """Return the manifest of a snapshot. It is in our form; who signed it is for others to ask."""
    try:
        untrusted = (snapshot / FILE).read_bytes()
        fields = Fields.of_json(untrusted)
        if fields.number("format") > FORMAT:
            raise VaultTooNewError(fields.number("format"), FORMAT)
        signed = SignedManifest(_read(fields.inside("manifest")), fields.raw("signature"))
        in_our_form = signed.written() == untrusted
    except (OSError, ValueError):
        raise SnapshotDamagedError(FILE) from None
    if not in_our_form:
        raise SnapshotDamagedError(FILE)
    return signed


def _signed(manifest: Manifest) -> bytes:
    return pack((_PURPOSE, canonical_json(_plain(manifest))))


def _plain(manifest: Manifest) -> Json:
    return {
        "id": manifest.id,
        "vault": manifest.vault,
        "taken_at": manifest.taken_at.isoformat(),
        "author": manifest.author,
        "roll": {"number": manifest.roll.number, "hash": manifest.roll.digest.hex()},
        "parts": [_plain_part(part) for part in manifest.parts],
        "files": [
            {"name": row.name, "sha256": row.sha256.hex(), "length": row.length}
            for row in manifest.files
        ],
    }


def _plain_part(part: PartRow) -> Json:
    return {
        "compartment": part.compartment.value,
        "file": part.file,
        "epoch": part.epoch,
        "entries": part.entries,
        "heads": [
            {"strand": head.strand, "number": head.number, "hash": head.digest.hex()}
            for head in part.heads
        ],
    }


def _read(fields: Fields) -> Manifest:
    roll = fields.inside("roll")
    return Manifest(
        id=fields.text("id"),
        vault=fields.raw("vault").hex(),
        taken_at=datetime.fromisoformat(fields.text("taken_at")),
        author=MemberId(fields.raw("author").hex()),
        roll=RollMark(roll.number("number"), roll.raw("hash")),
        parts=tuple(_read_part(part) for part in fields.each("parts")),
        files=tuple(
            FileRow(_safe(row.text("name")), row.raw("sha256"), row.number("length"))
            for row in fields.each("files")
        ),
    )


def _read_part(part: Fields) -> PartRow:
    return PartRow(
        Compartment(part.text("compartment")),
        _safe(part.text("file")),
        part.number("epoch"),
        part.number("entries"),
        tuple(
            Head(head.raw("strand").hex(), head.number("number"), head.raw("hash"))
            for head in part.each("heads")
        ),
    )


def _safe(name: str) -> str:
    if not _SAFE.fullmatch(name):
        raise FieldError
    return name
