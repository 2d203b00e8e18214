"""A paper: the scan of a handwritten or typed note, kept sealed as it came and never shown.

The scan of a signed declaration is found, opened and proved by the same facts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disposal import BLOB
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json

_KILO: Final = 1024
MEGA: Final = _KILO * _KILO
LARGEST: Final = 25 * MEGA
_FOUR: Final = 4
_SHOWN: Final = 16


@dataclass(frozen=True)
class PaperDraft:
    """Which record it belongs to, and what is needed to find, open and prove its sealed file."""

    of: str
    name: str
    key: str = field(repr=False)
    sha256: str
    length: int
    ending: str = ""

    def size(self) -> str:
        """Return how large it is, as screen and paper say it."""
        if self.length < MEGA:
            return f"{max(1, round(self.length / _KILO))} KB"
        return f"{self.length / MEGA:.1f} MB"

    def fingerprint(self) -> str:
        """Return the beginning of its fingerprint, in groups of four."""
        digits = self.sha256[:_SHOWN]
        return " ".join(digits[at : at + _FOUR] for at in range(0, len(digits), _FOUR))


@dataclass(frozen=True)
class Paper:
    """A paper as it was taken in."""

    id: RecordId
    written_at: datetime
    author: str = field(repr=False)
    draft: PaperDraft
    entry: Stamp

    def words(self) -> str:
        """Return what is told of it: nobody sees more of it here."""
        return f"Kept sealed, {self.draft.size()}, fingerprint {self.draft.fingerprint()}"


def _to_fields(draft: PaperDraft) -> dict[str, Json]:
    return {
        "concern": draft.of,
        **file_fields(draft),
    }


def file_fields(draft: PaperDraft) -> dict[str, Json]:
    """Return what finds, opens and proves a sealed file, as a body has it."""
    return {
        BLOB: draft.name,
        "key": draft.key,
        "sha256": draft.sha256,
        "length": draft.length,
        "ending": draft.ending,
    }


def _of_fields(fields: Fields) -> PaperDraft:
    return file_in(fields, fields.text("concern"))


def file_in(fields: Fields, of: str) -> PaperDraft:
    """Return the sealed file that the fields of a body tell of."""
    return PaperDraft(
        of=of,
        name=fields.text(BLOB),
        key=fields.text("key"),
        sha256=fields.text("sha256"),
        length=fields.number("length"),
        ending=fields.text("ending"),
    )


PAPER: Final = Kind(
    name="paper",
    schema=1,
    entry_class=EntryClass.CONCERN,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_paper(draft: PaperDraft) -> Said[PaperDraft]:
    """Return a paper as the ledger takes it."""
    return Said(draft)


def paper_of(entry: Entry) -> Paper:
    """Return the paper that an entry holds."""
    return Paper(
        id=entry.header.record,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        draft=PAPER.said(entry).draft,
        entry=Stamp.of(entry),
    )
