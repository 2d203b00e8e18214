"""How one duty is read, and what makes its rule impossible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.duty import UNSAID, By, Duty, When
from dsl_desk.domain.policy.facts import exclude_each_other
from dsl_desk.domain.policy.flaws import Wrong
from dsl_desk.domain.policy.spelling import by_of, line_of
from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient, Unit

if TYPE_CHECKING:
    from dsl_desk.domain.policy.tables import Table

_TO_SOMEBODY: Final = frozenset({DutyAct.TELL, DutyAct.ASK, DutyAct.REFER, DutyAct.ADVISE})
_LINES: Final = ("all", "any", "none")
_NUDES: Final = "sort: nudes"
_CAPTURED: Final = By(Unit.AFTER, 0, Event.CAPTURE)
_PASSWORD: Final = re.compile(
    r"\b(give|ask for|obtain|share|collect)\b.{0,40}\bpasswords?\b", re.IGNORECASE
)


def duty_of(table: Table, *, from_law: bool) -> Duty:
    """Return one duty; what is wrong with it stands in the table's flaws."""
    act = table.choice("do", DutyAct) or DutyAct.RECORD
    tell = table.some("tell", Recipient)
    if act is DutyAct.INFORM_PARENTS and not tell:
        tell = (Recipient.PARENTS,)
    duty = Duty(
        id=table.text("id", needed=True),
        clause=table.text("clause", needed=True),
        act=act,
        tell=tell,
        by=_by_of(table),
        words=table.text("words", needed=True),
        when=_when_of(table),
        rows=table.numbers("rows"),
        matter=table.text("matter"),
        about=table.some("about", Recipient),
        holds=tuple(_line(table, spelled, "holds") for spelled in table.texts("holds")),
        danger=table.truth("danger"),
        from_law=from_law,
        dormant=table.truth("dormant"),
    )
    table.done()
    _refuse_what_cannot_be(table, duty)
    return duty


def _by_of(table: Table) -> By:
    spelled = table.text("by", needed=True)
    by = by_of(spelled)
    if by is None and spelled:
        table.wrong(Wrong.NOT_A_TIME, spelled, "by")
    return by or UNSAID


def _when_of(table: Table) -> When:
    when = table.inside("when")
    lines = {
        key: [_line(table, spelled, f"when.{key}") for spelled in when.texts(key)] for key in _LINES
    }
    for key in when.names():
        if key not in _LINES:
            table.wrong(Wrong.UNKNOWN_KEY, f"when.{key}", f"when.{key}")
    either = frozenset(one for line in lines["any"] for one in line)
    none = frozenset(one for line in lines["none"] for one in line)
    return When((*lines["all"], either) if either else tuple(lines["all"]), none)


def _line(table: Table, spelled: str, key: str) -> frozenset[str]:
    found = line_of(spelled)
    if found is None:
        table.wrong(Wrong.NOT_A_FACT, spelled, key)
    return found or frozenset()


def _refuse_what_cannot_be(table: Table, duty: Duty) -> None:
    if duty.act in _TO_SOMEBODY and not duty.tell:
        table.wrong(Wrong.NOBODY, duty.id, "do")
    if _never(duty.when):
        table.wrong(Wrong.NEVER, duty.id, "when")
    if duty.act is DutyAct.REMOVE and duty.by != _CAPTURED:
        table.wrong(Wrong.DESTROYS, duty.id, "by")
    if duty.act in (DutyAct.CAPTURE, DutyAct.REMOVE) and _NUDES not in duty.when.none:
        table.wrong(Wrong.IMAGERY, duty.id, "when")
    if _PASSWORD.search(duty.words):
        table.wrong(Wrong.PASSWORD, duty.id, "words")


def _never(when: When) -> bool:
    """Tell whether no facts can meet a rule: a line ruled out whole, or two that cannot both be."""
    lines = [line - when.none for line in when.all if line]
    if not all(lines):
        return True
    return any(
        all(exclude_each_other(one, other) for one in line for other in another)
        for line in lines
        for another in lines
        if line is not another
    )
