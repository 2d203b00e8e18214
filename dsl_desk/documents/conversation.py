"""A conversation on paper: each picture with its words beside it, in order, gaps and overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import Spacer, Table, TableStyle

from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.documents.pictured import Pictured
from dsl_desk.documents.sheet import INNER, RULE
from dsl_desk.documents.viewing import custody_of
from dsl_desk.documents.where_it_stands import STANDS, where_it_stands
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.conversation import Meets, WordsFrom
from dsl_desk.domain.conversation_file import stretches_of
from dsl_desk.domain.conversation_words import met, set_aside_words
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.platypus import Flowable

    from dsl_desk.documents.display_copy import DisplayCopy
    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.conversation import Conversation, ConversationDraft
    from dsl_desk.domain.conversation_file import ConversationFile, Stretch
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.transcript import Turn

    Pictures = Mapping[RecordId, DisplayCopy]

_PICTURE: Final = (172.0, 338.0)  # at most so wide and high: two of a telephone on a page
_BETWEEN: Final = 14.0
_BESIDE: Final = INNER - _PICTURE[0] - _BETWEEN
_AROUND: Final = 8.0
_BEFORE: Final = 5.0
_NO_PICTURE: Final = "Its picture is not on this copy. The original is kept as it was."


def conversation_leaf(file: ConversationFile, pictures: Pictures) -> Leaf:
    """Return a conversation as a paper. Its own title names the record, never a person."""
    conversation = file.conversation
    staff = file.part is Compartment.STAFF
    return Leaf(
        title=f"Conversation {conversation.ref}",
        mark="Confidential: staff" if staff else "Confidential: child protection",
        stands=stands_at(conversation.entry),
        story=lambda paper: _story(file, pictures, paper),
    )


def _story(file: ConversationFile, pictures: Pictures, paper: Writer) -> list[Flowable]:
    conversation = file.conversation
    draft = conversation.draft
    story = [
        *paper.title(draft.title, f"Conversation {conversation.ref}"),
        paper.facts(_facts(conversation)),
        paper.section(1, "Who speaks"),
        paper.table(_speakers(draft)),
        paper.section(2, "The conversation, in order"),
    ]
    under = conversation.put.policy.words()
    for stretch in stretches_of(draft):
        story += _stretch(stretch, file, pictures, paper)
    story += [paper.section(3, "The pictures, and what became of each"), *_pieces(file, paper)]
    story += [paper.section(4, STANDS), *where_it_stands(file.versions, paper, under)]
    return story


def _facts(conversation: Conversation) -> tuple[tuple[str, str], ...]:
    draft = conversation.draft
    gaps = sum(shot.meets is Meets.GAP for shot in draft.shots)
    overlaps = sum(shot.meets is Meets.OVERLAPS for shot in draft.shots)
    times = [shot.seen_at for shot in draft.shots if shot.seen_at]
    return (
        ("Where it was", draft.place or "Not written down"),
        ("Begins, as the pictures show", told_in_full(times[0]) if times else "Not shown"),
        ("Last time shown", told_in_full(times[-1]) if times else "Not shown"),
        ("Pictures", str(len(draft.shots))),
        ("Marked", f"Gaps: {gaps}. Overlaps: {overlaps}"),
        ("Under", conversation.put.basis_ref),
        ("Put in order", f"{in_full(conversation.written_at)}, {conversation.author}"),
    )


def _speakers(draft: ConversationDraft) -> list[tuple[str, str]]:
    rows = [(one.shown_as, one.who.name or "Not known who this is") for one in draft.speakers]
    return rows or [("Nobody", "Nobody is named in the pictures.")]


def _stretch(
    stretch: Stretch, file: ConversationFile, pictures: Pictures, paper: Writer
) -> list[Flowable]:
    piece = file.pieces[stretch.shot.evidence]
    head = [f"Picture {stretch.number}", piece.ref, told_in_full(stretch.shot.seen_at)]
    said: list[Flowable] = [paper.strong(" · ".join(part for part in head if part))]
    if how := met(stretch):
        said.append(paper.plain(how))
    if stretch.shot.words_from is WordsFrom.READ:
        said.append(paper.plain(label(WordsFrom.READ)))
    for turn in stretch.turns:
        said += _turn(turn, paper)
    if not stretch.turns:
        said.append(paper.plain("Nothing is written of its words."))
    shown = pictures.get(piece.id)
    if piece.id in file.set_aside:
        return [Spacer(1, _AROUND), *said, paper.plain(set_aside_words(set_aside=True))]
    if shown is None:
        return [Spacer(1, _AROUND), *said, paper.plain(_NO_PICTURE)]
    return [Spacer(1, _AROUND), *_beside(Pictured(shown, *_PICTURE), said)]


def _beside(picture: Pictured, said: list[Flowable]) -> list[Flowable]:
    """Return the words beside their picture; what there is no room for goes on under it."""
    beside: list[Flowable] = []
    left = _PICTURE[1]
    for at_, flowable in enumerate(said):
        _wide, high = flowable.wrap(_BESIDE, left)
        left -= high + flowable.getSpaceBefore() + flowable.getSpaceAfter()
        if left < 0:
            return [_side_by_side(picture, beside), *said[at_:]]
        beside.append(flowable)
    return [_side_by_side(picture, beside)]


def _side_by_side(picture: Pictured, words: list[Flowable]) -> Flowable:
    style = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), _AROUND),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, RULE),
        ]
    )
    return Table([[picture, words]], colWidths=[_PICTURE[0] + _BETWEEN, _BESIDE], style=style)


def _turn(turn: Turn, paper: Writer) -> list[Flowable]:
    head = ", ".join(part for part in (turn.speaker or "Not said who", turn.at) if part)
    return [Spacer(1, _BEFORE), paper.small(head), *paper.quoted(turn.words)]


def _pieces(file: ConversationFile, paper: Writer) -> list[Flowable]:
    rows: list[Flowable] = []
    for number, shot in enumerate(file.conversation.draft.shots, start=1):
        piece = file.pieces[shot.evidence]
        rows.append(
            paper.fingerprint(f"{number}. {piece.ref}, SHA-256", piece.captured.facts.sha256)
        )
        if trail := file.trails.get(shot.evidence):
            rows.append(paper.table(custody_of(trail)))
    return rows
