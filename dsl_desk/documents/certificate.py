"""The certificate of a disposal: what went, who decided it, and which copies may hold it still.

It names the record by its reference and never whom it was about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.kit_parts import KitWriter
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.dates import at, in_full, in_sentence
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.copy_made import Certificate, CopyMade, SnapshotLeft
    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.face import Face

_TITLE: Final = "Certificate of disposal"
_PLAIN: Final = (
    "What these records said was taken out of the vault, out of its lists and out of its search, "
    "and overwritten where it stood. The entries themselves stay in the ledger without their "
    "words, so that it can still be proved whole. Drives and backups of the computer may keep old "
    "encrypted pages; without the vault's key nobody reads them."
)
_IN_THE_SLOT: Final = "In the sealed slot the case lay in, where its holders alone can read it."
_NO_PAPER: Final = "No copy for others was made of it."
_NO_COPY: Final = "No copy of the vault was made while it stood there."


def print_certificate(certificate: Certificate, face: Face, made: Made) -> bytes:
    """Return the certificate as PDF."""
    typefaces = load_typefaces(made.fonts)

    def seen(words: str) -> str:
        return typefaces.visible(words, REGULAR)

    sheet = Sheet(
        title=_TITLE,
        school=seen(face.school),
        file=seen(_called(certificate)),
        mark="Confidential",
        foot=(
            seen(f"Made by {made.by.name} on {in_sentence(made.at)} at {at(made.at)}."),
            "The decision itself stands in the DSL Desk vault, signed by both.",
            "Keep this certificate with the school's record of disposals.",
        ),
    )
    return sheet.print_story(lambda: _story(certificate, KitWriter(typefaces)))


def _story(certificate: Certificate, paper: KitWriter) -> list[Flowable]:
    return [
        *paper.title(_TITLE, f"{_called(certificate)}, {label(certificate.proposal.draft.of)}"),
        paper.facts(_facts(certificate)),
        paper.section(1, "Who decided it, and why"),
        paper.table(_decided(certificate.proposal)),
        paper.section(2, "What was done"),
        *paper.said(_PLAIN),
        paper.section(3, "Copies on paper that may hold it still"),
        *_copies(certificate.copies, paper),
        paper.section(4, "Copies of the vault that may hold it still"),
        *_snapshots(certificate.snapshots, paper),
        paper.section(5, "Where it stands in the ledger"),
        *(paper.said(_IN_THE_SLOT) if certificate.sealed else ()),
        *(
            paper.fingerprint(f"Entry {stamp.number:,}", stamp.fingerprint)
            for stamp in certificate.disposals
        ),
        paper.section(6, "Signatures"),
        paper.lines("Proposed it: signature and date", "Agreed to it: signature and date"),
    ]


def _facts(certificate: Certificate) -> tuple[tuple[str, str], ...]:
    proposal = certificate.proposal
    records = "1 record" if certificate.records == 1 else f"{certificate.records} records"
    entries = "1 entry" if certificate.entries == 1 else f"{certificate.entries} entries"
    return (
        ("Disposed of", in_full(proposal.answered_at or proposal.proposed_at)),
        ("What went", f"{records}, {entries}"),
        ("Part of the vault", "A sealed case" if certificate.sealed else label(proposal.part)),
    )


def _decided(proposal: Proposal) -> list[tuple[str, str]]:
    draft = proposal.draft
    early = [("Before its day, because", draft.early)] if draft.early else []
    agreed_at = proposal.answered_at or proposal.proposed_at
    return [
        ("Proposed by", f"{proposal.proposer}, {in_full(proposal.proposed_at)}"),
        ("Because", draft.reason),
        *early,
        ("Agreed by", f"{proposal.answerer}, {in_full(agreed_at)}"),
        ("With the words", draft.answer),
    ]


def _called(certificate: Certificate) -> str:
    ref = certificate.proposal.draft.ref
    return f"Record {ref}" if ref else f"Record {certificate.proposal.draft.record[:8]}"


def _copies(copies: tuple[CopyMade, ...], paper: KitWriter) -> list[Flowable]:
    if not copies:
        return list(paper.said(_NO_PAPER))
    rows = [
        (in_full(copy.made_at), f"Version {copy.version}, made by {copy.name}. Ask for it back.")
        for copy in copies
    ]
    return [paper.table(rows)]


def _snapshots(snapshots: tuple[SnapshotLeft, ...], paper: KitWriter) -> list[Flowable]:
    if not snapshots:
        return list(paper.said(_NO_COPY))
    rows = [(in_full(one.taken_at), _lies(one)) for one in snapshots]
    return [paper.table(rows)]


def _lies(snapshot: SnapshotLeft) -> str:
    there = "still there" if snapshot.there else "not to be found from this computer"
    return f"{snapshot.folder}: {there}. Bringing it back brings these words back with it."
