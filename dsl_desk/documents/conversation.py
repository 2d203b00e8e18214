"""A conversation on paper: each picture with its words beside it, in order, gaps and overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import Spacer, Table, TableStyle

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.pictured import Pictured
from dsl_desk.documents.sheet import INNER, RULE, Sheet
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.conversation import Meets, WordsFrom
from dsl_desk.domain.conversation_file import stretches_of
from dsl_desk.domain.conversation_words import met, set_aside_words
from dsl_desk.domain.dates import at, in_full, in_sentence
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.conversation import Conversation, ConversationDraft
    from dsl_desk.domain.conversation_file import ConversationFile, Stretch
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.transcript import Turn

_PICTURE: Final = (172.0, 338.0)  # at most so wide and high: two of a telephone on a page
_BETWEEN: Final = 14.0
_BESIDE: Final = INNER - _PICTURE[0] - _BETWEEN
_AROUND: Final = 8.0
_BEFORE: Final = 5.0


def print_conversation(
    file: ConversationFile, pictures: Mapping[str, Pixels], face: Face, made: Made
) -> bytes:
    """Return a copy as PDF. Its own title names the record, never a person."""
    typefaces = load_typefaces(made.fonts)
    conversation, part = file.conversation, file.part
    name = f"Conversation {conversation.ref}"
    staff = part is Compartment.STAFF
    sheet = Sheet(
        title=name,
        school=typefaces.visible(face.school, REGULAR),
        file=name,
        mark="Confidential: staff" if staff else "Confidential: child protection",
        foot=tuple(typefaces.visible(line, REGULAR) for line in _foot(conversation, made)),
    )
    return sheet.print_story(lambda: _story(file, pictures, Writer(typefaces)))


def _story(file: ConversationFile, pictures: Mapping[str, Pixels], paper: Writer) -> list[Flowable]:
    conversation = file.conversation
    draft = conversation.draft
    story = [
        *paper.title(draft.title, f"Conversation {conversation.ref}"),
        paper.facts(_facts(conversation)),
        paper.section(1, "Who speaks"),
        paper.table(_speakers(draft)),
        paper.section(2, "The conversation, in order"),
    ]
    for stretch in stretches_of(draft):
        story += _stretch(stretch, file, pictures, paper)
    story += [paper.section(3, "The pictures, and their fingerprints"), *_pieces(file, paper)]
    story += [paper.section(4, "Versions, and where this record stands"), *_versions(file, paper)]
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
    stretch: Stretch, file: ConversationFile, pictures: Mapping[str, Pixels], paper: Writer
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
    pixels = pictures.get(stretch.shot.evidence)
    if piece.id in file.set_aside or pixels is None:
        why = set_aside_words(set_aside=piece.id in file.set_aside)
        return [Spacer(1, _AROUND), *said, paper.plain(why)]
    return [Spacer(1, _AROUND), *_beside(Pictured(pixels, *_PICTURE), said)]


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
    rows = []
    for number, shot in enumerate(file.conversation.draft.shots, start=1):
        facts = file.pieces[shot.evidence].captured.facts
        ref = file.pieces[shot.evidence].ref
        rows.append(paper.fingerprint(f"{number}. {ref}, SHA-256", facts.sha256))
    return rows


def _versions(file: ConversationFile, paper: Writer) -> list[Flowable]:
    rows = [
        (
            f"Version {each.version}",
            f"{in_full(each.written_at)}, {each.author}. "
            + (f"Reason: {each.reason}" if each.reason else "First record."),
        )
        for each in reversed(file.versions)
    ]
    stamp = file.conversation.entry
    return [
        paper.table([*rows, ("Ledger entry", f"{stamp.number:,}")]),
        paper.fingerprint("Fingerprint", stamp.fingerprint),
    ]


def _foot(conversation: Conversation, made: Made) -> tuple[str, ...]:
    digits = conversation.entry.fingerprint
    who = f"Made by {made.by.name} on {in_sentence(made.at)} at {at(made.at)}"
    entry = f"Ledger entry {conversation.entry.number:,}. Record fingerprint"
    entry = f"{entry} {digits[:4]} {digits[4:8]} ... {digits[-4:]}."
    return (
        f"{who}. These are copies: the originals are in the DSL Desk vault.",
        f"{entry} {made.checked.words()}" if made.checked else entry,
        "Shred this copy when it is no longer needed.",
    )
