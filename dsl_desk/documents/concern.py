"""A concern on paper, in the look of a child protection file entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.documents.body_figure import BodyFigure
from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import where_kept
from dsl_desk.domain.concern_answers import QUESTIONS, answers
from dsl_desk.domain.concern_title import title_of
from dsl_desk.domain.dates import at, in_full, in_sentence
from dsl_desk.domain.lateness import late_in_words
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from reportlab.platypus import Flowable

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_answers import Answer
    from dsl_desk.domain.done import Done, DoneLine
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.step import Step

_NOT_SAID: Final = "Not written down"
_STANDS: Final = "Versions, and where this record stands"
_TABLES: Final = (
    ("Who was in it, and where", ("people", "platform", "account", "group", "address")),
    ("What was done at once", ("action", "parents", "parents_why")),
    ("What else is known", ("sorts", "four_cs", "siblings", "plans", "original")),
    ("What came of it", ("outcome",)),
)


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
    """Who makes a copy, when, and with which fonts."""

    by: Member
    at: datetime
    fonts: Path = field(repr=False)
    checked: Checked | None = None


def print_concern(versions: tuple[Concern, ...], done: Done, face: Face, made: Made) -> bytes:
    """Return a copy of the newest version as PDF. Its own title names the record, never a person.

    Of the versions before it the paper says when and why each was changed; they are in the vault.
    """
    typefaces = load_typefaces(made.fonts)
    concern = versions[-1]

    def seen(words: str) -> str:
        return typefaces.visible(words, REGULAR)

    sheet = Sheet(
        title=f"Concern {concern.ref}",
        school=seen(face.school),
        file=f"Concern {concern.ref}",
        mark=_mark(concern),
        foot=tuple(seen(line) for line in _foot(concern, made)),
    )
    return sheet.print_story(lambda: _story(versions, done, Writer(typefaces)))


def _story(versions: tuple[Concern, ...], done: Done, paper: Writer) -> list[Flowable]:
    concern = versions[-1]
    said = {answer.name: answer for answer in answers(concern.draft)}
    story = [
        *paper.title(_heading(concern), f"Concern {concern.ref}, about {concern.whom()}"),
        paper.facts(_facts(versions, said)),
    ]
    sections: list[tuple[str, list[Flowable]]] = [
        (said["words"].question, paper.quoted(concern.draft.words))
    ]
    sections += [
        (said[name].question, paper.quoted(said[name].text))
        for name in ("wishes", "view")
        if said[name].text
    ]
    for heading, names in _TABLES:
        rows = [(said[name].question, said[name].text) for name in names if said[name].text]
        if rows:
            sections.append((heading, [paper.table(rows)]))
    sections += _kept_beside(concern, done, paper)
    if rows := [(told_in_full(one.at), _told(one)) for one in done.in_order()]:
        sections.append(("What was done since", [paper.table(rows)]))
    sections.append((_STANDS, _where_it_stands(versions, paper)))
    for number, (heading, pieces) in enumerate(sections, start=1):
        story += [paper.section(number, heading), *pieces]
    return story


def _mark(concern: Concern) -> str:
    staff = where_kept(concern.draft.about) is Compartment.STAFF
    return "Confidential: staff" if staff else "Confidential: child protection"


def _facts(
    versions: tuple[Concern, ...], said: Mapping[str, Answer]
) -> tuple[tuple[str, str], ...]:
    first, concern = versions[0], versions[-1]
    late = late_in_words(concern.draft.told_at, first.written_at.date())
    return (
        ("It happened", said["happened"].text or _NOT_SAID),
        ("We were told", said["told_at"].text or _NOT_SAID),
        ("Told by", said["told_by"].text),
        ("Entry", f"{concern.ref}, version {concern.version}"),
        ("Recorded", "\n".join(one for one in (in_full(concern.written_at), late) if one)),
        ("Recorded by", concern.author),
        ("Part of the vault", label(where_kept(concern.draft.about))),
        ("Safe now", said["safe_now"].text),
        ("State", said["state"].text),
    )


def _kept_beside(concern: Concern, done: Done, paper: Writer) -> list[tuple[str, list[Flowable]]]:
    """Return the notes, the injuries, and who disagrees: each stands apart from the answers."""
    sections: list[tuple[str, list[Flowable]]] = []
    if rows := [(in_full(one.written_at), f"{one.words()}.") for one in done.papers]:
        sections.append(("Handwritten notes, kept with the record", [paper.table(rows)]))
    if concern.draft.injuries:
        sections.append((QUESTIONS["injuries"], _injuries(concern, paper)))
    sections += [
        (f"Written disagreement of {step.draft.with_whom}", _disagreement(step, paper))
        for step in done.disagreements()
    ]
    return sections


def _injuries(concern: Concern, paper: Writer) -> list[Flowable]:
    injuries = concern.draft.injuries
    rows = [(label(injury.place), injury.words) for injury in injuries]
    return [BodyFigure({injury.place for injury in injuries}), paper.table(rows)]


def _disagreement(step: Step, paper: Writer) -> list[Flowable]:
    draft = step.draft
    came = f"Came {told_in_full(draft.at)}, attached by {step.author}."
    return [*paper.quoted(draft.words), paper.table([("Attached", came)])]


def _told(line: DoneLine) -> str:
    return "\n".join((line.title, *line.lines))


def _heading(concern: Concern) -> str:
    title = title_of(concern.draft)
    return title[:1].upper() + title[1:] if concern.draft.sorts else f"Concern {concern.ref}"


def _where_it_stands(versions: tuple[Concern, ...], paper: Writer) -> list[Flowable]:
    concern = versions[-1]
    told = [
        (
            f"Version {each.version}",
            f"{in_full(each.written_at)}, {each.author}. "
            + (f"Reason: {each.reason}" if each.reason else "First record."),
        )
        for each in reversed(versions)
    ]
    if under := concern.draft.policy.words():
        told.append(("Policy in force", under))
    return [
        paper.table([*told, ("Ledger entry", f"{concern.entry.number:,}")]),
        paper.fingerprint("Fingerprint", concern.entry.fingerprint),
    ]


def _foot(concern: Concern, made: Made) -> tuple[str, ...]:
    digits = concern.entry.fingerprint
    who = f"Made by {made.by.name}"
    when = f"on {in_sentence(made.at)} at {at(made.at)}"
    fingerprint = f"{digits[:4]} {digits[4:8]} ... {digits[-4:]}"
    entry = f"Ledger entry {concern.entry.number:,}. Record fingerprint {fingerprint}."
    return (
        f"{who} {when}. This is a copy: the record is in the DSL Desk vault.",
        f"{entry} {made.checked.words()}" if made.checked else entry,
        "Shred this copy when it is no longer needed.",
    )
