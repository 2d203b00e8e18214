"""A child's file for the next school, gathered to leave: in Children, and in no other part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import EVIDENCE_FILE
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Recipient, RecipientSort, Wish
from dsl_desk.domain.paper import PAPER
from dsl_desk.domain.parcel import CarriedEntry, Contents, Signer
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterName, registered_of
from dsl_desk.domain.registers.transfers import SCHOOL
from dsl_desk.storage.shelves.child_files import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.person import PersonDraft
    from dsl_desk.domain.registers.register import RegisterDraft
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.leaving import Bundle
    from dsl_desk.services.leaving_file import FileGatherer

_HERE: Final = Compartment.CHILDREN
_REGISTER: Final = REGISTERS[RegisterName.TRANSFERS]
# Their bodies hold the keys of sealed files, which are nobody's but ours.
_HOLDING_KEYS: Final = frozenset({EVIDENCE_FILE.name, PAPER.name})


class TransferGatherer:
    """Reads the leaver's entry, the file, and the ledger's own lines of all that is in it."""

    def __init__(self, file: FileGatherer, cases: Cases, directory: Directory, school: str) -> None:
        self._file = file
        self._cases = cases
        self._sitting = cases.sitting
        self._directory = directory
        self._school = school

    def gather(self, wish: Wish) -> Bundle:
        """Return the file of a leaver, with the parcel that goes beside it."""
        from dsl_desk.documents.transfer import Going, transfer_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        draft = self._draft(wish.of)
        child = RecordId(draft.people.get("child", ""))
        facts, bundle = self._file.whole(Wish(PaperSort.FILE, child))
        going = Going(self._school, draft.answers)
        person = facts.front.person
        return replace(
            bundle,
            leaf=transfer_leaf(facts, going),
            carries=(*bundle.carries, wish.of),
            items=(),
            recipient=_recipient(draft),
            contents=self._contents(person, self._records(child, bundle.carries)),
        )

    def _draft(self, record: RecordId) -> RegisterDraft:
        entry = self._sitting.part(_HERE).ledger.newest(record)
        if entry.body.kind != _REGISTER.kind.name:
            raise RecordMissingError
        draft = registered_of(entry, _REGISTER).draft
        if not draft.people.get("child"):
            raise RecordMissingError
        return draft

    def _records(self, child: RecordId, carries: tuple[RecordId, ...]) -> tuple[RecordId, ...]:
        database = self._sitting.part(_HERE).database
        sheets = [file_of(database, one) for one in self._directory.same_as(child)]
        return tuple(dict.fromkeys((*(one for one in sheets if one), *carries)))

    def _contents(self, person: PersonDraft, records: tuple[RecordId, ...]) -> Contents:
        carried = tuple(self._lines(records))
        entries = tuple(one for one in carried if one is not None)
        page = self._cases.book.page()
        return Contents(
            school=self._school,
            vault=page.vault,
            made_at=self._sitting.clock.now().isoformat(timespec="seconds"),
            child=_told_of(person),
            entries=entries,
            signers=tuple(
                Signer(row.member.id, row.member.name, row.member.role.value, row.signing)
                for row in page.members
            ),
            left_out=len(carried) - len(entries),
        )

    def _lines(self, records: tuple[RecordId, ...]) -> Iterator[CarriedEntry | None]:
        """Return every version as it lies there, proved; None for one that holds a key."""
        ledger = self._sitting.part(_HERE).ledger
        for record in records:
            for line in ledger.lines_of(record):
                entry = ledger.prove(line)
                if line.salt is None or line.body is None:
                    continue  # disposed of: there are no words to send
                holds_key = entry.body.kind in _HOLDING_KEYS
                yield (
                    None
                    if holds_key
                    else CarriedEntry(line.header, line.signature, line.salt, line.body)
                )


def _recipient(draft: RegisterDraft) -> Recipient:
    """Return to whom it goes: the DSL of the school, or whoever the local authority named."""
    said = draft.said
    if said("to") == SCHOOL:
        ref = PersonRef(said("dsl"), draft.people.get("dsl", ""))
        return Recipient(RecipientSort.OTHER_SCHOOL, ref, said("school"))
    return Recipient(RecipientSort.SOCIAL_CARE, PersonRef(said("dsl")), said("authority"))


def _told_of(person: PersonDraft) -> Mapping[str, str]:
    """Return who the child is: what another school needs to know whose file this is."""
    told = ("forename", "surname", "known_as", "born", "sex", "upn", "former_upn")
    return {name: getattr(person, name) for name in told}
