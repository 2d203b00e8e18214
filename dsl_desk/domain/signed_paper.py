"""The signed paper of a declaration: where it lies, and its scan where one can be kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.disposal import BLOB
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.paper import file_fields, file_in
from dsl_desk.domain.record import Kind

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.paper import PaperDraft
    from dsl_desk.domain.written import Written


@dataclass(frozen=True)
class SignedPaperDraft:
    """Whose paper it is, where it lies, and the sealed file of its scan, if there is one."""

    declaration: str
    lies: str = field(repr=False)
    scan: PaperDraft | None = None

    def problems(self) -> tuple[Problem, ...]:
        """Return what has to be mended before this can be written down."""
        code = what_is_wrong(self.lies, LONGEST_LINE)
        return (Problem("lies", code),) if code else ()


def _to_fields(draft: SignedPaperDraft) -> dict[str, Json]:
    told: dict[str, Json] = {"declaration": draft.declaration, "lies": draft.lies}
    return told if draft.scan is None else {**told, **file_fields(draft.scan)}


def _of_fields(fields: Fields) -> SignedPaperDraft:
    declaration = fields.text("declaration")
    scan = file_in(fields, declaration) if BLOB in fields.plain() else None
    return SignedPaperDraft(declaration, fields.text("lies"), scan)


SIGNED_PAPER: Final = Kind(
    name="signed_paper",
    schema=1,
    entry_class=EntryClass.DECLARATION,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


@dataclass(frozen=True)
class SignedPaper:
    """A signed paper as it was written down."""

    written: Written
    draft: SignedPaperDraft

    @classmethod
    def of(cls, written: Written) -> SignedPaper:
        """Return the paper that was written down."""
        return cls(written, SIGNED_PAPER.said_in(written.body).draft)


@dataclass(frozen=True)
class SignedPapersOf:
    """What is kept of the paper of one declaration, and what can be kept of it from here."""

    papers: tuple[SignedPaper, ...]
    may_keep: bool
    sealed: bool  # in a slot: no file lies there
