"""A conversation, gathered to leave: its words, and those of its pictures that were ticked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.conversation_file import ConversationFile
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.naming import Linked
from dsl_desk.services.pictures_out import Album

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.documents.leaf import Leaf
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.services.leaving_entry import Sources
    from dsl_desk.services.pictures_out import Pictures, Shot


@dataclass(frozen=True)
class ConversationGatherer:
    """Reads a conversation where it is kept; what is set aside stays shut."""

    sources: Sources = field(repr=False)

    def gather(self, wish: Wish) -> Bundle:
        """Return a conversation as a paper: its pictures are opened when they are drawn."""
        from dsl_desk.documents.conversation import conversation_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        file = self._file(wish.of)
        shots = tuple(self._shots(file))

        def drawn(pictures: Pictures) -> Leaf:
            return conversation_leaf(file, shown_of(file, shots, pictures))

        people, speakers = file.conversation.put.people, file.conversation.draft.speakers
        unknown = [PersonRef(one.shown_as) for one in speakers if not one.who.name.strip()]
        known = tuple(one.who for one in speakers if one.who.name.strip())
        return Bundle(
            leaf=conversation_leaf(file, {}),
            part=file.part,
            carries=(file.conversation.id, *map(RecordId, file.pieces)),
            version=file.conversation.version,
            linked=Linked(
                tuple(one for one in people if one not in known),
                (*known, *unknown),
                children=file.part is Compartment.CHILDREN,
                shown_as=tuple((one.who, one.shown_as) for one in speakers if one.who.name.strip()),
            ),
            kept_from=self.sources.kept_from(people),
            pieces=tuple(RecordId(one) for one in file.pieces if one not in file.set_aside),
            shots=shots,
            drawn=drawn,
        )

    def _file(self, record: RecordId) -> ConversationFile:
        looks = self.sources.looks
        view = looks.conversations.open(record)
        trails = {name: looks.custody.trail(RecordId(name)) for name in view.pieces}
        versions = looks.conversations.versions(record)
        return ConversationFile(versions, view.part, view.pieces, view.set_aside, trails)

    def _shots(self, file: ConversationFile) -> Iterator[Shot]:
        """Return each picture as it was captured, ticked at first, then its copies for sharing."""
        album = Album(self.sources.looks)
        for piece in file.pieces.values():
            shot = album.pictured(piece, ticked=True)
            if shot is not None:
                yield shot
                copies = map(album.shared, self.sources.looks.sharing.of(piece.id))
                yield from (copy for copy in copies if copy is not None)


def shown_of(file: ConversationFile, shots: tuple[Shot, ...], pictures: Pictures) -> Pictures:
    """Return what stands beside the words of each piece: a copy for sharing before the original."""
    found = {RecordId(name): pictures[RecordId(name)] for name in file.pieces if name in pictures}
    copies = (shot for shot in shots if shot.record in pictures and shot.record != shot.of)
    return found | {shot.of: pictures[shot.record] for shot in copies if shot.of is not None}
