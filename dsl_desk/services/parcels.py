"""Sealing a parcel and opening one: the house's own sealing, under four words told by telephone.

A file is MAGIC, a salt, a name, and chunks. The passphrase is stretched at the one price of this
version: a file from outside does not choose what opening it costs.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronicled import item_of
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.entry import Entry, RollMark
from dsl_desk.domain.entry_form import read_body, read_header
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.packing import PackingError, canonical_json
from dsl_desk.domain.parcel import (
    CarriedEntry,
    Contents,
    NewerParcelError,
    contents_of,
    covered,
    is_plain,
)
from dsl_desk.domain.parcel_errors import ParcelError, ParcelTrouble
from dsl_desk.domain.signing import Rolls, Standing
from dsl_desk.domain.went_out import EXPORT
from dsl_desk.keys.stretching import SALT_LENGTH, USUAL, Recipe, stretch
from dsl_desk.storage.chunks import CHUNK, HEAD, SEALED, ChunkError, Opener, Sealer, chunks_of
from dsl_desk.storage.proof import Proof, body_digest, entry_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dsl_desk.domain.cover import Cover
    from dsl_desk.domain.parcel import Signer
    from dsl_desk.storage.proof import Line

_FAMILY: Final = b"DSL Desk parcel "
MAGIC: Final = _FAMILY + b"1\n"
_NAME: Final = 16
LARGEST: Final = 256 * 1024 * 1024
_ROLL: Final = RollMark(0, b"")


@dataclass(frozen=True)
class Ready:
    """A parcel that waits for the entry by which it leaves: what it says, and its key."""

    written: bytes = field(repr=False)
    salt: bytes
    key: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The fingerprint that the entry by which it leaves carries."""
        return hashlib.sha256(self.written).hexdigest()


@dataclass(frozen=True)
class Arrived:
    """A parcel that was opened and checked: every signature and every digest in it is right."""

    contents: Contents = field(repr=False)
    sha256: str
    entries: tuple[Entry, ...] = field(repr=False)
    left_by: Entry = field(repr=False)
    left_line: CarriedEntry = field(repr=False)


def read_parcel(file: Path) -> bytes:
    """Return what is in a file; of one that is too large no more is read than shows it."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as failure:
        raise what_the_disk_did(failure) from failure


def make_ready(contents: Contents, cover: Cover, passphrase: str) -> Ready:
    """Return a parcel without whoever is covered. Takes most of a second: not for the window."""
    recipe = Recipe.fresh(USUAL)
    written = covered(contents, cover).written()
    return Ready(written, recipe.salt, stretch(passphrase, recipe))


def seal(ready: Ready, left_by: Line) -> bytes:
    """Return the file, with the entry by which it leaves in it."""
    assert left_by.salt is not None  # noqa: S101 it was written this moment
    assert left_by.body is not None  # noqa: S101 likewise
    line = CarriedEntry(left_by.header, left_by.signature, left_by.salt, left_by.body)
    whole = canonical_json({"parcel": ready.written.decode(), "left_by": line.fields()})
    name = secrets.token_bytes(_NAME)
    sealer = Sealer(ready.key, name.hex())
    out = [MAGIC, ready.salt, name, sealer.head]
    out += [sealer.seal(chunk, last=last) for chunk, last in chunks_of(BytesIO(whole), CHUNK)]
    return b"".join(out)


def open_parcel(untrusted: bytes, passphrase: str) -> Arrived:
    """Return a parcel, opened and checked; ParcelError says why not."""
    whole = _opened(untrusted, passphrase)
    try:
        envelope = Fields.of_json(whole)
        written = envelope.text("parcel").encode()
        contents = contents_of(written)
        left_by = CarriedEntry.of(envelope.inside("left_by"))
    except NewerParcelError:
        raise ParcelError(ParcelTrouble.NEWER) from None
    except (FieldError, UnicodeError):
        raise ParcelError(ParcelTrouble.DAMAGED) from None
    proof = proof_of(contents.signers)
    arrived = Arrived(
        contents=contents,
        sha256=hashlib.sha256(written).hexdigest(),
        entries=tuple(proved(one, proof) for one in contents.entries),
        left_by=proved(left_by, proof),
        left_line=left_by,
    )
    _is_whole(arrived)
    for entry in arrived.entries:
        _is_readable(entry)
    return arrived


def entry_in(carried: CarriedEntry) -> Entry:
    """Return the entry that was carried, as it can be read; PackingError where it cannot."""
    digest = entry_digest(carried.header, carried.signature)
    return Entry(read_header(carried.header), read_body(carried.body), digest)


def is_as_signed(carried: CarriedEntry) -> bool:
    """Tell whether the words are those that were signed."""
    header = read_header(carried.header)
    return body_digest(carried.salt, carried.body) == header.body_digest


def _opened(untrusted: bytes, passphrase: str) -> bytes:
    if len(untrusted) > LARGEST:
        raise ParcelError(ParcelTrouble.TOO_LARGE)
    if not untrusted.startswith(MAGIC):
        newer = untrusted.startswith(_FAMILY)
        raise ParcelError(ParcelTrouble.NEWER if newer else ParcelTrouble.NOT_ONE)
    stream = BytesIO(untrusted[len(MAGIC) :])
    salt, name, head = (stream.read(size) for size in (SALT_LENGTH, _NAME, HEAD))
    if len(head) != HEAD:
        raise ParcelError(ParcelTrouble.DAMAGED)
    key = stretch(" ".join(passphrase.split()), Recipe(salt, USUAL))
    trouble, out = ParcelTrouble.SHUT, []
    try:
        opener = Opener(key, name.hex(), head)
        for chunk, last in chunks_of(stream, SEALED):
            out.append(opener.open(chunk, last=last))
            trouble = ParcelTrouble.DAMAGED  # the words were right: what follows was changed
    except ChunkError:
        raise ParcelError(trouble) from None
    return b"".join(out)


def proof_of(signers: Iterable[Signer]) -> Proof:
    """Return what signatures are checked with: the keys of those who signed."""
    standings = {one.member: Standing(one.key, {}) for one in signers}
    try:
        return Proof(Compartment.CHILDREN, Rolls([(_ROLL, standings)]))
    except ValueError:  # what is said to be a key is none
        raise ParcelError(ParcelTrouble.SIGNATURE) from None


def proved(carried: CarriedEntry, proof: Proof) -> Entry:
    """Return an entry whose signature is right, and whose words are signed or covered."""
    try:
        entry = entry_in(carried)
        as_signed = is_as_signed(carried)
    except PackingError:
        raise ParcelError(ParcelTrouble.DAMAGED) from None
    if not proof.signed(entry.header.author, carried.header, carried.signature):
        raise ParcelError(ParcelTrouble.SIGNATURE)
    if not as_signed and not (carried.covered and not carried.salt):
        raise ParcelError(ParcelTrouble.SIGNATURE)
    return entry


def _is_readable(entry: Entry) -> None:
    """Refuse what no list could show: whoever signed it, it is no entry of a DSL Desk."""
    try:
        plain = all(is_plain(value) for value in entry.body.fields.values())
        if plain:
            item_of(entry)
    except (ValueError, LookupError, TypeError, AttributeError):
        plain = False
    if not plain:
        raise ParcelError(ParcelTrouble.DAMAGED)


def _is_whole(arrived: Arrived) -> None:
    """Refuse a parcel that is not the one its sender signed for."""
    body = arrived.left_by.body
    if arrived.left_line.covered or body.kind != EXPORT:
        raise ParcelError(ParcelTrouble.SIGNATURE)
    if body.fields.get("beside") != arrived.sha256:
        raise ParcelError(ParcelTrouble.SIGNATURE)
