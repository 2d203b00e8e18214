"""A part begun anew: an empty file under a new key, whose first entry names the old one's heads.

Nothing of the old file is in it. The old one is not touched, and nobody writes it any more.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.strand import Began, Birth, birth_of
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.heads import proved_heads
from dsl_desk.storage.part import make_part
from dsl_desk.system.flushing import flush_file, flush_names

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.entry import Head
    from dsl_desk.domain.signing import Pen, Rolls
    from dsl_desk.storage.ledger import Ledger


def begin_anew(old: Ledger, path: Path, key: bytes, pen: Pen, rolls: Rolls) -> bytes:
    """Return the salt of the new file, once every entry of the old one is proved."""
    heads = proved_heads(old)
    with closing(make_part(path, key, old.compartment, rolls)) as part:
        part.begin(pen, Birth(Began.FOUND_ANEW, heads))
    flush_file(path)
    flush_names(path.parent)
    return salt_of(path)


def closed_heads(ledger: Ledger) -> tuple[tuple[Head, ...], ...]:
    """Return the heads of each file that was closed when this part was begun anew."""
    firsts = [ledger.at(strand, 1) for strand in ledger.strands()]
    births = [birth_of(ledger.prove(line)) for line in firsts if line is not None]
    return tuple(birth.grew_from for birth in births if birth.why is Began.FOUND_ANEW)


def prove_closed(closed: Ledger, among: tuple[tuple[Head, ...], ...]) -> None:
    """Prove every entry of a closed file, and that it ends where the part begun anew says."""
    heads = proved_heads(closed)
    if heads not in among:
        raise closed.proof.damage(Damage.CHAIN, heads[-1].number, heads[-1].strand)
