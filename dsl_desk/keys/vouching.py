"""Whether the vault's own page is the one its members signed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.keys.header_form import page_digest
from dsl_desk.keys.roll import NOTHING_BEFORE, RollLine

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.entry import RollMark
    from dsl_desk.domain.signing import Author
    from dsl_desk.keys.header import Header


def signed_page(header: Header, author: Author, clock: Clock) -> Header:
    """Return the page of a new vault, with the first line of its roll."""
    line = RollLine(
        number=1,
        previous=NOTHING_BEFORE,
        author=author.id,
        written_at=clock.now().isoformat(),
        page=page_digest(header),
    )
    return replace(header, roll=(line.signed_by(author),))


def roll_in_force(header: Header) -> RollMark:
    """Return the roll in force, once its author is seen to have signed this very page."""
    if len(header.roll) != 1:  # later lines come with changes of members
        raise DamageError(Where(Damage.HEADER_FILE))
    line = header.roll[0]
    author = header.row(line.author)
    if author is None or line.page != page_digest(header):
        raise DamageError(Where(Damage.HEADER_FILE))
    if any(row.anchor != author.signing for row in header.members):
        raise DamageError(Where(Damage.HEADER_FILE))
    try:
        Ed25519PublicKey.from_public_bytes(author.signing).verify(line.signature, line.signed())
    except (InvalidSignature, ValueError):
        raise DamageError(Where(Damage.HEADER_FILE)) from None
    return line.mark()
