"""Declarations on paper: the letter with a decision, the register, the counts, the chase list."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.kit_parts import KitWriter
from dsl_desk.documents.leaf import Leaf
from dsl_desk.documents.made_under import UNDER, made_under
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.coded_answer import letter_code
from dsl_desk.domain.dates import at, in_heading, in_sentence
from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportlab.platypus import Flowable

    from dsl_desk.documents.leaf import Made
    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.declaration import Declaration
    from dsl_desk.domain.declaration_filter import DeclarationCounts
    from dsl_desk.domain.declaration_round import RoundStands
    from dsl_desk.domain.declaration_standing import DeclarationLine, DeclarationView
    from dsl_desk.domain.face import Face

_MARK: Final = "Confidential: staff"
_LIST: Final = "Declared family links"
HEADINGS: Final = ("Who", "Reference", "Links", "Signed", "How it stands", "Look again")
REASONS: Final = ("Conditions", "Told", "Why")
_ON_PAPER: Final = ("Who", "Links", "Signed", "How it stands")
_SAYS: Final = {
    Decision.AGREED: "Your declaration has been read and agreed to.",
    Decision.AGREED_WITH_CONDITIONS: "Your declaration has been agreed to, on these conditions.",
    Decision.MORE_ASKED: "Your declaration has been read. Please answer this first.",
    Decision.ADVISED_AGAINST: "Your declaration has been read. You are advised as follows.",
    Decision.ESCALATED: "Your declaration has been read. Somebody will speak with you about it.",
}
_WAITS: Final = (Decision.MORE_ASKED, Decision.AGREED_WITH_CONDITIONS, Decision.ADVISED_AGAINST)
_OR_WITH_THE_CODE: Final = (
    "Or answer at the lock screen of the school's DSL Desk, under Answer with a code."
)


def letter_leaf(view: DeclarationView) -> Leaf:
    """Return the letter with the newest decision: what it says, and where they sign."""
    ref = view.line.declaration.ref
    return Leaf(
        title=f"Letter about declaration {ref}" if ref else "Letter about a declaration",
        mark=_MARK,
        stands="The decision itself stands in the DSL Desk vault.",
        story=lambda paper: _letter(view, paper),
    )


def _letter(view: DeclarationView, paper: Writer) -> list[Flowable]:
    declaration, last = view.line.declaration, view.line.last
    assert last is not None  # noqa: S101 there is no letter before a decision
    review, draft = last.draft, declaration.draft
    under = f"To {draft.by}" + (f", {draft.role}" if draft.role else "")
    lines = [*paper.title("Your declaration of family links", under)]
    lines.append(paper.table(_told(view)))
    lines += paper.said(_SAYS[review.decision])
    if review.conditions:
        rows = [(_mark(view, one.clause), one.words) for one in review.conditions]
        lines.append(paper.table(rows))
    lines += paper.quoted(review.words) if review.words else []
    if review.look_again_on:
        lines += paper.said(f"It is looked at again on {day_in_words(review.look_again_on)}.")
    lines += paper.said(_ask(review.decision))
    return [*lines, paper.signatures("Name", "Signature", "Date")]


def declarations_leaf(lines: Sequence[DeclarationLine], when: datetime, *, reasons: bool) -> Leaf:
    """Return the register, with what was decided in words or without."""
    headings = (*_ON_PAPER, "What was decided") if reasons else _ON_PAPER
    widths = (3, 3.4, 2.6, 2.8, *((4,) if reasons else ()))

    def story(paper: Writer) -> list[Flowable]:
        under = f"{len(lines):,} declarations, as of {in_heading(when)}"
        rows = [_on_paper(line, reasons=reasons) for line in lines]
        marks = ((one.ref or one.draft.by, one.draft.policy) for one in _declared(lines))
        return [
            *paper.title(_LIST, under),
            *paper.long_grid(headings, rows, widths),
            *(paper.plain(line) for line in made_under(marks)),
        ]

    return Leaf(_LIST, _MARK, "", story)


def counts_leaf(counts: DeclarationCounts, when: datetime) -> Leaf:
    """Return counts for governors: no name, no child, nothing to know anybody by."""

    def story(paper: Writer) -> list[Flowable]:
        rows = [
            ("Declarations", f"{counts.declared:,}"),
            ("With nothing to declare", f"{counts.nil:,}"),
            ("Links declared", f"{counts.links:,}"),
            *((label(state), f"{count:,}") for state, count in counts.by_state),
        ]
        return [*paper.title("Family links in numbers", in_heading(when)), paper.table(rows)]

    return Leaf("Family links in numbers", "For governors", "", story)


def print_chase_list(of: RoundStands, face: Face, made: Made) -> bytes:
    """Return who has not answered in a round, with the code on their form."""

    def story(paper: KitWriter) -> list[Flowable]:
        draft = of.round.draft
        under = f"Asked {day_in_words(draft.issued_on)}, due {day_in_words(draft.due_on)}"
        waiting = [one for one in of.waiting if not one.sealed]
        rows = [
            (one.asked.name, one.asked.role, one.asked.code, "Late" if one.late else "")
            for one in waiting
        ]
        return [
            *paper.title(f"Not answered yet: {draft.title}", f"{under}. {len(waiting):,} people"),
            paper.grid(("Who", "What they do", "Code", ""), rows, (4, 4, 2, 1)),
        ]

    return _print("Family links: not answered yet", story, face, made)


def _on_paper(line: DeclarationLine, *, reasons: bool) -> tuple[str, ...]:
    """Return a line in fewer columns than a table has: a page is narrower than a screen."""
    who, ref, links, signed, state, look, *decided = cells_of(line, reasons=reasons)
    again = f"{state}\nLook again {look}" if look else state
    cells = ("\n".join(one for one in (who, ref) if one), links, signed, again)
    told = [f"{name}: {words}" for name, words in zip(REASONS, decided, strict=False) if words]
    return (*cells, "\n".join(told)) if reasons else cells


def _declared(lines: Sequence[DeclarationLine]) -> Iterator[Declaration]:
    return (line.declaration for line in lines)


def cells_of(line: DeclarationLine, *, reasons: bool) -> tuple[str, ...]:
    """Return a line of the register as paper and table have it."""
    draft, last = line.declaration.draft, line.last
    look = day_in_words(last.draft.look_again_on) if last else ""
    cells = (
        draft.by,
        line.declaration.ref,
        "; ".join(link.in_words for link in draft.links) or "Nothing to declare",
        day_in_words(draft.signed_on),
        label(line.state),
        look,
    )
    if not reasons:
        return cells
    if last is None:
        return (*cells, "", "", "")
    conditions = "; ".join(one.words for one in last.draft.conditions)
    return (*cells, conditions, last.draft.words, last.draft.why)


def print_sheets(
    name: str, story: Callable[[KitWriter], list[Flowable]], face: Face, made: Made
) -> bytes:
    """Return sheets with the school's head and foot: the forms of a round are printed by it too."""
    return _print(name, story, face, made)


def _print(
    name: str, story: Callable[[KitWriter], list[Flowable]], face: Face, made: Made
) -> bytes:
    typefaces = load_typefaces(made.fonts)

    def seen(words: str) -> str:
        return typefaces.visible(words, REGULAR)

    when = f"Made by {made.by.name} on {in_sentence(made.at)} at {at(made.at)}."
    checked = (made.checked.words(),) if made.checked else ()
    sheet = Sheet(
        title=name,
        school=seen(face.school),
        file=name,
        mark=_MARK,
        foot=(seen(when), *checked, "The decision itself stands in the DSL Desk vault."),
    )
    return sheet.print_story(lambda: story(KitWriter(typefaces)))


def _told(view: DeclarationView) -> list[tuple[str, str]]:
    declaration, last = view.line.declaration, view.line.last
    links = "; ".join(link.in_words for link in declaration.draft.links)
    signed = datetime.fromisoformat(last.written.written_at) if last else None
    rows = [("You declared", links or "Nothing to declare")]
    if declaration.ref:
        rows.append(("Reference", declaration.ref))
    if under := declaration.draft.policy.words():
        rows.append((UNDER, under))
    if signed is not None and last is not None:
        rows.append(("Decided by", f"{last.written.author}, {in_sentence(signed)}"))
        if last.draft.decision in _WAITS:
            rows.append(("Code of this letter", letter_code(last.written.id)))
    return rows


def _mark(view: DeclarationView, clause: str) -> str:
    said = view.policy.clauses.get(clause)
    return clause if said is None else said.mark


def _ask(decision: Decision) -> str:
    if decision not in _WAITS:
        return "Please sign, and tell us when anything changes."
    asks = decision is Decision.MORE_ASKED
    first = (
        "Please write your answer here, sign it, and hand it back in person."
        if asks
        else "Please sign that you have read this and keep to it, and hand it back in person."
    )
    return f"{first} {_OR_WITH_THE_CODE}"
