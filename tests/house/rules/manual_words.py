"""The lists of words in the manual page on profiles, made from the program itself.

`python -m tests.house.rules.manual_words` writes them anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.facts import FACTS
from dsl_desk.domain.policy.labels import POLICY_LABELS
from dsl_desk.domain.policy.terms import Answer, DutyAct, Event, Recipient, Register, RuledOn
from tests.house.rules.plan import HOUSE

if TYPE_CHECKING:
    from enum import Enum

PAGE: Final = "docs/manual/write-your-policy.md"
_BEGIN: Final = (
    "<!-- words: begin (made from the program; python -m tests.house.rules.manual_words) -->"
)
_END: Final = "<!-- words: end -->"
_LISTS: Final[tuple[tuple[str, type[Enum]], ...]] = (
    ("What is done (`do`)", DutyAct),
    ("People (`tell`, `[roles]`, `about`)", Recipient),
    ("Events (`before ...`, `after ...`, `... of ...`)", Event),
    ("What policies differ on (`on`)", RuledOn),
    ("What a policy says to it (`answer`)", Answer),
    ("Registers (`keep`)", Register),
)


def words() -> str:
    """Return the lists, as the page has them."""
    parts = [_BEGIN]
    for title, of in _LISTS:
        parts += ["", f"**{title}**", ""]
        parts += [f"- `{one.value}`: {POLICY_LABELS[one]}" for one in of]
    parts += ["", "**Facts (`when`, `holds`)**", "", "| write | it is about |", "|---|---|"]
    for name, sort in FACTS.items():
        spelled = f"{name.value}: " + ", ".join(sort.values) if sort.values else name.value
        later = f" (set by a later version: issue {sort.brought_by})" if sort.brought_by else ""
        parts.append(f"| `{spelled}` | {POLICY_LABELS[name]}{later} |")
    return "\n".join([*parts, _END])


def page() -> str:
    """Return the page with today's lists."""
    text = (HOUSE / PAGE).read_text("utf-8")
    before, rest = text.split(_BEGIN)
    return before + words() + rest.split(_END)[1]


if __name__ == "__main__":
    (HOUSE / PAGE).write_text(page(), "utf-8")
