"""From the text of a profile file to a profile: whole and consistent, or refused with its lines."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.flaws import Flaw, ProfileRefusedError, Wrong
from dsl_desk.domain.policy.lines import Lines
from dsl_desk.domain.policy.profile import Clause, Kept, Profile, Rule, Slip
from dsl_desk.domain.policy.reading_duties import duty_of
from dsl_desk.domain.policy.reading_links import links_of, look_whole
from dsl_desk.domain.policy.spelling import line_of
from dsl_desk.domain.policy.tables import Place, Table
from dsl_desk.domain.policy.terms import Answer, Recipient, Register, RuledOn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.duty import Duty

LONGEST: Final = 500_000
_LINE: Final = re.compile(r"(.*?) \(at line (\d+), column \d+\)")


def read_profile(text: str, file: str) -> Profile:
    """Read a profile; ProfileRefusedError says all that is wrong with it."""
    return profile_of(tables_of(text, file), file, Lines(text))


def tables_of(text: str, file: str) -> dict[str, Json]:
    """Read the tables of a file, as the ledger keeps them: days are text."""
    if len(text) > LONGEST:
        raise ProfileRefusedError(file, (Flaw(0, Wrong.TOO_LARGE),))
    try:
        return {key: _plain(value) for key, value in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as wrong:
        found = _LINE.fullmatch(str(wrong))
        said, line = (found[1], int(found[2])) if found else (str(wrong), text.count("\n") + 1)
        raise ProfileRefusedError(file, (Flaw(line, Wrong.NOT_TOML, said),)) from None
    except RecursionError:
        raise ProfileRefusedError(file, (Flaw(0, Wrong.TOO_LARGE),)) from None


def profile_of(tables: Mapping[str, Json], file: str, lines: Lines) -> Profile:
    """Return the profile that tables hold, from a file or out of the ledger."""
    flaws: list[Flaw] = []
    top = Table(Place(lines, flaws), dict(tables))
    profile = _read(top)
    top.done(Wrong.UNKNOWN_TABLE)
    _look_whole(profile, top)
    if flaws:
        raise ProfileRefusedError(file, tuple(sorted(flaws, key=lambda flaw: flaw.line)))
    return profile


def duties_of(
    tables: Iterable[Mapping[str, Json]], profile: Profile, file: str
) -> tuple[Duty, ...]:
    """Return duties a school has added: what they cite may be the school's own."""
    flaws: list[Flaw] = []
    top = Table(Place(Lines(), flaws), {"duty": [dict(table) for table in tables]})
    duties = tuple(duty_of(table, from_law=False) for table in top.each("duty"))
    with_them = replace(profile, duties=(*profile.duties, *duties))
    _look_twice([duty.id for duty in with_them.duties], top, "duty")
    if flaws:
        raise ProfileRefusedError(file, tuple(flaws))
    return duties


def _read(top: Table) -> Profile:
    guidance = top.truth("guidance")
    return Profile(
        name=top.text("name", needed=True),
        code=top.text("code", needed=True),
        title=top.text("title", needed=True),
        source=top.text("source", needed=guidance),
        counted=top.text("counted"),
        approved=top.day("approved"),
        review_on=top.day("review_on"),
        guidance=guidance,
        roles=_roles_of(top),
        clauses=tuple(_clause_of(table) for table in top.each("clause")),
        duties=tuple(duty_of(table, from_law=guidance) for table in top.each("duty")),
        slips=tuple(_slip_of(table) for table in top.each("slip")),
        rules=tuple(rule for table in top.each("rule") if (rule := _rule_of(table))),
        registers=tuple(kept for table in top.each("register") if (kept := _kept_of(table))),
        family_links=links_of(top),
    )


def _roles_of(top: Table) -> Mapping[Recipient, str]:
    table = top.under("roles")
    known = {one.value: one for one in Recipient}
    titles = {known[key]: table.text(key) for key in table.names() if key in known}
    table.done(Wrong.NOT_A_CHOICE)
    return MappingProxyType(titles)


def _clause_of(table: Table) -> Clause:
    clause = Clause(table.text("number", needed=True), table.text("words", needed=True))
    table.done()
    return clause


def _slip_of(table: Table) -> Slip:
    slip = Slip(
        id=table.text("id", needed=True),
        clauses=table.texts("clauses"),
        words=table.text("words", needed=True),
        read_as=table.text("read_as", needed=True),
        rows=table.numbers("rows"),
        never_a_duty=table.truth("never_a_duty"),
    )
    table.done()
    return slip


def _rule_of(table: Table) -> Rule | None:
    on, answer = table.choice("on", RuledOn), table.choice("answer", Answer)
    clause, words = table.text("clause"), table.text("words", needed=True)
    rows, facts = table.numbers("rows"), table.texts("facts")
    for spelled in facts:
        if line_of(spelled) is None:
            table.wrong(Wrong.NOT_A_FACT, spelled, "facts")
    table.done()
    return None if on is None or answer is None else Rule(on, answer, clause, words, rows, facts)


def _kept_of(table: Table) -> Kept | None:
    register = table.choice("keep", Register)
    clause, words = table.text("clause"), table.text("words", needed=True)
    rows = table.numbers("rows")
    table.done()
    return None if register is None else Kept(register, clause, words, rows)


def _look_whole(profile: Profile, top: Table) -> None:
    """Look at what only the whole file can tell: clauses that are not there, names used twice."""
    numbers = [clause.number for clause in profile.clauses]
    _look_twice(numbers, top, "clause")
    _look_twice([duty.id for duty in profile.duties], top, "duty")
    _look_twice([slip.id for slip in profile.slips], top, "slip")
    if profile.family_links is not None:
        look_whole(profile.family_links, top, numbers)
    cited: dict[str, list[tuple[str, ...]]] = {
        "duty": [(duty.clause,) for duty in profile.duties],
        "slip": [slip.clauses for slip in profile.slips],
        "rule": [(rule.clause,) for rule in profile.rules],
        "register": [(kept.clause,) for kept in profile.registers],
    }
    for table, each in cited.items():
        for index, clauses in enumerate(each):
            for clause in clauses:
                if clause and clause not in numbers:
                    key = "clauses" if table == "slip" else "clause"
                    top.wrong_at((table, index, key), Wrong.NO_CLAUSE, clause)


def _look_twice(names: list[str], top: Table, table: str) -> None:
    for index, name in enumerate(names):
        if name and name in names[:index]:
            top.wrong_at((table, index, ""), Wrong.TWICE, name)


def _plain(value: object) -> Json:
    """Return a value as the ledger can keep it: a day as text, a fraction as text."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, (bool, int, str)):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
