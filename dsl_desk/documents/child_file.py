"""The child protection file: front sheet, chronology oldest first, every entry, a glossary."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from reportlab.platypus import PageBreak

from dsl_desk.documents.concern import facts_of, heading_of, sections_of
from dsl_desk.documents.entry_parts import piece_sections, viewing_sections
from dsl_desk.documents.front_sheet import front_sections
from dsl_desk.documents.glossary import GLOSSARY
from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.documents.marks import Happened
from dsl_desk.domain.dates import in_sentence
from dsl_desk.domain.moments import told_apart
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.entry_facts import EntryFacts
    from dsl_desk.domain.file_facts import Event, FileFacts

_TITLE: Final = "Child protection file"
_NOT_SAID: Final = "Not written down"
_OLDEST_FIRST: Final = "Oldest first. Corrections are shown, never hidden."


def file_leaf(facts: FileFacts) -> Leaf:
    """Return a file, or what of it was chosen, as a paper that can be printed."""
    newest = max((event.stamp for event in facts.events), key=lambda stamp: stamp.number)
    return Leaf(
        title=_TITLE,
        mark="Confidential: child protection",
        stands=stands_at(newest),
        story=lambda paper: _story(facts, paper),
    )


def _story(facts: FileFacts, paper: Writer) -> list[Flowable]:
    person = facts.front.person
    story: list[Flowable] = [
        *paper.title(_TITLE, f"{person.legal_name}. {facts.chosen or 'The whole file.'}"),
        paper.facts(_who(facts)),
    ]
    number = 0
    for number, (heading, pieces) in enumerate(front_sections(facts.front, paper), start=1):
        story += [paper.section(number, heading), *pieces]
    story += [paper.section(number + 1, "Chronology"), paper.plain(_OLDEST_FIRST)]
    story += paper.chronicle([_line(event) for event in facts.events])
    for entry in facts.entries:
        story += _entry(entry, paper)
    apart = [*viewing_sections(facts.viewings, paper), *piece_sections(facts.pieces, paper)]
    story += _apart("Decisions and evidence", apart, paper)
    story += _last(facts, paper)
    return story


def _who(facts: FileFacts) -> tuple[tuple[str, str], ...]:
    person = facts.front.person
    born = in_sentence(date.fromisoformat(person.born)) if person.born else _NOT_SAID
    year = ", ".join(one for one in (person.year, person.form) if one.strip())
    return (
        ("Child", person.legal_name),
        ("Known as", person.known_as or person.name),
        ("Born", born),
        ("Sex", person.sex or _NOT_SAID),
        ("Year and class", year or _NOT_SAID),
        ("UPN", person.upn or _NOT_SAID),
        ("Entries of the chronology", f"{len(facts.events):,}"),
        ("Concerns in full", f"{len(facts.entries):,}"),
        ("Former UPN", person.former_upn or "None"),
    )


def _line(event: Event) -> Happened:
    item = event.item
    version = f"Version {event.version}. Reason: {event.reason}" if event.version > 1 else ""
    words = "\n".join(one for one in (item.line, version) if one.strip())
    day, time = told_apart(event.at)
    return Happened(day, f"{time}\n{label(item.sort)}".strip(), item.title, words, event.author)


def _entry(facts: EntryFacts, paper: Writer) -> list[Flowable]:
    concern = facts.concern
    story = [PageBreak(), *paper.chapter(heading_of(concern), f"Concern {concern.ref}")]
    story.append(paper.facts(facts_of(facts)))
    for number, (heading, pieces) in enumerate(sections_of(facts, paper), start=1):
        story += [paper.section(number, heading, level=1), *pieces]
    return story


def _apart(title: str, sections: list[tuple[str, list[Flowable]]], paper: Writer) -> list[Flowable]:
    if not sections:
        return []
    story = [PageBreak(), *paper.chapter(title, "Not under one concern")]
    for number, (heading, pieces) in enumerate(sections, start=1):
        story += [paper.section(number, heading, level=1), *pieces]
    return story


def _last(facts: FileFacts, paper: Writer) -> list[Flowable]:
    rows = [*facts.people, *GLOSSARY]
    under = "For whoever reads this file without knowing the school"
    return [PageBreak(), *paper.chapter("People, posts and words", under), paper.table(rows)]
