"""An extract from the ledger: who did what and when, and not one word of any record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.leaf import Leaf
from dsl_desk.domain.dates import in_heading
from dsl_desk.domain.reading_days import day_in_words

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.paper_facts import LedgerFacts

_TITLE: Final = "Extract from the ledger"
_HEADS: Final = ("Part", "Number", "When", "Who", "What", "Fingerprint")
_WIDTHS: Final = (2, 1.4, 3.8, 3, 3.4, 2)
_SAYS: Final = (
    "Each entry is signed by whoever made it and holds the fingerprint of the one before. Nothing "
    "can be taken out or changed without its being seen. What is kept in sealed cases is not here."
)


def ledger_leaf(facts: LedgerFacts) -> Leaf:
    """Return an extract as a paper."""
    return Leaf(_TITLE, "Confidential: audit", "", lambda paper: _story(facts, paper))


def _story(facts: LedgerFacts, paper: Writer) -> list[Flowable]:
    rows = [
        (one.part, f"{one.number:,}", one.when, one.who, one.what, one.fingerprint)
        for one in facts.lines
    ]
    heads = [
        (one.name, f"{one.count:,} entries. Newest {_fours(one.newest.fingerprint)}")
        for one in facts.parts
    ]
    story = [
        *paper.title(_TITLE, _under(facts)),
        *paper.said(_SAYS),
        paper.section(1, "The parts of the vault, and the head of each"),
        paper.table(heads),
        paper.section(2, f"Entries, newest first: {len(rows):,}"),
    ]
    if facts.left_out:
        story += paper.said(f"{facts.left_out:,} older entries of these days are left out.")
    return [*story, *paper.long_grid(_HEADS, rows, _WIDTHS)]


def _under(facts: LedgerFacts) -> str:
    since = f" from {day_in_words(facts.since)}" if facts.since else ""
    until = f" until {day_in_words(facts.until)}" if facts.until else ""
    days = f"Entries{since}{until}" if since or until else "The newest entries"
    return f"{days}. Made {in_heading(facts.when)}"


def _fours(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
