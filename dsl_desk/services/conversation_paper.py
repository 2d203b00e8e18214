"""A conversation on paper: prepared from the vault, printed in an errand, then written down."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.conversation_file import ConversationFile
from dsl_desk.domain.custody import Printed
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.services.pieces_on_paper import note_beside
from dsl_desk.services.seeing import for_paper

if TYPE_CHECKING:
    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.conversations import Conversations
    from dsl_desk.services.doorway import Looking
    from dsl_desk.services.pieces_on_paper import PiecesOnPaper
    from dsl_desk.services.viewing_book import ViewingBook

_EXPORT_KIND: Final = "export"


@dataclass(frozen=True)
class Printing:
    """What an errand needs to print a conversation: no connection is in it."""

    file: ConversationFile
    looking: tuple[Looking, ...] = field(repr=False)
    face: Face = field(repr=False)
    made: Made = field(repr=False)


@dataclass(frozen=True)
class ConversationPaper:
    """What is needed to print a conversation."""

    book: ViewingBook = field(repr=False)
    conversations: Conversations = field(repr=False)
    pieces: PiecesOnPaper = field(repr=False)
    paper: ConcernPaper = field(repr=False)

    def prepare(self, record: RecordId) -> Printing:
        """Return everything that is printed, proved as it is read; what is set aside stays shut."""
        view = self.conversations.open(record)
        versions = self.conversations.versions(record)
        trails = {name: self.pieces.custody.trail(RecordId(name)) for name in view.pieces}
        file = ConversationFile(versions, view.part, view.pieces, view.set_aside, trails)
        shown = [piece for name, piece in view.pieces.items() if name not in view.set_aside]
        looking = tuple(self.pieces.evidence.for_paper(piece) for piece in shown)
        made = self.paper.made(view.part, self.book.sitting)
        return Printing(file, looking, self.paper.face, made)

    def note(self, printing: Printing, pdf: bytes) -> Changed[bytes]:
        """Write down that this copy was made; refuse it where a picture was set aside meanwhile."""
        conversation, part = printing.file.conversation, printing.file.part
        view = self.conversations.open(conversation.id)
        if view.set_aside - printing.file.set_aside:
            raise QuarantinedError
        sha256, clock = hashlib.sha256(pdf).hexdigest(), self.book.sitting.clock
        copy: dict[str, Json] = {
            "record": conversation.id,
            "version": conversation.version,
            "sha256": sha256,
        }
        name = fresh_id(clock.now())
        by = {AUTHOR: self.book.sitting.member.name}
        body = Body(_EXPORT_KIND, 1, names=by, fields=copy)
        with self.book.sitting.writing(part, EntryClass.EXPORT) as write:
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body))
            told = (
                Printed(one, conversation.id, conversation.ref, sha256)
                for one in printing.file.pieces
                if one not in printing.file.set_aside
            )
            note_beside(write, clock, told)
        return Changed(pdf, frozenset({Thing.VAULT, Thing.EVIDENCE}))

    def note_damaged(self, printing: Printing, file: str) -> Changed[None]:
        """Write down which of its pictures was not as it was sealed: there is no paper then."""
        [looking] = [one for one in printing.looking if one.file.name == file]
        return self.pieces.evidence.note_mismatch(looking.evidence.id)


def printed(printing: Printing, progress: Progress = untold) -> bytes:
    """Return the PDF, once each original is proved; BlobDamagedError names the first that is not.

    Runs in an errand: a picture takes about half a second.
    """
    from dsl_desk.documents.conversation import conversation_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed
    from dsl_desk.documents.leaf import print_leaf  # noqa: PLC0415 as above

    pictures: dict[str, Pixels] = {}
    for done, looking in enumerate(printing.looking):
        progress(done, len(printing.looking))
        pixels = for_paper(looking).pixels
        if pixels is not None:
            pictures[looking.evidence.id] = pixels
    return print_leaf(conversation_leaf(printing.file, pictures), printing.face, printing.made)
