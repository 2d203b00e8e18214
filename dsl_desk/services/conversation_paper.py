"""A conversation on paper: prepared from the vault, printed in an errand, then written down."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.conversation_file import ConversationFile
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.services.seeing import for_paper

if TYPE_CHECKING:
    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.conversations import Conversations
    from dsl_desk.services.doorway import Looking
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
    evidence: Captures = field(repr=False)
    paper: ConcernPaper = field(repr=False)

    def prepare(self, record: RecordId) -> Printing:
        """Return everything that is printed, proved as it is read; what is set aside stays shut."""
        view = self.conversations.open(record)
        versions = self.conversations.versions(record)
        file = ConversationFile(versions, view.part, view.pieces, view.set_aside)
        shown = [piece for name, piece in view.pieces.items() if name not in view.set_aside]
        looking = tuple(self.evidence.for_paper(piece) for piece in shown)
        made = self.paper.made(view.part, self.book.sitting)
        return Printing(file, looking, self.paper.face, made)

    def note(self, printing: Printing, pdf: bytes) -> Changed[bytes]:
        """Write down that this copy was made; refuse it where a picture was set aside meanwhile."""
        conversation, part = printing.file.conversation, printing.file.part
        view = self.conversations.open(conversation.id)
        if view.set_aside - printing.file.set_aside:
            raise QuarantinedError
        copy: dict[str, Json] = {
            "record": conversation.id,
            "version": conversation.version,
            "sha256": hashlib.sha256(pdf).hexdigest(),
        }
        name = fresh_id(self.book.sitting.clock.now())
        by = {AUTHOR: self.book.sitting.member.name}
        body = Body(_EXPORT_KIND, 1, names=by, fields=copy)
        with self.book.sitting.writing(part, EntryClass.EXPORT) as write:
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body))
        return Changed(pdf, frozenset({Thing.VAULT, Thing.EVIDENCE}))


def printed(printing: Printing, progress: Progress = untold) -> bytes:
    """Return the PDF, once each original is proved; BlobDamagedError names the first that is not.

    Runs in an errand: a picture takes about half a second.
    """
    from dsl_desk.documents.conversation import print_conversation  # noqa: PLC0415 reportlab is slow to import and seldom needed

    pictures: dict[str, Pixels] = {}
    for done, looking in enumerate(printing.looking):
        progress(done, len(printing.looking))
        pixels = for_paper(looking).pixels
        if pixels is not None:
            pictures[looking.evidence.id] = pixels
    return print_conversation(printing.file, pictures, printing.face, printing.made)
