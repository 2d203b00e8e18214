"""Beginning Staff anew for somebody it is about, so that they can be given its key.

What is about them is carried into a sealed case first, where they hold no key and will hold none
in the post they take up. Then Staff goes on in an empty file under a new key; the old file stays
with those who held it. Killed at any step, the same act again goes on where it was.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.case import Carried, CaseDraft
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.routing import route
from dsl_desk.domain.subject import subject_of
from dsl_desk.services.member_rules import refuse_without_reason
from dsl_desk.services.roll_notes import write_down

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.member import Role
    from dsl_desk.domain.routing import Row
    from dsl_desk.domain.subject import Subject
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.changing_locks import ChangingLocks
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.ledger import Ledger

_HERE: Final = Compartment.STAFF  # the one part whose records are about people who may get its key


@dataclass(frozen=True)
class Successor:
    """Somebody who is to be given the key of Staff, and the role they have or will have."""

    about: Subject
    role: Role


@dataclass(frozen=True)
class BeginningAnew:
    """The one act of this module."""

    sitting: Sitting
    cases: Cases
    locks: ChangingLocks

    def begin(self, successor: Successor, reason: str) -> Changed[None]:
        """Carry away what is about somebody, and begin Staff anew without it.

        The reason is kept in the case, and nowhere where they could read it.
        """
        refuse_without_reason(reason)
        self.sitting.part(_HERE)
        acts = self._acts(successor.about, reason)
        if len(acts) == 1:  # nothing is about them: it never was, or Staff was begun anew before
            return Changed(None, frozenset())
        row = self._row(successor)
        self.locks.may_begin_anew(_HERE)
        self.cases.receive(row, acts)
        self.locks.begin_anew(_HERE)
        write_down(self.sitting, self.cases.book.page())
        return Changed(None, frozenset({Thing.MEMBERS, Thing.VAULT, Thing.CASES}))

    def _row(self, successor: Successor) -> Row:
        posts = {post.role: post for post in self.cases.book.page().posts}
        way = route(successor.about.member, posts, becoming=successor.role)
        if way.row is None or self.sitting.member.id not in way.holders:
            raise GoesElsewhereError(way.row)
        return way.row

    def _acts(self, about: Subject, reason: str) -> list[Act]:
        """Return the case and all it carries, under ids that are the same whenever it is tried."""
        ledger, name = self.sitting.part(_HERE).ledger, self.sitting.member.name
        draft = CaseDraft(about.name, name, reason.strip(), about.member)
        begun = draft.body(name, self.sitting.clock.now().isoformat())
        carried = [(entry, one.kept(name)) for entry, one in _carried(ledger, about)]
        case = RecordId(_id_out_of("case", *(entry for entry, _body in carried)))
        acts = [(EntryId(case), begun)]
        acts += [(EntryId(_id_out_of("carried", entry)), body) for entry, body in carried]
        return [Act(entry, case, EntryClass.CASE, body) for entry, body in acts]


def _carried(ledger: Ledger, about: Subject) -> Iterator[tuple[str, Carried]]:
    """Return every version of every record that names somebody as its subject, in any version."""
    records = [
        entry.header.record
        for entry in ledger.entries()
        if (subject := subject_of(entry.body)) is not None and subject.may_be(about)
    ]
    for record in dict.fromkeys(records):
        for line in ledger.lines_of(record):
            # None of it was disposed of: then nothing would name a subject any more.
            salt, body = line.salt or b"", line.body or b""
            name = ledger.prove(line).header.id
            yield name, Carried(ledger.compartment, line.header, line.signature, salt, body)


def _id_out_of(*names: str) -> str:
    return hashlib.sha256(" ".join(names).encode()).hexdigest()[:32]
