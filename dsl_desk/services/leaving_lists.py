"""Lists, gathered to leave: declarations, registers, do not publish, the ledger, the governors'."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.declaration_filter import counts_of, of_narrowed
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.insights import Period
from dsl_desk.domain.leaving_errors import NothingInItError
from dsl_desk.domain.paper_facts import LedgerFacts, LineOfLedger, PartOfLedger
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.words import label
from dsl_desk.services.leaving import Bundle
from dsl_desk.services.naming import Linked

if TYPE_CHECKING:
    from dsl_desk.documents.leaf import Leaf
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.member import Member
    from dsl_desk.services.declaration_papers import DeclarationPapers
    from dsl_desk.services.insights import Insights
    from dsl_desk.services.policy import Policies
    from dsl_desk.services.register_papers import RegisterPapers
    from dsl_desk.services.sitting import Sitting

_SCHOOL, _CHILDREN = Compartment.SCHOOL, Compartment.CHILDREN
_MOST: Final = 2_000  # lines of an extract
_DAY: Final = len("2026-11-19")
_EIGHT: Final = 8


@dataclass(frozen=True)
class ListGatherer:
    """Reads lists: whoever is named in one is found by the words that stand on it."""

    sitting: Sitting = field(repr=False)
    declared: DeclarationPapers = field(repr=False)
    registers: RegisterPapers = field(repr=False)
    insights: Insights = field(repr=False)
    members: tuple[Member, ...] = field(repr=False)
    policy: Policies = field(repr=False)

    def declarations(self, wish: Wish) -> Bundle:
        """Return the register of declarations, as it is narrowed; with reasons or without."""
        from dsl_desk.documents.declaration import declarations_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed

        wanted, reasons = of_narrowed(wish.narrowed)
        lines = self.declared.lines(wanted)
        leaf = declarations_leaf(lines, self._now(), reasons=reasons)
        return _bundle(leaf, Compartment.DECLARATIONS)

    def counts(self, wish: Wish) -> Bundle:
        """Return counts of declarations for governors."""
        from dsl_desk.documents.declaration import counts_leaf  # noqa: PLC0415 as above

        counts = counts_of(self.declared.lines(of_narrowed(wish.narrowed)[0]))
        return _bundle(counts_leaf(counts, self._now()), Compartment.DECLARATIONS)

    def register(self, wish: Wish) -> Bundle:
        """Return a register, or those of its entries that say certain words."""
        from dsl_desk.documents.register import register_leaf  # noqa: PLC0415 as above

        if wish.of not in [name.value for name in RegisterName]:
            raise RecordMissingError
        register = self.registers.as_called(RegisterName(wish.of))
        words = "".join(wish.narrowed).strip()
        entries = self.registers.entries(register.name, words)
        return _bundle(register_leaf(register, entries, words, self._now()), register.part)

    def do_not_publish(self, _wish: Wish) -> Bundle:
        """Return the children of whom nothing, or not everything, is published."""
        from dsl_desk.documents.register import do_not_publish_leaf  # noqa: PLC0415 as above

        children = self.registers.do_not_publish()
        return _bundle(do_not_publish_leaf(children, self._now()), _CHILDREN)

    def governors(self, wish: Wish) -> Bundle:
        """Return the summary for governors, of a period."""
        from dsl_desk.documents.governors import summary_leaf  # noqa: PLC0415 as above

        periods = self.insights.periods()
        found = [one for one in periods if (one.since, one.until) == (wish.since, wish.until)]
        period = found[0] if found else _between(wish, periods[0])
        school = self.policy.in_force().school
        leaf = summary_leaf(self.insights.read(period), self._now().date(), school)
        return _bundle(leaf, _SCHOOL)

    def ledger(self, wish: Wish) -> Bundle:
        """Return who did what in every part this member can open; sealed cases are not in it."""
        from dsl_desk.documents.ledger_extract import ledger_leaf  # noqa: PLC0415 as above

        lines = self._lines(wish)
        if not lines:
            raise NothingInItError
        parts = tuple(
            PartOfLedger(label(name), opened.part.ledger.count(), Stamp.of(newest))
            for name, opened in self.sitting.parts.items()
            for newest in opened.part.ledger.tail(1)
        )
        kept, left_out = tuple(lines[:_MOST]), max(0, len(lines) - _MOST)
        facts = LedgerFacts(wish.since, wish.until, self._now(), parts, kept, left_out)
        return Bundle(
            leaf=ledger_leaf(facts),
            part=_SCHOOL,
            carries=(),
            version=0,
            linked=Linked(children=False),
            by_days=True,
        )

    def _lines(self, wish: Wish) -> list[LineOfLedger]:
        names = {member.id: member.name for member in self.members}
        of_days = bool(wish.since or wish.until)
        found = [
            (entry.header.hlc, label(name), entry)
            for name, opened in self.sitting.parts.items()
            for entry in (
                opened.part.ledger.entries() if of_days else opened.part.ledger.tail(_MOST)
            )
            if _is_in(entry, wish)
        ]
        found.sort(key=lambda each: -each[0])
        return [_line(name, entry, names) for _hlc, name, entry in found]

    def _now(self) -> datetime:
        return self.sitting.clock.now()


def _bundle(leaf: Leaf, part: Compartment) -> Bundle:
    return Bundle(leaf=leaf, part=part, carries=(), version=0, linked=Linked(children=False))


def _between(wish: Wish, usual: Period) -> Period:
    if not (wish.since and wish.until):
        return usual
    words = f"{day_in_words(wish.since)} to {day_in_words(wish.until)}"
    return Period(words, wish.since, wish.until)


def _is_in(entry: Entry, wish: Wish) -> bool:
    day = entry.header.written_at[:_DAY]
    return (not wish.since or wish.since <= day) and (not wish.until or day <= wish.until)


def _line(part: str, entry: Entry, names: dict[MemberId, str]) -> LineOfLedger:
    header = entry.header
    ref = str(entry.body.fields.get("ref", ""))
    what = label(header.entry_class) + (f" {ref}" if ref else "")
    return LineOfLedger(
        part=part,
        number=header.number,
        when=in_full(datetime.fromisoformat(header.written_at)),
        who=names.get(header.author, "Somebody who is no member"),
        what=what,
        fingerprint=entry.digest.hex()[:_EIGHT],
    )
