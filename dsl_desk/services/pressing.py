"""From what was gathered to a finished file: pure work on frozen facts, for any thread."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.cover import Cover, Showing, cover_of
from dsl_desk.domain.progress import untold
from dsl_desk.domain.went_out import copy_number
from dsl_desk.services.naming import typed_names
from dsl_desk.services.parcels import make_ready

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.documents.leaf import Leaf, Made
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.cover import Named
    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.leaving import LeavingDraft, Recipient, Wish
    from dsl_desk.domain.parcel import Contents
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.parcels import Ready


@dataclass(frozen=True)
class Gathered:
    """Everything a paper needs, read and proved: from here on the vault is not asked.

    `part` is where the copy is written down; None: in the sealed case the record lies in.
    """

    wish: Wish
    leaf: Leaf = field(repr=False)
    part: Compartment | None
    carries: tuple[RecordId, ...]
    version: int
    named: tuple[Named, ...] = field(repr=False)
    kept_from: tuple[PersonRef, ...] = field(repr=False)
    made: Made = field(repr=False)
    face: Face = field(repr=False)
    items: tuple[ItemOffered, ...] = field(default=(), repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    questions: tuple[Question, ...] = field(default=(), repr=False)
    pieces: tuple[RecordId, ...] = ()
    copies: Mapping[RecordId, tuple[RecordId, ...]] = field(default_factory=dict)
    note: Callable[[Act], None] | None = field(default=None, repr=False)
    by_days: bool = False
    recipient: Recipient | None = field(default=None, repr=False)  # to whom it goes, if it is known
    contents: Contents | None = field(default=None, repr=False)  # what another DSL Desk can read

    @property
    def file_name(self) -> str:
        """Return what the file is called: its record's reference, and nobody's name."""
        kept = "".join(sign if sign.isalnum() else "-" for sign in self.leaf.title.lower())
        return f"{'-'.join(one for one in kept.split('-') if one)}.pdf"


@dataclass(frozen=True)
class ItemOffered:
    """One entry of a file that can be chosen: when, and what it is called."""

    record: str
    at: str
    title: str = field(repr=False)


@dataclass(frozen=True)
class Statement:
    """Something a paper says only if somebody stands for it. `by`: who may."""

    code: str
    words: str
    by: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Question:
    """What a paper asks and no record need have answered; `said`: what the record says to it."""

    name: str
    words: str
    said: str = field(default="", repr=False)


@dataclass(frozen=True)
class Printed:
    """The pages, for whoever looks at them before they leave."""

    pdf: bytes = field(repr=False)
    cover: Cover = field(repr=False)


@dataclass(frozen=True)
class Finished:
    """A file that was proved: its bytes, how many pages, its fingerprint."""

    content: bytes = field(repr=False)
    pages: int
    sha256: str
    ready: Ready | None = field(default=None, repr=False)


def press(
    gathered: Gathered, draft: LeavingDraft, entry: EntryId, progress: Progress = untold
) -> Printed:
    """Return the pages as they will leave, drawn without whoever is covered."""
    from dsl_desk.documents.leaf import print_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

    typed = typed_names(draft.also)
    shown = {**draft.shown, **dict.fromkeys((one.key for one in typed), Showing.COVERED)}
    cover = cover_of((*gathered.named, *typed), shown, gathered.wish.of)
    made = replace(
        gathered.made,
        for_whom=draft.recipient.words(),
        copy=copy_number(entry),
        locked=draft.locked,
    )
    leaf = gathered.leaf.answered(draft)
    return Printed(print_leaf(leaf, gathered.face, made, cover, progress), cover)


def finish(printed: Printed, gathered: Gathered, passphrase: str) -> Finished:
    """Return the file, locked if there is a passphrase, and proved; NotProvedError else."""
    from dsl_desk.documents.locking import finished  # noqa: PLC0415 pikepdf is slow to import and seldom needed
    from dsl_desk.documents.proofs import Wanted, prove  # noqa: PLC0415 as above

    title = printed.cover.words(gathered.leaf.title)
    content = finished(printed.pdf, title, passphrase)
    pages = prove(content, Wanted(title, passphrase, printed.cover))
    contents = gathered.contents if passphrase else None  # nothing for a machine without a lock
    ready = None if contents is None else make_ready(contents, printed.cover, passphrase)
    return Finished(content, pages, hashlib.sha256(content).hexdigest(), ready)


def page_picture(printed: Printed, number: int, width: int) -> Pixels:
    """Return one page as pixels, counted from 0."""
    from dsl_desk.documents.preview import draw_page  # noqa: PLC0415 as above

    return draw_page(printed.pdf, number, width)


def pages_of(printed: Printed) -> int:
    """Return how many pages there are."""
    from dsl_desk.documents.preview import count_pages  # noqa: PLC0415 as above

    return count_pages(printed.pdf)
