"""A paper before it is printed: its story, what stands around it, and where its record stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.documents.checking import CopyMade, checking
from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.cover import NO_COVER
from dsl_desk.domain.dates import at, in_sentence
from dsl_desk.domain.progress import untold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from reportlab.platypus import Flowable

    from dsl_desk.domain.cover import Cover
    from dsl_desk.domain.entry import Stamp
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.progress import Progress

    Story = Callable[[Writer], list[Flowable]]

_LONGEST_NAME: Final = 50  # signs of a recipient that fit into the foot of a page
_LOCKED: Final = "Locked, passphrase told by telephone. "
_COPY: Final = "The record is in the DSL Desk vault."


@dataclass(frozen=True)
class Checked:
    """How many entries of the ledger were checked before the copy was made, and what came of it."""

    entries: int
    of: int
    whole: bool = True

    def words(self) -> str:
        """Return it as the foot says it."""
        if not self.whole:
            return "The check of the ledger found damage: ask before relying on this copy."
        if self.entries >= self.of:
            return f"Ledger checked up to its last entry, {self.of:,} in all."
        return f"Ledger checked up to entry {self.entries:,} of {self.of:,}."


@dataclass(frozen=True)
class Made:
    """Who makes a copy, when, with which fonts; and for whom, under which number, if it leaves.

    `head`: the fingerprint of the newest entry of the part it was made out of.
    """

    by: Member
    at: datetime
    fonts: Path = field(repr=False)
    checked: Checked | None = None
    for_whom: str = field(default="", repr=False)
    copy: str = ""
    locked: bool = False
    head: str = ""
    sealed: bool = False


@dataclass(frozen=True)
class Leaf:
    """A paper: its title names its record, never a person. `stands`: where that record stands.

    `asking` makes the story out of what was answered, where a paper says more or less by it.
    """

    title: str
    mark: str
    stands: str
    story: Story = field(repr=False)
    asking: Callable[[LeavingDraft | None], Story] | None = field(default=None, repr=False)

    def answered(self, draft: LeavingDraft) -> Leaf:
        """Return the paper as it is for this recipient."""
        return self if self.asking is None else replace(self, story=self.asking(draft))


def print_leaf(
    leaf: Leaf, face: Face, made: Made, cover: Cover = NO_COVER, progress: Progress = untold
) -> bytes:
    """Return the paper as PDF. Whoever is covered is gone before anything is drawn."""
    sheet, story = _on_paper(leaf, face, made, cover)
    return sheet.print_story(story, progress)


def print_front(leaf: Leaf, face: Face, made: Made, cover: Cover = NO_COVER) -> bytes:
    """Return the first page of the same paper, for whoever waits for all of it. It never leaves."""
    sheet, story = _on_paper(leaf, face, made, cover)
    return sheet.print_front(story)


def _on_paper(
    leaf: Leaf, face: Face, made: Made, cover: Cover
) -> tuple[Sheet, Callable[[], list[Flowable]]]:
    typefaces = load_typefaces(made.fonts)

    def seen(words: str) -> str:
        return cover.words(typefaces.visible(cover.words(words), REGULAR))

    sheet = Sheet(
        title=seen(leaf.title),
        school=seen(face.school),
        file=seen(leaf.title),
        mark=leaf.mark,
        foot=tuple(seen(line) for line in foot_of(leaf, made)),
    )

    def story() -> list[Flowable]:
        writer = Writer(typefaces, cover)
        told = leaf.story(writer)
        copy = CopyMade(made.copy, made.for_whom, leaf.stands, made.head, made.sealed)
        return [*told, *checking(writer, copy)] if made.copy else told

    return sheet, story


def words_of(leaf: Leaf, fonts: Path) -> str:
    """Return every word of a paper, for whoever asks who is named in it."""
    writer = Writer(load_typefaces(fonts))
    leaf.story(writer)
    return "\n".join(writer.heard)


def stands_at(stamp: Stamp) -> str:
    """Return where a record stands in the ledger, as the foot says it."""
    digits = stamp.fingerprint
    fingerprint = f"{digits[:4]} {digits[4:8]} ... {digits[-4:]}"
    return f"Ledger entry {stamp.number:,}. Record fingerprint {fingerprint}."


def foot_of(leaf: Leaf, made: Made) -> tuple[str, ...]:
    """Return the three lines at the foot of every page."""
    who = f"Made by {made.by.name} on {in_sentence(made.at)} at {at(made.at)}"
    name = made.for_whom
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 3]}..."
    whom = f" for {short}" if short else ""
    kept = "This is a copy: the record is in the DSL Desk vault."
    shred = "Shred this copy when it is no longer needed."
    stands = f"{leaf.stands} {made.checked.words() if made.checked else ''}".strip()
    if not made.copy:
        return (f"{who}. {kept}", stands, shred)
    head = f"Head code {head_code(made.head)}. " if made.head else ""
    locked = _LOCKED if made.locked else ""
    return (f"{who}{whom}.", stands, f"Copy {made.copy}. {head}{locked}{_COPY}")


def head_code(head: str) -> str:
    """Return the head of a part as it is read aloud."""
    return f"{head[:4]} {head[4:8]}"
