"""A disposal as two people decide it: proposed by one with a reason, agreed or refused by another.

What it says outlives the record, so it holds its reference and never whom it was about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.custody import EVIDENCE_FILE
from dsl_desk.domain.entry import GONE, Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.ids import MemberId, RecordId
from dsl_desk.domain.record import AUTHOR, Kind, Said
from dsl_desk.domain.retention import RetentionClass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Body, Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

BLOB: Final = "blob"  # under this name a body keeps the name of a file of evidence


class ProposalState(Enum):
    """What came of a proposal."""

    WAITING = "waiting"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True)
class ProposalDraft:
    """What is to go, and why. `early` says why before its day; `with_it` is what goes with it."""

    record: RecordId
    ref: str
    of: RetentionClass
    reason: str = field(repr=False)
    early: str = field(default="", repr=False)
    state: ProposalState = ProposalState.WAITING
    answer: str = field(default="", repr=False)
    with_it: tuple[str, ...] = ()

    def problems(self, *, due: bool) -> tuple[Problem, ...]:
        """Return all that stands in the way of proposing it."""
        codes = {
            "reason": what_is_wrong(self.reason),
            "early": (too_much if due else what_is_wrong)(self.early),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)


@dataclass(frozen=True)
class Proposal:
    """A proposal as it stands, with who proposed it and who answered."""

    id: RecordId
    entry: Stamp
    draft: ProposalDraft
    part: Compartment
    proposed_by: MemberId
    proposer: str = field(repr=False)
    proposed_at: datetime
    answered_by: MemberId | None = None
    answerer: str = field(default="", repr=False)
    answered_at: datetime | None = None

    def is_for(self, member: MemberId) -> bool:
        """Tell whether this member may answer: anybody but whoever proposed it."""
        return self.draft.state is ProposalState.WAITING and self.proposed_by != member


def _to_fields(draft: ProposalDraft) -> dict[str, Json]:
    return {
        "record": draft.record,
        "record_ref": draft.ref,
        "of": draft.of.value,
        "reason": draft.reason.strip(),
        "early": draft.early.strip(),
        "state": draft.state.value,
        "answer": draft.answer.strip(),
        "with_it": list(draft.with_it),
    }


def _of_fields(fields: Fields) -> ProposalDraft:
    return ProposalDraft(
        record=RecordId(fields.text("record")),
        ref=fields.text("record_ref"),
        of=fields.one_of("of", RetentionClass),
        reason=fields.text("reason"),
        early=fields.text("early"),
        state=fields.one_of("state", ProposalState),
        answer=fields.text("answer"),
        with_it=fields.list_of_texts("with_it"),
    )


PROPOSAL: Final = Kind(
    name="disposal_proposal",
    schema=1,
    entry_class=EntryClass.RETENTION,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_proposal(draft: ProposalDraft) -> Said[ProposalDraft]:
    """Return a proposal as the ledger takes it."""
    return Said(draft)


def proposal_of(versions: tuple[Entry, ...], part: Compartment) -> Proposal:
    """Return a proposal out of its versions: the first proposes, the newest answers."""
    first, newest = versions[0], versions[-1]
    answered = newest.header.version > 1
    return Proposal(
        id=first.header.record,
        entry=Stamp.of(newest),
        draft=PROPOSAL.said(newest).draft,
        part=part,
        proposed_by=first.header.author,
        proposer=first.body.names[AUTHOR],
        proposed_at=datetime.fromisoformat(first.header.written_at),
        answered_by=newest.header.author if answered else None,
        answerer=newest.body.names[AUTHOR] if answered else "",
        answered_at=datetime.fromisoformat(newest.header.written_at) if answered else None,
    )


def by_two(versions: tuple[Entry, ...]) -> bool:
    """Tell whether whoever agreed to a disposal is another than who proposed it."""
    proposer = versions[0].header.author
    agreed = [
        entry for entry in versions[1:] if PROPOSAL.said(entry).draft.state is ProposalState.AGREED
    ]
    return all(entry.header.author != proposer for entry in agreed)


def blobs_of(body: Body) -> tuple[str, ...]:
    """Return the names of the files of evidence a body knows."""
    if body is GONE:
        return ()
    if body.kind == EVIDENCE_FILE.name:
        return (EVIDENCE_FILE.said_in(body).draft.name,)
    return tuple(_blobs(dict(body.fields)))


def _blobs(told: object) -> Iterator[str]:
    if isinstance(told, dict):
        for name, inside in told.items():
            if name == BLOB and isinstance(inside, str):
                yield inside
            else:
                yield from _blobs(inside)
    elif isinstance(told, list):
        for one in told:
            yield from _blobs(one)
