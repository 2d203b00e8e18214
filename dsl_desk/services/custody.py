"""The custody trail: what happened to a piece of evidence, from decision to last opening."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.conversation import conversation_of
from dsl_desk.domain.custody import (
    EVIDENCE_CLOSED,
    EVIDENCE_MISMATCH,
    EVIDENCE_OPENED,
    EVIDENCE_PRINTED,
    CustodySort,
    line_of,
)
from dsl_desk.domain.evidence import evidence_of
from dsl_desk.domain.handed_in import HANDED_IN, handed_in_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.quarantine import QUARANTINE, quarantine_of
from dsl_desk.domain.record import REF
from dsl_desk.domain.registers.take_downs import TAKE_DOWNS
from dsl_desk.domain.sharing_copy import SHARING_COPY, copy_of
from dsl_desk.domain.viewing import viewing_of
from dsl_desk.domain.viewing_standing import VIEWING_ANSWER, answer_of
from dsl_desk.domain.words import label
from dsl_desk.storage.shelves.conversations import conversations_with
from dsl_desk.storage.shelves.evidence import beside, newest_beside
from dsl_desk.storage.shelves.exports import exports_of
from dsl_desk.storage.shelves.take_downs import take_downs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.custody import CustodyLine, Printed
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.registers.register import RegisterDraft
    from dsl_desk.services.viewing_book import ViewingBook
    from dsl_desk.storage.part import Part

_WEEK: Final = timedelta(days=7)


class Custody:
    """What can be asked about what became of evidence."""

    def __init__(self, book: ViewingBook) -> None:
        self._book = book
        self._clock = book.sitting.clock

    def trail(self, record: RecordId) -> tuple[CustodyLine, ...]:
        """Return what happened to a piece of evidence, oldest first, each proved as it is read."""
        part = self._book.sitting.part(self._book.part_of(record))
        versions = part.ledger.versions(record)
        captured = evidence_of(versions[0]).captured
        basis = _of_the_basis(part, RecordId(captured.basis)) if captured.basis else ()
        lines = [*basis, *_of_the_record(versions)]
        lines += [*_openings(part, record), *_of_conversations(part, record)]
        lines += [*_leaving(part, record), *_of_quarantine(part, record)]
        lines += self._take_downs(evidence_of(versions[0]).ref)
        return tuple(sorted(lines, key=lambda line: line.at))

    def _take_downs(self, ref: str) -> Iterator[CustodyLine]:
        """Tell what was asked about it of a platform or of the police, as the register has it."""
        if TAKE_DOWNS.part not in self._book.sitting.parts:
            return
        part = self._book.sitting.part(TAKE_DOWNS.part)
        for record in take_downs_of(part.database, ref):
            versions = part.ledger.versions(record)
            drafts = [TAKE_DOWNS.kind.said(entry).draft for entry in versions]
            yield _take_down(CustodySort.TAKE_DOWN, versions[0], drafts[0], "to", "reference")
            ended = [at for at, draft in enumerate(drafts) if draft.said("outcome")]
            if ended:
                at, asked = ended[0], ("outcome", "to")
                yield _take_down(CustodySort.TAKE_DOWN_ENDED, versions[at], drafts[at], *asked)

    def trail_of_copy(self, copy: RecordId) -> tuple[CustodyLine, ...]:
        """Return what happened to a copy for sharing since it was made, oldest first."""
        part = self._book.sitting.part(self._book.part_of(copy))
        made = part.ledger.newest(copy)
        opened = [replace(one, sort=CustodySort.COPY_OPENED) for one in _openings(part, copy)]
        lines = [_made(made), *opened]
        for entry, printed in _prints(part, RecordId(copy_of(made).copied.evidence)):
            if copy in printed.copies:
                lines.append(_exported(entry, printed))
        return tuple(sorted(lines, key=lambda line: line.at))

    def opened_this_week(self) -> tuple[CustodyLine, ...]:
        """Return the openings of seven days that this member wrote, newest first."""
        since = self._clock.now() - _WEEK
        mine = self._book.sitting.member.id
        found = []
        for part in self._book.opened():
            for opening in newest_beside(part.database, EVIDENCE_OPENED.name):
                entry = part.ledger.newest(opening)
                if _is_gone(part, entry):
                    continue
                if datetime.fromisoformat(entry.header.written_at) < since:
                    break
                if entry.header.author == mine:
                    found.append(_opening_of(part, entry))
        return tuple(sorted(found, key=lambda line: line.at, reverse=True))


def _take_down(sort: CustodySort, entry: Entry, draft: RegisterDraft, *blanks: str) -> CustodyLine:
    told = [TAKE_DOWNS.blank(name).told(draft.said(name)) for name in blanks]
    return line_of(sort, entry, ", ".join(one for one in told if one))


def _of_the_basis(part: Part, basis: RecordId) -> Iterator[CustodyLine]:
    versions = part.ledger.versions(basis)
    if versions[0].body.kind == HANDED_IN.name:
        given = handed_in_of(versions[0])
        words = f"{given.draft.from_whom}, {given.draft.how}"
        yield line_of(CustodySort.HANDED_IN, versions[0], words, given.ref)
        return
    first, last = viewing_of(versions[0]), viewing_of(versions[-1])
    yield line_of(CustodySort.DECIDED, versions[0], label(first.draft.look), first.ref)
    for answer in beside(part.database, basis, VIEWING_ANSWER.name):
        entry = part.ledger.newest(answer)
        said = answer_of(entry).draft
        yield line_of(CustodySort.ANSWERED, entry, f"{label(said.agreed)}: {said.words}")
    if last.draft.ended_at:
        yield line_of(CustodySort.ENDED, versions[-1], last.draft.found, last.ref)


def _of_the_record(versions: tuple[Entry, ...]) -> Iterator[CustodyLine]:
    first = evidence_of(versions[0])
    lineage = first.captured.lineage
    if lineage is None:
        yield line_of(CustodySort.CAPTURED, versions[0], str(first.captured.stop["way"]), first.ref)
    else:
        words = "\n".join((lineage.why, *lineage.told))
        yield line_of(CustodySort.USED, versions[0], words, lineage.ref)
    for entry in versions[1:]:
        yield line_of(CustodySort.DESCRIBED, entry, entry.body.reason)


def _made(entry: Entry) -> CustodyLine:
    copy = copy_of(entry)
    covers = len(copy.copied.draft.covers)
    words = "1 area covered" if covers == 1 else f"{covers} areas covered"
    return line_of(CustodySort.COPIED, entry, words, copy.ref)


def _leaving(part: Part, record: RecordId) -> Iterator[CustodyLine]:
    """Tell of the copies for sharing, and of every time it went out on paper."""
    for copy in beside(part.database, record, SHARING_COPY.name):
        yield _made(part.ledger.newest(copy))
    for entry, printed in _prints(part, record):
        yield _exported(entry, printed)


def _exported(entry: Entry, printed: Printed) -> CustodyLine:
    return line_of(CustodySort.EXPORTED, entry, printed.words(), printed.ref)


def _prints(part: Part, record: RecordId) -> Iterator[tuple[Entry, Printed]]:
    for found in beside(part.database, record, EVIDENCE_PRINTED.name):
        entry = part.ledger.newest(found)
        yield entry, EVIDENCE_PRINTED.said(entry).draft


def _openings(part: Part, record: RecordId) -> Iterator[CustodyLine]:
    for opening in beside(part.database, record, EVIDENCE_OPENED.name):
        yield _opening_of(part, part.ledger.newest(opening))
    for mismatch in beside(part.database, record, EVIDENCE_MISMATCH.name):
        yield line_of(CustodySort.MISMATCH, part.ledger.newest(mismatch))


def _is_gone(part: Part, opening: Entry) -> bool:
    """Tell whether the evidence that was opened was disposed of meanwhile."""
    evidence = EVIDENCE_OPENED.said(opening).draft.evidence
    return part.ledger.disposal(bytes.fromhex(evidence)) is not None


def _opening_of(part: Part, entry: Entry) -> CustodyLine:
    """Return an opening with how long it lasted, where the desk lived to write that down."""
    evidence = EVIDENCE_OPENED.said(entry).draft.evidence
    ref = str(part.ledger.newest(RecordId(evidence)).body.fields[REF])
    line = replace(line_of(CustodySort.OPENED, entry, ref=ref), record=evidence)
    for closing in beside(part.database, evidence, EVIDENCE_CLOSED.name):
        said = EVIDENCE_CLOSED.said(part.ledger.newest(closing)).draft
        if said.opening == entry.header.id:
            return replace(line, seconds=said.seconds)
    return line


def _of_conversations(part: Part, record: RecordId) -> Iterator[CustodyLine]:
    """Return each conversation it was put into, and the copies on paper that were made of it.

    A copy of today tells beside each picture that it was made; before that it was known only of
    the conversation.
    """
    told = {printed.sha256 for _entry, printed in _prints(part, record)}
    for found in conversations_with(part.database, record):
        entries = part.ledger.versions(found)
        holding = {each.header.version: each for each in entries if _holds(each, record)}
        first = min(holding)
        ref = str(entries[0].body.fields[REF])
        yield line_of(CustodySort.PUT_IN_ORDER, holding[first], ref, ref)
        for copy in exports_of(part.database, found):
            entry = part.ledger.newest(copy)
            fields = entry.body.fields
            if fields["version"] in holding and fields["sha256"] not in told:
                yield line_of(CustodySort.EXPORTED, entry, ref, ref)


def _holds(entry: Entry, record: RecordId) -> bool:
    return any(shot.evidence == record for shot in conversation_of(entry).draft.shots)


def _of_quarantine(part: Part, record: RecordId) -> Iterator[CustodyLine]:
    for found in beside(part.database, record, QUARANTINE.name):
        versions = part.ledger.versions(found)
        yield line_of(CustodySort.QUARANTINED, versions[0], quarantine_of(versions[0]).draft.why)
        last = quarantine_of(versions[-1])
        if last.draft.removed_at:
            yield line_of(CustodySort.REMOVED, versions[-1], last.draft.reference)
