"""From what was gathered to a finished file: pure work on frozen facts, for any thread."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.carried_file import CarriedFile
from dsl_desk.domain.cover import Cover, Showing, cover_of
from dsl_desk.domain.leaving import HowItLeaves, stands_in_the_way
from dsl_desk.domain.leaving_errors import FileNotPrintedError, OriginalsNotPrintedError
from dsl_desk.domain.progress import untold
from dsl_desk.domain.sealed_facts import unjudged
from dsl_desk.domain.went_out import copy_number
from dsl_desk.keys.sealing import signed_with
from dsl_desk.services.naming import typed_names
from dsl_desk.services.parcels import make_ready
from dsl_desk.services.pictures_out import cannot_be_printed, pictures_of, standing_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.documents.display_copy import DisplayCopy
    from dsl_desk.documents.leaf import Leaf, Made
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.cover import Named
    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.leaving import LeavingDraft, Recipient, Wish
    from dsl_desk.domain.parcel import Contents
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.school_seal import SchoolSeal
    from dsl_desk.services.parcels import Ready
    from dsl_desk.services.pictures_out import Pictures, Shot


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
    originals: tuple[Original, ...] = field(default=(), repr=False)
    fetch: Callable[[RecordId], CarriedFile] | None = field(default=None, repr=False)
    shots: tuple[Shot, ...] = field(default=(), repr=False)  # pictures and files that can go
    drawn: Callable[[Pictures], Leaf] | None = field(default=None, repr=False)
    still: Callable[[], None] | None = field(default=None, repr=False)
    judged: tuple[ItemOffered, ...] = field(default=(), repr=False)  # each is given or withheld
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
    made: Made = field(repr=False)
    how: HowItLeaves = HowItLeaves.LOCKED


@dataclass(frozen=True)
class Front:
    """The first page while the others are drawn. It is no paper: nothing can be finished of it."""

    pdf: bytes = field(repr=False)


@dataclass(frozen=True)
class Lock:
    """What closes a file: the passphrase, the school's seal, and the originals that go into it."""

    passphrase: str = field(default="", repr=False)
    seal: SchoolSeal | None = field(default=None, repr=False)
    files: tuple[CarriedFile, ...] = field(default=(), repr=False)


NO_LOCK: Final = Lock()


@dataclass(frozen=True)
class Original:
    """A piece of evidence that can go into the file as it was captured."""

    record: RecordId
    words: str = field(repr=False)


@dataclass(frozen=True)
class Finished:
    """A file that was proved: its bytes, pages and fingerprint, and that of its seal's key."""

    content: bytes = field(repr=False)
    pages: int
    sha256: str
    seal: str = ""
    ready: Ready | None = field(default=None, repr=False)


def stopped_by(gathered: Gathered, draft: LeavingDraft) -> DeskError | None:
    """Return what forbids a paper as it was answered; nothing where it may go."""
    if cannot_be_printed(gathered.shots, draft):
        return FileNotPrintedError()
    inside = any(one.record in draft.originals for one in gathered.originals)
    if inside and draft.how is HowItLeaves.PRINTED:
        return OriginalsNotPrintedError()
    undecided = unjudged([one.record for one in gathered.judged], draft.verdicts)
    return undecided or stands_in_the_way(gathered.wish.sort, draft, gathered.named)


def press(
    gathered: Gathered, draft: LeavingDraft, entry: EntryId, progress: Progress = untold
) -> Printed:
    """Return the pages as they will leave, drawn without whoever is covered."""
    from dsl_desk.documents.leaf import print_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

    cover, made = _drawn_for(gathered, draft, entry)
    leaf = _leaf_of(gathered, draft, progress).answered(draft)
    pdf = print_leaf(leaf, gathered.face, made, cover, progress)
    return Printed(pdf, cover, made, draft.how)


def press_front(gathered: Gathered, draft: LeavingDraft, entry: EntryId) -> Front:
    """Return the first of the same pages by itself, to be looked at and nothing else.

    Only the pictures on it are opened. In the place of each stands a line at first; what comes to
    stand on the page is opened, and the page is drawn again, until no line is left on it.
    """
    from dsl_desk.documents.leaf import print_front  # noqa: PLC0415 as above

    cover, made = _drawn_for(gathered, draft, entry)
    opened: dict[RecordId, DisplayCopy] = {}
    seen: set[RecordId] = set()
    while True:
        new: set[RecordId] = set()
        wait = frozenset(draft.pictures) - seen
        pictures = {**standing_in(gathered.shots, wait, new.add), **opened}
        leaf = gathered.leaf if gathered.drawn is None else gathered.drawn(pictures)
        page = print_front(leaf.answered(draft), gathered.face, made, cover)
        if not new:
            return Front(page)
        seen |= new
        opened |= pictures_of(gathered.shots, new)


def _drawn_for(gathered: Gathered, draft: LeavingDraft, entry: EntryId) -> tuple[Cover, Made]:
    """Return who is covered on this copy, and what it says of itself."""
    typed = typed_names(draft.also)
    shown = {**draft.shown, **dict.fromkeys((one.key for one in typed), Showing.COVERED)}
    made = replace(
        gathered.made,
        for_whom=draft.recipient.words(),
        copy=copy_number(entry),
        locked=draft.locked,
        sealed=draft.sealed,
    )
    return cover_of((*gathered.named, *typed), shown, gathered.wish.of), made


def _leaf_of(gathered: Gathered, draft: LeavingDraft, progress: Progress) -> Leaf:
    """Return the paper with the pictures that were ticked, each proved as it is opened."""
    if gathered.drawn is None:
        return gathered.leaf
    return gathered.drawn(pictures_of(gathered.shots, draft.pictures, progress))


def finish(printed: Printed, gathered: Gathered, lock: Lock = NO_LOCK) -> Finished:
    """Return the file, locked and sealed where that was asked, and proved; NotProvedError else."""
    from dsl_desk.documents.locking import Finishing, finished  # noqa: PLC0415 pikepdf is slow to import and seldom needed
    from dsl_desk.documents.proofs import Wanted, prove  # noqa: PLC0415 as above

    title = printed.cover.words(gathered.leaf.title)
    pdf, files, pages = printed.pdf, lock.files, 0
    if printed.how is HowItLeaves.ARCHIVE:
        pdf, archive, pages = _in_an_envelope(printed, gathered, title)
        files = (archive, *files)
    seal = lock.seal
    sign = partial(signed_with, seal) if seal else None
    content = finished(pdf, Finishing(title, lock.passphrase, sign, files))
    wanted = Wanted(
        title,
        lock.passphrase,
        printed.cover,
        is_sealed=seal is not None,
        files={one.name: one.sha256 for one in files},
    )
    counted = prove(content, wanted)
    return Finished(
        content,
        pages or counted,
        hashlib.sha256(content).hexdigest(),
        seal.fours() if seal else "",
        _for_a_machine(gathered, printed, lock.passphrase),
    )


def _for_a_machine(gathered: Gathered, printed: Printed, passphrase: str) -> Ready | None:
    """Return the same for another DSL Desk; nothing for a machine without a lock."""
    contents = gathered.contents if passphrase else None
    return None if contents is None else make_ready(contents, printed.cover, passphrase)


def _in_an_envelope(
    printed: Printed, gathered: Gathered, title: str
) -> tuple[bytes, CarriedFile, int]:
    """Return the envelope, the archive copy that goes into it, and how many pages that has."""
    from dsl_desk.documents.archive import archive_copy  # noqa: PLC0415 as above
    from dsl_desk.documents.envelope import envelope_leaf  # noqa: PLC0415 as above
    from dsl_desk.documents.leaf import print_leaf  # noqa: PLC0415 as above
    from dsl_desk.documents.proofs import Wanted, prove  # noqa: PLC0415 as above

    archive = archive_copy(printed.pdf, title)
    pages = prove(archive, Wanted(title, cover=printed.cover, is_archive=True))
    inside = CarriedFile(gathered.file_name, archive, "application/pdf", "Archive copy, PDF/A-3b")
    leaf = envelope_leaf(gathered.leaf, inside, pages)
    envelope = print_leaf(leaf, gathered.face, printed.made, printed.cover)
    return envelope, inside, pages


def page_picture(printed: Printed | Front, number: int, width: int) -> Pixels:
    """Return one page as pixels, counted from 0."""
    from dsl_desk.documents.preview import draw_page  # noqa: PLC0415 as above

    return draw_page(printed.pdf, number, width)


def pages_of(printed: Printed) -> int:
    """Return how many pages there are."""
    from dsl_desk.documents.preview import count_pages  # noqa: PLC0415 as above

    return count_pages(printed.pdf)
