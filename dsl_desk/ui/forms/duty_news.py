"""What changed in what a policy asks, as a reader says it: only the news, the danger first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.words import label
from dsl_desk.ui.forms.asked_item import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.policy.matching import Asked
    from dsl_desk.domain.policy.states import DutyRow

_MOST = 3


def news_of_asked(before: Sequence[Asked], after: Sequence[Asked]) -> str:
    """Say what is asked anew, and how much is asked no longer."""
    old, new = _titles(before), _titles(after)
    come = [title for title in new if title not in old]
    gone = len([title for title in old if title not in new])
    said = f"Your policy now asks: {_listed(come)}." if come else ""
    left = f"{gone} {'thing is' if gone == 1 else 'things are'} asked no longer." if gone else ""
    return " ".join(part for part in (said, left) if part)


def news_of_rows(before: Sequence[DutyRow], after: Sequence[DutyRow]) -> str:
    """Say which duties stand otherwise than before, and how many still need somebody."""
    old = {row.key: row.state for row in before}
    moved = [
        f"{label(row.state)}: {_of(row)}"
        for row in after
        if row.key in old and old[row.key] is not row.state
    ]
    if not moved:
        return ""
    presses = len([row for row in after if row.presses])
    rest = f"{presses} still to do" if presses else "Nothing else needs you here"
    return f"{_listed(moved)}. {rest}."


def _titles(asked: Sequence[Asked]) -> list[str]:
    return list(dict.fromkeys(title_of(one) for one in asked))


def _listed(titles: Sequence[str]) -> str:
    more = len(titles) - _MOST
    return "; ".join((*titles[:_MOST], *([f"and {more} more"] if more > 0 else [])))


def _of(row: DutyRow) -> str:
    act = label(row.asked.act)
    return f"{act}, {row.told.title}" if row.told.title else act
