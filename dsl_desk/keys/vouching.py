"""Whether the vault's own page is the one its members signed, line by line from the first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.rights import Right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.domain.signing import Rolls
from dsl_desk.keys.folding import Assembly, RollRuleError
from dsl_desk.keys.header_form import page_digest
from dsl_desk.keys.roll import NOTHING_BEFORE, Closed, RollLine, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.entry import RollMark
    from dsl_desk.domain.signing import Author
    from dsl_desk.keys.header import Header, MemberRow

WAYS_IN: Final = Said(RollAct.WAYS_IN)


@dataclass(frozen=True)
class Vouched:
    """A page that was proved: the roll in force, everybody as they stand, and all rolls before."""

    mark: RollMark
    assembly: Assembly
    rolls: Rolls
    history: tuple[tuple[RollMark, Assembly], ...] = ()

    def under(self, mark: RollMark) -> Assembly | None:
        """Return how everybody and every post stood under a roll; None for one we do not hold."""
        return next((assembly for known, assembly in self.history if known == mark), None)


def signed_page(header: Header, author: Author, clock: Clock, said: Said | None = None) -> Header:
    """Return the page with one more line on its roll, which signs the page as it is now.

    Without `said` it is the line that begins the roll: the founder's.
    """
    line = RollLine(
        number=len(header.roll) + 1,
        previous=header.roll[-1].mark().digest if header.roll else NOTHING_BEFORE,
        author=author.id,
        written_at=clock.now().isoformat(),
        said=said
        or Said(RollAct.FOUND, tuple(row.stood() for row in header.members), header.posts),
        page=page_digest(header),
    )
    return replace(header, roll=(*header.roll, line.signed_by(author)))


def roll_in_force(header: Header) -> RollMark:
    """Return the roll in force, once all of it is proved."""
    return vouched(header).mark


def vouched(header: Header) -> Vouched:
    """Prove the roll from its first line, and that the page is what its last line signed."""
    assembly, previous = Assembly(), NOTHING_BEFORE
    history = []
    for number, line in enumerate(header.roll, start=1):
        if (line.number, line.previous) != (number, previous):
            raise _damage()
        assembly = _after(assembly, line)
        mark = line.mark()
        previous = mark.digest
        history.append((mark, assembly))
    if not header.roll or header.roll[-1].page != page_digest(header):
        raise _damage()
    _agrees(header, assembly)
    return Vouched(history[-1][0], assembly, _rolls(history), tuple(history))


def _rolls(history: Sequence[tuple[RollMark, Assembly]]) -> Rolls:
    return Rolls(
        [
            (mark, {who: one.standing() for who, one in assembly.people.items()})
            for mark, assembly in history
        ]
    )


def _after(assembly: Assembly, line: RollLine) -> Assembly:
    try:
        after = assembly.after(line)
        # The founder's own line brings the key it is checked with; every door is bound to it.
        key = Ed25519PublicKey.from_public_bytes(after.people[line.author].signing)
        key.verify(line.signature, line.signed())
    except (RollRuleError, InvalidSignature, ValueError):
        raise _damage() from None
    return after


def _agrees(header: Header, assembly: Assembly) -> None:
    """Refuse a page that says of anybody what the roll does not, or has another beginning."""
    anchor = assembly.people[header.roll[0].author].signing
    people = {row.member.id: row.stood() for row in header.members}
    posts = {post.role: post for post in header.posts}
    if people != assembly.people or posts != assembly.posts or len(people) != len(header.members):
        raise _damage()
    if any(row.anchor != anchor or not _grants_agree(row) for row in header.members):
        raise _damage()
    if not _kept_agree(header, assembly):
        raise _damage()


def _kept_agree(header: Header, assembly: Assembly) -> bool:
    """Tell whether the keys of closed files are exactly with those who may have them."""
    files = {Closed(row.compartment, row.epoch) for row in header.kept}
    held = [
        (Closed(grant.compartment, grant.epoch), row.member.id)
        for row in header.members
        for grant in row.kept
    ]
    may = {(one, who) for one, people in assembly.kept.items() for who in people}
    names = {row.file for row in (*header.parts, *header.kept)}
    # No file stands twice on the page: what is closed is never written again.
    each_once = len(names) == len(header.parts) + len(header.kept) and len(held) == len(may)
    return each_once and files == set(assembly.kept) and set(held) == may


def _grants_agree(row: MemberRow) -> bool:
    entitled = {part for part, right in row.rights.items() if right is not Right.NONE}
    return sorted(grant.compartment.value for grant in row.grants) == sorted(
        part.value for part in entitled
    )


def _damage() -> DamageError:
    return DamageError(Where(Damage.HEADER_FILE))
