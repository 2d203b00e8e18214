"""Reckoning: the day of one record, out of its facts, whom it names, and the rules in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.keeping_words import Kept
from dsl_desk.domain.legal_hold import Held, held_as
from dsl_desk.domain.retention import RetentionClass, Since, class_of, review_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.legal_hold import HoldDraft
    from dsl_desk.domain.retention import Rule
    from dsl_desk.services.directory import Directory
    from dsl_desk.storage.shelves.keeping import Family

    Hold: TypeAlias = tuple[RecordId | None, Held, str]  # which record holds, how, and why

_NO_DAY: Final = "; no day can be reckoned, because a date is not known"


class Reckoning:
    """What can be said of a record's day. It writes nothing and reads no part."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def kept(
        self, part: Compartment, family: Family, rules: Mapping[RetentionClass, Rule], held: Hold
    ) -> Kept:
        """Return until when a record is kept, with all that stands beside it."""
        facts, of = family.row.facts, _class_of(family, part)
        rule = rules[of]
        day = self.day(family, rule)
        return Kept(
            record=family.row.record,
            part=part,
            ref=facts.ref,
            what=facts.what,
            of=of,
            review_on=day,
            why=rule.why if day or not rule.terms else rule.why + _NO_DAY,
            held=held[1],
            hold_reason=held[2],
            kind=family.row.kind,
            held_by=held[0] or family.row.record,
        )

    def day(self, family: Family, rule: Rule) -> date | None:
        """Return the day on which a record is looked at again by one rule."""
        stated = [day for row in family.rows if (day := day_of(row.facts.stated))]
        return review_on(rule, self._days(family, rule), max(stated, default=None))

    def _days(self, family: Family, rule: Rule) -> dict[Since, date]:
        facts = family.row.facts
        people = [self._directory.person(person) for person in facts.people]
        born = [day_of(person.draft.born) if person else None for person in people]
        left = [day_of(person.draft.ends) if person else None for person in people]
        told: dict[Since, Callable[[], date | None]] = {
            Since.BIRTH: lambda: _last(born),
            Since.LEAVING: lambda: _last(left),
            Since.MADE: lambda: day_of(facts.made) or day_of(family.row.last),
            Since.LAST_ENTRY: lambda: day_of(max(one.last for one in family.rows)),
        }
        asked = [term.since for term in (*rule.terms, rule.otherwise) if term is not None]
        known = ((since, told[since]()) for since in asked)
        return {since: day for since, day in known if day is not None}


def held_in(family: Family, holds: Mapping[str, tuple[EntryId, HoldDraft]]) -> Hold:
    """Return which record of a family holds it, how, and why: the record itself before others."""
    sexual = any(row.facts.sexual for row in family.rows)
    for row in family.rows:
        written = holds[row.record][1] if row.record in holds else None
        held = held_as(written, sexual=sexual and row is family.row)
        if held is not Held.NOT:
            return row.record, held, written.reason if written else ""
    return None, Held.NOT, ""


def day_of(text: str) -> date | None:
    """Return a day as it was written; None where none was."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _class_of(family: Family, part: Compartment) -> RetentionClass:
    own, captured = family.row.facts.of, (one.kind == EVIDENCE.name for one in family.beside)
    if own is RetentionClass.CAPTURE_NOTHING and any(captured):
        own = None  # it is kept as long as what was captured under it
    sexual = any(one.facts.sexual for one in family.rows)
    return class_of(family.row.kind, part, own, sexual=sexual)


def _last(days: list[date | None]) -> date | None:
    """Return the last of the days, if every one is known: the youngest child's day counts."""
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None
