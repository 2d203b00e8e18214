"""From the tables of a profile file to what it says of family links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declaration_review import Condition, Decision
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.policy.family_links import (
    FamilyLinks,
    LinkQuestion,
    LinkRule,
    Relation,
    Stance,
)
from dsl_desk.domain.policy.flaws import Wrong
from dsl_desk.domain.policy.terms import Recipient

if TYPE_CHECKING:
    from dsl_desk.domain.policy.tables import Table

# Who reviews holds a key: a title that nobody in the vault has cannot sign.
_REVIEWERS: Final = (Recipient.HEAD, Recipient.DSL)
_TABLES: Final = ("relation", "link", "condition", "question")


def links_of(top: Table) -> FamilyLinks | None:
    """Return what a profile says of family links; None where it says nothing."""
    relations, rules = _relations(top), _rules(top)
    conditions, questions = _conditions(top), _questions(top)
    if not top.has("declarations"):
        for name in _TABLES:
            if top.has(name):
                top.wrong_at((name, 0, ""), Wrong.MISSING_KEY, "declarations")
        return None
    table = top.under("declarations")
    review = table.choice("review", Recipient)
    if review is not None and review not in _REVIEWERS:
        table.wrong(Wrong.NOT_A_CHOICE, review.value, "review")
    clause, words = table.text("clause"), table.text("words", needed=True)
    table.done()
    if not relations:
        table.wrong(Wrong.MISSING_KEY, "relation")
    return FamilyLinks(
        review or Recipient.HEAD, clause, words, relations, rules, conditions, questions
    )


def look_whole(links: FamilyLinks, top: Table, clauses: list[str]) -> None:
    """Look at what only the whole file can tell: clauses not there, and names used twice."""
    _look_twice([one.code for one in links.relations], top, "relation")
    _look_twice([one.id for one in links.questions], top, "question")
    _look_twice([f"{one.to.value}{' close' * one.close}" for one in links.rules], top, "link")
    cited = {
        "link": [one.clause for one in links.rules],
        "condition": [one.clause for one in links.conditions],
        "question": [one.clause for one in links.questions],
        "declarations": [links.clause],
    }
    for table, each in cited.items():
        for index, clause in enumerate(each):
            if clause and clause not in clauses:
                top.wrong_at((table, index, "clause"), Wrong.NO_CLAUSE, clause)


def _relations(top: Table) -> tuple[Relation, ...]:
    found = []
    for table in top.each("relation"):
        code, words = table.text("code", needed=True), table.text("words", needed=True)
        found.append(Relation(code, words, table.truth("close")))
        table.done()
    return tuple(found)


def _rules(top: Table) -> tuple[LinkRule, ...]:
    found = []
    for table in top.each("link"):
        to, stance = table.choice("to", LinkKind), table.choice("stance", Stance)
        start = table.choice("start", Decision)
        clause, words = table.text("clause"), table.text("words", needed=True)
        close = table.truth("close")
        table.done()
        if to is not None and stance is not None and start is not None:
            found.append(LinkRule(to, stance, start, clause, words, close))
    return tuple(found)


def _conditions(top: Table) -> tuple[Condition, ...]:
    found = []
    for table in top.each("condition"):
        found.append(Condition(table.text("words", needed=True), table.text("clause")))
        table.done()
    return tuple(found)


def _questions(top: Table) -> tuple[LinkQuestion, ...]:
    found = []
    for table in top.each("question"):
        name, words = table.text("id", needed=True), table.text("words", needed=True)
        found.append(LinkQuestion(name, words, table.text("clause")))
        table.done()
    return tuple(found)


def _look_twice(names: list[str], top: Table, table: str) -> None:
    for index, name in enumerate(names):
        if name and name in names[:index]:
            top.wrong_at((table, index, ""), Wrong.TWICE, name)
