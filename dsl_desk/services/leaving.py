"""The way out: what can leave, for whom, and the entry that says it did."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.leaving import (
    READ_EVERY_PAGE,
    READ_FIRST,
    PaperSort,
    is_kept_from,
)
from dsl_desk.domain.leaving_errors import (
    KeptFromError,
    NotConfirmedByError,
    NotProvedError,
    NotReadError,
)
from dsl_desk.domain.progress import untold
from dsl_desk.domain.sealed_facts import given_of
from dsl_desk.domain.went_out import Left, refused_body
from dsl_desk.keys.words import suggest_passphrase
from dsl_desk.services.custody_of_papers import refuse_changed, told_beside
from dsl_desk.services.naming import Known, Linked, named_in
from dsl_desk.services.parcels import seal
from dsl_desk.services.pictures_out import files_of
from dsl_desk.services.pieces_on_paper import note_beside
from dsl_desk.services.pressing import Finished, Gathered, Lock, finish, press, stopped_by
from dsl_desk.services.school_seals import SchoolSeals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dsl_desk.documents.leaf import Leaf
    from dsl_desk.domain.carried_file import CarriedFile
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.custody import Printed
    from dsl_desk.domain.entry import Body
    from dsl_desk.domain.leaving import LeavingDraft, Recipient, Wish
    from dsl_desk.domain.leaving_errors import Flaw
    from dsl_desk.domain.parcel import Contents
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.pictures_out import Pictures, Shot
    from dsl_desk.services.pressing import ItemOffered, Original, Question, Statement

_WORDS: Final = "words"
_LONGEST_PASSPHRASE: Final = 32
_LEFT: Final = frozenset({Thing.VAULT, Thing.EVIDENCE})


@dataclass(frozen=True)
class Bundle:
    """What the maker of one sort of paper hands over: the paper, and whom and what it carries.

    `pieces`: the evidence on it, whose custody says that it went out, and in which `copies`.
    `note`: where the entry is kept, if not in a part. `by_days`: it can be of some days only.
    `shots`: pictures and files that can go, `drawn`: the paper with those that were ticked.
    `still`: asks once more, before it leaves, whether all of it may.
    """

    leaf: Leaf = field(repr=False)
    part: Compartment | None
    carries: tuple[RecordId, ...]
    version: int
    linked: Linked = field(repr=False)
    kept_from: tuple[PersonRef, ...] = field(default=(), repr=False)
    items: tuple[ItemOffered, ...] = field(default=(), repr=False)
    recipient: Recipient | None = field(default=None, repr=False)
    contents: Contents | None = field(default=None, repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    questions: tuple[Question, ...] = field(default=(), repr=False)
    pieces: tuple[RecordId, ...] = ()
    copies: Mapping[RecordId, tuple[RecordId, ...]] = field(default_factory=dict)
    note: Callable[[Act], None] | None = field(default=None, repr=False)
    by_days: bool = False
    originals: tuple[Original, ...] = field(default=(), repr=False)
    fetch: Callable[[RecordId], CarriedFile] | None = field(default=None, repr=False)
    shots: tuple[Shot, ...] = field(default=(), repr=False)
    drawn: Callable[[Pictures], Leaf] | None = field(default=None, repr=False)
    still: Callable[[], None] | None = field(default=None, repr=False)
    judged: tuple[ItemOffered, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Parcel:
    """What is handed to whoever writes the file: it stands in the ledger already."""

    content: bytes = field(repr=False)
    entry: EntryId
    sha256: str
    pages: int
    passphrase: str = field(default="", repr=False)
    seal: str = ""
    beside: bytes = field(default=b"", repr=False)  # the same for another DSL Desk, sealed


class Leaving:
    """What can be asked about papers for others. Nothing of it needs a window."""

    def __init__(
        self,
        makers: Mapping[PaperSort, Callable[[Wish], Bundle]],
        known: Known,
        cases: Cases,
        paper: ConcernPaper,
        looks: Looks,
    ) -> None:
        self.seals = SchoolSeals(cases.sitting, paper.face.school)
        self._makers = makers
        self._known = known
        self._cases = cases
        self._sitting = cases.sitting
        self._paper = paper
        self._looks = looks

    def sorts(self) -> tuple[PaperSort, ...]:
        """Return what kinds of paper can be made."""
        return tuple(self._makers)

    def gather(self, wish: Wish) -> Gathered:
        """Return what a paper needs, proved as it is read, and who is named in it."""
        from dsl_desk.documents.leaf import words_of  # noqa: PLC0415 reportlab is slow to import and seldom needed

        _refuse_wrong(wish)
        bundle = self._makers[wish.sort](wish)
        return Gathered(
            wish=wish,
            leaf=bundle.leaf,
            part=bundle.part,
            carries=bundle.carries,
            version=bundle.version,
            pieces=bundle.pieces,
            named=named_in(words_of(bundle.leaf, self._fonts), bundle.linked, self._known),
            kept_from=bundle.kept_from,
            made=self._paper.made(bundle.part, self._sitting),
            face=self._paper.face,
            items=bundle.items,
            statements=bundle.statements,
            questions=bundle.questions,
            copies=bundle.copies,
            note=bundle.note,
            by_days=bundle.by_days,
            originals=bundle.originals,
            fetch=bundle.fetch,
            shots=bundle.shots,
            drawn=bundle.drawn,
            still=bundle.still,
            judged=bundle.judged,
            recipient=bundle.recipient,
            contents=bundle.contents,
        )

    def refuse(self, gathered: Gathered, draft: LeavingDraft) -> None:
        """Raise what stands in the way of this paper for this recipient, before it is printed."""
        problems = draft.problems()
        if problems:
            raise DraftError(problems)
        if is_kept_from(draft.recipient, gathered.kept_from):
            raise KeptFromError
        way = stopped_by(gathered, draft)
        if way is not None:
            raise way
        me = self._sitting.member.name
        for statement in gathered.statements:
            if statement.code in draft.confirmed and statement.by and me not in statement.by:
                raise NotConfirmedByError

    def passphrase(self) -> str:
        """Return four words by chance, to be told by telephone; they are kept nowhere.

        No longer than the shortest line a reader of PDFs has for them.
        """
        words = self._fonts.parent / _WORDS
        while len(drawn := suggest_passphrase(words)) > _LONGEST_PASSPHRASE:
            pass
        return drawn

    def lock_for(self, gathered: Gathered, draft: LeavingDraft) -> Lock:
        """Return what closes a file for this recipient; the first that is sealed makes the seal."""
        wanted = [one.record for one in gathered.originals if one.record in draft.originals]
        fetch = gathered.fetch
        return Lock(
            passphrase=self.passphrase() if draft.locked else "",
            seal=self.seals.wanted() if draft.sealed else None,
            files=(
                *(tuple(fetch(record) for record in wanted) if fetch else ()),
                *files_of(gathered.shots, draft.pictures),
            ),
        )

    def note(
        self, gathered: Gathered, draft: LeavingDraft, finished: Finished, entry: EntryId
    ) -> Changed[Parcel]:
        """Write down that a finished file leaves; only then is it handed over."""
        self.refuse(gathered, draft)
        _refuse_unread(gathered, draft)
        refuse_changed(gathered, draft, self._looks.quarantines)
        left = Left(
            wish=gathered.wish,
            draft=draft,
            carries=given_of(gathered.carries, draft.verdicts),
            version=gathered.version,
            pages=finished.pages,
            sha256=finished.sha256,
            beside=finished.ready.sha256 if finished.ready else "",
        )
        beside = told_beside(gathered, draft, finished.sha256)
        self._write(gathered, entry, left.body(self._sitting.member.name), beside)
        parcel = Parcel(
            finished.content, entry, finished.sha256, finished.pages, seal=finished.seal
        )
        return Changed(replace(parcel, beside=self._sealed(gathered, finished, entry)), _LEFT)

    def note_damaged(self, gathered: Gathered, file: str) -> Changed[None]:
        """Write down which picture was not as it was sealed: there is no paper then."""
        damaged = {shot.of for shot in gathered.shots if shot.file == file and shot.of}
        for evidence in damaged:
            self._looks.evidence.note_mismatch(evidence)
        return Changed(None, _LEFT)

    def note_refused(self, gathered: Gathered, flaw: Flaw) -> Changed[None]:
        """Write down that a file was made, was not what it has to be, and did not leave."""
        entry = EntryId(fresh_id(self._sitting.clock.now()))
        me = self._sitting.member.name
        self._write(gathered, entry, refused_body(gathered.wish, flaw, me))
        return Changed(None, _LEFT)

    def leave(
        self, wish: Wish, draft: LeavingDraft, entry: EntryId, progress: Progress = untold
    ) -> Changed[Parcel]:
        """Do all of it in one go, for whoever has no window: gather, print, lock, prove, note.

        Stopped or refused, nothing is left behind but the note of a file that was not proved.
        """
        gathered = self.gather(wish)
        self.refuse(gathered, draft)
        _refuse_unread(gathered, draft)
        lock = self.lock_for(gathered, draft)
        try:
            finished = finish(press(gathered, draft, entry, progress), gathered, lock)
        except NotProvedError as failure:
            self.note_refused(gathered, failure.flaw)
            raise
        noted = self.note(gathered, draft, finished, entry)
        return Changed(replace(noted.answer, passphrase=lock.passphrase), noted.things)

    def _sealed(self, gathered: Gathered, finished: Finished, entry: EntryId) -> bytes:
        """Return the parcel beside the paper, with the entry by which both leave in it."""
        if finished.ready is None or gathered.part is None:
            return b""
        (line,) = self._sitting.part(gathered.part).ledger.lines_of(RecordId(entry))
        return seal(finished.ready, line)

    def _write(
        self, gathered: Gathered, entry: EntryId, body: Body, printed: tuple[Printed, ...] = ()
    ) -> None:
        act = Act(entry, RecordId(entry), EntryClass.EXPORT, body)
        if gathered.note is not None:
            gathered.note(act)
        elif gathered.part is None:
            self._cases.add(gathered.wish.of, replace(act, entry_class=EntryClass.CASE))
        else:
            with self._sitting.writing(gathered.part, EntryClass.EXPORT) as write:
                write.enter(act)
                note_beside(write, self._sitting.clock, printed)

    @property
    def _fonts(self) -> Path:
        return self._paper.fonts


def _refuse_wrong(wish: Wish) -> None:
    if problems := wish.problems():
        raise DraftError(problems)


def _refuse_unread(gathered: Gathered, draft: LeavingDraft) -> None:
    """Raise where nobody signs that every page was read, and somebody has to."""
    if gathered.wish.sort in READ_FIRST and READ_EVERY_PAGE not in draft.confirmed:
        raise NotReadError
