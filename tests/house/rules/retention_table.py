"""The school's retention table, made from the classes and periods of the program itself.

`python -m tests.house.rules.retention_table` writes it anew.
"""

from __future__ import annotations

import tomllib
from typing import Final

from dsl_desk.domain.retention import CLASS_OF, RetentionClass
from dsl_desk.domain.words import label
from tests.house.rules.plan import HOUSE

PAGE: Final = "docs/school/retention.md"
_PERIODS: Final = HOUSE / "resources" / "retention" / "england.toml"
_HEAD: Final = """\
# Retention table
Made from the program (`python -m tests.house.rules.retention_table`). A school may change a
period, with a reason. Nothing is ever disposed of by itself: when the day has come, two people
decide, and a certificate says what went. A hold keeps a record beyond its day.

| kind of record | kept | where that comes from | what falls under it |
|---|---|---|---|
"""
_ALWAYS: Final = "as long as the vault stands"


def page() -> str:
    """Return the table as it is today."""
    rules = {one["name"]: one for one in tomllib.loads(_PERIODS.read_text("utf-8"))["class"]}
    rows = []
    for sort in RetentionClass:
        kinds = ", ".join(sorted(kind for kind, of in CLASS_OF.items() if of is sort))
        rule = rules.get(sort.value, {})
        why, source = rule.get("why", _ALWAYS), rule.get("source", "The school's own decision")
        rows.append(f"| {label(sort)} | {why} | {source} | {kinds.replace('_', ' ') or '-'} |")
    return _HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (HOUSE / PAGE).write_text(page(), "utf-8")
