"""A concern on paper, in the look of a child protection file entry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.documents.body_figure import BodyFigure
from dsl_desk.documents.entry_parts import duty_sections, piece_sections, viewing_sections
from dsl_desk.documents.leaf import Leaf, print_leaf, stands_at
from dsl_desk.documents.where_it_stands import STANDS, where_it_stands
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import where_kept
from dsl_desk.domain.concern_answers import QUESTIONS, answers
from dsl_desk.domain.concern_title import title_of
from dsl_desk.domain.dates import in_full, in_sentence
from dsl_desk.domain.entry_facts import EntryFacts
from dsl_desk.domain.lateness import late_in_words
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Made
    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.done import Done, DoneLine
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.person import PersonDraft
    from dsl_desk.domain.step import Step

_NOT_SAID: Final = "Not written down"
_TABLES: Final = (
    ("Who was in it, and where", ("people", "platform", "account", "group", "address")),
    ("What was done at once", ("action", "parents", "parents_why")),
    ("What else is known", ("sorts", "four_cs", "siblings", "plans", "original")),
    ("What came of it", ("outcome",)),
)


def print_concern(versions: tuple[Concern, ...], done: Done, face: Face, made: Made) -> bytes:
    """Return a copy of the newest version as PDF. Its own title names the record, never a person.

    Of the versions before it the paper says when and why each was changed; they are in the vault.
    """
    return print_leaf(concern_leaf(EntryFacts(versions, done)), face, made)


def concern_leaf(facts: EntryFacts) -> Leaf:
    """Return an entry as a paper that can be printed."""
    concern = facts.concern
    return Leaf(
        title=f"Concern {concern.ref}",
        mark=mark_of(concern),
        stands=stands_at(concern.entry),
        story=lambda paper: _story(facts, paper),
    )


def _story(facts: EntryFacts, paper: Writer) -> list[Flowable]:
    concern = facts.concern
    story = [
        *paper.title(heading_of(concern), f"Concern {concern.ref}, about {concern.whom()}"),
        paper.facts(facts_of(facts)),
    ]
    for number, (heading, pieces) in enumerate(sections_of(facts, paper), start=1):
        story += [paper.section(number, heading), *pieces]
    return story


def sections_of(facts: EntryFacts, paper: Writer) -> list[tuple[str, list[Flowable]]]:
    """Return what an entry says, heading by heading."""
    versions, done, concern = facts.versions, facts.done, facts.concern
    said = {answer.name: answer for answer in answers(concern.draft)}
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
    sections += viewing_sections(facts.viewings, paper)
    sections += piece_sections(facts.pieces, paper)
    sections += duty_sections(facts.duties, paper)
    sections.append((STANDS, where_it_stands(versions, paper, concern.draft.policy.words())))
    return sections


def mark_of(concern: Concern) -> str:
    """Return what stands in the corner of its pages."""
    staff = where_kept(concern.draft.about) is Compartment.STAFF
    return "Confidential: staff" if staff else "Confidential: child protection"


def facts_of(facts: EntryFacts) -> tuple[tuple[str, str], ...]:
    """Return the facts at the head of an entry: of one child, who that is; then the concern."""
    first, concern = facts.versions[0], facts.concern
    said = {answer.name: answer for answer in answers(concern.draft)}
    late = late_in_words(concern.draft.told_at, first.written_at.date())
    return (
        *(row for child in facts.children for row in _child(child)),
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


def _child(draft: PersonDraft) -> tuple[tuple[str, str], ...]:
    born = in_sentence(date.fromisoformat(draft.born)) if draft.born else _NOT_SAID
    year = ", ".join(one for one in (draft.year, draft.form) if one.strip())
    return ("Child", draft.legal_name), ("Born", born), ("Year and class", year or _NOT_SAID)


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


def heading_of(concern: Concern) -> str:
    """Return what an entry is called in large letters."""
    title = title_of(concern.draft)
    return title[:1].upper() + title[1:] if concern.draft.sorts else f"Concern {concern.ref}"
