"""A decision to look, on paper: its questions, the answers to it, its evidence and custody."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.documents.marks import Marks
from dsl_desk.documents.photograph import Photograph
from dsl_desk.documents.where_it_stands import STANDS, where_it_stands
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import CustodySort, lasted
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.viewing_answers import LIMITS, TICKED, answers_of
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.viewing_answers import Answered
    from dsl_desk.domain.viewing_file import CopyShown, Piece, ViewingFile
    from dsl_desk.domain.viewing_rules import RuleClause

_ON_TOP: Final = frozenset({"whose", "stands", "handle", "looker", "starts", "ends"})
_MEGABYTE: Final = 1_000_000
_ASKED: Final = ("Clause", "What was asked", "What was answered")
_ASKED_WIDTHS: Final = (1.9, 4.0, 5.3)


def viewing_leaf(file: ViewingFile) -> Leaf:
    """Return a decision as a paper. Its own title names the record, never a person.

    Of pictures only the copies for sharing are on it, never an original.
    """
    viewing = file.viewing
    staff = viewing.draft.kept_in is Compartment.STAFF
    return Leaf(
        title=f"Viewing decision {viewing.ref}",
        mark="Confidential: staff" if staff else "Confidential: child protection",
        stands=stands_at(viewing.entry),
        story=lambda paper: _story(file, paper),
    )


def _story(file: ViewingFile, paper: Writer) -> list[Flowable]:
    viewing = file.viewing
    said = answers_of(viewing.draft)
    asked = [one for one in said if one.name not in _ON_TOP]
    story = [
        *paper.title("Viewing decision", f"{viewing.ref}. {label(viewing.draft.look)}"),
        paper.facts(_facts(file)),
    ]
    sections: list[tuple[str, list[Flowable]]] = [
        ("Why, and within which limits", [answered_under(asked, file.clauses, paper)])
    ]
    if file.answers:
        told = [(one.author, _answered(one.written_at, one.draft.words)) for one in file.answers]
        sections.append(("What others said to it", [paper.table(told)]))
    sections += [
        (f"Evidence {piece.evidence.ref}", piece_of(piece, paper)) for piece in file.pieces
    ]
    if file.clauses:
        meant = {one.mark: f"{one.words}\n{one.source}" for one in file.clauses.values()}
        sections.append(("What the clause marks mean", [paper.clauses(list(meant.items()))]))
    sections.append((STANDS, where_it_stands(file.versions, paper, viewing.draft.policy.words())))
    for number, (heading, flowables) in enumerate(sections, start=1):
        story += [paper.section(number, heading), *flowables]
    return story


def answered_under(
    said: Sequence[Answered], clauses: Mapping[str, RuleClause], paper: Writer
) -> Flowable:
    """Return answers beside their questions, and the marks of the clauses that ask them."""
    marked = [(_marks_of(one.name, clauses), one) for one in said]
    if not any(marks for marks, _one in marked):
        return paper.table([(one.question, one.text) for one in said])
    rows = [(Marks(marks) if marks else "", one.question, one.text) for marks, one in marked]
    return paper.grid(_ASKED, rows, _ASKED_WIDTHS)


def _marks_of(name: str, clauses: Mapping[str, RuleClause]) -> tuple[str, ...]:
    """Return which clauses ask a question; the limits that were ticked stand in one answer."""
    asked = LIMITS if name == TICKED else (name,)
    return tuple(dict.fromkeys(clauses[one].mark for one in asked if one in clauses))


def _answered(when: object, words: str) -> str:
    return f"{in_full(when)}. {words}"  # type: ignore[arg-type]  # a datetime


def _facts(file: ViewingFile) -> tuple[tuple[str, str], ...]:
    viewing = file.viewing
    draft = viewing.draft
    return (
        ("Whose account", draft.whose.name),
        ("Who they are", label(draft.stands)),
        ("Account", draft.account() or draft.address or "Not written down"),
        ("Who looks", draft.looker.name or "Nobody"),
        ("From", told_in_full(draft.starts) or "Not at all"),
        ("Until", told_in_full(draft.ends) or "Not at all"),
        ("Where it stands", label(file.standing)),
        ("Look at this person", f"Number {draft.nth}"),
        ("Recorded", f"{in_full(viewing.written_at)}, {viewing.author}"),
    )


def piece_of(piece: Piece, paper: Writer) -> list[Flowable]:
    """Return a piece of evidence: what is known of it, its fingerprint, what became of it."""
    rows = of_the_file(piece.evidence)
    if piece.set_aside:
        rows = [("Set aside", "Captured by mistake. Nobody opens, prints or copies it."), *rows]
    return [
        paper.table(rows),
        paper.fingerprint("SHA-256 of the original", piece.evidence.captured.facts.sha256),
        paper.table(custody_of(piece.custody)),
        *(one for shown in piece.copies for one in _copy(shown, paper)),
    ]


def custody_of(lines: Sequence[CustodyLine]) -> list[tuple[str, str]]:
    """Return what became of a piece, a row for each line of it."""
    return [(in_full(line.at), told(line)) for line in lines]


def _copy(shown: CopyShown, paper: Writer) -> list[Flowable]:
    """Return a copy for sharing: its own number, what is covered and why, and what is left."""
    copy = shown.copy
    covers = [
        f"{number}: {label(cover.reason)}"
        for number, cover in enumerate(copy.copied.draft.covers, start=1)
    ]
    rows = [
        ("Copy for sharing", f"{copy.ref}, made {in_full(copy.written_at)} by {copy.author}"),
        *([("Page", str(copy.copied.page + 1))] if copy.copied.page else []),
        ("Covered on it", ". ".join(covers) or "Nothing: nobody else is in it"),
        ("Original", "Kept as it was. This copy does not replace it."),
        ("Shown below", "As large as paper needs it. The fingerprint is of the copy as kept."),
    ]
    return [
        paper.table(rows),
        paper.fingerprint("SHA-256 of the copy", copy.copied.sha256),
        Photograph(copy.copied.width, copy.copied.height, shown.read),
    ]


def of_the_file(evidence: Evidence) -> list[tuple[str, str]]:
    """Return what is known of a file and of what it shows, under its names."""
    said, facts = evidence.captured.said, evidence.captured.facts
    captured = in_full(datetime.fromisoformat(facts.captured_at))
    lineage = evidence.captured.lineage
    rows = [
        ("What it shows", said.shows),
        ("Captured under", evidence.captured.basis_ref),
        ("Taken over from", lineage.ref if lineage else ""),
        ("Seen at", f"{said.address}, {told_in_full(said.seen_at)}"),
        ("Names that can be seen", said.names_seen),
        ("Around it", said.context),
        ("File", f"{label(facts.sort)}, {facts.size / _MEGABYTE:.1f} MB, named {facts.name}"),
        ("Captured", f"{captured}, by the clock of this computer"),
        ("Odd about it", "\n".join(label(each) for each in (*facts.odd, *facts.doubts))),
    ]
    return [(name, words) for name, words in rows if words]


def told(line: CustodyLine) -> str:
    """Return a line of custody as paper says it: for whom a copy was is not told to others."""
    named = line.sort in (CustodySort.COPIED, CustodySort.EXPORTED)
    words = f"{label(line.sort)} {line.ref}" if named else label(line.sort)
    if line.words and line.sort is not CustodySort.EXPORTED:
        words += f". {line.words}"
    if line.seconds is not None:
        words += f", for {lasted(line.seconds)}"
    return f"{words}. {line.by}"
