"""Which row of the duty table is covered by what: made from the profiles, never by hand.

`python -m tests.house.rules.coverage` writes docs/policy-coverage.md anew.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.facts import FACTS
from dsl_desk.domain.policy.labels import POLICY_LABELS
from dsl_desk.services.profiles import policies_in
from tests.house.rules.plan import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.profile import Kept, Profile, Rule, Slip

PAGE: Final = "docs/policy-coverage.md"
ROWS: Final = "docs/policy-rows.toml"
OF: Final = {
    "northwood": range(1, 29),
    "shire": range(29, 79),
    "early-life": range(79, 123),
    "choysez": range(123, 132),
    "longton": range(132, 145),
}
_WAYS: Final = ("duty", "register", "rule", "slip", "field", "out of scope")
_BY_NAME: Final = {name.value: sort for name, sort in FACTS.items()}
_HEAD: Final = """# What covers each row of the duty table
Made by `python -m tests.house.rules.coverage` from `resources/policies` and
`docs/policy-rows.toml`; a test makes it again and compares. The rows are the recording, reporting
and approval duties that were counted in five published policies; what each asks stands in our own
words.

- *Duty*: asked for by itself when its facts are so.
- *Register*: a list the policy wants kept.
- *Rule*: shown on the Policy page, where policies differ.
- *Slip*: shown with how the app reads it, never asked for.

An issue number says which later form sets the facts that a duty waits for; until then the duty is
whole, and `dsl-desk policy explain` shows it.
"""


@dataclass(frozen=True)
class Cover:
    """One thing that covers a row."""

    row: int
    policy: str
    clause: str
    way: str
    what: str
    words: str
    waits_for: tuple[int, ...] = ()


def covers(root: Path) -> list[Cover]:
    """Return all that covers any row."""
    found = [one for file in policies_in(root / "resources") for one in _of(file.profile)]
    rows = tomllib.loads((root / ROWS).read_text("utf-8"))["row"]
    found += [
        Cover(row["number"], row["policy"], row["clause"], row["by"], row["what"], row["title"])
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.row, _WAYS.index(one.way)))


def wrongly_covered(found: Iterable[Cover]) -> list[str]:
    """Name every row that is covered by nothing, out of scope and yet covered, or elsewhere's."""
    by_row = defaultdict(list)
    for one in found:
        by_row[one.row].append(one)
    wrong = []
    for policy, numbers in OF.items():
        for row in numbers:
            there = by_row.pop(row, [])
            ways = {one.way for one in there}
            if not there:
                wrong.append(f"row {row} is covered by nothing")
            if len(ways) > 1 and "out of scope" in ways:
                wrong.append(f"row {row} is out of scope and covered")
            if {one.policy for one in there} - {policy}:
                wrong.append(f"row {row} is covered by another policy")
    return [*wrong, *(f"there is no row {row}" for row in by_row)]


def page_of(found: list[Cover]) -> str:
    """Draw the page."""
    lines = [_HEAD, *_counted(found)]
    for policy, numbers in OF.items():
        lines += [
            "",
            f"## {policy}",
            "| row | clause | what it asks | covered by |",
            "|---|---|---|---|",
        ]
        for row in numbers:
            mine = [one for one in found if one.row == row]
            clauses = ", ".join(dict.fromkeys(one.clause for one in mine if one.clause))
            how = "; ".join(_how(one) for one in mine)
            lines.append(f"| {row} | {clauses} | {mine[0].words} | {how} |")
    return "\n".join(lines) + "\n"


def _of(profile: Profile) -> Iterator[Cover]:
    for duty in profile.duties:
        for row in duty.rows:
            yield Cover(row, profile.name, duty.clause, "duty", duty.id, duty.words, _issues(duty))
    shown: list[tuple[Kept | Rule | Slip, str, str, str]] = [
        *((one, one.clause, "register", POLICY_LABELS[one.register]) for one in profile.registers),
        *((one, one.clause, "rule", POLICY_LABELS[one.on]) for one in profile.rules),
        *((one, one.clauses[0], "slip", one.id) for one in profile.slips),
    ]
    for one, clause, way, what in shown:
        for row in one.rows:
            yield Cover(row, profile.name, clause, way, what, one.words)


def _issues(duty: Duty) -> tuple[int, ...]:
    """Return the issues that bring the facts without which a duty is never due."""
    needed = [{_issue(fact) for fact in line} for line in duty.when.all]
    return tuple(sorted({min(line) for line in needed if 0 not in line}))


def _issue(fact: str) -> int:
    return _BY_NAME[fact.partition(":")[0]].brought_by


def _how(one: Cover) -> str:
    waits = "".join(f", form: issue {issue}" for issue in one.waits_for)
    what = f"`{one.what}`" if one.way in ("duty", "slip") else one.what
    return f"{one.way} {what}{waits}" if one.way != "out of scope" else f"out of scope: {one.what}"


def _counted(found: list[Cover]) -> list[str]:
    """Say how many rows each way covers; a row counts for the first of its ways."""
    first: dict[int, Cover] = {}
    for one in found:
        first.setdefault(one.row, one)
    of_way = [sum(one.way == way for one in first.values()) for way in _WAYS]
    waiting = sum(bool(one.waits_for) for one in first.values())
    told = ", ".join(f"{way} {count}" for way, count in zip(_WAYS, of_way, strict=True))
    return [f"{len(first)} rows: {told}. {waiting} of them wait for a form of a later issue."]


if __name__ == "__main__":
    (HOUSE / PAGE).write_text(page_of(covers(HOUSE)), "utf-8")
