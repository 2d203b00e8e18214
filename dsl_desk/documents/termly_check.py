"""A check by somebody else on paper, for governors: what was drawn, found and signed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from dsl_desk.documents.leaf import Leaf, stands_at
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.domain.termly_check import Found
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dsl_desk.documents.parts_of_paper import Writer
    from dsl_desk.domain.check_facts import CheckFacts, LookedAt
    from dsl_desk.domain.checking_a_term import BulkOut, MemberActs
    from dsl_desk.domain.termly_check import FindingDraft

_TITLE: Final = "Check of the records by somebody else"
_GONE: Final = "Disposed of since it was drawn"
_NONE: Final = "Nothing left in bulk in this time."
_NOTHING: Final = "None"
_SHOWN, _GROUP = 16, 4
_DRAWN: Final = (
    "Nobody chooses what is looked at. The ledger as it stood and the term make a code, and the "
    "code draws the entries, out of what others than the checker wrote."
)
_COUNTED: Final = (
    "Counts of the term up to the signing, in this part only. In bulk is a whole list, everything "
    "at once, or a paper that carries ten records or more."
)


def check_leaf(facts: CheckFacts) -> Leaf:
    """Return a signed check as a paper. It names entries by their reference, and no child."""
    return Leaf(
        title=f"{_TITLE}, {label(facts.part)}, {facts.check.draft.term.words}",
        mark="For governors",
        stands=stands_at(facts.check.entry),
        story=lambda paper: _story(facts, paper),
    )


def _story(facts: CheckFacts, paper: Writer) -> list[Flowable]:
    check = facts.check
    finding = check.draft.finding
    if finding is None:  # no paper is made of what nobody signed
        return []
    return [
        *paper.title(_TITLE, f"{label(facts.part)}, {check.draft.term.words}"),
        paper.facts(_facts(facts, finding)),
        paper.section(1, "What was found"),
        *paper.quoted(finding.found),
        paper.section(2, "What shall change, and who sees to it"),
        *paper.quoted(finding.change or _NOTHING),
        paper.section(3, "What was looked at"),
        *paper.said(_DRAWN),
        *paper.long_grid(("Entry", "Found", "Said about it"), _rows(facts), (6, 3, 6)),
        paper.section(4, "What was opened and taken out, by member"),
        *paper.said(_COUNTED),
        paper.grid(
            ("Member", "Records opened", "Papers that left", "Of them in bulk"),
            [_acts(one) for one in facts.acts],
            (5, 3, 3, 3),
        ),
        *_bulk(facts, paper),
        paper.section(5, "Who signed, and where this stands"),
        paper.table(_signed(facts)),
        paper.fingerprint("Fingerprint", check.entry.fingerprint),
        paper.signatures("Seen for the governing body", "Date"),
    ]


def _facts(facts: CheckFacts, finding: FindingDraft) -> list[tuple[str, str]]:
    counted = Counter(one.found for one in finding.looked)
    found = [(label(one), f"{counted[one]:,}") for one in Found if counted[one]]
    drawn = f"{len(finding.looked):,} of {facts.check.draft.of:,}"
    return [
        ("Checked and signed by", facts.check.author),
        ("Signed", in_full(facts.check.written_at)),
        ("Entries drawn", drawn),
        *found,
        ("To be changed by", day_in_words(finding.change_by) if finding.change_by else "No day"),
    ]


def _rows(facts: CheckFacts) -> list[tuple[str, str, str]]:
    return [_row(nth, one) for nth, one in enumerate(facts.entries, 1)]


def _row(nth: int, one: LookedAt) -> tuple[str, str, str]:
    said = " ".join(part for part in (kind_in_words(one.kind) if one.kind else "", one.ref) if part)
    which = f"{said}, version {one.looked.version}" if said else _GONE
    found = label(one.looked.found) if one.looked.found else ""
    return f"{nth}. {which}", found, one.looked.note


def _acts(one: MemberActs) -> tuple[str, str, str, str]:
    return one.name, f"{one.opened:,}", f"{one.papers:,}", f"{one.bulk:,}"


def _bulk(facts: CheckFacts, paper: Writer) -> list[Flowable]:
    if not facts.bulk:  # said, not left out: whoever reads it looks for this first
        return paper.said(_NONE)
    headings = ("In bulk", "By", "What left", "For whom, and why")
    return [paper.grid(headings, [_out(one) for one in facts.bulk], (3, 3, 4, 5))]


def _out(one: BulkOut) -> tuple[str, str, str, str]:
    count = f"{one.records:,} records" if one.records else "a list"
    why = ": ".join(part for part in (one.whom, one.purpose) if part)
    return in_full(one.at), one.by, f"{one.paper}, {count}", why


def _signed(facts: CheckFacts) -> list[tuple[str, str]]:
    check = facts.check
    signs = check.draft.code[:_SHOWN]
    code = " ".join(signs[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))
    return [
        ("Drawn", f"{in_full(facts.drawn_at)}, by {check.author}, with the code {code}"),
        ("Drawn again", label(facts.redrawn)),
        ("Signed", f"{in_full(check.written_at)}, by {check.author}, with the passphrase"),
        ("Ledger entry", f"{check.entry.number:,}"),
    ]
