"""Opening a vault: the page is vouched for, the person's keys come out, their parts are opened."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.member_errors import MemberMissingError
from dsl_desk.domain.signing import Pen
from dsl_desk.domain.strand import Began, Birth
from dsl_desk.domain.way_errors import WrongPassphraseError
from dsl_desk.keys.doors import DoorShutError
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.person import Person
from dsl_desk.keys.trying import by_key
from dsl_desk.keys.vouching import vouched
from dsl_desk.keys.wraps import Place, WrapError
from dsl_desk.services.places import kept_aside, parts_folder, unfinished_mark
from dsl_desk.services.rekeying import tidy_up
from dsl_desk.services.sitting import OpenedPart, Sitting
from dsl_desk.storage.heads import Judge
from dsl_desk.storage.journal import PartFile, settle
from dsl_desk.storage.life import fresh_device
from dsl_desk.storage.part import open_part
from dsl_desk.storage.restoring import RESTORED
from dsl_desk.storage.witnesses import gone_heads, notice_rollback
from dsl_desk.system.drives import refuse_unsuited
from dsl_desk.system.flushing import flush_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.entry import Head
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.vault_errors import RolledBackError
    from dsl_desk.domain.ways_in import Way
    from dsl_desk.keys.header import Grant, Header, MemberRow, PartRow
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.witnesses import Witness


def member_row(header: Header, member: MemberId) -> MemberRow:
    """Return a member's row on the vault's page."""
    row = header.row(member)
    if row is None:
        raise MemberMissingError
    return row


def unlock(row: MemberRow, key: bytes) -> Person:
    """Return the person whose door this key opens."""
    try:
        _door, secret = by_key(row, key)
    except DoorShutError:
        raise WrongPassphraseError from None
    person = Person(row.member.id, secret)
    if (person.signing_key(), person.opening.sealing_key()) != (row.signing, row.sealing):
        raise DamageError(Where(Damage.HEADER_FILE))
    return person


def way_of(header: Header, person: Person, key: bytes) -> Way:
    """Return the way by which somebody who is inside came in."""
    door, _secret = by_key(member_row(header, person.id), key)
    return door.lock.way


def nothing_seen(_header: Header, _person: Person) -> tuple[Witness, ...]:
    """Be the memory of somebody who was never here before."""
    return ()


def sit_down(
    folder: Path,
    member: MemberId,
    key: bytes,
    clock: Clock,
    recall: Callable[[Header, Person], Iterable[Witness]] = nothing_seen,
) -> tuple[Sitting, Person]:
    """Open every part this member holds a key of. `recall` is asked only where it matters."""
    refuse_unsuited(folder)
    header = read_header_file(folder)
    proved = vouched(header)
    row = member_row(header, member)
    person = unlock(row, key)
    opened: dict[Compartment, OpenedPart] = {}
    older: list[RolledBackError] = []
    with ExitStack() as if_it_fails:
        for grant in sorted(row.grants, key=_in_order):
            part_row = _row_of(header, grant)
            seen = _Seen(partial(recall, header, person), grant.compartment)
            part_key = key_of(person, row, grant)
            part = _open(folder, part_row, part_key, Judge(proved.rolls, seen.nothing_missing))
            if_it_fails.callback(part.close)
            _refuse_older_page(part)
            pen = Pen(person, clock, proved.mark, grant.epoch, row.member.name)
            older += _begin_anew_if_restored(parts_folder(folder) / part_row.file, part, pen, seen)
            right = row.stood().right(grant.compartment)
            opened[grant.compartment] = OpenedPart(part, pen, right)
        tidy_up(folder, header, opened)
        if_it_fails.pop_all()
    _take_the_mark_away(folder)
    return Sitting(row.member, clock, opened, folder, tuple(older)), person


def _refuse_older_page(part: Part) -> None:
    """Look at the newest entry: it may name a roll that this page does not have.

    Any other damage keeps nobody out: it is named where it is met.
    """
    try:
        part.ledger.last(part.life.strand)
    except DamageError as found:
        if found.where.damage is Damage.ROLL:
            raise


def _take_the_mark_away(folder: Path) -> None:
    """Tidy after a set-up killed at its very end: with its mark, a lost page would be fatal."""
    mark = unfinished_mark(folder)
    if mark.exists():
        with suppress(OSError):  # the next opening tries again
            mark.unlink()


def _in_order(grant: Grant) -> int:
    return list(Compartment).index(grant.compartment)


def _row_of(header: Header, grant: Grant) -> PartRow:
    for row in header.parts:
        if (row.compartment, row.epoch) == (grant.compartment, grant.epoch):
            return row
    raise DamageError(Where(Damage.HEADER_FILE, grant.compartment))


def key_of(person: Person, row: MemberRow, grant: Grant) -> bytes:
    """Return the key of a part that was wrapped to this person."""
    place = Place(row.vault, grant.compartment, grant.epoch, person.id)
    try:
        return person.opening.unwrap(grant.wrap, place, grant.suite)
    except WrapError:
        raise DamageError(Where(Damage.HEADER_FILE, grant.compartment)) from None


def _open(folder: Path, row: PartRow, key: bytes, judge: Judge) -> Part:
    path = parts_folder(folder) / row.file
    settle(PartFile(path, key, row.salt, row.compartment), judge, kept_aside(folder))
    return open_part(path, key, row.salt, row.compartment, judge.rolls)


class _Seen:
    """What this member saw of one part; the keychain is asked only when somebody wants to know."""

    def __init__(self, recall: Callable[[], Iterable[Witness]], compartment: Compartment) -> None:
        self._recall = recall
        self._compartment = compartment

    def lacks(self, ledger: Ledger) -> tuple[RolledBackError, ...]:
        told = notice_rollback(ledger, self._of_this())
        return () if told is None else (told,)

    def nothing_missing(self, ledger: Ledger) -> bool:
        return notice_rollback(ledger, self._of_this()) is None

    def gone(self, ledger: Ledger) -> tuple[Head, ...]:
        return gone_heads(ledger, self._of_this())

    def _of_this(self) -> list[Witness]:
        return [seen for seen in self._recall() if seen.compartment is self._compartment]


def _begin_anew_if_restored(
    path: Path, part: Part, pen: Pen, seen: _Seen
) -> tuple[RolledBackError, ...]:
    """Begin a new life of a file out of a snapshot, before anything else is written in it.

    Its first entry names what it lacks, and from then on that is known: it is told now or never.
    """
    mark = path.with_name(path.name + RESTORED)
    if not mark.exists():
        return ()
    lacks = seen.lacks(part.ledger)
    birth = Birth(Began.RESTORE, part.ledger.heads(), seen.gone(part.ledger))
    part.begin_strand(pen, birth, fresh_device())
    with disk_told_as_facts():
        mark.unlink()
        flush_names(mark.parent)
    return lacks
